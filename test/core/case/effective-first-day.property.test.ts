import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../src/core/advice'
import { type Day, formatDay, parseDay } from '../../../src/core/calendar/day'
import { openCase } from '../../../src/core/case/case'
import { effectiveFirstDay } from '../../../src/core/case/effective-first-day'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { mergingRules, resolvePolicy } from '../../../src/core/rules/policy'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'
import { triage } from '../../../src/core/triage-by-engine'
import { shuffleKeys } from '../../support/shuffle-keys'

interface Spell {
  readonly firstDay: string
  readonly recoveredOn?: string
}
interface Leave {
  readonly from: string
  readonly until: string
  readonly oneCase?: 'yes' | 'no' | 'unknown'
}

const AS_OF = '2026-11-22'
const day = (text: string): Day => parseDay(text) as Day
const daysAfter = (text: string, days: number): string => formatDay(day(text) + days)

/** Spells one after the other, from their lengths and the days fit between them; the last one is open. */
function spellsFrom(first: string, ...lengthsAndGaps: readonly [length: number, gap: number][]): Spell[] {
  let at = first
  const closed = lengthsAndGaps.map(([length, gap]) => {
    const spell = { firstDay: at, recoveredOn: daysAfter(at, length) }
    at = daysAfter(spell.recoveredOn, gap)
    return spell
  })
  return [...closed, { firstDay: at }]
}

async function adviceOn(spells: readonly Spell[], leaves?: readonly Leave[] | 'unknown', asOf = AS_OF) {
  return triage({ asOf, absence: { spells, ...(leaves === undefined ? {} : { leaves }) } }, { audience: 'full' })
}

async function calendarOf(...given: Parameters<typeof adviceOn>): Promise<Calendar> {
  const { calendar } = await adviceOn(...given)
  if (!calendar) throw new Error('no calendar')
  return calendar
}

describe('spells less than four weeks apart are one case, and the days between are not counted', () => {
  it.each([
    ['one spell', spellsFrom('2026-01-05'), '2026-01-05'],
    ['a gap of 0 days', spellsFrom('2026-01-05', [10, 0]), '2026-01-05'],
    ['a gap of 1 day', spellsFrom('2026-01-05', [10, 1]), '2026-01-06'],
    ['a gap of 27 days merges', spellsFrom('2026-01-05', [10, 27]), '2026-02-01'],
    ['a gap of 28 days is a new case', spellsFrom('2026-01-05', [10, 28]), '2026-02-12'],
    ['gaps of 10 and 20 days shift 30', spellsFrom('2026-01-05', [30, 10], [30, 20]), '2026-02-04'],
    [
      'chaining: each short gap keeps the case going',
      spellsFrom('2026-01-05', [1, 27], [1, 27], [1, 27]),
      '2026-03-27',
    ],
    ['what lies before a long gap is another case', spellsFrom('2025-01-06', [100, 28], [30, 27]), '2025-06-10'],
    ['a long gap in the middle', spellsFrom('2025-01-06', [30, 10], [30, 40], [30, 10]), '2025-05-06'],
  ])('%s', async (_case, spells, expected) => {
    expect(await calendarOf(spells, [])).toMatchObject({ effectiveFirstDay: expected, alternatives: [] })
  })

  it('SV-03: sick 3-1-2022, fit 4-7, sick again 25-7: first day 24-1-2022, the waiting period is over on 22-1-2024', async () => {
    const spells = [{ firstDay: '2022-01-03', recoveredOn: '2022-07-04' }, { firstDay: '2022-07-25' }]
    const calendar = await calendarOf(spells, [], '2022-09-01')
    expect(calendar.effectiveFirstDay).toBe('2022-01-24')
    expect(calendar.milestones.find(({ id }) => id === 'waiting-period-end')?.on).toBe('2024-01-22')
  })

  it('whatever the organisation counts as four weeks', async () => {
    const absence = { spells: spellsFrom('2026-01-05', [10, 27]), leaves: [] }
    const policy = { 'spells.mergeWithin': 27 }
    const { calendar } = await triage({ asOf: AS_OF, absence }, { audience: 'full', policy })
    expect(calendar?.effectiveFirstDay).toBe('2026-02-11')
  })

  it.each([
    ['not absent', [{ firstDay: '2026-01-05', recoveredOn: '2026-01-15' }]],
    ['never absent', []],
  ])('%s: no calendar', async (_case, spells) => {
    expect((await adviceOn(spells, [])).calendar).toBeNull()
  })

  it('spells not told: no calendar', async () => {
    expect((await triage({ asOf: AS_OF }, { audience: 'full' })).calendar).toBeNull()
    expect((await triage({ asOf: AS_OF, absence: { spells: 'unknown' } }, { audience: 'full' })).calendar).toBeNull()
  })
})

