import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../../../src/core/snapshot/fact'
import { SCREENS } from '../../../src/core/snapshot/screens'
import {
  type Advice,
  BASE_FACTS,
  type InterviewQuestion,
  interview,
  type Role,
  type Snapshot,
  TriageError,
  triageSync,
  UNKNOWN_VALUES,
} from '../../../src/index'
import {
  forget,
  getFact,
  isConsistent,
  SIMPLE_FACTS,
  setFact,
  snapshotArbitrary,
} from '../../support/arbitrary-snapshot'
import { INTERVIEW_CASES } from '../../support/half-filled'

const runs = (share: number) => ({ numRuns: Math.ceil(INTERVIEW_CASES * share), seed: 20261122, endOnFailure: true })

const CASE: Snapshot = {
  asOf: '2026-11-22',
  employment: { regime: 'employee', functionVariety: 'few' },
  absence: { spells: [{ firstDay: '2026-06-01' }], leaves: [] },
  returnToWork: { ownWork: 'doubtful' },
}

type Asked = Parameters<typeof interview>[1]
/** Everyone's questions, of the medical tier too, unless a test says otherwise. */
const FULL = { audience: 'full' } as const

const conditionsOf = (snapshot: unknown, options: Asked = FULL): readonly InterviewQuestion[] =>
  interview(snapshot, options).sections.flatMap(({ questions }) => questions)
const question = (snapshot: unknown, fact: string, options?: Asked): InterviewQuestion | undefined =>
  conditionsOf(snapshot, options).find((one) => one.fact === fact)

describe('the questions', () => {
  it('stand in authored order by section, and the next one is the first that still matters', () => {
    const { sections, next, progress } = interview(CASE, { ...FULL, locale: 'en', order: 'authored' })
    const facts = sections.flatMap(({ questions }) => questions.map(({ fact }) => fact))
    expect(facts).toEqual([...BASE_FACTS.keys()].filter((fact) => facts.includes(fact)))
    expect(sections.map(({ id }) => id).slice(0, 3)).toEqual(['employment', 'absence', 'taskLoad'])
    const open = sections.flatMap(({ questions }) => questions.filter(({ state }) => state === 'applicable'))
    expect(next?.facts).toEqual(['employment.demandingEnvironment'])
    expect(open[0]?.fact).toBe(next?.facts[0])
    expect(progress.open).toBe(open.length)
    expect(progress.total).toBe(progress.answered + progress.unknown + progress.open)
  })

  it('say what to ask, of whom, with what answers, and which services hang on it', () => {
    expect(
      question({ ...CASE, returnToWork: { ownWork: 'not-expected' } }, 'returnToWork.otherWorkWithEmployer', {
        ...FULL,
        locale: 'en',
      }),
    ).toMatchObject({
      question: 'Was other suitable work with this employer looked for, and is there any?',
      type: 'choice',
      options: [
        { value: 'available', label: 'yes' },
        { value: 'not-available', label: 'no' },
        { value: 'unexplored', label: 'not explored yet' },
      ],
      answeredBy: ['case-manager', 'labour-expert'],
      askedOf: 'case-manager',
      state: 'applicable',
      decides: expect.arrayContaining(['second-track']),
    })
    expect(question(CASE, 'process.employeeWilling')?.options).toEqual([
      { value: true, label: 'ja' },
      { value: false, label: 'nee' },
    ])
    expect(question(CASE, 'process.services')?.options).toContainEqual({ value: 'file-check', label: 'Dossiercheck' })
    expect(question(CASE, 'absence.workedShare')).toMatchObject({ unit: 'percent of contract hours', range: [0, 100] })
    expect(question(CASE, 'process.medicalAdviceOn')).toMatchObject({ type: 'date', none: 'nog niet' })
  })

  it('tell the four states of an answer apart', () => {
    const states = [undefined, ...UNKNOWN_VALUES, true].map((answer) => {
      const snapshot = { ...CASE, employment: { ...CASE.employment, demandingEnvironment: answer } }
      const { state, said, value } = question(snapshot, 'employment.demandingEnvironment') ?? {}
      return [state, said, value]
    })
    expect(states).toEqual([
      ['applicable', undefined, undefined],
      ['unknown', 'unknown', undefined],
      ['unknown', 'not-applicable', undefined],
      ['unknown', 'refused', undefined],
      ['answered', undefined, true],
    ])
    const refused = { ...CASE, employment: { ...CASE.employment, demandingEnvironment: 'unknown:refused' } }
    expect(interview(refused, FULL).screens.flatMap(({ facts }) => facts)).not.toContain(
      'employment.demandingEnvironment',
    )
    expect(interview(refused, FULL).progress.unknown).toBe(1)
  })

  it('skip what no answer can change any more, and mark an answer on which nothing depends', () => {
    const calm = { ...CASE, conflict: { status: 'none', handling: 'mediation', disputeOverAdjustments: true } }
    expect(question(calm, 'conflict.handling')).toMatchObject({
      state: 'answered',
      value: 'mediation',
      irrelevant: true,
    })
    expect(question(calm, 'conflict.status')?.irrelevant).toBeUndefined()
    const established = { ...CASE, conflict: { ...calm.conflict, status: 'established' } }
    expect(question(established, 'conflict.handling')?.irrelevant).toBeUndefined()
    expect(question({ ...CASE, conflict: { status: 'none' } }, 'conflict.handling')?.state).toBe('skipped')
    expect(question(CASE, 'signals.tasksDropped')?.state).toBe('skipped')
  })
})

