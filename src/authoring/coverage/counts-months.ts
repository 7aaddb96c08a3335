import { breakpointsOf } from '../../core/evaluate/conditions'
import { lengthOf } from '../../core/rules/length'
import type { Rule } from '../../core/rules/rule-set'
import { decidersOf } from './goals-of'
import { decider, type RuledCases, sightOn } from './rule-diagram'
import { levelsOf } from './unanswered'

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
