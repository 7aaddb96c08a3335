import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ENGINE_RULES } from '../../../src/core/advice'
import { type Day, formatDay } from '../../../src/core/calendar/day'
import { caseBegan } from '../../../src/core/case/effective-first-day'
import { type Decision, decide } from '../../../src/core/decide/decide'
import { idOf, isCertain, isDue, type Placed, stands } from '../../../src/core/decide/relate'
import type { Candidate } from '../../../src/core/decide/weigh-service'
import { mergingRules } from '../../../src/core/rules/policy'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'
import { judgeCase, openSnapshot, settingsOf } from '../../../src/core/triage'
import { remember, type Snapshot, triageSync } from '../../../src/index'
import { byNight } from '../../support/by-night'
import { halfFilled } from '../../support/half-filled'
import { loadFixtures } from '../../support/load-fixtures'
import { comesBack, hasCaveat, standsIn, wasTold } from '../../support/named-caveats'

const MINUTES = 60_000
/** Half-filled cases that each property tries, and completions of each. */
const CASES = Number(process.env.DECISION_CASES ?? byNight({ night: 10_000, day: 500 }))

const settings = settingsOf({ audience: 'full' })
const decided = (snapshot: Snapshot): Decision => decide(judgeCase(openSnapshot(snapshot, settings), settings))
const isValid = (snapshot: unknown): snapshot is Snapshot => checkSnapshot(snapshot).ok

type Plain = Record<string, unknown>

/** A list of spells that may be partial is not completed by another answer. */
function comparable(snapshot: Snapshot): Snapshot {
  const copy = structuredClone(snapshot) as unknown as Record<string, Plain>
  delete copy.absence?.spellsFrom
  return copy as unknown as Snapshot
}

/** Who asks for it and does not want it took the asking back: that is no answer to what was open, but another case. */
const isOne = (snapshot: Snapshot): boolean =>
  isValid(snapshot) && !(snapshot.signals?.employeeAsks === true && snapshot.process?.employeeWilling === false)

/** What was released and raised is no open fact: a completion has the same. */
function withActsOf(completion: Snapshot, half: Snapshot): Snapshot {
  const copy = comparable(completion) as unknown as Record<string, Plain>
  const given = half as unknown as Record<string, Plain | undefined>
  const same = (section: string, name: string): void => {
    const [to, from] = [copy[section], given[section]?.[name]]
    if (from !== undefined) copy[section] = { ...to, [name]: from }
    else if (to) delete to[name]
  }
  for (const [section, name] of ACTS) same(section, name)
  return copy as unknown as Snapshot
}

const ACTS = [
  ['physician', 'advises'],
  ['physician', 'waitUntil'],
  ['process', 'raised'],
  ['health', 'raised'],
] as const

/** A half-filled case with completions of it that can be. */
interface Pair {
  readonly half: Snapshot
  readonly completions: readonly Snapshot[]
}

const random = fc
  .sample(halfFilled, { numRuns: CASES * 2, seed: Number(process.env.PROPERTY_SEED ?? 20_261_130) })
  .map(({ half, completions }): Pair => {
    const own = comparable(half)
    return { half: own, completions: completions.map((one) => withActsOf(one, own)).filter(isOne) }
  })
  .filter(({ half, completions }) => isValid(half) && completions.length > 0)
  .slice(0, CASES)

/** Cases mixed from the fixtures: a section of one in another, and some answers taken away again. */
function mixed(): readonly Pair[] {
  const snapshots = loadFixtures().map(({ snapshot }) => snapshot as unknown as Plain)
  const pairs: Pair[] = []
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  for (let tries = 0; pairs.length < CASES / 2 && tries < CASES * 10; tries++) {
    const [one, other] = [snapshots[next(snapshots.length)], snapshots[next(snapshots.length)]] as [Plain, Plain]
    const whole = structuredClone(one)
    for (const section of Object.keys(other))
      if (section !== 'asOf' && section !== 'absence' && section !== 'process' && next(2) === 0)
        whole[section] = { ...(whole[section] as Plain | undefined), ...(structuredClone(other[section]) as Plain) }
    const half = structuredClone(comparable(whole as unknown as Snapshot)) as unknown as Plain
    for (const [section, facts] of Object.entries(half))
      if (typeof facts === 'object' && facts !== null)
        for (const name of Object.keys(facts))
          if (next(4) === 0 && !(section === 'absence' && name === 'leaves')) delete (facts as Plain)[name]
    if (isOne(whole as unknown as Snapshot) && isValid(half))
      pairs.push({
        half: half as unknown as Snapshot,
        completions: [withActsOf(whole as unknown as Snapshot, half as unknown as Snapshot)],
      })
  }
  return pairs
}