describe('maternity leave that adjoins the spells on both sides', () => {
  const spells = spellsFrom('2026-01-05', [59, 112])
  const [before, last] = spells as [Required<Spell>, Spell]
  const leave = { from: before.recoveredOn, until: daysAfter(last.firstDay, -1) }
  const [merged, apart] = [daysAfter(before.firstDay, 112), last.firstDay]

  it('lasts 112 days here', () => {
    expect(day(leave.until) - day(leave.from) + 1).toBe(112)
  })

  it('the same cause: one case, the leave is not counted', async () => {
    const leaves = [{ ...leave, oneCase: 'yes' as const }]
    expect(await calendarOf(spells, leaves)).toMatchObject({ effectiveFirstDay: merged, alternatives: [] })
  })

  it('another cause: a new case', async () => {
    const leaves = [{ ...leave, oneCase: 'no' as const }]
    expect(await calendarOf(spells, leaves)).toMatchObject({ effectiveFirstDay: apart, alternatives: [] })
  })

  it.each([undefined, 'unknown' as const])(
    'cause %s: both calendars, the presumption of the law first',
    async (cause) => {
      const { calendar, notices } = await adviceOn(spells, [{ ...leave, ...(cause && { oneCase: cause }) }])
      expect(calendar?.effectiveFirstDay).toBe(merged)
      expect(calendar?.alternatives).toMatchObject([
        { effectiveFirstDay: apart, dependsOn: ['absence.leaves.oneCase'] },
      ])
      expect(notices.map(({ id }) => id)).toContain('first-day-not-settled')
      expect(notices.map(({ id }) => id)).not.toContain('leave-inside-gap')
    },
  )

  it.each([undefined, 'unknown' as const])('leaves %s: both calendars, that of the records first', async (leaves) => {
    const calendar = await calendarOf(spells, leaves)
    expect(calendar.effectiveFirstDay).toBe(apart)
    expect(calendar.alternatives).toMatchObject([{ effectiveFirstDay: merged, dependsOn: ['absence.leaves'] }])
  })

  it('no leave: a new case', async () => {
    expect(await calendarOf(spells, [])).toMatchObject({ effectiveFirstDay: apart, alternatives: [] })
  })

  it('the last day of leave may be the first day of illness', async () => {
    const leaves = [{ ...leave, until: last.firstDay, oneCase: 'yes' as const }]
    expect(await calendarOf(spells, leaves)).toMatchObject({ effectiveFirstDay: merged, alternatives: [] })
  })

  it.each([
    ['a day fit before it', { ...leave, from: daysAfter(leave.from, 1) }],
    ['a day fit after it', { ...leave, until: daysAfter(leave.until, -1) }],
  ])('%s: by the records a new case; whether it adjoins is not settled', async (_case, leaveInside) => {
    const { calendar, notices } = await adviceOn(spells, [{ ...leaveInside, oneCase: 'yes' }])
    expect(calendar).toMatchObject({ effectiveFirstDay: apart })
    expect(calendar?.alternatives).toMatchObject([{ effectiveFirstDay: merged, dependsOn: ['absence.leaves'] }])
    expect(notices.map(({ id }) => id)).toContain('first-day-not-settled')
  })
})

