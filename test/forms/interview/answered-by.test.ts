import { describe, expect, it } from 'vitest'
import {
  type AnsweredBy,
  checkAnswers,
  interview,
  type KeptCase,
  type QuestionState,
  type Role,
  type Snapshot,
  setAnswer,
  type TriageError,
  takeAnswers,
  whoAnswered,
} from '../../../src/index'

const asOf = '2026-11-30'
const absence = { spells: [{ firstDay: '2026-06-01' }], leaves: [] }
const OWN_WORK = 'returnToWork.ownWork'

const codes = (call: () => unknown): readonly string[] => {
  try {
    call()
    return []
  } catch (error) {
    return (error as TriageError).issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }
}

/** A case to which the physician and the case manager each hand in their own. */
const start: KeptCase = takeAnswers(undefined, { asOf, absence }, 'case-manager')
const said = (kept: KeptCase, role: Role, ownWork: string): KeptCase =>
  takeAnswers(kept, { asOf, returnToWork: { ownWork } }, role)

const stateFor = (snapshot: unknown, role: Role, fact: string, answeredBy?: AnsweredBy): QuestionState | undefined =>
  interview(snapshot, { role, ...(answeredBy ? { answeredBy } : {}) })
    .sections.flatMap(({ questions }) => questions)
    .find((one) => one.fact === fact)?.state

describe('who answered', () => {
  it('is kept beside the snapshot, for what more than one role may answer', () => {
    const kept = said(start, 'occupational-physician', 'doubtful')
    expect(kept.answeredBy).toEqual({ [OWN_WORK]: 'occupational-physician' })
    expect(JSON.stringify(kept.snapshot)).not.toContain('occupational-physician')
    expect(Object.isFrozen(kept.answeredBy)).toBe(true)
  })

  it('is the last who changed it, and nobody once it is taken away', () => {
    const [before, after] = [start.snapshot, said(start, 'case-manager', 'doubtful').snapshot]
    const one = whoAnswered({}, before, after, 'case-manager')
    expect(one).toEqual({ [OWN_WORK]: 'case-manager' })
    // The same said again by another leaves it as it was.
    expect(whoAnswered(one, after, after, 'occupational-physician')).toEqual(one)
    expect(whoAnswered(one, after, before, 'occupational-physician')).toEqual({})
  })

  it('is refused where it is no such map', () => {
    const set = (answeredBy: unknown) => () =>
      setAnswer(start.snapshot, OWN_WORK, 'expected', { role: 'case-manager', answeredBy } as never)
    expect(codes(set(null))).toEqual(['wrong-type options.answeredBy'])
    expect(codes(set({ 'returnToWork.own': 'employee' }))).toEqual(['unknown-fact options.answeredBy.returnToWork.own'])
    expect(codes(set({ [OWN_WORK]: 'boss' }))).toEqual([`unknown-value options.answeredBy.${OWN_WORK}`])
    expect(codes(() => interview(start.snapshot, { answeredBy: [] } as never))).toEqual([
      'wrong-type options.answeredBy',
    ])
    expect(codes(() => checkAnswers(start.snapshot, { asOf }, 'employee', { whole: 1 } as never))).toEqual([
      'wrong-type options.whole',
    ])
  })
})

describe('the word of the physician', () => {
  const kept = said(start, 'occupational-physician', 'not-expected')
  const { answeredBy } = kept

  it('is not overwritten by another role', () => {
    for (const role of ['case-manager'] as const) {
      expect(codes(() => said(kept, role, 'expected'))).toEqual([`physicians-word ${OWN_WORK}`])
      expect(codes(() => said(kept, role, 'unknown'))).toEqual([`physicians-word ${OWN_WORK}`])
      expect(codes(() => setAnswer(kept.snapshot, OWN_WORK, 'expected', { role, answeredBy }))).toEqual([
        `physicians-word ${OWN_WORK}`,
      ])
      expect(codes(() => setAnswer(kept.snapshot, OWN_WORK, undefined, { role, answeredBy }))).toEqual([
        `physicians-word ${OWN_WORK}`,
      ])
      // The same is no other word.
      expect(said(kept, role, 'not-expected').answeredBy).toEqual(answeredBy)
      // Nor does a whole hand-in that leaves it out take it away.
      const whole = takeAnswers(kept, { asOf, absence }, role, { whole: true })
      expect(whole.snapshot.returnToWork?.ownWork).toBe('not-expected')
    }
  })

  it('is for the physician to change, or who works under the physician', () => {
    expect(said(kept, 'occupational-physician', 'doubtful').snapshot.returnToWork?.ownWork).toBe('doubtful')
  })

  it('is taken where it was not known, or where another had answered', () => {
    const unknown = said(start, 'occupational-physician', 'unknown')
    expect(said(unknown, 'case-manager', 'doubtful').answeredBy).toEqual({ [OWN_WORK]: 'case-manager' })
    const other = said(said(start, 'case-manager', 'expected'), 'occupational-physician', 'doubtful')
    expect(other).toMatchObject({ answeredBy: { [OWN_WORK]: 'occupational-physician' } })
  })
})

describe('"not known"', () => {
  it('said by a case manager leaves the question open for the physician, and is asked of the physician', () => {
    const kept = said(start, 'case-manager', 'unknown')
    for (const answeredBy of [kept.answeredBy, undefined]) {
      expect(stateFor(kept.snapshot, 'occupational-physician', OWN_WORK, answeredBy)).toBe('applicable')
      expect(stateFor(kept.snapshot, 'case-manager', OWN_WORK, answeredBy)).toBe('unknown')
      const { requests } = interview(kept.snapshot, { role: 'case-manager', ...(answeredBy ? { answeredBy } : {}) })
      expect(requests.map(({ role }) => role)).toContain('occupational-physician')
    }
  })

  it('said by the physician settles it for everyone', () => {
    const kept = said(start, 'occupational-physician', 'unknown:refused')
    for (const role of ['occupational-physician', 'case-manager'] as const)
      expect(stateFor(kept.snapshot, role, OWN_WORK, kept.answeredBy)).toBe('unknown')
  })

  it('said of a question that is the physician’s alone is the physician’s', () => {
    const snapshot = setAnswer(start.snapshot, 'health.course', 'unknown', { role: 'delegate' })
    for (const role of ['occupational-physician', 'delegate'] as const)
      expect(stateFor(snapshot, role, 'health.course')).toBe('unknown')
  })
})

describe('an answer', () => {
  it('that does not fit the others is refused, and one that was wrong before stays to be put right', () => {
    const contract: Snapshot = { asOf, absence, health: { referralWithheld: 'terminal' } }
    const no = () => setAnswer(contract, 'health.fullyAndPermanentlyDisabled', 'no', { role: 'occupational-physician' })
    expect(codes(no)).toEqual(['contradiction health.referralWithheld'])
    const wrong: Snapshot = { ...contract, health: { ...contract.health, fullyAndPermanentlyDisabled: 'no' } }
    // The case manager neither learns of it nor is kept from answering; the physician can put it right.
    expect(codes(() => setAnswer(wrong, 'absence.workedShare', 0, { role: 'case-manager' }))).toEqual([])
    expect(codes(() => setAnswer(wrong, 'health.course', 'stable', { role: 'delegate' }))).toEqual([])
    expect(codes(() => interview(wrong, { role: 'occupational-physician' }))).toEqual([])
    const late = () => checkAnswers(wrong, { asOf, process: { problemAnalysisOn: '2026-01-01' } }, 'case-manager')
    expect(codes(late)).toEqual(['date-before-case process.problemAnalysisOn'])
  })
})
