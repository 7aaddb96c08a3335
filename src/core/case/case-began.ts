import type { Day } from '../calendar/day'
import { answerTo } from './answers'
import type { Case, Leave, Spell } from './case'

/**
 * The first day on which the case that is open on `asOf` can have begun: that of the earliest spell that can be counted
 * with it, as it was, days between spells included. Undefined while nobody is known to be absent. A bound to check days
 * by and no legal day: where leave is not known, or touches a gap and was not said to part two cases, the gap may have
 * been merged.
 */
export function caseBegan({ spells = [], leaves, answers }: Case, mergeWithin: number): Day | undefined {
  const open = spells.at(-1)
  if (!open || open.recoveredOn !== undefined) return undefined
  let began = open.firstDay
  for (let index = spells.length - 2; index >= 0; index--) {
    const spell = spells[index] as Spell
    if (!mayMerge(spell.recoveredOn, began, leaves, mergeWithin)) break
    began = spell.firstDay
  }
  const listed = answerTo(answers, 'absence.spellsFrom')
  if (listed?.state !== 'known' || listed.value === null) return began
  // Reports before that day are not listed: one that lasted until it may be part of the case.
  const from = listed.value as Day
  return began < from || mayMerge(from, began, leaves, mergeWithin) ? undefined : began
}

/** The day fit again may lie a weekend before the leave, or after it: touching is taken widely. */
const NEAR = 4

function mayMerge(
  recoveredOn: Day | undefined,
  next: Day,
  leaves: readonly Leave[] | undefined,
  within: number,
): boolean {
  if (recoveredOn === undefined || next - recoveredOn < within || !leaves) return true
  return leaves.some(
    ({ from, until, oneCase }) => oneCase !== false && from <= next + NEAR && until >= recoveredOn - NEAR,
  )
}
