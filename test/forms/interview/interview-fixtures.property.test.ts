import { describe, expect, it } from 'vitest'
import type { TriageOptions } from '../../../src/core/options'
import { ROLES } from '../../../src/core/snapshot/fact'
import { audienceOf } from '../../../src/forms/interview/roles'
import {
  type Advice,
  type AnsweredBy,
  type Interview,
  interview,
  type Role,
  type Snapshot,
  setAnswer,
  triageSync,
  whoAnswered,
} from '../../../src/index'
import { answerFrom } from '../../support/answer-screens'
import { type Fixture, loadFixtures } from '../../support/load-fixtures'

/** Every fixture takes a minute; a part of them seconds. */
const EVERY = process.env.INTERVIEW_FIXTURES === 'all' ? 1 : 12
const FIXTURES = loadFixtures().filter((_, index) => index % EVERY === 0)

const optionsOf = ({ options }: Fixture): TriageOptions => ({
  audience: 'full',
  ...(options?.policy ? { policy: options.policy as NonNullable<TriageOptions['policy']> } : {}),
})

/**
 * Where an interview begins: the day, and what nobody is asked for. The physician says of his own accord what the employer
 * may act on, the system keeps what earlier advice raised and knows from when its list of reports is whole: unsaid is
 * "nothing". A leave counts where it is entered; nobody is asked whether one is to come.
 */
function startOf({ snapshot: { asOf, physician, process, absence } }: Fixture): Snapshot {
  const raised = (process as Snapshot['process'])?.raised
  const { leaves, spellsFrom } = (absence ?? {}) as NonNullable<Snapshot['absence']>
  const entered = { ...(leaves ? { leaves } : {}), ...(spellsFrom ? { spellsFrom } : {}) }
  return {
    asOf,
    ...(physician ? { physician } : {}),
    ...(raised ? { process: { raised } } : {}),
    ...(Object.keys(entered).length > 0 ? { absence: entered } : {}),
  } as Snapshot
}

interface Asked {
  readonly snapshot: Snapshot
  readonly asked: readonly string[]
  readonly answeredBy: AnsweredBy
}

/** Asks what the interview asks, in its order, until it is done; as a host does it, which keeps who answered. */
function askAll(start: Snapshot, fixture: Fixture, role?: Role, by: AnsweredBy = {}): Asked {
  const asked: string[] = []
  let [snapshot, answeredBy] = [start, by]
  for (;;) {
    const { next } = interviewed(snapshot, fixture, role, answeredBy)
    if (next === null) return { snapshot, asked, answeredBy }
    for (const fact of next.facts) {
      expect(asked, 'nothing is asked twice').not.toContain(fact)
      asked.push(fact)
      const before = snapshot
      const answer = answerFrom(fixture.snapshot as Snapshot, fact)
      snapshot = setAnswer(snapshot, fact, answer, role ? { role, answeredBy } : {})
      // Somebody who says again what another said has said it too.
      if (role) answeredBy = { ...whoAnswered(answeredBy, before, snapshot, role), [fact]: role }
    }
  }
}

const known = new Map<string, Interview>()

/** Fixtures have much in common, and so have the interviews on the way to them. */
function interviewed(snapshot: Snapshot, fixture: Fixture, role: Role | undefined, answeredBy: AnsweredBy): Interview {
  const options = {
    order: 'authored' as const,
    ...optionsOf(fixture),
    ...(role ? { role, audience: audienceOf(role), answeredBy } : {}),
  }
  const key = JSON.stringify([snapshot, options])
  const found = known.get(key) ?? interview(snapshot, options)
  known.set(key, found)
  return found
}

/**
 * What the open questions are exact for: which services, when, and what they wait for; not every reason for them, and not
 * what may cover them.
 */
const comeTo = ({ recommendations, status }: Advice) => [
  status,
  recommendations.map(({ waivedBy: _, reasons: __, coveredBy, ...rest }) => ({
    ...rest,
    coveredBy: coveredBy.filter(({ certainty }) => certainty === 'certain'),
  })),
]

describe('answering only what the interview asks', () => {
  it.each(FIXTURES.map((fixture) => [fixture.path, fixture] as const))('comes to the same: %s', (_, fixture) => {
    const { snapshot, asked } = askAll(startOf(fixture), fixture)
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
    let snapshot = startOf(fixture)
    let answeredBy: AnsweredBy = {}
    for (const role of ROLES) {
      const told = askAll(snapshot, fixture, role, answeredBy)
      snapshot = told.snapshot
      answeredBy = told.answeredBy
      const own = interview(snapshot, { role }).sections.flatMap(({ questions }) => questions.map(({ fact }) => fact))
      expect(told.asked.filter((fact) => !own.includes(fact))).toEqual([])
    }
    // Asking the employer what only the physician's advice needs would give that advice away: so by the employer's.
    const options = { ...optionsOf(fixture), audience: 'employer' } as const
    expect(comeTo(triageSync(snapshot, options))).toEqual(comeTo(triageSync(fixture.snapshot, options)))
  })
})
