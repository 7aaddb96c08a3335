import type { Advice, Recommendation } from '../../core/advice'
import { type Day, parseDay } from '../../core/calendar/day'
import type { RuleOutcomes } from '../../core/evaluate/conditions'
import type { Leaf } from '../../core/rules/document'
import { leavesOf, type Rule, type RuleSet } from '../../core/rules/rule-set'
import { type SeenCase, tryCase } from '../coverage/coverage'
import { goalText, targetsOf } from '../coverage/goal'
import { impossibleGoals } from '../coverage/impossible-goals'
import type { Expectation, ExpectedRecommendation } from '../testing/expectation'
import type { Fixture } from '../testing/fixture'
import { look } from '../testing/run-fixture'
import { type Aim, aimsFor, type Boundary, findCase, isShown, type WindowDay } from './find-case'
import { PLACEHOLDER_FACT } from './own-documents'

/** What an advice says of a rule: what a person has to confirm. */
export function expectedOf(rule: Rule, advice: Advice, outcomes: RuleOutcomes, ruleSet: RuleSet): Expectation {
  const { event } = rule
  const outcome = outcomes.get(rule.id)
  const stated: Expectation = outcome ? { outcomes: { [rule.id]: outcome } } : {}
  if (event.type === 'notice') {
    const { notice } = event.params
    const found = advice.notices.find(({ id }) => id === notice)
    return { ...stated, ...(found ? { notices: { [notice]: found.state } } : { noNotices: [notice] }) }
  }
  const services = event.type === 'waive' ? servicesOf(targetsOf(rule, ruleSet)) : servicesOf([rule])
  const found = services.flatMap((service) => advice.recommendations.filter((one) => one.service === service))
  const gone = services.filter((service) => !found.some((one) => one.service === service))
  return {
    ...stated,
    ...(found.length > 0 && { recommendations: found.map((one) => claimOn(one, rule)) }),
    ...(gone.length > 0 && { excludes: gone }),
  }
}

const servicesOf = (rules: readonly Rule[]): string[] => [
  ...new Set(rules.flatMap(({ event }) => ('services' in event.params ? event.params.services : []))),
]

function claimOn(
  { service, certainty, timing, reasons, heldBy, waivedBy }: Recommendation,
  { id, event }: Rule,
): ExpectedRecommendation {
  const carrying = reasons.filter((reason) => reason.certainty === certainty)
  // Several that are only possible can make one certain together: one of them is met whatever the answer.
  const named = (carrying.length > 0 ? carrying : reasons).map(({ rule }) => rule)
  const claim = { service, certainty, reasons: named }
  if (event.type === 'hold') {
    const hold = heldBy.find(({ rule }) => rule === id)
    return hold
      ? { ...claim, heldBy: { [id]: hold.certainty }, reviewOn: { [id]: hold.reviewOn } }
      : { ...claim, notHeldBy: [id] }
  }
  if (event.type === 'waive')
    return waivedBy.some(({ rule }) => rule === id) ? { ...claim, waivedBy: [id] } : { ...claim, notWaivedBy: [id] }
  const { state, startFrom, startBy } = timing
  const speaks = reasons.some(({ rule }) => rule === id)
  return {
    service,
    certainty,
    state,
    startFrom,
    startBy,
    reasons: speaks ? [id] : named,
    ...(!speaks && { notReasons: [id] }),
  }
}

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

/** Fixtures that were missing, and what no fixture could be written for. */
export interface Scaffolded {
  readonly written: readonly ScaffoldedFixture[]
  /** In words; without what is proved impossible. */
  readonly unshown: readonly string[]
}

/** A fixture before it is a file: what it expects is what the advice says now, for a person to confirm. */
export interface ScaffoldedFixture {
  /** Below the folder of fixtures, without extension. */
  readonly path: string
  readonly document: Pick<Fixture, 'note' | 'generated' | 'snapshot' | 'options' | 'expect'>
}

/**
 * The fixtures that some rules lack: cases on either side of each mark and window, and one in which each comparison
 * decides on its own. What a fixture shows already, confirmed or not, is not written again.
 *
 * @param on The day of the cases, `YYYY-MM-DD`; the first day on which the rule set is valid unless given.
 */
