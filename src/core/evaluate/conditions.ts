import { perPolicy, perRuleSet } from '../cache'
import type { Duration } from '../calendar/day'
import type { Breakpoints, Turn } from '../facts/derive-facts'
import { DERIVED_FACTS } from '../facts/fact-catalogue'
import type { TimingDocument } from '../rules/document'
import { lengthOf } from '../rules/length'
import { duration, type Policy, parameterIn } from '../rules/policy'
import { type Expanded, leavesOf, type Rule, type RuleSet, thresholdOf } from '../rules/rule-set'
import type { Outcome, Outcomes } from './outcome'

/** A rule set with the policy under which it is applied. */
export interface RulesInForce {
  readonly ruleSet: RuleSet
  readonly policy: Policy
}

/** One condition to be judged for a case: of a rule, a checklist or a milestone. */
export interface JudgedCondition {
  readonly id: string
  readonly condition: Expanded
  /** The rule whose window must exist: there is a day to count from, and its moment is neither over nor still to come. */
  readonly window?: Rule
}

export const checklistCondition = (checklist: string): string => `checklist:${checklist}`
export const milestoneCondition = (milestone: string): string => `milestone:${milestone}`

/** Everything that an evaluator is asked about a case. */
export const conditionsOf = perRuleSet((ruleSet: RuleSet): readonly JudgedCondition[] => [
  ...ruleSet.rules.map((rule) => ({
    id: rule.id,
    condition: rule.when,
    ...(rule.timing && mayHaveNoWindow(rule.timing) ? { window: rule } : {}),
  })),
  ...ruleSet.checklists.map((checklist) => ({ id: checklistCondition(checklist.id), condition: checklist.positive })),
  ...ruleSet.milestones
    .filter(({ appliesWhen }) => leavesOf(appliesWhen).length > 0)
    .map((milestone) => ({ id: milestoneCondition(milestone.id), condition: milestone.appliesWhen })),
])

/** Where a condition stands among them, by id. */
export const conditionPlaces = perRuleSet(
  (ruleSet: RuleSet): ReadonlyMap<string, number> => new Map(conditionsOf(ruleSet).map(({ id }, place) => [id, place])),
)

/** One and the same object for timings that say the same, so that a window is worked out once for all their rules. */
export const timingsOf = perRuleSet(({ rules }: RuleSet): ReadonlyMap<string, TimingDocument> => {
  const distinct = new Map<string, TimingDocument>()
  return new Map(
    rules.flatMap(({ id, timing }): readonly (readonly [string, TimingDocument])[] => {
      if (!timing) return []
      const key = JSON.stringify(timing)
      const found = distinct.get(key) ?? timing
      distinct.set(key, found)
      return [[id, found]]
    }),
  )
})

/** The name of a fact that no snapshot has: whether rules with this timing have a window. By the place of the timing. */
const windowFact = (place: number): string => `window:${place}`

/** Each timing once, by the name of the fact that tells whether there is a window. */
export const windowTimings = perRuleSet(
  (ruleSet: RuleSet): ReadonlyMap<string, TimingDocument> =>
    new Map([...new Set(timingsOf(ruleSet).values())].map((timing, place) => [windowFact(place), timing])),
)

/** The name of that fact for a rule. */
export const windowFactOf = perRuleSet((ruleSet: RuleSet): ((rule: string) => string) => {
  const names = new Map([...windowTimings(ruleSet)].map(([name, timing]) => [timing, name]))
  return (rule) => names.get(timingsOf(ruleSet).get(rule) as TimingDocument) ?? ''
})

/** A plain "now" always has a window; any other may not. */
export const mayHaveNoWindow = ({ anchor, notBefore, worthwhileUntil, notShownBefore }: TimingDocument): boolean =>
  anchor !== 'asOf' || notBefore !== undefined || worthwhileUntil !== undefined || notShownBefore !== undefined

/** Facts that count from a day, with the length of one unit and the count on that day itself. */
const COUNTED: Readonly<Record<string, { readonly day: string; readonly unit: Duration; readonly first: number }>> = {
  'absence.completedWeeks': { day: 'absence.effectiveFirstDay', unit: { months: 0, days: 7 }, first: 0 },
  'absence.ordinalWeek': { day: 'absence.effectiveFirstDay', unit: { months: 0, days: 7 }, first: 1 },
  'absence.completedMonths': { day: 'absence.effectiveFirstDay', unit: { months: 1, days: 0 }, first: 0 },
}

/** Everything next to which something in this rule set can turn, under this policy. */
export const breakpointsOf = perPolicy((ruleSet: RuleSet, policy: Policy): Breakpoints => {
  const numbers = new Map<string, number[]>()
  const turns = new Map<string, Turn[]>()
  const add = <Item>(to: Map<string, Item[]>, fact: string, more: readonly Item[]): void => {
    to.set(fact, [...(to.get(fact) ?? []), ...more])
  }
  for (const leaf of allLeaves(ruleSet)) {
    if (parameterIn(leaf.fact) !== undefined) continue
    const values = [thresholdOf(leaf, policy)].flat().filter((value) => typeof value === 'number')
    const counted = COUNTED[leaf.fact]
    if (!counted) add(numbers, leaf.fact, values)
    // A comparison turns when the count reaches the number, or when it reaches the next.
    else
      for (const count of values.flatMap((value) => [Math.ceil(value), Math.floor(value) + 1]))
        add(turns, counted.day, [{ length: times(counted.unit, count - counted.first), when: 'complete' }])
  }
  for (const { timing } of ruleSet.rules) {
    if (!timing) continue
    add(turns, timing.anchor, [
      { length: lengthOf(timing.from, policy), when: 'complete' },
      { length: lengthOf(timing.until, policy), when: 'exceeded' },
      ...(timing.notShownBefore
        ? [{ length: lengthOf(timing.notShownBefore, policy), when: 'complete' } as const]
        : []),
    ])
    const { notBefore, worthwhileUntil } = timing
    if (notBefore) add(turns, notBefore.anchor, [{ length: lengthOf(notBefore.length, policy), when: 'complete' }])
    if (worthwhileUntil)
      add(turns, worthwhileUntil.anchor, [{ length: lengthOf(worthwhileUntil.length, policy), when: 'exceeded' }])
  }
  for (const { turnsAfter } of DERIVED_FACTS.values())
    for (const { day, parameter, when = 'exceeded' } of [turnsAfter ?? []].flat())
      if (policy.has(parameter)) add(turns, day, [{ length: duration(policy, parameter), when }])
  return { numbers, turns }
})

/** Also those that needs and relations of services read. */
const allLeaves = (ruleSet: RuleSet) =>
  [
    ...conditionsOf(ruleSet).map(({ condition }) => condition),
    ...[...ruleSet.services, ...ruleSet.rules].flatMap(({ needs }) => needs.flatMap(({ when }) => when ?? [])),
    ...ruleSet.services.flatMap(({ answersQuestion }) => answersQuestion?.reopenedBy ?? []),
  ].flatMap(leavesOf)

const times = ({ months, days }: Duration, count: number): Duration => ({ months: months * count, days: days * count })

/** Outcomes in strong Kleene logic, by the id of what was asked: rules, and checklists as `checklist:<id>`. */
export type RuleOutcomes = Pick<ReadonlyMap<string, Outcome>, 'get'>

export const outcomesById = (ruleSet: RuleSet, outcomes: Outcomes): RuleOutcomes =>
  new Map(conditionsOf(ruleSet).map(({ id }, place) => [id, outcomes[place] as Outcome]))
