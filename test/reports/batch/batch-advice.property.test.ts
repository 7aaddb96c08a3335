import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BASE_FACTS,
  type BriefAdvice,
  createBriefTriage,
  type Snapshot,
  shippedRuleSet,
  triageSync,
} from '../../../src/index'
import { type LinesAdviser, linesAdviser } from '../../../src/reports/batch/advise-lines'
import type { BatchOptions, InputForm, OutputForm } from '../../../src/reports/batch/batch-settings'
import { columnsOf } from '../../../src/reports/batch/csv-columns'
import { RESULT_COLUMNS, resultHeader } from '../../../src/reports/batch/csv-result'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { MEDICAL_SNAPSHOT, SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'
import { rowOf } from '../../support/snapshot-csv'

const ruleSet = shippedRuleSet()
const NDJSON: InputForm = { format: 'ndjson' }
const CSV: InputForm = { format: 'csv', delimiter: ';', columns: columnsOf(ruleSet) }
const COMPACT: OutputForm = { format: 'ndjson', full: false }

const adviser = (from: InputForm, to: OutputForm, options: Partial<BatchOptions> = {}): LinesAdviser =>
  linesAdviser({ from, to, options: { locale: 'nl', audience: 'full', ruleSet, ...options } })
const json = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

const SAMPLE = JSON.stringify({ ...SAMPLE_SNAPSHOT, caseId: 'case-1' })
const EARLY = JSON.stringify({ asOf: '2026-11-22', absence: { spells: [], leaves: [] } })

describe('a line of results', () => {
  it('is what is needed of the advice to work through a list', () => {
    const { text, advised, invalid } = adviser(NDJSON, COMPACT).advise(`${SAMPLE}\n${EARLY}\n`, 7)
    expect([advised, invalid]).toEqual([2, 0])
    const [first, second] = json(text)
    const advice = triageSync(SAMPLE_SNAPSHOT, { audience: 'full' })
    const [main] = advice.recommendations
    const brief = createBriefTriage({ audience: 'full' })(SAMPLE_SNAPSHOT)
    expect(first).toEqual({ line: 7, caseId: 'case-1', ...brief })
    expect(brief).toMatchObject({ asOf: '2026-11-22', status: advice.status, complete: false })
    expect(brief.recommendations.map(({ service }) => service)).toEqual(
      advice.recommendations.map(({ service }) => service),
    )
    expect(brief.recommendations[0]).toMatchObject({
      service: main?.service,
      certainty: 'certain',
      startFrom: main?.timing.startFrom,
      startBy: main?.timing.startBy,
      state: main?.timing.state,
      blockedBy: main?.blockedBy.map(({ need }) => need),
    })
    expect(brief.openQuestions).toEqual(advice.openQuestions.map(({ fact }) => fact))
    const { next } = advice
    expect(brief.next).toMatchObject({ kind: next.kind, service: 'service' in next && next.service })
    expect(second).toMatchObject({ line: 8 })
    expect(second).not.toHaveProperty('caseId')
  })

  it('tells a certain hold, and not one that depends on an answer', () => {
    const hold = { ...SAMPLE_SNAPSHOT, health: { referralWithheld: 'no-benefit-now' } }
    const { text } = adviser(NDJSON, COMPACT).advise(`${JSON.stringify(hold)}\n${SAMPLE}`, 1)
    const held = json(text).map((line) => {
      const { recommendations } = line as Pick<BriefAdvice, 'recommendations'>
      return recommendations.find(({ service }) => service === 'labour-expert-assessment')?.heldUntil
    })
    const reviewOf = (snapshot: object) =>
      triageSync(snapshot, { audience: 'full' }).recommendations.find(
        ({ service }) => service === 'labour-expert-assessment',
      )?.heldBy
    expect(held).toEqual([reviewOf(hold)?.find(({ certainty }) => certainty === 'certain')?.reviewOn, undefined])
    // Six weeks from the day of the advice.
    expect(held[0]).toBe('2027-01-03')
    const open = reviewOf(SAMPLE_SNAPSHOT) ?? []
    expect(new Set(open.map(({ certainty }) => certainty))).toEqual(new Set(['possible']))
  })

  it('is the whole advice when asked, in the language asked for, by the policy given', () => {
    const options = { locale: 'en', policy: { promptReferral: 'P21D' } } as const
    const { text } = adviser(NDJSON, { format: 'ndjson', full: true }, options).advise(SAMPLE, 3)
    const advice = triageSync({ ...SAMPLE_SNAPSHOT, caseId: 'case-1' }, { ...options, audience: 'full' })
    expect(text).toBe(`${JSON.stringify({ line: 3, caseId: 'case-1', ...advice })}\n`)
  })

  it('is an error, with codes and paths, for a line that is not valid', () => {
    const lines = ['nope', '{"asOf":"2026-02-30","own_work":1}', '', '[]', SAMPLE]
    const { text, advised, invalid } = adviser(NDJSON, COMPACT, { locale: 'en' }).advise(lines.join('\r\n'), 1)
    expect([advised, invalid]).toEqual([1, 4])
    const errors = json(text).slice(0, 4) as { line: number; error: { code: string; issues: object[] } }[]
    expect(errors.map(({ line, error }) => [line, error.code])).toEqual([
      [1, 'not-json'],
      [2, 'invalid-date'],
      [3, 'not-json'],
      [4, 'wrong-type'],
    ])
    expect(errors[1]?.error.issues).toMatchObject([
      { code: 'invalid-date', path: ['asOf'], message: expect.stringContaining('is not a day of the calendar') },
      { code: 'unknown-key', path: ['own_work'], nearest: 'returnToWork.ownWork' },
    ])
  })

  it('never repeats a medical value or a name, and stays short', () => {
    const secret = { asOf: '2026-11-22', caseId: 'Jan Jansen', health: { course: 'depression', Jansen: 'depression' } }
    const many = Object.fromEntries([...new Array(500).keys()].map((index) => [`key${index}`, 'depression']))
    for (const to of [COMPACT, { format: 'csv', delimiter: ',' } as const]) {
      const { text } = adviser(NDJSON, to).advise(`${JSON.stringify(secret)}\n${JSON.stringify(many)}`, 1)
      expect(text).not.toMatch(/Jan Jansen|depression/)
    }
    const [error] = json(adviser(NDJSON, COMPACT).advise(JSON.stringify(many), 1).text)
    expect(error).toMatchObject({ error: { more: 481 } })
    const csv = adviser(CSV, COMPACT).advise('2026-11-22;"worsening', 1).text
    expect(csv).not.toContain('worsening')
  })

  it('is an error for what could not be decoded', () => {
    const { refuse } = adviser(NDJSON, COMPACT)
    expect(json(refuse('too-large', 4).text)).toMatchObject([{ line: 4, error: { code: 'too-large' } }])
    expect(json(refuse('malformed-text', 5).text)).toMatchObject([{ line: 5, error: { code: 'malformed-text' } }])
  })
})

describe('CSV', () => {
  const read = (text: string): Record<string, string>[] => parse(text, { columns: true, delimiter: ';' })
  const toCsv: OutputForm = { format: 'csv', delimiter: ';' }
  const cases = fc.sample(snapshotArbitrary(), { seed: 4, numRuns: 40 }) as readonly Snapshot[]
  const asJson = cases.map((snapshot) => JSON.stringify(snapshot)).join('\n')
  const asCsv = cases.map((snapshot) => rowOf(snapshot, columnsOf(ruleSet), ';')).join('\n')

  it('in gives the same as NDJSON in, whatever comes out', () => {
    for (const to of [COMPACT, toCsv]) {
      const { text, advised } = adviser(NDJSON, to).advise(asJson, 1)
      expect(advised).toBe(cases.length)
      expect(adviser(CSV, to).advise(asCsv, 1).text).toBe(text)
    }
  })

  it('out has a row a case, with the same columns always', () => {
    const rows = read(resultHeader(';') + adviser(NDJSON, toCsv).advise(`${asJson}\nnope\n{"asOf":1,"x":2}`, 1).text)
    const lines = json(adviser(NDJSON, COMPACT).advise(asJson, 1).text)
    expect(rows).toHaveLength(cases.length + 2)
    for (const row of rows) expect(Object.keys(row)).toEqual([...RESULT_COLUMNS])
    lines.forEach((line, index) => {
      const { recommendations, openQuestions, next, status, settled, complete } = line as BriefAdvice
      const [first] = recommendations
      expect(rows[index]).toMatchObject({
        status,
        next: next.kind,
        nextService: next.service ?? '',
        nextBy: next.by ?? '',
        settled: String(settled),
        complete: String(complete),
        service: first?.service ?? '',
        held: first ? String(first.heldUntil !== undefined) : '',
        blockedBy: first?.blockedBy?.join(';') ?? '',
        openQuestions: openQuestions.join(';'),
        errors: '',
      })
      const listed = [rows[index]?.certainServices, rows[index]?.possibleServices].flatMap((cell) => cell?.split(';'))
      expect(listed.filter(Boolean).sort()).toEqual(recommendations.map(({ service }) => service).sort())
    })
    expect(rows.at(-2)).toMatchObject({ line: String(cases.length + 1), status: '', errors: 'not-json' })
    expect(rows.at(-1)).toMatchObject({ errors: 'wrong-type@asOf;unknown-key@x' })
  })
})

describe('for the employer', () => {
  const employer = (to: OutputForm) => adviser(NDJSON, to, { audience: 'employer', locale: 'en' })
  const medical = [...BASE_FACTS.values()].filter(({ tier }) => tier === 'medical').map(({ id }) => id)

  it.each([COMPACT, { format: 'ndjson', full: true }, { format: 'csv', delimiter: ',' }] as const)(
    'no line shows a medical fact or question (%j)',
    (to) => {
      const { text } = employer(to).advise(JSON.stringify(MEDICAL_SNAPSHOT), 1)
      for (const id of medical) expect(text).not.toContain(id)
      expect(adviser(NDJSON, to).advise(JSON.stringify(MEDICAL_SNAPSHOT), 1).text).toContain('health.')
    },
  )

  it.each([
    { health: { course: 'bad' } },
    { health: { cours: 'stable' } },
    { health: 'stable' },
    { course: 'stable' },
    { 'health.course': 'stable' },
  ])('a fault in %j does not tell what was asked', (part) => {
    const line = JSON.stringify({ asOf: '2026-11-22', ...part })
    const [told] = json(employer(COMPACT).advise(line, 1).text) as { error: { issues: { path: unknown }[] } }[]
    const code = 'physicians-answer'
    expect(told?.error).toMatchObject({ code, issues: [{ code, path: [] }] })
    expect(JSON.stringify(told)).not.toMatch(/health|course|stable/)
    expect(adviser(NDJSON, COMPACT).advise(line, 1).text).toMatch(/health|course/)
  })

  it('a fault in a fact of the employer is told in full', () => {
    const parts = [
      { conflict: { status: 'huge' } },
      // Whether a leave parts two cases decides a day that the employer reports.
      { absence: { leaves: [{ from: '2026-01-01', until: '2026-02-01', oneCase: 'x' }] } },
    ]
    for (const part of parts) {
      const line = JSON.stringify({ asOf: '2026-11-22', ...part })
      expect(employer(COMPACT).advise(line, 1)).toEqual(adviser(NDJSON, COMPACT, { locale: 'en' }).advise(line, 1))
    }
  })
})