/** The advice without what only tells how questions stand. */
const apartFromStates = (advice: Advice) => ({
  ...advice,
  openQuestions: advice.openQuestions.map(({ state: _, ...rest }) => rest),
})

describe('not known, not applicable and refused', () => {
  it('weigh exactly what not asked weighs', () => {
    fc.assert(
      fc.property(snapshotArbitrary(4), fc.constantFrom(...SIMPLE_FACTS), (snapshot, { id }) => {
        const absent = apartFromStates(triageSync(forget(withSection(snapshot, id), id, 'absent')))
        for (const word of UNKNOWN_VALUES) {
          const said = structuredClone(snapshot) as Record<string, unknown>
          setFact(said, id, word)
          const advice = triageSync(said)
          expect(apartFromStates(advice)).toEqual(absent)
          const open = advice.openQuestions.find(({ fact }) => fact === id)
          if (open) expect(`unknown:${open.state}`.replace('unknown:unknown', 'unknown')).toBe(word)
        }
      }),
      runs(0.4),
    )
  })

  const LISTS = ['absence.spells', 'absence.leaves'] as const
  it.each(LISTS)('also for %s, and for the flags of their items', (list) => {
    const leaves = [{ from: '2026-02-01', until: '2026-05-31' }]
    const spells = [{ firstDay: '2025-12-01', recoveredOn: '2026-02-01' }, { firstDay: '2026-06-01' }]
    const base = { ...CASE, absence: { spells, leaves } } as Snapshot
    const answers = UNKNOWN_VALUES.map((word) => {
      const flagged = structuredClone(base) as unknown as Record<string, Record<string, unknown>>
      const name = list.split('.')[1] as string
      const whole = { ...flagged, absence: { ...flagged.absence, [name]: word } }
      for (const item of (flagged.absence?.[name] ?? []) as Record<string, unknown>[])
        item[name === 'spells' ? 'notCounted' : 'oneCase'] = word
      return [apartFromStates(triageSync(whole)), apartFromStates(triageSync(flagged))]
    })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })
})

describe('an answer on which nothing depends', () => {
  it('can be taken away without the advice changing, and is then not asked', () => {
    let marked = 0
    fc.assert(
      fc.property(snapshotArbitrary(6), (snapshot) => {
        const before = essence(triageSync(snapshot))
        const irrelevant = conditionsOf(snapshot).filter((one) => one.irrelevant)
        for (const { fact, within } of irrelevant.slice(0, 4)) {
          if (within !== undefined) continue
          marked += 1
          expect(getFact(snapshot, fact)).toBeDefined()
          const without = forget(snapshot, fact, 'absent')
          expect(essence(triageSync(without)), fact).toEqual(before)
          expect(question(without, fact)?.state).toBe('skipped')
        }
      }),
      runs(0.3),
    )
    expect(marked).toBeGreaterThan(20)
  })

  /** Which facts a reason names as speaking for it may differ: more of them than were needed. */
  const essence = ({ recommendations, openQuestions: _, ...rest }: Advice) => ({
    ...rest,
    recommendations: recommendations.map(({ reasons, ...one }) => ({
      ...one,
      reasons: reasons.map(({ facts: __, ...reason }) => reason),
    })),
  })
})

