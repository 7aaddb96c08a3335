import { breakpointsOf } from '../../core/evaluate/conditions'
import { lengthOf } from '../../core/rules/length'
import { type Rule, type RuleSet, leavesOf } from '../../core/rules/rule-set'
import { type Goal, decidersOf } from './goal'
import { type RuledCases, casesFor, decider, levelsOf, sightOn } from './goal-cases'
import { type Policy, type PolicyOverrides, parameterIn, resolvePolicy } from '../../core/rules/policy'
import { checkPolicy } from '../../core/rules/check-window'
import type { Length } from '../../core/rules/document'
import { isNever } from '../check/claim'
import { daysToCheck } from '../check/days-to-check'
import { policyOf } from '../check/policy-of'
import { A_WORLD, withinBudget } from '../check/within-budget'
import { type World, worldOn } from '../check/world'
import { type Day, parseDay } from '../../core/calendar/day'

/**
 * Whether a rule turns on a day that lies a number of months away, or has a window that does. Months differ in length,
 * so that what no case meets on one day may be met on another; weeks and days are the same on every day.
 */
export function countsMonths(rule: Rule, world: RuledCases): boolean {
  const { ruleSet, policy } = world.facts
  const { timing } = rule
  if (timing && [timing.from, timing.until].some((length) => lengthOf(length, policy).months > 0)) return true
  const { turns } = breakpointsOf({ ...ruleSet, rules: [rule], checklists: [], milestones: [] }, policy)
  const sight = sightOn(world)
  const levels = decidersOf(rule).flatMap((one) => [...levelsOf(decider({ rule, decider: one }, sight))])
  return levels.some((level) => {
    const of = world.cases.dimensions.get(level)?.of ?? ''
    return turns.get(of)?.some(({ length }) => length.months > 0) ?? false
  })
}

type Written = Pick<Rule, 'when' | 'timing'>

/**
 * The policy values under which a rule is looked at: those in force, and each other way in which its comparisons of
 * policy values can come out. They are the same in every case, so that only another policy shows what they decide.
 */
export function policiesFor(
  { when }: Pick<Written, 'when'>,
  ruleSet: RuleSet,
  inForce: PolicyOverrides = {},
): readonly PolicyOverrides[] {
  const compared = leavesOf(when).flatMap(({ fact, value }) => {
    if (parameterIn(fact) === undefined) return []
    const sides = [fact, typeof value === 'object' && 'fact' in value ? value.fact : '']
    return [
      { names: sides.flatMap((side) => parameterIn(side) ?? []), values: typeof value === 'number' ? [value] : [] },
    ]
  })
  let policies: readonly PolicyOverrides[] = [inForce]
  for (const { names, values } of compared) {
    const numbers = [...values, ...names.map((name) => inForce[name] ?? ruleSet.parameters.get(name)?.default)]
    const around = numbers.flatMap((one) => (typeof one === 'number' ? [one - 1, one, one + 1] : []))
    const changes = names.flatMap((name) => [...new Set(around)].map((value) => ({ [name]: value })))
    policies = policies.flatMap((policy) => [policy, ...changes.map((change) => ({ ...policy, ...change }))])
  }
  return policies.filter((policy) => policy === inForce || isValid(policy, ruleSet))
}

/**
 * Those, and each parameter that the rule compares with or counts by at other values than it has: at both ends of its
 * range and, of a number, next to what it is. What is impossible under all of these is not only so by the policy.
 */
export function widerPoliciesFor(
  rule: Written,
  ruleSet: RuleSet,
  inForce: PolicyOverrides,
): readonly PolicyOverrides[] {
  const moved = parametersOf(rule).flatMap((name) => {
    const parameter = ruleSet.parameters.get(name)
    if (!parameter) return []
    const value = inForce[name] ?? parameter.default
    const ends = [...new Set(parameter.range)].map((end) => (parameter.unit === 'duration' ? `P${end}D` : end))
    const values = typeof value === 'number' ? [...ends, value - 1, value + 1] : ends
    return [...new Set(values)].map((other) => ({ ...inForce, [name]: other }))
  })
  return [...policiesFor(rule, ruleSet, inForce), ...moved.filter((policy) => isValid(policy, ruleSet))]
}

function parametersOf({ when, timing }: Written): readonly string[] {
  const thresholds = leavesOf(when).flatMap(({ value }) =>
    typeof value === 'object' && 'fact' in value ? (parameterIn(value.fact) ?? []) : [],
  )
  const lengths: readonly Length[] = timing ? [timing.from, timing.until] : []
  const named = lengths.flatMap((length) =>
    typeof length === 'string' ? [] : [length.policy, length.plus ?? []].flat(),
  )
  return [...new Set([...thresholds, ...named])]
}

function isValid(overrides: PolicyOverrides, ruleSet: RuleSet): boolean {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  return resolved.ok && checkPolicy(ruleSet, resolved.policy).length === 0
}

