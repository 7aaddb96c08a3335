import type { Day } from '../../core/calendar/day'

/** A report of illness in days. `counts`: not related to pregnancy, so that it is one of the reports that are counted. */
export interface GivenSpell {
  readonly firstDay: Day
  readonly recoveredOn?: Day
  readonly counts: boolean
}

/** How long a spell lasts that is only there to be counted. */
const SHORT = 1

/**
 * Ways in which spells of illness may come to a first day and a number of reports, the plainest first. They are only
 * tried: whether one does is for the library to say.
 *
 * @param firstDays From the shortest gap that merges to the longest; without any, the employee is not absent.
 * @param windows Over which reports are counted, from the shortest to the longest.
 */
export function* layoutsOf(
  asOf: Day,
  firstDays: readonly { readonly by: number; readonly value: Day | null }[],
  windows: readonly { readonly since: Day; readonly value: number }[],
): Generator<readonly GivenSpell[]> {
  const recent = windows[0]?.value ?? 0
  const older = (windows.at(-1)?.value ?? 0) - recent
  const between = reportsBefore(windows[0]?.since ?? asOf, older)
  const [first] = firstDays
  if (!first || first.value === null) {
    yield inOrder([...reportsBefore(asOf, recent), ...between])
    return
  }
  const merging = Math.max(...firstDays.map(({ by }) => by))
  const longest = firstDays.at(-1)?.value ?? first.value
  for (const inside of [...upTo(recent), 0]) {
    for (const pieces of [Math.max(1, inside), inside + 1]) {
      const chain = chainOf(asOf, first.value, pieces, windows.length > 0 ? inside : pieces, first.by)
      const start = chain[0]?.firstDay ?? asOf
      // What only the rule set that merges over longer gaps adds to the case.
      const lead = leadBefore(start, first.value - longest, first.by)
      const before = reportsBefore((lead[0]?.firstDay ?? start) - merging, recent - inside)
      const earlier = reportsBefore((before[0]?.firstDay ?? lead[0]?.firstDay ?? start) - merging, older)
      yield inOrder([...before, ...between, ...lead, ...chain])
      yield inOrder([...before, ...earlier, ...lead, ...chain])
      yield inOrder([...before, ...between, ...lead.map((spell) => ({ ...spell, counts: true })), ...chain])
    }
  }
}

/** One case in so many spells with the shortest gaps that there are, of which the last few count. */
function chainOf(asOf: Day, first: Day, pieces: number, counting: number, mergeWithin: number): readonly GivenSpell[] {
  const gap = mergeWithin > 1 ? 1 : 0
  if (pieces === 1) return [{ firstDay: first, counts: counting > 0 }]
  // Days between merged spells are not counted, so that the spells themselves last as long as the case.
  const short = Array.from({ length: pieces - 2 }, (_, index): GivenSpell => {
    const recoveredOn = asOf - gap - index * (SHORT + gap)
    return { firstDay: recoveredOn - SHORT, recoveredOn, counts: index + 1 < counting }
  }).reverse()
  const end = (short[0]?.firstDay ?? asOf) - gap
  const long = { firstDay: end - (asOf - first - SHORT * short.length), recoveredOn: end, counts: counting >= pieces }
  return [long, ...short, { firstDay: asOf, counts: counting > 0 }]
}

const leadBefore = (start: Day, length: number, gap: number): readonly GivenSpell[] =>
  length > 0 ? [{ firstDay: start - gap - length, recoveredOn: start - gap, counts: false }] : []

/** Short spells of illness one after the other, the last of which ends before a day. */
const reportsBefore = (day: Day, count: number): readonly GivenSpell[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => {
    const firstDay = day - (count - index) * (SHORT + 1)
    return { firstDay, recoveredOn: firstDay + SHORT, counts: true }
  })

const inOrder = (spells: readonly GivenSpell[]): readonly GivenSpell[] =>
  [...spells].sort((a, b) => a.firstDay - b.firstDay)

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1)
