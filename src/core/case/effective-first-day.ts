import { type Day, type Duration, subtractDuration } from '../calendar/day'
import { answerTo, type Case, type Leave, leaveNow, type Spell } from './case'

/**
 * The first day of the current case, after merging (BW 7:629 lid 10, WIA 23 lid 3; SV-01 to SV-09).
 * More than one is possible while nobody has said whether a long gap was maternity leave, or whether illness before and
 * after the leave is one case, while it is not settled that they adjoin, and while a day is only known to the month.
 */
export interface FirstDayCandidates {
  /** From the latest to the earliest. */
  readonly days: readonly Day[]
  /** The one to show: the presumption of the law, or what the records say. Of days in a month the last. */
  readonly presumed: Day
  /** The facts that decide between them. */
  readonly dependsOn: readonly string[]
  /** Spells that are not known (absence.spellsFrom) can move it to any day before this one. */
  readonly before?: Day
  /** The other reading of the law, where the sources conflict on leave inside a gap (SV-09); the policy chose one. */
  readonly otherReading?: Day
}

export interface MergingRules {
  /** A gap of fewer days merges two spells. */
  readonly mergeWithin: number
  /** From one to so many days between illness and leave it is not settled that they adjoin: only working days count. */
  readonly mostGapDays: number
  /** Whether leave that does not adjoin on both sides counts as an interruption (SV-08), or not (SV-09). */
  readonly leaveBreaksGap: boolean
}

const SPELLS = 'absence.spells'
const LEAVES = 'absence.leaves'
const ONE_CASE = 'absence.leaves.oneCase'
const KNOWN_FROM = 'absence.spellsFrom'

/** Undefined when the spells are unanswered, null when the employee is not absent. */
export function effectiveFirstDay(opened: Case, rules: MergingRules): FirstDayCandidates | null | undefined {
  // Who is on leave is not ill (checked: leave and illness do not overlap), also where nobody listed the spells.
  if (leaveNow(opened)) return null
  const open = opened.spells?.at(-1)
  if (!opened.spells) return undefined
  return !open || open.recoveredOn !== undefined ? null : inBothReadings(opened, opened.spells, rules)
}

/**
 * The case of somebody who is on leave now, and was ill until it began: its days go on being counted after the leave, if
 * the illness then goes on as one case. Undefined where there is no such case.
 */
export function caseBeforeLeave(opened: Case, rules: MergingRules): FirstDayCandidates | undefined {
  const leave = leaveNow(opened)
  const last = opened.spells?.at(-1)
  if (!leave || !opened.spells || last?.recoveredOn === undefined || leave.oneCase === false) return undefined
  const until = lastOf(last).recoveredOn as Day
  return besides(until, leave.from, rules) === 'apart' ? undefined : inBothReadings(opened, opened.spells, rules)
}

/**
 * The days between the spells that lead to an effective first day, in order of time, and the day on which the case really
 * began. They are not counted; a term that ended before them is not put off by them.
 */
export function courseOf(
  { spells = [] }: Case,
  effective: Day,
): { readonly began: Day; readonly gaps: readonly Gap[] } {
  const last = spells.at(-1)
  let began = last ? lastOf(last).firstDay : effective
  let first = began
  const gaps: Gap[] = []
  for (const spell of [...spells].reverse().slice(1)) {
    if (first <= effective) break
    const recoveredOn = Math.min(lastOf(spell).recoveredOn ?? began, began)
    const firstDay = Math.min(lastOf(spell).firstDay, recoveredOn - 1)
    if (recoveredOn < began) gaps.unshift({ from: recoveredOn, until: began - 1 })
    first -= recoveredOn - firstDay
    began = firstDay
  }
  return { began, gaps }
}

/** Days on which somebody was not ill. */
type Gap = Pick<Leave, 'from' | 'until'>

function inBothReadings(opened: Case, spells: readonly Spell[], rules: MergingRules): FirstDayCandidates {
  const found = firstDaysOf(opened, spells, rules)
  const other = firstDaysOf(opened, spells, { ...rules, leaveBreaksGap: !rules.leaveBreaksGap })
  return found.days.includes(other.presumed) ? found : { ...found, otherReading: other.presumed }
}

