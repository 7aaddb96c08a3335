import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../../../src/core/snapshot/fact'
import {
  BASE_FACTS,
  checkAnswers,
  interview,
  type Role,
  type Snapshot,
  setAnswer,
  TriageError,
} from '../../../src/index'
import { getFact, setFact, snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { INTERVIEW_CASES } from '../../support/half-filled'

const RUNS = { numRuns: Math.ceil(INTERVIEW_CASES / 2), seed: 20261122, endOnFailure: true }

const BEFORE = {
  asOf: '2026-11-22',
  caseId: 'case-17',
  employment: { regime: 'employee' },
  absence: {
    spells: [{ firstDay: '2025-12-01', recoveredOn: '2026-02-01' }, { firstDay: '2026-06-01' }],
    leaves: [{ from: '2026-02-01', until: '2026-05-31', oneCase: 'yes' }],
  },
  returnToWork: { ownWork: 'doubtful' },
  health: { course: 'worsening', permanentLimitation: true },
} as const

function issuesOf(call: () => unknown): TriageError['issues'] {
  try {
    call()
  } catch (error) {
    expect(error).toBeInstanceOf(TriageError)
    return (error as TriageError).issues
  }
  return []
}
const told = (call: () => unknown): string[] => issuesOf(call).map(({ code, path }) => `${code} ${path.join('.')}`)

/** What a role hands in who was shown only what it may set. */
function ownPart(snapshot: Snapshot, role: Role): Record<string, unknown> {
  const own: Record<string, unknown> = { asOf: snapshot.asOf }
  for (const { fact, within, value, said } of interview(snapshot, { role }).sections.flatMap(
    ({ questions }) => questions,
  )) {
    const answer = said && !within ? (said === 'unknown' ? said : `unknown:${said}`) : value
    if (answer !== undefined) setFact(own, within ?? fact, answer)
  }
  return own
}

describe('answers that are handed in', () => {
  it('are kept with those of the others', () => {
    const after = { asOf: '2026-11-23', employment: { regime: 'employee', olderWorker: true }, absence: BEFORE.absence }
    const { leaves: _, ...absence } = after.absence
    const kept = checkAnswers(
      BEFORE,
      { ...after, absence: { ...absence, leaves: [{ from: '2026-02-01', until: '2026-05-31' }] } },
      'case-manager',
    )
    expect(kept).toEqual({ ...BEFORE, ...after })
    expect(Object.isFrozen(kept.absence)).toBe(true)
  })

  it('are a patch: what is left out stays, also of the role itself', () => {
    const answers = { asOf: BEFORE.asOf, health: { course: 'stable' } }
    const kept = checkAnswers(BEFORE, answers, 'occupational-physician')
    expect(kept).toEqual({ ...BEFORE, health: { course: 'stable', permanentLimitation: true } })
    expect(checkAnswers(BEFORE, { asOf: BEFORE.asOf, signals: { managerConcern: true } }, 'case-manager')).toEqual({
      ...BEFORE,
      signals: { managerConcern: true },
    })
  })

  it('replace those of the role itself where they are said to be whole, also by leaving them out', () => {
    const answers = { asOf: BEFORE.asOf, health: { course: 'stable' } }
    expect(checkAnswers(BEFORE, answers, 'occupational-physician', { whole: true })).toEqual({
      ...BEFORE,
      returnToWork: undefined,
      health: { course: 'stable' },
    })
    expect(checkAnswers(undefined, { asOf: '2026-11-22', signals: { employeeAsks: true } }, 'employee')).toEqual({
      asOf: '2026-11-22',
      signals: { employeeAsks: true },
    })
  })

  it.each<[string, Role, object, string[]]>([
    ['set', 'employee', { employment: { olderWorker: true } }, ['wrong-role employment.olderWorker']],
    ['changed', 'employee', { employment: { regime: 'self-employed' } }, ['wrong-role employment.regime']],
    ['said not to be known', 'employee', { employment: { regime: 'unknown' } }, ['wrong-role employment.regime']],
    ['unchanged', 'employee', { employment: { regime: 'employee' } }, []],
    [
      'a medical one, set',
      'case-manager',
      { health: { lengthyRecovery: true } },
      ['wrong-role health.lengthyRecovery'],
    ],
    ['a medical one, changed', 'labour-expert', { health: { course: 'stable' } }, ['wrong-role health.course']],
    ['a medical one, as it was', 'case-manager', { health: { course: 'worsening' } }, ['wrong-role health.course']],
    [
      'the physician’s own, by a delegate',
      'delegate',
      { health: { permanentLimitation: false } },
      ['wrong-role health.permanentLimitation'],
    ],
    ['unchanged, by a delegate', 'delegate', { health: { permanentLimitation: true, course: 'stable' } }, []],
    [
      'several at once',
      'labour-expert',
      { health: { course: 'stable' }, signals: { tasksDropped: true } },
      ['wrong-role health.course', 'wrong-role signals.tasksDropped'],
    ],
  ])('that are another role’s are refused when they are %s', (_, role, answers, issues) => {
    expect(told(() => checkAnswers(BEFORE, { asOf: BEFORE.asOf, ...answers }, role))).toEqual(issues)
  })

  it('that are wrong in themselves are refused as parseSnapshot refuses them', () => {
    expect(told(() => checkAnswers(BEFORE, { asOf: 'x', taskLoad: { lifting: 'heavy' } }, 'employee'))).toEqual([
      'invalid-date asOf',
      'unknown-value taskLoad.lifting',
    ])
    expect(told(() => checkAnswers(BEFORE, { asOf: BEFORE.asOf }, 'doctor' as never))).toEqual(['unknown-value role'])
    const overlap = { asOf: BEFORE.asOf, absence: { spells: [{ firstDay: '2026-03-01' }] } }
    expect(
      told(() => checkAnswers(BEFORE, { ...overlap, absence: { ...overlap.absence, leaves: [] } }, 'case-manager')),
    ).toEqual([])
  })

  it('are told of in both languages, without the values and without what they were', () => {
    for (const locale of ['nl', 'en'] as const) {
      const answers = {
        asOf: BEFORE.asOf,
        health: { course: 'fluctuating' },
        employment: { functionVariety: 'several' },
      }
      const issues = issuesOf(() => checkAnswers(BEFORE, answers, 'employee', { locale }))
      expect(issues).toHaveLength(2)
      expect(JSON.stringify(issues)).not.toMatch(/fluctuating|worsening|wisselend|several|enkele/)
      expect(issues[0]?.message).toContain(locale === 'nl' ? 'de werknemer' : 'the employee')
    }
  })
})

describe('a flag inside a list', () => {
  const leaf = { from: '2026-02-01', until: '2026-05-31' }
  const hand = (leaves: readonly object[]) => ({ asOf: BEFORE.asOf, absence: { ...BEFORE.absence, leaves } })
  const leavesOf = (snapshot: Snapshot): unknown => snapshot.absence?.leaves

  it('stays with its item when the list is handed in by who may not read it', () => {
    const more = { from: '2024-01-01', until: '2024-04-30' }
    const kept = checkAnswers(BEFORE, hand([more, leaf]), 'case-manager')
    expect(leavesOf(kept)).toEqual([more, { ...leaf, oneCase: 'yes' }])
    const moved = checkAnswers(BEFORE, hand([{ ...leaf, until: '2026-05-30' }]), 'case-manager')
    expect(leavesOf(moved)).toEqual([{ ...leaf, until: '2026-05-30' }])
  })

  it('may not be set by who sets the list, and the list not by who sets the flag', () => {
    expect(told(() => checkAnswers(BEFORE, hand([{ ...leaf, oneCase: 'no' }]), 'case-manager'))).toEqual([
      'wrong-role absence.leaves.0.oneCase',
    ])
    const physician = { asOf: BEFORE.asOf, absence: { leaves: [{ ...leaf, oneCase: 'no' }] } }
    expect(leavesOf(checkAnswers(BEFORE, physician, 'occupational-physician'))).toEqual([{ ...leaf, oneCase: 'no' }])
    const other = { asOf: BEFORE.asOf, absence: { leaves: [{ ...leaf, until: '2026-05-01', oneCase: 'no' }] } }
    expect(told(() => checkAnswers(BEFORE, other, 'occupational-physician'))).toEqual(['wrong-role absence.leaves'])
    expect(leavesOf(checkAnswers(BEFORE, physician, 'delegate'))).toEqual([{ ...leaf, oneCase: 'no' }])
  })

  it('takes an answer for each item, or one for all', () => {
    const two = [leaf, { from: '2024-01-01', until: '2024-04-30' }]
    const snapshot = { asOf: BEFORE.asOf, absence: { leaves: two } }
    const fact = 'absence.leaves.oneCase'
    const each = setAnswer(snapshot, fact, ['yes', undefined], { role: 'occupational-physician' })
    expect(leavesOf(each)).toEqual([{ ...leaf, oneCase: 'yes' }, two[1]])
    expect(leavesOf(setAnswer(each, fact, 'unknown'))).toEqual(two.map((one) => ({ ...one, oneCase: 'unknown' })))
    expect(leavesOf(setAnswer(each, 'absence.leaves', [leaf], { role: 'case-manager' }))).toEqual([
      { ...leaf, oneCase: 'yes' },
    ])
  })
})

describe('one answer', () => {
  it('is set, changed and taken away, in a copy', () => {
    const set = setAnswer(BEFORE, 'employment.functionVariety', 'few')
    expect(set.employment).toEqual({ regime: 'employee', functionVariety: 'few' })
    expect(setAnswer(set, 'employment.functionVariety', undefined).employment).toEqual({ regime: 'employee' })
    expect(setAnswer(BEFORE, 'employment.regime', undefined)).not.toHaveProperty('employment')
    expect(BEFORE.employment).toEqual({ regime: 'employee' })
  })

  it('is refused for an unknown fact, a wrong role or a wrong value', () => {
    const set = (fact: string, value: unknown, role?: Role) => () =>
      setAnswer(BEFORE, fact, value, role ? { role, locale: 'en' } : { locale: 'en' })
    expect(told(set('employment.regiem', 'employee'))).toEqual(['unknown-fact fact'])
    expect(issuesOf(set('employment.regiem', 'employee'))[0]?.nearest).toBe('employment.regime')
    expect(told(set('health.course', 'stable', 'case-manager'))).toEqual(['wrong-role health.course'])
    expect(issuesOf(set('health.course', 'stable', 'case-manager'))[0]?.expected).toBe(
      'occupational-physician, delegate',
    )
    expect(told(set('taskLoad.lifting', 'heavy', 'employee'))).toEqual(['unknown-value taskLoad.lifting'])
    expect(told(set('taskLoad.lifting', 'high', 'boss' as never))).toEqual(['unknown-value options.role'])
  })
})

describe('any snapshot, handed out to a role and handed in again', () => {
  it('comes back as it was, and takes no answer of another role', () => {
    const facts = [...BASE_FACTS.values()].filter(({ id }) => id.split('.').length === 2)
    fc.assert(
      fc.property(
        snapshotArbitrary(3),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...facts),
        (snapshot, role, fact) => {
          const own = ownPart(snapshot, role)
          const kept = checkAnswers(snapshot, own, role)
          expect(sorted(kept)).toEqual(sorted(checkAnswers(snapshot, ownPart(kept, role), role)))
          for (const { id } of facts) expect(getFact(kept, id), id).toEqual(getFact(snapshot, id))
          const whole = checkAnswers(snapshot, own, role, { whole: true })
          for (const { id } of facts) expect(getFact(whole, id), id).toEqual(getFact(snapshot, id))
          if (fact.answeredBy.includes(role)) return
          setFact(own, fact.id, getFact(snapshot, fact.id) === 'unknown:refused' ? 'unknown' : 'unknown:refused')
          expect(told(() => checkAnswers(snapshot, own, role))).toEqual([`wrong-role ${fact.id}`])
        },
      ),
      RUNS,
    )
  })

  const sorted = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
})