/** A copy that has the section of a fact, so that the fact can be taken out of it. */
function withSection(snapshot: Snapshot, id: string): Snapshot {
  const [section] = id.split('.') as [keyof Snapshot]
  return { ...snapshot, [section]: { ...(snapshot[section] as object) } }
}

describe('what is excluded', () => {
  it('says which rules are not met by which known facts, or what else stands in the way', () => {
    const snapshot: Snapshot = {
      ...CASE,
      conflict: { status: 'none' },
      process: { services: [{ service: 'case-conference', on: '2026-11-20' }] },
    }
    const { excluded } = interview(snapshot, { ...FULL, locale: 'en' }).recommendations
    const because = (service: string) => excluded.find((one) => one.service === service)?.because
    expect(because('conflict-handling')).toEqual([
      {
        kind: 'not-met',
        rule: 'conflict/established-unhandled',
        text: 'Is there a conflict at work? No.',
        facts: [{ fact: 'conflict.status', label: 'Is there a conflict at work?', answer: 'no' }],
      },
      {
        kind: 'not-met',
        rule: 'conflict/handling-under-way',
        text: 'Is there a conflict at work? No.',
        facts: [{ fact: 'conflict.status', label: 'Is there a conflict at work?', answer: 'no' }],
      },
    ])
    expect(because('file-check')?.[0]).toMatchObject({ kind: 'moment-over', text: 'The moment for this is over.' })
    expect(because('consultation-hour')?.[0]?.text).toBe('Absent through illness now: yes.')
    expect(because('case-conference')).toContainEqual(
      expect.objectContaining({ kind: 'delivered', text: expect.stringContaining('19 February 2027') }),
    )
  })

  it('names the rule that withdraws it', () => {
    const snapshot: Snapshot = {
      ...CASE,
      health: { usableCapacity: 'none', fullyAndPermanentlyDisabled: 'yes' },
    }
    const { excluded } = interview(snapshot, { ...FULL, locale: 'en' }).recommendations
    const waived = excluded.find(({ service }) => service === 'labour-expert-assessment')?.because
    expect(waived).toContainEqual(expect.objectContaining({ kind: 'waived', rule: expect.stringContaining('/') }))
    const told = interview(snapshot, { role: 'case-manager', locale: 'en' }).recommendations
    expect(told).toEqual(interview(CASE, { role: 'case-manager', locale: 'en' }).recommendations)
  })
})

describe('the screens', () => {
  it('hold every applicable question once, those that can change the step first, each group in the fixed order', () => {
    const order = [...SCREENS.map(({ id }) => id), 'other']
    fc.assert(
      fc.property(snapshotArbitrary(3), fc.constantFrom(undefined, ...ROLES), (snapshot, role) => {
        const { screens, next, sections, done, advice } = interview(snapshot, role ? { role } : {})
        const open = sections.flatMap(({ questions }) =>
          questions.flatMap(({ fact, state }) => (state === 'applicable' ? [fact] : [])),
        )
        expect(screens.flatMap(({ facts }) => facts).sort()).toEqual([...open].sort())
        expect(next).toEqual(screens[0] ?? null)
        expect(done).toBe(open.length === 0)
        const deciding = screens.filter(({ decides }) => decides)
        expect(screens.slice(0, deciding.length)).toEqual(deciding)
        for (const group of [deciding, screens.slice(deciding.length)]) {
          const places = group.map(({ id }) => order.indexOf(id))
          expect(places).toEqual([...places].sort((a, b) => a - b))
        }
        if (advice.settled) expect(deciding).toEqual([])
      }),
      runs(0.4),
    )
  })

  it('hold every fact of the vocabulary that a form asks', () => {
    const placed = SCREENS.flatMap(({ facts }) => facts)
    expect(new Set(placed).size).toBe(placed.length)
    const asked = conditionsOf({ asOf: '2026-11-22' }).map(({ fact }) => fact)
    expect(asked.filter((fact) => !placed.includes(fact) && !fact.startsWith('physician.'))).toEqual([])
  })

  it('say when the step is settled, and that the rest completes the file', () => {
    const { settled, settledText, next, done } = interview(
      { ...CASE, returnToWork: { ownWork: 'not-expected' }, conflict: { status: 'none' }, signals: {} },
      { role: 'case-manager', locale: 'en' },
    )
    expect([settled, settledText, done]).toEqual([true, 'The step is settled. What follows completes the file.', false])
    expect(next).toMatchObject({ decides: false, why: 'This completes the file.' })
    expect(interview({ asOf: '2026-11-22' }, { role: 'case-manager' })).toMatchObject({
      settled: false,
      settledText: null,
      next: { id: 'absence', decides: true },
    })
  })
})

