import type { Duration } from '../calendar/duration'
import type { Marks, Turn } from '../facts/context'
import { DERIVED_FACTS } from '../facts/fact-catalogue'
import { lengthOf } from '../rules/length'
import { perPolicy } from '../rules/per-policy'
import { duration, type Policy, parameterIn } from '../rules/policy'
import { leavesOf, type RuleSet, thresholdOf } from '../rules/rule-set'
import { questionsOf } from './question'

/** Facts that count from a day, with the length of one unit and the count on that day itself. */
const COUNTED: Readonly<Record<string, { readonly day: string; readonly unit: Duration; readonly first: number }>> = {
  'absence.completedWeeks': { day: 'absence.effectiveFirstDay', unit: { months: 0, days: 7 }, first: 0 },
  'absence.ordinalWeek': { day: 'absence.effectiveFirstDay', unit: { months: 0, days: 7 }, first: 1 },
  'absence.completedMonths': { day: 'absence.effectiveFirstDay', unit: { months: 1, days: 0 }, first: 0 },
}

/** Everything next to which something in this rule set can turn, under this policy. */
export const marksOf = perPolicy((ruleSet: RuleSet, policy: Policy): Marks => {
  const numbers = new Map<string, number[]>()
  const turns = new Map<string, Turn[]>()
  const add = <Mark>(marks: Map<string, Mark[]>, fact: string, more: readonly Mark[]): void => {
    marks.set(fact, [...(marks.get(fact) ?? []), ...more])
  }
  for (const { condition } of questionsOf(ruleSet))
    for (const leaf of leavesOf(condition)) {
      if (parameterIn(leaf.fact) !== undefined) continue
      const values = [thresholdOf(leaf, policy)].flat().filter((value) => typeof value === 'number')
      const counted = COUNTED[leaf.fact]
      if (!counted) add(numbers, leaf.fact, values)
      // A comparison turns when the count reaches the number, or when it reaches the next.
      else
        for (const count of values.flatMap((value) => [Math.ceil(value), Math.floor(value) + 1]))
          add(turns, counted.day, [{ length: times(counted.unit, count - counted.first), when: 'complete' }])
    }
  for (const { timing } of ruleSet.rules)
    if (timing)
      add(turns, timing.anchor, [
        { length: lengthOf(timing.from, policy), when: 'complete' },
        { length: lengthOf(timing.until, policy), when: 'exceeded' },
      ])
  for (const { turnsAfter } of DERIVED_FACTS.values())
    if (turnsAfter) add(turns, turnsAfter.day, [{ length: duration(policy, turnsAfter.parameter), when: 'exceeded' }])
  return { numbers, turns }
})

const times = ({ months, days }: Duration, count: number): Duration => ({ months: months * count, days: days * count })
