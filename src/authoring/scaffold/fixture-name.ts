import type { Leaf } from '../../core/rules/document'
import { leavesOf, type Rule } from '../../core/rules/rule-set'
import type { Aim } from './aim'
import type { Boundary, WindowDay } from './boundary'

export const WINDOW_NAMES: Readonly<Record<WindowDay, string>> = {
  'day-short': 'day-short-of-the-window',
  'first-day': 'first-day-of-the-window',
  'last-day': 'last-day-of-the-window',
  'day-past': 'day-past-the-window',
}

const WITHIN_A_WINDOW = { true: 'with-a-window', false: 'without-a-window', unknown: 'window-not-known' } as const
const DECIDES = { true: 'decides', false: 'not-met', unknown: 'not-known' } as const

/**
 * The file of a fixture without its extension, after the boundary on which it stands: `<checklist>/<rule>/<boundary>`,
 * in words. A name that is taken gets a letter.
 */
export function fixtureName(aim: Aim, taken: (path: string) => boolean): string {
  const path = `${aim.rule.id}/${boundaryName(aim)}`
  let free = path
  for (let count = 0; taken(free); count++)
    free = `${path}${'-more'.repeat(Math.floor(count / 25))}-${LETTERS[count % 25]}`
  return free
}

const LETTERS = 'bcdefghijklmnopqrstuvwxyz'

function boundaryName({ rule, ...aim }: Aim): string {
  if (aim.kind === 'boundary') {
    const { boundary } = aim
    if (boundary.kind === 'window') return WINDOW_NAMES[boundary.day]
    return `${leafName(boundary.leaf, rule)}-${sideOf(boundary)}-the-mark`
  }
  const { goal } = aim
  if (goal.kind === 'rules') return goal.state
  if (goal.kind === 'holds') return goal.state === 'certain' ? 'held' : 'perhaps-held'
  if (goal.kind === 'waivers') return goal.state === 'certain' ? 'waived' : 'perhaps-waived'
  return goal.decider === 'window'
    ? WITHIN_A_WINDOW[goal.state]
    : `${leafName(goal.decider, rule)}-${DECIDES[goal.state]}`
}

/** A lower bound is reached or not; an upper bound is kept or passed. */
export const sideOf = ({ leaf, meets }: Extract<Boundary, { readonly kind: 'mark' }>): string =>
  meets ? 'at' : leaf.operator.startsWith('greater') ? 'short-of' : 'past'

/** The fact; with what it is compared with, where the rule compares it with more than one thing. */
function leafName({ fact, value }: Leaf, rule: Rule): string {
  const others = leavesOf(rule.when).filter((leaf) => leaf.fact === fact)
  const alone = new Set(others.map((leaf) => JSON.stringify(leaf.value))).size === 1
  const compared = typeof value === 'object' && 'fact' in value ? lastPart(value.fact) : [value].flat().join(' ')
  return words(alone ? lastPart(fact) : `${lastPart(fact)} ${compared}`)
}

const lastPart = (id: string): string => id.split('.').at(-1) ?? id

/** `highCount` to `high-count`, `1.9.1` to `one-nine-one`: letters alone. */
const words = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[0-9]/g, (digit) => ` ${DIGITS[Number(digit)]} `)
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