/** A way in which the case can have begun: with the spell that was looked at last, on `first`. */
interface Beginning {
  /** The first day of that spell. */
  readonly spell: Day
  /** The first day of the case: days between merged spells are not counted. */
  readonly first: Day
}

/**
 * From the last spell back: each spell that merges moves the first day back by its own length. Every day that a spell can
 * begin or end on is tried, so that there can be several beginnings at each step.
 */
function firstDaysOf(opened: Case, spells: readonly Spell[], rules: MergingRules): FirstDayCandidates {
  const days = new Set<Day>()
  const dependsOn = new Set<string>()
  let presumed: Day | undefined
  let beginnings = beginningsOf(spells.at(-1) as Spell)
  let toTheMonth = spells.at(-1)?.atLatest !== undefined
  for (let index = spells.length - 1; index > 0 && beginnings.length > 0; index--) {
    const merged = new Map<string, Beginning>()
    let presumedApart = false
    const latest = latestOf(beginnings)
    toTheMonth ||= spells[index - 1]?.atLatest !== undefined
    for (const after of beginnings)
      for (const [firstDay, recoveredOn] of daysOf(spells[index - 1] as Spell, after.spell)) {
        const gap = judgeGap(recoveredOn, after.spell, opened.leaves, rules)
        if (gap.merge !== 'yes') days.add(after.first)
        if (gap.merge === 'no') {
          presumedApart ||= after.first === latest
          continue
        }
        if (gap.merge === 'open') {
          for (const fact of gap.facts) dependsOn.add(fact)
          presumedApart ||= !gap.presumed && after.first === latest
        }
        const first = after.first - (recoveredOn - firstDay)
        merged.set(`${firstDay} ${first}`, { spell: firstDay, first })
      }
    if (presumedApart) presumed ??= latest
    beginnings = [...merged.values()]
  }
  for (const { first } of beginnings) days.add(first)
  const found = [...days].sort((a, b) => b - a)
  if (toTheMonth && found.length > 1) dependsOn.add(SPELLS)
  const before = unknownBefore(opened, beginnings, rules)
  if (before !== undefined) dependsOn.add(KNOWN_FROM)
  return {
    days: found,
    presumed: presumed ?? (beginnings.length > 0 ? latestOf(beginnings) : (found[0] as Day)),
    dependsOn: [...dependsOn],
    ...(before === undefined ? {} : { before }),
  }
}

const latestOf = (beginnings: readonly Beginning[]): Day => Math.max(...beginnings.map(({ first }) => first))

const lastOf = ({ firstDay, recoveredOn, atLatest }: Spell) => atLatest ?? { firstDay, recoveredOn }

function beginningsOf(spell: Spell): readonly Beginning[] {
  const to = lastOf(spell).firstDay
  return daysBetween(spell.firstDay, to).map((day) => ({ spell: day, first: day }))
}

/** First day and first day fit again of a spell, in every way in which it can lie before another one. */
function* daysOf(spell: Spell, next: Day): Generator<readonly [firstDay: Day, recoveredOn: Day]> {
  const last = lastOf(spell)
  for (const recoveredOn of daysBetween(spell.recoveredOn as Day, Math.min(last.recoveredOn as Day, next)))
    for (const firstDay of daysBetween(spell.firstDay, Math.min(last.firstDay, recoveredOn - 1)))
      yield [firstDay, recoveredOn]
}

const daysBetween = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

/** Whether spells before the list could belong to the case: it begins with the first one listed, soon after the list does. */
function unknownBefore(opened: Case, beginnings: readonly Beginning[], rules: MergingRules): Day | undefined {
  const from = spellsKnownFrom(opened)
  if (from === undefined) return undefined
  const reached = beginnings.filter(({ spell }) => spell - from < rules.mergeWithin).map(({ first }) => first)
  return reached.length === 0 ? undefined : Math.max(...reached)
}

