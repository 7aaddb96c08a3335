import { deciderText } from '../cover/goal'
import { leavesOf } from '../rule-set/rule-set'
import type { Aim } from './aim'
import type { WindowDay } from './boundary'

const WINDOW_NAMES: Readonly<Record<WindowDay, string>> = {
  'day-short': 'day-short-of-the-window',
  'first-day': 'first-day-of-the-window',
  'last-day': 'last-day-of-the-window',
  'day-past': 'day-past-the-window',
}

/** The file of a fixture without its extension, after the boundary on which it stands: in words, `<checklist>/<rule>/<boundary>`. */
export function fixtureName(aim: Aim, taken: (path: string) => boolean): string {
  const path = `${aim.rule.id}/${boundaryName(aim)}`
  if (!taken(path)) return path
  let count = 0
  // Names are words: a, b and on.
  const suffix = (): string => [...count.toString(26)].map((digit) => letters[Number.parseInt(digit, 26)]).join('')
  while (taken(`${path}-${suffix()}`)) count += 1
  return `${path}-${suffix()}`
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

function boundaryName(aim: Aim): string {
  if (aim.kind === 'boundary') {
    const { boundary } = aim
    if (boundary.kind === 'window') return WINDOW_NAMES[boundary.day]
    return `${words(boundary.leaf.fact)}-${boundary.meets ? 'at' : 'short-of'}-the-mark`
  }
  const { goal } = aim
  if (goal.kind === 'rules') return goal.state
  if (goal.kind === 'holds') return goal.state === 'certain' ? 'held' : 'perhaps-held'
  if (goal.kind === 'waivers') return goal.state === 'certain' ? 'waived' : 'perhaps-waived'
  const { decider, rule, state } = goal
  if (decider === 'window')
    return { true: 'with-a-window', false: 'without-a-window', unknown: 'window-not-known' }[state]
  const compared = leavesOf(rule.when).filter(({ fact }) => fact === decider.fact)
  // Where a rule reads a fact twice, what it is compared with tells the two apart.
  const same = new Set(compared.map((leaf) => JSON.stringify(leaf))).size > 1
  const name = same ? words(deciderText(decider).replace(/^\S+\.(\S+) \S+ /, '$1 ')) : words(decider.fact)
  return `${name}-${{ true: 'decides', false: 'is-missing', unknown: 'not-asked' }[state]}`
}

/** `taskLoad.highCount` to `high-count`: letters alone. */
function words(text: string): string {
  const last =
    text
      .replace(/^policy\./, '')
      .split('.')
      .at(-1) ?? text
  const apart = (text.includes(' ') ? text : last).replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  return apart
    .replace(/[0-9]/g, (digit) => DIGITS[Number(digit)] ?? '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
}

const DIGITS = ['-zero-', '-one-', '-two-', '-three-', '-four-', '-five-', '-six-', '-seven-', '-eight-', '-nine-']