export function scaffoldFixtures(
  rules: readonly Rule[],
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  on: string = ruleSet.manifest.validFrom,
): Scaffolded {
  const asOf = parseDay(on) as Day
  const aims = rules.flatMap((rule) => aimsFor(rule, ruleSet))
  let left = aims
  const see = (seen: SeenCase | undefined): void => {
    if (seen) left = left.filter((aim) => !isShown(aim, seen))
  }
  for (const { snapshot, options } of fixtures) {
    if (left.length > 0) see(tryCase(snapshot, { ruleSet, policy: options?.policy ?? {} }))
  }
  const taken = new Set(fixtures.map(({ path }) => path))
  const written: ScaffoldedFixture[] = []
  const unshown: Aim[] = []
  for (let [aim] = left; aim; [aim] = left) {
    left = left.slice(1)
    const found = findCase(aim, ruleSet, asOf)
    if (!found) {
      unshown.push(aim)
      continue
    }
    const path = fixtureName(aim, (one) => taken.has(one))
    taken.add(path)
    const { snapshot, policy } = found
    const { advice, seen } = look(snapshot, { ruleSet, policy, locale: 'en' })
    written.push({
      path,
      document: {
        note: `Generated for ${aimText(aim)}. Confirm what is expected, say here why, and take "generated" away.`,
        generated: true,
        snapshot: snapshot as Fixture['snapshot'],
        ...(Object.keys(policy).length > 0 && { options: { policy } }),
        expect: expectedOf(aim.rule, advice, seen.outcomes, ruleSet),
      },
    })
    see(tryCase(snapshot, { ruleSet, policy }))
  }
  return { written, unshown: textsOf(unshown, ruleSet) }
}

/** A boundary that no case shows is none: a count may not reach it, or another comparison stands before it. */
function textsOf(unshown: readonly Aim[], ruleSet: RuleSet): readonly string[] {
  const goals = unshown.flatMap((aim) => (aim.kind === 'goal' ? [aim.goal] : []))
  const impossible = impossibleGoals(goals, ruleSet)
  return goals.filter((goal) => !impossible.has(goal)).map(goalText)
}

function aimText(aim: Aim): string {
  if (aim.kind === 'goal') return goalText(aim.goal)
  const { rule, boundary } = aim
  return boundary.kind === 'window'
    ? `${rule.id}: ${WINDOW_NAMES[boundary.day].replaceAll('-', ' ')}`
    : `${rule.id}: ${boundary.leaf.fact} ${sideOf(boundary).replace('-', ' ')} the mark`
}

const [SECTION, NAME] = PLACEHOLDER_FACT.split('.') as [string, string]

/** Each side of a new rule: what its one fact is, and what the fixture says of that. */
const SIDES = {
  met: { answer: true, note: 'The rule is met. Confirm what is expected here, then take "generated" out.' },
  'not-met': { answer: false, note: 'The rule is not met. Confirm what is expected here, then take "generated" out.' },
  open: { answer: undefined, note: 'It is not known yet. Confirm what is expected here, then take "generated" out.' },
} as const

/**
 * Fixtures for a new rule of the form that `newRule` gives it, by name: met, not met and open. What they expect is what the
 * rule set says now; they are marked as generated until a person has confirmed them.
 */
export function fixturesFor(rule: string, ruleSet: RuleSet, schema: string): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(SIDES).map(([name, { answer, note }]) => {
      const snapshot = {
        asOf: ruleSet.manifest.checkedOn,
        ...(answer === undefined ? {} : { [SECTION]: { [NAME]: answer } }),
      }
      return [
        name,
        { $schema: schema, note, generated: true, snapshot, expect: expectationOf(rule, snapshot, ruleSet) },
      ]
    }),
  )
}

/** A first case of a new rule set, on another fact than that of new rules. */
export function firstFixture(ruleSet: RuleSet, schema: string): object {
  const snapshot = { asOf: ruleSet.manifest.checkedOn, conflict: { status: 'established', handling: 'none' } }
  const { advice } = look(snapshot, { ruleSet })
  const certain = advice.recommendations.filter(({ certainty }) => certainty === 'certain')
  const expect: Expectation = { status: advice.status, ...claimed(certain) }
  return {
    $schema: schema,
    note: 'A conflict that nobody handles yet. Replace this by a case of your own.',
    generated: true,
    snapshot,
    expect,
  }
}

function expectationOf(id: string, snapshot: object, ruleSet: RuleSet): Expectation {
  const { advice, seen } = look(snapshot, { ruleSet })
  const outcome = seen.outcomes.get(id)
  const spoken = advice.recommendations
    .map((one) => ({ ...one, reasons: one.reasons.filter(({ rule }) => rule === id) }))
    .filter(({ reasons }) => reasons.length > 0)
  return { ...(outcome && { outcomes: { [id]: outcome } }), ...claimed(spoken) }
}

/** The window of what is only possible hangs on other rules, and is left out. */
const claimed = (recommendations: readonly Recommendation[]): Pick<Expectation, 'recommendations'> =>
  recommendations.length === 0
    ? {}
    : {
        recommendations: recommendations.map(({ service, certainty, timing, reasons }) => ({
          service,
          certainty,
          ...(certainty === 'certain' && { state: timing.state, startBy: timing.startBy }),
          reasons: reasons.filter((reason) => reason.certainty === certainty).map(({ rule }) => rule),
        })),
      }