const find = ({ placed }: Decision, service: string): Placed | undefined =>
  placed.find(({ candidate }) => idOf(candidate) === service)

const GIVES_WAY: readonly string[] = [ENGINE_RULES.physicianWaits, ENGINE_RULES.declined]

/** A window that ends with the contract: where nobody told when that is, the caveat of whom it is for says so. */
const endsWithContract = (
  { window }: Candidate,
  { employment }: Snapshot,
  { candidate: { waivers } }: Placed,
): boolean => employment?.contractEndsOn === formatDay(window.by) && waivers.includes('not-for')

const shownIn = (one: object): string => JSON.stringify(one)

/** A half-filled case with one completion of it, each decided. */
interface Decided {
  readonly half: Snapshot
  readonly completion: Snapshot
  readonly before: Decision
  readonly after: Decision
}

const counted = { pairs: 0, settled: 0, steps: 0, covered: 0, kinds: new Set<string>() }

/** What holds for each pair. */
const PROPERTIES: Readonly<Record<string, (decided: Decided) => void>> = {
  'gives no false alarm: what is certain, due or overdue is so in every completion, but for named caveats': ({
    half,
    completion,
    before,
    after,
  }) => {
    for (const placed of before.placed) {
      const { candidate } = placed
      if (!isCertain(candidate)) continue
      const then = find(after, idOf(candidate))
      if (!then) expect(hasCaveat(placed) ? '' : shownIn([idOf(candidate), half, completion])).toBe('')
      else if (isDue(candidate) && candidate.waivers.length === 0 && !standsIn(candidate))
        expect(isDue(then.candidate) ? '' : shownIn([idOf(candidate), half, completion])).toBe('')
      if (candidate.state === 'overdue' && then && candidate.waivers.length === 0 && !standsIn(candidate))
        expect(then.candidate.state === 'overdue' ? '' : shownIn([idOf(candidate), half, completion])).toBe('')
    }
    if (before.status === 'refer-now' && after.status !== 'refer-now') {
      const alarming = before.placed.filter(
        ({ candidate }) => isCertain(candidate) && isDue(candidate) && stands(candidate),
      )
      expect(
        alarming.some(hasCaveat) ? '' : shownIn([alarming.map(({ candidate }) => idOf(candidate)), half, completion]),
      ).toBe('')
    }
  },

  'loses nothing: whatever a completion recommends is listed, and no later than it can be': ({
    half,
    completion,
    before,
    after,
  }) => {
    for (const { candidate } of after.placed) {
      if (candidate.live.every(({ rule }) => rule === undefined)) continue
      const earlier = find(before, idOf(candidate))
      expect(earlier ? '' : shownIn([idOf(candidate), half, completion])).toBe('')
      if (!earlier) continue
      const soonest = earlier.candidate.sooner ?? earlier.candidate.window
      const isInTime = soonest.by <= candidate.window.by || endsWithContract(candidate, completion, earlier)
      expect(isInTime ? '' : shownIn([idOf(candidate), half, completion])).toBe('')
      expect(earlier.candidate.answersAway > 0 || isCertain(earlier.candidate)).toBe(true)
    }
  },

  'adds no certain hold and withdraws nothing by an answer that is taken away': ({
    half,
    completion,
    before,
    after,
  }) => {
    for (const { candidate } of before.placed) {
      const then = find(after, idOf(candidate))?.candidate
      // A duty that is still open may free it from the physician's word to wait: that is asked.
      for (const { id, certainty } of then ? candidate.holds : [])
        if (certainty === 'certain' && !(candidate.mayBeFreed && GIVES_WAY.includes(id)))
          expect(then?.holds.some((hold) => hold.id === id) ? '' : shownIn([id, half, completion])).toBe('')
    }
  },

  'holds the floor: in every completion it is to be started by the day that was given': ({
    half,
    completion,
    before,
    after,
  }) => {
    for (const { candidate } of before.placed) {
      const then = find(after, idOf(candidate))?.candidate
      if (!isCertain(candidate) || !then || candidate.waivers.length > 0 || standsIn(candidate)) continue
      expect(then.window.by <= candidate.window.by ? '' : shownIn([idOf(candidate), half, completion])).toBe('')
    }
  },

  'names no day before the case': ({ half, before }) => {
    const { opened, policy, facts } = before.judgement
    const began = caseBegan(opened, mergingRules(policy).mergeWithin)
    if (began === undefined || facts.fact('absence.effectiveFirstDay').kind !== 'known') return
    for (const { candidate } of before.placed) {
      const days: readonly Day[] = [candidate.window, candidate.sooner].flatMap((window) =>
        window ? [window.from, window.by] : [],
      )
      expect(Math.min(...days) >= began ? '' : shownIn([idOf(candidate), half])).toBe('')
    }
  },

  'is settled only where no completion has another step, but for named caveats': ({
    half,
    completion,
    before,
    after,
  }) => {
    if (!before.settled || !('placed' in before.next)) return
    counted.steps += 1
    const step = before.next.placed
    const [one, other] = [step.candidate, 'placed' in after.next ? after.next.placed.candidate : undefined]
    if (other && idOf(one) === idOf(other) && one.window.by === other.window.by) return
    const found = other && find(before, idOf(other))
    const named = wasTold(step, after) || (found !== undefined && comesBack(found, before))
    expect(named ? '' : shownIn([idOf(one), other && idOf(other), half, completion])).toBe('')
  },

  'keeps every reason of what is covered, and lets it come back when its cover goes': ({ before }) => {
    for (const { candidate, coveredBy } of before.placed)
      if (coveredBy.some(({ certainty }) => certainty === 'certain')) {
        counted.covered += 1
        expect(candidate.live.length).toBeGreaterThan(0)
        for (const { service } of coveredBy) {
          const by: Candidate | undefined = find(before, service)?.candidate
          if (by) expect(by.held).toBe(false)
        }
      }
  },
}