/**
 * The goals that no case can show: proved over every case that a snapshot can describe, on days of every length of
 * month under the policy in force, and on one day under others that the rule may have.
 */
export function impossibleGoals(
  goals: readonly Goal[],
  ruleSet: RuleSet,
  inForce: PolicyOverrides = {},
): ReadonlySet<Goal> {
  const byPolicy = new Map<string, Goal[]>([[JSON.stringify(inForce), [...goals]]])
  for (const goal of goals)
    for (const policy of goal.kind === 'services' ? [] : widerPoliciesFor(goal.rule, ruleSet, inForce)) {
      const asked = byPolicy.get(JSON.stringify(policy)) ?? []
      if (!asked.includes(goal)) byPolicy.set(JSON.stringify(policy), [...asked, goal])
    }
  const possible = new Set<Goal>()
  const [[first], ...others] = [...byPolicy] as [[string, Goal[]], ...(readonly [string, Goal[]])[]]
  const lookUnder = (text: string, asked: readonly Goal[], days: 'one-day' | 'every-day'): void => {
    const left = asked.filter((goal) => !possible.has(goal))
    const policy = policyOf(ruleSet, JSON.parse(text) as PolicyOverrides)
    for (const goal of left.length > 0 ? possibleAmong(left, ruleSet, policy, days) : []) possible.add(goal)
  }
  lookUnder(first, goals, 'one-day')
  for (const [text, asked] of others) lookUnder(text, asked, 'one-day')
  lookUnder(first, goals, 'every-day')
  return new Set(goals.filter((goal) => !possible.has(goal)))
}

function possibleAmong(
  goals: readonly Goal[],
  ruleSet: RuleSet,
  policy: Policy,
  days: 'one-day' | 'every-day',
): ReadonlySet<Goal> {
  const asOf = parseDay(ruleSet.manifest.validFrom) as Day
  const possible = new Set<Goal>()
  const worldsOn = (day: Day): Worlds => [
    worldOn(ruleSet, policy, day, 'any'),
    worldOn(ruleSet, policy, day, 'longest-case'),
  ]
  const lookOn = (day: Day, looked: readonly Goal[]): World => {
    let worlds = worldsOn(day)
    for (const goal of looked) {
      if (possible.has(goal)) continue
      if (worlds.some(({ cases }) => cases.diagrams.size() > A_WORLD)) worlds = worldsOn(day)
      if (mayBePossible(goal, worlds)) possible.add(goal)
    }
    return worlds[0]
  }
  const world = lookOn(
    asOf,
    goals.filter((goal) => !isOutOfReach(goal, ruleSet, policy)),
  )
  const dated = goals.filter(
    (goal) => !possible.has(goal) && !isOutOfReach(goal, ruleSet, policy) && mayDifferByDay(goal, world),
  )
  for (const day of days === 'every-day' && dated.length > 0 ? daysToCheck(asOf) : []) lookOn(day, dated)
  return possible
}

type Worlds = readonly [World, World]

/**
 * What is answered may lie any time ago, what is not no longer ago than the longest case. What would take too much to
 * decide may be possible: only a proof makes a goal impossible.
 */
const mayBePossible = (goal: Goal, [any, longest]: Worlds): boolean =>
  (goal.state === 'open' || goal.state === 'unknown' ? [any, longest] : [any]).some(
    (world) =>
      withinBudget(world, () => casesFor(shiftable(goal), world).some(({ shownBy }) => !isNever(shownBy))) !== false,
  )

/**
 * Cases as they are looked at here have no leave and were raised on no earlier day. Either shifts windows: a leave plans
 * what is due, and what was raised is overdue once its time has passed.
 */
const shiftable = (goal: Goal): Goal => (goal.kind === 'services' ? { ...goal, state: 'reached' } : goal)

const mayDifferByDay = (goal: Goal, world: World): boolean =>
  (goal.kind !== 'rules' && goal.kind !== 'conditions') || countsMonths(goal.rule, world)

/**
 * A reason that ends with its window is never overdue; what counts from the day on which it was raised does not end so.
 * What is for a job group waits for nobody's leave: of what counts from the day itself nothing is planned.
 */
function isOutOfReach(goal: Goal, { rules, services }: RuleSet, policy: Policy): boolean {
  if (goal.kind !== 'services' || (goal.state !== 'overdue' && goal.state !== 'planned')) return false
  const { service, state } = goal
  const groups = new Set(services.filter(({ level }) => level === 'group').map(({ id }) => id))
  return rules.every(({ event, timing }) => {
    if (event.type !== 'recommend' || !event.params.services.includes(service.id) || !timing) return true
    const { anchor, whenPassed, worthwhileUntil, notBefore, from } = timing
    if (state === 'overdue') return whenPassed === 'over' && anchor !== 'asOf' && worthwhileUntil === undefined
    const { months, days } = lengthOf(from, policy)
    const startsNow = anchor === 'asOf' && notBefore === undefined && months === 0 && days === 0
    return startsNow && event.params.services.every((id) => groups.has(id))
  })
}
