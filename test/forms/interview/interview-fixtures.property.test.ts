import { describe, expect, it } from 'vitest'
import type { TriageOptions } from '../../../src/core/options'
import { ROLES, UNKNOWN } from '../../../src/core/snapshot/fact'
import {
  type Advice,
  type Interview,
  interview,
  type Role,
  type Snapshot,
  setAnswer,
  triageSync,
} from '../../../src/index'
import { getFact } from '../../support/arbitrary-snapshot'
import { type Fixture, loadFixtures } from '../../support/load-fixtures'

/** Every fixture takes a minute; a part of them seconds. */
const EVERY = process.env.INTERVIEW_FIXTURES === 'all' ? 1 : 12
const FIXTURES = loadFixtures().filter((_, index) => index % EVERY === 0)

type Items = readonly Readonly<Record<string, unknown>>[]

/** What the one who is asked answers: what the fixture holds, and else that it is not known. */
function answerIn(snapshot: Snapshot, fact: string): unknown {
  const [section, list, flag] = fact.split('.') as [string, string, string?]
  const given = getFact(snapshot, `${section}.${list}`)
  if (flag !== undefined) return (given as Items).map((item) => item[flag] ?? UNKNOWN)
  if (fact === 'absence.leaves' && Array.isArray(given))
    return (given as Items).map(({ oneCase: _, ...leave }) => leave)
  return given ?? UNKNOWN
}

const optionsOf = ({ options }: Fixture): TriageOptions =>
  options?.policy ? { policy: options.policy as NonNullable<TriageOptions['policy']> } : {}

/** Asks what the interview asks, in its order, until it is done. */
function askAll(start: Snapshot, fixture: Fixture, role?: Role): { snapshot: Snapshot; asked: string[] } {
  const asked: string[] = []
  let snapshot = start
  for (;;) {
    const { next } = interviewed(snapshot, fixture, role)
    if (next === null) return { snapshot, asked }
    expect(asked, 'nothing is asked twice').not.toContain(next)
    asked.push(next)
    const answer = answerIn(fixture.snapshot as Snapshot, next)
    snapshot = setAnswer(snapshot, next, answer, role ? { role } : {})
  }
}

const known = new Map<string, Interview>()

/** Fixtures have much in common, and so have the interviews on the way to them. */
function interviewed(snapshot: Snapshot, fixture: Fixture, role: Role | undefined): Interview {
  const options = { ...optionsOf(fixture), ...(role ? { role } : {}) }
  const key = JSON.stringify([snapshot, options])
  const found = known.get(key) ?? interview(snapshot, options)
  known.set(key, found)
  return found
}

/** What the open questions are exact for: which services, when, and what they wait for; not every reason for them. */
const comeTo = ({ recommendations, status }: Advice) => [
  status,
  recommendations.map(({ waivedBy: _, reasons: __, ...rest }) => rest),
]

describe('answering only what the interview asks', () => {
  it.each(FIXTURES.map((fixture) => [fixture.path, fixture] as const))('comes to the same: %s', (_, fixture) => {
    const { snapshot, asked } = askAll({ asOf: fixture.snapshot.asOf }, fixture)
    expect(comeTo(triageSync(snapshot, optionsOf(fixture)))).toEqual(
      comeTo(triageSync(fixture.snapshot, optionsOf(fixture))),
    )
    counts.push(asked.length)
  })

  it('saves a good part of the questions', () => {
    const all = interview({ asOf: '2026-09-14' }, { audience: 'full' }).sections.flatMap(
      ({ questions }) => questions,
    ).length
    const saved = counts.map((count) => all - count).sort((a, b) => a - b)
    const [worst, median] = [saved[0] ?? 0, saved[Math.floor(saved.length / 2)] ?? 0]
    if (EVERY === 1) process.stdout.write(`of ${all} questions: median ${median} saved, worst ${worst}\n`)
    expect(worst).toBeGreaterThanOrEqual(0)
    expect(median).toBeGreaterThan(all / 4)
  })
})

const counts: number[] = []

describe('each role answering its own questions only', () => {
  const relayed = FIXTURES.filter((_, index) => index % 6 === 0)

  it.each(relayed.map((fixture) => [fixture.path, fixture] as const))('comes to the same: %s', (_, fixture) => {
    let snapshot: Snapshot = { asOf: fixture.snapshot.asOf }
    for (const role of ROLES) {
      const before = snapshot
      const told = askAll(before, fixture, role)
      snapshot = told.snapshot
      const own = interview(snapshot, { role }).sections.flatMap(({ questions }) => questions.map(({ fact }) => fact))
      expect(told.asked.filter((fact) => !own.includes(fact))).toEqual([])
    }
    expect(comeTo(triageSync(snapshot, optionsOf(fixture)))).toEqual(
      comeTo(triageSync(fixture.snapshot, optionsOf(fixture))),
    )
  })
})