describe('a decision on a half-filled case', () => {
  const broken = new Map<string, unknown>()

  /** Pair by pair: all of them at once take more memory than there is. */
  beforeAll(() => {
    for (const { half, completions } of [...random, ...mixed()]) {
      const before = decided(half)
      for (const completion of completions) {
        const pair = { half, completion, before, after: decided(completion) }
        counted.pairs += 1
        counted.kinds.add(before.next.kind)
        if (before.settled) counted.settled += 1
        for (const [name, holds] of Object.entries(PROPERTIES))
          try {
            holds(pair)
          } catch (error) {
            if (!broken.has(name)) broken.set(name, error)
          }
      }
    }
  }, 60 * MINUTES)

  it('tries enough of every kind', () => {
    expect(counted.pairs).toBeGreaterThan(CASES)
    for (const kind of ['request', 'plan', 'ask', 'wait', 'none']) expect(counted.kinds).toContain(kind)
    expect(counted.settled).toBeGreaterThan(CASES / 50)
    expect(counted.steps).toBeGreaterThan(CASES / 50)
    expect(counted.covered).toBeGreaterThan(0)
  })

  it.each(Object.keys(PROPERTIES))('%s', (name) => {
    if (broken.has(name)) throw broken.get(name)
  })
})

describe('the same facts on later days', () => {
  it(
    'give the same last day until it is overdue, with what was raised carried along',
    () => {
      let due = 0
      for (const { snapshot } of loadFixtures().slice(0, 150)) {
        const start = snapshot as Snapshot
        let raised = remember(triageSync(start, { audience: 'full' }))
        const first = new Map(
          triageSync(start, { audience: 'full' }).recommendations.flatMap(({ service, timing, certainty }) =>
            certainty === 'certain' && timing.since !== undefined ? [[service, timing.startBy]] : [],
          ),
        )
        for (const days of [1, 6, 13, 20]) {
          const later = onLater(start, days, raised)
          if (!isValid(later)) break
          const advice = triageSync(later, { audience: 'full' })
          for (const { service, timing, certainty } of advice.recommendations)
            if (certainty === 'certain' && timing.since !== undefined && first.has(service)) {
              due += 1
              expect([service, timing.startBy]).toEqual([service, first.get(service)])
            }
          raised = remember(advice)
        }
      }
      expect(due).toBeGreaterThan(100)
    },
    2 * MINUTES,
  )
})

/** The same case some days later, with what was raised. */
function onLater(
  snapshot: Snapshot,
  days: number,
  raised: readonly { readonly id: string; readonly on: string }[],
): unknown {
  const asOf = new Date(`${snapshot.asOf}T00:00:00Z`)
  asOf.setUTCDate(asOf.getUTCDate() + days)
  return {
    ...snapshot,
    asOf: asOf.toISOString().slice(0, 10),
    health: { ...snapshot.health, raised: [...raised] },
  }
}