describe('leave inside a gap', () => {
  const noticesOf = async (spells: readonly Spell[], leaves: readonly Leave[]): Promise<string[]> =>
    (await adviceOn(spells, leaves)).notices.map(({ id }) => id)

  const withLeave = (fitBefore: number, leaveDays: number, fitAfter: number): [Spell[], Leave[]] => {
    const spells = spellsFrom('2026-01-05', [40, fitBefore + leaveDays + fitAfter])
    const from = daysAfter('2026-01-05', 40 + fitBefore)
    return [spells, [{ from, until: daysAfter(from, leaveDays - 1), oneCase: 'yes' }]]
  }

  it('fit 14, leave 112, fit 7: a new case, and a notice that the sources differ (SV-09)', async () => {
    const [spells, leaves] = withLeave(14, 112, 7)
    expect((await calendarOf(spells, leaves)).effectiveFirstDay).toBe(spells.at(-1)?.firstDay)
    expect(await noticesOf(spells, leaves)).toContain('leave-inside-gap')
  })

  it.each([
    [14, 112, 13, true],
    [14, 112, 14, false],
    [0, 112, 27, true],
    [0, 112, 28, false],
  ])('fit %i, leave %i, fit %i: notice %s', async (fitBefore, leaveDays, fitAfter, expected) => {
    const [spells, leaves] = withLeave(fitBefore, leaveDays, fitAfter)
    expect((await noticesOf(spells, leaves)).includes('leave-inside-gap')).toBe(expected)
    expect((await calendarOf(spells, leaves)).effectiveFirstDay).toBe(spells.at(-1)?.firstDay)
  })

  it('says nothing where the gap merges anyway, or where there was no leave', async () => {
    expect(await noticesOf(spellsFrom('2026-01-05', [40, 27]), [])).not.toContain('leave-inside-gap')
    const early = [{ from: '2024-01-01', until: '2024-04-21' }]
    expect(await noticesOf(spellsFrom('2026-01-05', [40, 60]), early)).not.toContain('leave-inside-gap')
  })
})

/** The algorithm of the domain notes, from the first spell to the last: one first day for one reading of every gap. */
function oracle(spells: readonly Spell[], merges: (gap: number) => boolean): Day {
  let [first, shift] = [0, 0]
  spells.forEach((spell, index) => {
    const before = spells[index - 1]
    const gap = before ? day(spell.firstDay) - day(before.recoveredOn as string) : 0
    if (before && merges(index - 1)) shift += gap
    else [first, shift] = [day(spell.firstDay), 0]
  })
  return first + shift
}

