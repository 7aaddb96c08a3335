import type { World } from '../analyse/world'
import { marksOf } from '../evaluate/marks'
import type { Rule } from '../rule-set/rule-set'
import { decidersOf } from './goals-of'
import { decider, sightOn } from './rule-diagram'
import { levelsOf } from './unanswered'

/**
 * Whether a rule turns on a day that lies a number of months away. Months differ in length, so that what no case meets
 * on one day may be met on another; weeks and days are the same on every day.
 */
export function countsMonths(rule: Rule, world: World): boolean {
  const { ruleSet, policy } = world.facts
  const { turns } = marksOf({ ...ruleSet, rules: [rule], checklists: [], milestones: [] }, policy)
  const sight = sightOn(world)
  const levels = decidersOf(rule).flatMap((one) => [...levelsOf(decider({ rule, decider: one }, sight))])
  return levels.some((level) => {
    const of = world.cases.dimensions.get(level)?.of ?? ''
    return turns.get(of)?.some(({ length }) => length.months > 0) ?? false
  })
}
