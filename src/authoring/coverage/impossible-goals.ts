import { isNever } from '../check/claim'
import { daysToCheck } from '../check/days-to-check'
import { policyOf } from '../check/policy-of'
import { type World, worldOn } from '../check/world'
import { type Day, parseDay } from '../../core/calendar/day'
import type { Policy, PolicyOverrides } from '../../core/rules/policy'
import { lengthOf } from '../../core/rules/length'
import type { RuleSet } from '../../core/rules/rule-set'
import { countsMonths } from './counts-months'
import type { Goal } from './goal'
import { casesFor } from './goal-cases'
import { widerPoliciesFor } from './other-policies'

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
  const lookOn = (day: Day, looked: readonly Goal[]): World => {
    const worlds = [worldOn(ruleSet, policy, day, 'any'), worldOn(ruleSet, policy, day, 'longest-case')] as const
    for (const goal of looked) if (!possible.has(goal) && isPossible(goal, worlds)) possible.add(goal)
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

/** What is answered may lie any time ago, what is not no longer ago than the longest case. */
const isPossible = (goal: Goal, [any, longest]: readonly [World, World]): boolean =>
  (goal.state === 'open' || goal.state === 'unknown' ? [any, longest] : [any]).some((world) =>
    casesFor(goal, world).some(({ shownBy }) => !isNever(shownBy)),
  )

const mayDifferByDay = (goal: Goal, world: World): boolean =>
  (goal.kind !== 'rules' && goal.kind !== 'conditions') || countsMonths(goal.rule, world)

/** A state in which no window of a service can be, whatever the case and the day. */
function isOutOfReach(goal: Goal, { rules }: RuleSet, policy: Policy): boolean {
  if (goal.kind !== 'services' || goal.state === 'reached') return false
  const { service, state } = goal
  return rules.every(({ event, timing }) => {
    if (event.type !== 'recommend' || !event.params.services.includes(service.id) || !timing) return true
    const { months, days } = lengthOf(timing.from, policy)
    const isOfToday = timing.anchor === 'asOf'
    const startsNow = isOfToday && months === 0 && days === 0
    if (state === 'planned') return startsNow
    return state === 'overdue' ? isOfToday || timing.whenPassed === 'over' : isOfToday && !startsNow
  })
}
