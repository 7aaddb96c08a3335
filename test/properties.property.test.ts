import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../src/core/calendar/day'
import { BASE_FACTS } from '../src/core/snapshot/catalogue'
import { isUnknownWord } from '../src/core/snapshot/fact'
import { type Advice, type Snapshot, TriageError, triage, triageSync } from '../src/index'
import { forget, getFact, snapshotArbitrary } from './support/arbitrary-snapshot'
import { byNight } from './support/by-night'
import { shuffleKeys } from './support/shuffle-keys'

const RUNS = { numRuns: byNight({ night: 400, day: 150 }) }
const MINUTES = 60_000

/** What the physician released and what earlier advice raised are acts on record: what is not there did not happen. */
const ACTS = ['advises', 'raised']

/** Facts that a snapshot holds an answer to. */
const answeredIn = (snapshot: Snapshot): string[] =>
  [...BASE_FACTS.values()]
    .filter(({ id, type }) => id.split('.').length === 2 && !ACTS.includes(type))
    .map(({ id }) => id)
    .filter((id) => getFact(snapshot, id) !== undefined && !isUnknownWord(getFact(snapshot, id)))

/** Windows counted from an unknown day are bounded by the longest case that the statutory calendar knows: 156 weeks. */
function isWithinCalendar(snapshot: Snapshot): boolean {
  const { calendar } = triageSync(snapshot, { audience: 'full' })
  const firstDays = calendar ? [calendar, ...calendar.alternatives] : []
  const events = ['firstYearEvaluationOn', 'problemAnalysisOn'].map((name) => getFact(snapshot, `process.${name}`))
  const earliest = (parseDay(snapshot.asOf) ?? 0) - 156 * 7
  return [...firstDays.map(({ effectiveFirstDay }) => effectiveFirstDay), ...events].every(
    (day) => (parseDay(String(day)) ?? earliest) >= earliest,
  )
}

/** By which day each service is to be started at the soonest that open answers still allow. */
const soonestOf = (advice: Advice): Map<string, string> =>
  new Map(advice.recommendations.map(({ service, timing }) => [service, (timing.sooner ?? timing).startBy]))

describe('the same input gives the same bytes', () => {
  it(
    'whatever the order of keys, spells and leaves',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          snapshotArbitrary(),
          fc.nat(),
          fc.constantFrom('full', 'employer'),
          async (snapshot, seed, audience) => {
            const options = { audience } as const
            const [one, other] = await Promise.all([
              triage(snapshot, options),
              triage(shuffleKeys(snapshot, seed), options),
            ])
            expect(JSON.stringify(other)).toBe(JSON.stringify(one))
          },
        ),
        RUNS,
      )
    },
    4 * MINUTES,
  )
})

describe('unknown is not no', () => {
  it(
    'forgetting an answer excludes no service, makes the soonest date of none later, and adds no certain hold or waiver',
    async () => {
      const cases = snapshotArbitrary(6).filter(
        (snapshot) => answeredIn(snapshot).length > 0 && isWithinCalendar(snapshot),
      )
      await fc.assert(
        fc.asyncProperty(cases, fc.nat(), fc.constantFrom('absent', 'unknown'), async (snapshot, pick, how) => {
          const answered = answeredIn(snapshot)
          const fact = answered[pick % answered.length] as string
          const [known, forgotten] = await Promise.all([
            triage(snapshot, { audience: 'full' }),
            triage(forget(snapshot, fact, how), { audience: 'full' }),
          ])
          const after = soonestOf(forgotten)
          for (const [service, startBy] of soonestOf(known)) {
            const found = after.get(service)
            if (found === undefined) throw new Error(`${service} went after forgetting ${fact}`)
            expect(found <= startBy, `${service} by ${found} after forgetting ${fact}, was ${startBy}`).toBe(true)
          }
          const reasonsLeft = new Set(pairs(forgotten, ({ reasons }) => reasons.map((reason) => reason.rule)))
          for (const reason of pairs(known, ({ reasons }) => reasons.map(({ rule }) => rule)))
            expect(reasonsLeft).toContain(reason)
          const heldBefore = new Set(pairs(known, certainHolds))
          const listed = new Set(known.recommendations.map(({ service }) => service))
          const heldAfter = pairs(forgotten, certainHolds).filter((pair) => listed.has(pair.split(' ')[0] as string))
          for (const hold of heldAfter) expect(heldBefore).toContain(hold)
        }),
        RUNS,
      )
    },
    4 * MINUTES,
  )
})

describe('any input', () => {
  it(
    'no JSON value makes triage throw anything but the documented error',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (snapshot, options) => {
          for (const call of [triage(snapshot, { audience: 'full' }), triage({ asOf: '2026-01-01' }, options as never)])
            await call.catch((error: unknown) => {
              expect(error).toBeInstanceOf(TriageError)
              expect((error as TriageError).issues.length).toBeGreaterThan(0)
            })
        }),
        RUNS,
      )
    },
    2 * MINUTES,
  )

  it(
    'nor does a valid snapshot with one value replaced by any other',
    async () => {
      const facts = [...BASE_FACTS.keys()].filter((id) => id.split('.').length === 2)
      await fc.assert(
        fc.asyncProperty(
          snapshotArbitrary(),
          fc.constantFrom(...facts),
          fc.jsonValue(),
          async (snapshot, fact, value) => {
            const [section, name] = fact.split('.') as [keyof Snapshot, string]
            const broken = { ...snapshot, [section]: { ...(snapshot[section] as object), [name]: value } }
            await triage(broken, { audience: 'full' }).catch((error: unknown) =>
              expect(error).toBeInstanceOf(TriageError),
            )
          },
        ),
        RUNS,
      )
    },
    2 * MINUTES,
  )
})

type Entry = Advice['recommendations'][number]

const certainHolds = ({ heldBy }: Entry): string[] =>
  heldBy.filter(({ certainty }) => certainty === 'certain').map(({ rule }) => rule)

const pairs = (advice: Advice, rules: (entry: Entry) => string[]): string[] =>
  advice.recommendations.flatMap((entry) => rules(entry).map((rule) => `${entry.service} ${rule}`))