describe('a role', () => {
  const medical = [...BASE_FACTS.values()].filter(({ tier }) => tier === 'medical')
  const employerSide: readonly Role[] = ['case-manager', 'employee', 'labour-expert']

  it.each(ROLES)('%s is shown its own questions only, for its own audience', (role) => {
    const found = interview(CASE, { role })
    expect(found.role).toBe(role)
    expect(found.audience).toBe(employerSide.includes(role) ? 'employer' : 'full')
    for (const { questions } of found.sections)
      for (const { answeredBy, fact } of questions) {
        expect(answeredBy).toContain(role)
        if (employerSide.includes(role)) expect(medical.map(({ id }) => id)).not.toContain(fact)
      }
  })

  it('leaves to others what is for others, without telling them what it is about', () => {
    const manager = interview(CASE, { role: 'case-manager', locale: 'en' })
    // Nothing medical is open for an employer, so that no request tells of it.
    expect(manager.requests).toEqual([])
    const early = interview({ asOf: '2026-11-22' }, { role: 'case-manager', locale: 'en' })
    expect(early.requests).toEqual([
      {
        role: 'employee',
        count: 1,
        text: 'Ask the employee to answer the questions put to them: one answer can still change this advice.',
      },
    ])
    const delegate = interview(CASE, { role: 'delegate', locale: 'en' })
    expect(delegate.requests.map(({ role }) => role)).toEqual(['case-manager', 'employee', 'occupational-physician'])
    for (const { count } of delegate.requests) expect(count).toBeGreaterThan(0)
    const everyone = interview(CASE, FULL)
    expect(everyone.requests).toEqual([])
    const others = delegate.requests.reduce((sum, { count }) => sum + count, 0)
    expect(others + delegate.progress.open).toBe(everyone.progress.open)
  })

  it('is done when only others have something left to answer', () => {
    const found = interview(CASE, { role: 'employee', locale: 'en' })
    expect(found.done).toBe(false)
    expect(found.doneBecause).toBeNull()
    const answered = conditionsOf(CASE, { role: 'employee' })
      .filter(({ state }) => state !== 'answered')
      .reduce<Record<string, unknown>>(
        (snapshot, { fact }) => {
          setFact(snapshot, fact, 'unknown')
          return snapshot
        },
        structuredClone(CASE) as Record<string, unknown>,
      )
    const done = interview(answered, { role: 'employee', locale: 'en' })
    expect([done.next, done.done, done.doneBecause?.reason]).toEqual([null, true, 'only-other-roles'])
  })

  it('is asked for the flag of each item, and shown the list that it is in', () => {
    const leaves = [{ from: '2026-02-01', until: '2026-05-31' }]
    const spells = [{ firstDay: '2025-12-01', recoveredOn: '2026-02-01' }, { firstDay: '2026-06-01' }]
    const snapshot = { ...CASE, absence: { spells, leaves } }
    const cause = question(snapshot, 'absence.leaves.oneCase', { role: 'occupational-physician' })
    expect(cause).toMatchObject({ state: 'applicable', within: 'absence.leaves', value: leaves })
    const told = { ...CASE, absence: { spells, leaves: [{ ...leaves[0], oneCase: 'yes' }] } }
    expect(question(told, 'absence.leaves.oneCase')?.state).toBe('answered')
    for (const audience of ['employer', 'full'] as const)
      expect(question(told, 'absence.leaves', { role: 'case-manager', audience })?.value).toEqual(leaves)
    expect(question(told, 'absence.leaves')?.value).toEqual(told.absence.leaves)
  })

  it('on the side of the employer reads nothing medical, whatever is answered', () => {
    const secret = medical.flatMap(({ id, question: { nl, en } }) => [id, nl, en])
    fc.assert(
      fc.property(snapshotArbitrary(4), fc.constantFrom(...employerSide), (snapshot, role) => {
        const told = JSON.stringify(interview(snapshot, { role }))
        expect(secret.filter((word) => told.includes(word))).toEqual([])
      }),
      runs(0.3),
    )
  })

  it('on the side of the employer cannot tell two cases apart that differ in medical facts only', () => {
    const settable = medical.filter(({ id }) => id.split('.').length === 2)
    let same = 0
    fc.assert(
      fc.property(snapshotArbitrary(5), snapshotArbitrary(1), fc.constantFrom(...employerSide), (one, donor, role) => {
        const other = structuredClone(one) as Record<string, unknown>
        for (const { id } of settable) setFact(other, id, getFact(donor, id))
        fc.pre(isConsistent(other))
        const [a, b] = [interview(one, { role }), interview(other, { role })]
        same += 1
        expect(JSON.stringify(b)).toBe(JSON.stringify(a))
      }),
      runs(0.8),
    )
    expect(same).toBeGreaterThan(5)
  })
})