describe('any history', () => {
  const policy = resolvePolicy(shippedRuleSet().parameters)
  const rules = mergingRules(policy.ok ? policy.policy : new Map())
  const FOUR_WEEKS = 28

  const parts = fc.array(
    fc.record({
      length: fc.integer({ min: 1, max: 200 }),
      gap: fc.oneof(fc.constantFrom(0, 27, 28, 41, 42, 112), fc.nat(150)),
      leave: fc.constantFrom('none', 'yes', 'no', 'unknown', 'absent'),
    }),
    { maxLength: 5 },
  )

  const candidatesOf = (spells: readonly Spell[], leaves: readonly Leave[] | undefined, seed = 0) => {
    const parsed = checkSnapshot(shuffleKeys({ asOf: AS_OF, absence: { spells, ...(leaves && { leaves }) } }, seed))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    const found = effectiveFirstDay(openCase(parsed.snapshot), rules)
    if (!found) throw new Error('absent, and no first day')
    return found
  }

  function historyOf(given: { length: number; gap: number; leave: string }[]) {
    const total = given.reduce((sum, { length, gap }) => sum + length + gap, 0)
    const spells = spellsFrom(
      daysAfter(AS_OF, -total),
      ...given.map(({ length, gap }): [number, number] => [length, gap]),
    )
    const leaves = given.flatMap(({ gap, leave }, index): Leave[] => {
      if (leave === 'none' || gap < FOUR_WEEKS) return []
      const from = (spells[index] as Required<Spell>).recoveredOn
      const oneCase = leave === 'absent' ? {} : { oneCase: leave as 'yes' | 'no' | 'unknown' }
      return [{ from, until: daysAfter(from, gap - 1), ...oneCase }]
    })
    return { spells, leaves }
  }

  /** The first days of every way to read the gaps that are still open. */
  function readings(spells: readonly Spell[], judged: readonly ('yes' | 'no' | 'open')[]): Set<Day> {
    const open = judged.filter((gap) => gap === 'open').length
    const days = new Set<Day>()
    for (let reading = 0; reading < 2 ** open; reading++) {
      let bit = 0
      const merges = judged.map((gap) => (gap === 'open' ? ((reading >> bit++) & 1) === 1 : gap === 'yes'))
      days.add(oracle(spells, (index) => merges[index] === true))
    }
    return days
  }

  const judge = (given: { gap: number; leave: string }[], open: (part: { gap: number; leave: string }) => boolean) =>
    given.map((part) => {
      if (part.gap >= FOUR_WEEKS && open(part)) return 'open' as const
      if (part.gap >= FOUR_WEEKS && part.leave === 'yes') return 'yes' as const
      return part.gap <= 27 ? ('yes' as const) : ('no' as const)
    })

  it('gives the first days of the domain notes, for every answer about the causes that is still open', () => {
    let several = 0
    fc.assert(
      fc.property(parts, (given) => {
        const { spells, leaves } = historyOf(given)
        const judged = judge(given, ({ leave }) => leave === 'unknown' || leave === 'absent')
        const found = candidatesOf(spells, leaves)
        expect(new Set(found.days)).toEqual(readings(spells, judged))
        // The law presumes one cause.
        expect(found.presumed).toBe(oracle(spells, (gap) => judged[gap] !== 'no'))
        expect(found.dependsOn).toEqual(found.days.length > 1 ? ['absence.leaves.oneCase'] : [])
        if (found.days.length > 1) several += 1
      }),
      { numRuns: 1_000 },
    )
    expect(several).toBeGreaterThan(50)
  })

  it('and for every leave that may have been, while leave is not told', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { spells } = historyOf(given)
        const judged = judge(
          given.map((part) => ({ ...part, leave: 'none' })),
          () => true,
        )
        const found = candidatesOf(spells, undefined)
        expect(new Set(found.days)).toEqual(readings(spells, judged))
        // What the records say: no leave.
        expect(found.presumed).toBe(oracle(spells, (gap) => judged[gap] === 'yes'))
      }),
      { numRuns: 1_000 },
    )
  })

  it('does not look at the order of spells and leaves', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (given, seed) => {
        const { spells, leaves } = historyOf(given)
        expect(candidatesOf(spells, leaves, seed)).toEqual(candidatesOf(spells, leaves))
      }),
      { numRuns: 1_000 },
    )
  })

  it('never starts before the first spell of the case, nor after the last', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { spells, leaves } = historyOf(given)
        for (const first of candidatesOf(spells, leaves).days) {
          expect(first).toBeGreaterThanOrEqual(day(spells[0]?.firstDay as string))
          expect(first).toBeLessThanOrEqual(day(spells.at(-1)?.firstDay as string))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('what is easily got wrong', () => {
  it('a report that was withdrawn on its own day bridges nothing', async () => {
    const spells = [
      { firstDay: '2026-01-05', recoveredOn: '2026-02-04' },
      { firstDay: '2026-02-14', recoveredOn: '2026-02-14' },
      { firstDay: '2026-03-06' },
    ]
    expect((await calendarOf(spells, [])).effectiveFirstDay).toBe('2026-03-06')
  })

  it('leave of five weeks that adjoins both spells, with one cause, merges them', async () => {
    const spells = spellsFrom('2026-01-05', [40, 35])
    const from = daysAfter('2026-01-05', 40)
    const calendar = await calendarOf(spells, [{ from, until: daysAfter(from, 34), oneCase: 'yes' }])
    expect(calendar.effectiveFirstDay).toBe(daysAfter('2026-01-05', 35))
  })

  it('a gap of three weeks merges whatever it was, for the cause is no matter there (SV-01)', async () => {
    const spells = spellsFrom('2026-01-05', [40, 21])
    const from = daysAfter('2026-01-05', 40)
    const calendar = await calendarOf(spells, [{ from, until: daysAfter(from, 20), oneCase: 'no' }])
    expect(calendar.effectiveFirstDay).toBe(daysAfter('2026-01-05', 21))
  })

  it('pregnancy leave and maternity leave, recorded as two that adjoin each other, are one leave', async () => {
    const spells = spellsFrom('2026-01-05', [40, 112])
    const from = daysAfter('2026-01-05', 40)
    const leaves = [
      { from, until: daysAfter(from, 41), oneCase: 'yes' as const },
      { from: daysAfter(from, 42), until: daysAfter(from, 111), oneCase: 'yes' as const },
    ]
    expect((await calendarOf(spells, leaves)).effectiveFirstDay).toBe(daysAfter('2026-01-05', 112))
  })
})
