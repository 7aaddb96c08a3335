import type { Day } from '../calendar/day'
import type { Case, Leave, Spell } from './case'

/**
 * The first day of the current case, after merging (BW 7:629 lid 10, WIA 23 lid 3; SV-01 to SV-09).
 * More than one is possible while nobody has said whether a long gap was maternity leave, or whether
 * illness before and after the leave has the same cause.
 */
export interface FirstDayCandidates {
  /** From the latest to the earliest: each next one merges one spell more. */
  readonly days: readonly Day[]
  /** The one to show: the presumption of the law, or what the records say. */
  readonly presumed: Day
  /** The unanswered facts that decide between them. */
  readonly dependsOn: readonly string[]
  /** Leave and fit days together make a break, without the leave they would not (SV-09: the sources conflict). */
  readonly legalCheck: boolean
}

export interface MergingRules {
  /** A gap of fewer days merges two spells. */
  readonly mergeWithin: number
}

type Gap =
  | { readonly merge: 'yes' | 'no' }
  | { readonly merge: 'open'; readonly fact: string; readonly presumed: boolean }

const MERGED: Gap = { merge: 'yes' }
const APART: Gap = { merge: 'no' }
const LEAVES_OPEN: Gap = { merge: 'open', fact: 'absence.leaves', presumed: false }
const CAUSE_OPEN: Gap = { merge: 'open', fact: 'absence.leaves.oneCase', presumed: true }

/** Undefined when the spells are unanswered, null when the employee is not absent. */
export function effectiveFirstDay(opened: Case, rules: MergingRules): FirstDayCandidates | null | undefined {
  if (!opened.spells) return undefined
  const spells = opened.spells
  const open = spells.at(-1)
  if (!open || open.recoveredOn !== undefined) return null
  const days: Day[] = []
  const dependsOn: string[] = []
  let presumed: Day | undefined
  let legalCheck = false
  let current = open.firstDay
  // Days between merged spells are not counted, so each merged spell moves the first day back by its own length.
  for (let index = spells.length - 1; index > 0; index--) {
    const before = spells[index - 1] as Spell
    const after = spells[index] as Spell
    const gap = judgeGap(before, after, opened.leaves, rules)
    legalCheck ||= needsLegalCheck(before, after, opened.leaves, rules)
    if (gap.merge === 'no') break
    if (gap.merge === 'open') {
      days.push(current)
      if (!dependsOn.includes(gap.fact)) dependsOn.push(gap.fact)
      if (!gap.presumed) presumed ??= current
    }
    current -= (before.recoveredOn as Day) - before.firstDay
  }
  days.push(current)
  return { days, presumed: presumed ?? current, dependsOn, legalCheck }
}

function judgeGap(before: Spell, after: Spell, leaves: readonly Leave[] | undefined, rules: MergingRules): Gap {
  const start = before.recoveredOn as Day
  if (after.firstDay - start < rules.mergeWithin) return MERGED
  if (!leaves) return LEAVES_OPEN
  const leave = leaves.find(
    (item) => item.from === start && (item.until === after.firstDay || item.until + 1 === after.firstDay),
  )
  if (!leave) return APART
  if (leave.oneCase === undefined) return CAUSE_OPEN
  return leave.oneCase ? MERGED : APART
}

function needsLegalCheck(
  before: Spell,
  after: Spell,
  leaves: readonly Leave[] | undefined,
  rules: MergingRules,
): boolean {
  const start = before.recoveredOn as Day
  const end = after.firstDay
  if (!leaves || leaves.length === 0 || end - start < rules.mergeWithin) return false
  const inside = leaves.filter((leave) => leave.until >= start && leave.from < end)
  const adjoins = inside.some((leave) => leave.from === start && leave.until + 1 >= end)
  const leaveDays = inside.reduce((sum, leave) => sum + Math.min(leave.until + 1, end) - Math.max(leave.from, start), 0)
  return !adjoins && leaveDays > 0 && end - start - leaveDays < rules.mergeWithin
}