describe('a call', () => {
  const codesOf = (call: () => unknown): string[] => {
    try {
      call()
    } catch (error) {
      expect(error).toBeInstanceOf(TriageError)
      return (error as TriageError).issues.map(({ code, path }) => `${code} ${path.join('.')}`)
    }
    return []
  }

  it('tells everything that is wrong with it at once', () => {
    expect(codesOf(() => interview({ asOf: '2026-02-30' }, { role: 'case-manger', locale: 'fr' } as never))).toEqual([
      'unknown-value options.role',
      'unknown-value options.locale',
      'invalid-date asOf',
    ])
    expect(codesOf(() => interview(CASE, [] as never))).toEqual(['wrong-type options'])
    expect(codesOf(() => interview(CASE, { rolle: 'employee' } as never))).toEqual(['unknown-option options.rolle'])
    expect(codesOf(() => interview({ ...CASE, process: { services: [{ service: 'x', on: '2026-01-01' }] } }))).toEqual([
      'unknown-service process.services.0.service',
    ])
  })

  it('throws nothing but the documented error, and changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (snapshot, options) => {
        codesOf(() => interview(snapshot, options as never))
        codesOf(() => interview({ asOf: '2026-01-01' }, options as never))
      }),
      runs(1),
    )
    const before = JSON.stringify(CASE)
    expect(JSON.stringify(interview(CASE))).toBe(JSON.stringify(interview(CASE)))
    expect(JSON.stringify(CASE)).toBe(before)
  })

  it('shares with the next one only what no caller can change', () => {
    const spoil = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return
      Object.values(part).forEach(spoil)
      for (const key of Object.keys(part)) Reflect.set(part, key, 'spoilt')
      Reflect.set(part, 'more', 'spoilt')
    }
    const options: readonly Asked[] = [{}, { role: 'case-manager', locale: 'en' }, { audience: 'employer' }]
    for (const each of options) {
      const told = () => interview(structuredClone(CASE), each)
      const before = JSON.stringify(told())
      const { sections, requests, recommendations, screens } = told()
      spoil([sections, requests, recommendations.excluded, screens])
      expect(JSON.stringify(told())).toBe(before)
    }
  })

  it('gives the advice of triageSync with it', () => {
    expect(interview(CASE, { audience: 'employer', locale: 'en' }).advice).toEqual(
      triageSync(CASE, { audience: 'employer', locale: 'en' }),
    )
  })
})