/** The day from which every spell is known; undefined where the list says all. Of a month the last day. */
export function spellsKnownFrom({ answers }: Case): Day | undefined {
  const answer = answerTo(answers, KNOWN_FROM)
  if (answer?.state === 'unknown') return answer.within?.to
  return typeof answer?.value === 'number' ? answer.value : undefined
}

type Judged =
  | { readonly merge: 'yes' | 'no' }
  | { readonly merge: 'open'; readonly facts: readonly string[]; readonly presumed: boolean }

const MERGED: Judged = { merge: 'yes' }
const APART: Judged = { merge: 'no' }
const LEAVES_OPEN: Judged = { merge: 'open', facts: [LEAVES], presumed: false }
const CASE_OPEN: Judged = { merge: 'open', facts: [ONE_CASE], presumed: true }
const ADJOINING_OPEN: Judged = { merge: 'open', facts: [LEAVES], presumed: false }
const BOTH_OPEN: Judged = { merge: 'open', facts: [ONE_CASE, LEAVES], presumed: false }

function judgeGap(start: Day, end: Day, leaves: readonly Leave[] | undefined, rules: MergingRules): Judged {
  if (end - start < rules.mergeWithin) return MERGED
  if (!leaves) return LEAVES_OPEN
  const inside = leaves.filter((leave) => leave.until >= start && leave.from < end)
  const leave = inside.length === 1 ? (inside[0] as Leave) : undefined
  const sides = leave ? [besides(start, leave.from, rules), besides(leave.until + 1, end, rules)] : []
  if (leave && !sides.includes('apart')) {
    if (leave.oneCase === false) return APART
    if (!sides.includes('open')) return leave.oneCase ? MERGED : CASE_OPEN
    return leave.oneCase ? ADJOINING_OPEN : BOTH_OPEN
  }
  const leaveDays = inside.reduce((sum, { from, until }) => sum + Math.min(until + 1, end) - Math.max(from, start), 0)
  return !rules.leaveBreaksGap && leaveDays > 0 && end - start - leaveDays < rules.mergeWithin ? MERGED : APART
}

/**
 * Whether illness and leave adjoin, by the days from `start` up to `end` between them. A first day of illness is a working
 * day (WIA 23(2)), so a weekend between them is no interruption; of a few other days nobody said whether they were.
 */
function besides(start: Day, end: Day, { mostGapDays }: MergingRules): 'adjoin' | 'open' | 'apart' {
  if (daysBetween(start, end - 1).every(isWeekend)) return 'adjoin'
  return end - start <= mostGapDays ? 'open' : 'apart'
}

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: Day): boolean => ((((day + 4) % 7) + 7) % 7) % 6 === 0

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

/** How many reports of illness started in a window: at least and at most. Equal when every report is told apart. */
export interface ReportCount {
  readonly least: number
  /** Infinite where reports in the window may not be listed (absence.spellsFrom). */
  readonly most: number
  /** The facts that decide where they differ. */
  readonly dependsOn: readonly string[]
}

/**
 * Reports that started in the window before `asOf`, its first day included, counted as reports and not as merged
 * cases. Those that are marked as not counted do not count (FV-02, FV-08). Undefined when the spells are unanswered.
 */
export function countReports(opened: Case, window: Duration): ReportCount | undefined {
  return countReportsSince(opened, subtractDuration(opened.asOf, window))
}

/** The same from the first day of the window on. */
export function countReportsSince(opened: Case, since: Day): ReportCount | undefined {
  if (!opened.spells) return undefined
  const knownFrom = spellsKnownFrom(opened)
  const incomplete = knownFrom !== undefined && since < knownFrom
  let [least, most] = [0, incomplete ? Number.POSITIVE_INFINITY : 0]
  const dependsOn = new Set<string>(incomplete ? ['absence.spellsFrom'] : [])
  for (const { firstDay, atLatest, notCounted } of opened.spells) {
    if ((atLatest?.firstDay ?? firstDay) < since || notCounted === true) continue
    most += 1
    if (firstDay < since) dependsOn.add('absence.spells')
    if (notCounted === undefined) dependsOn.add('absence.spells.notCounted')
    if (firstDay >= since && notCounted === false) least += 1
  }
  return { least, most, dependsOn: [...dependsOn] }
}
