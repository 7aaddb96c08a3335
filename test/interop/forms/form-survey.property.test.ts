import fc from 'fast-check'
import { Model } from 'survey-core'
import 'survey-core/i18n/dutch'
import { lintSurvey } from 'survey-core/linter'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/core/snapshot/fact'
import { exportForm, snapshotFromSurvey, surveyDataOf } from '../../../src/index'
import { asked, asParsed, formSnapshots } from '../../support/form-snapshots'

const RUNS = { seed: 20_260_731, endOnFailure: true, numRuns: 60 }
const AS_OF = '2026-07-31'

const survey = (data: object = {}, locale: 'nl' | 'en' = 'en'): Model => {
  const model = new Model(exportForm('surveyjs', { audience: 'full', locale }))
  model.data = structuredClone(data)
  return model
}
const readBack = (model: Model) => snapshotFromSurvey(JSON.parse(JSON.stringify(model.data)), { audience: 'full' })
const shownIn = (model: Model): string[] =>
  model
    .getAllQuestions()
    .filter((question) => question.isVisible)
    .map(({ name }) => name)
const valueQuestions = (names: readonly string[]): string[] =>
  names.filter((name) => name.includes('_') && !name.endsWith('_otherwise')).map((name) => name.replace('_', '.'))

describe('the form for SurveyJS', () => {
  it('is one that SurveyJS reads without a complaint, in both languages', () => {
    const titles = LOCALES.map((locale) => {
      const model = survey({}, locale)
      expect(model.jsonErrors ?? []).toEqual([])
      expect(model.pages).toHaveLength(11)
      return model.getQuestionByName('conflict_status').title
    })
    expect(titles).toEqual(['Speelt er een arbeidsconflict?', 'Is there a conflict at work?'])
  })

  it.each(LOCALES)("has nothing that SurveyJS's own linter finds, in %s", (locale) => {
    const form = exportForm('surveyjs', { audience: 'full', locale })
    expect(lintSurvey(form).findings).toEqual([])
    const astray = structuredClone(form) as unknown as { pages: { elements: Record<string, unknown>[] }[] }
    const element = astray.pages.flatMap(({ elements }) => elements).find(({ visibleIf }) => visibleIf !== undefined)
    Object.assign(element ?? {}, { visibleIf: '{conflict_state} empty' })
    expect(lintSurvey(astray).findings.map(({ ruleId }) => ruleId)).toContain('reference/unknown')
  })

  it('shows what is asked, and gives back the same snapshot', () => {
    const model = survey()
    fc.assert(
      fc.property(formSnapshots(), (snapshot) => {
        model.data = surveyDataOf(snapshot, { audience: 'full' })
        expect(valueQuestions(shownIn(model))).toEqual(asked(snapshot))
        expect(readBack(model)).toEqual(asParsed(snapshot))
      }),
      RUNS,
    )
  })

  it('keeps every answer when it is completed, also to what is not asked any more', () => {
    fc.assert(
      fc.property(formSnapshots(), (snapshot) => {
        const model = survey(surveyDataOf(snapshot, { audience: 'full' }))
        model.doComplete()
        expect(readBack(model)).toEqual(asParsed(snapshot))
      }),
      { ...RUNS, numRuns: 6 },
    )
  })

  it('offers the other answers only while there is no value, and takes one back that a value replaces', () => {
    const model = survey({ asOf: AS_OF })
    const other = 'process_actionPlanOn_otherwise'
    expect(shownIn(model)).toContain(other)
    model.setValue(other, 'none')
    expect(snapshotFromSurvey(model.data, { audience: 'full' })).toEqual({
      ok: true,
      snapshot: { asOf: AS_OF, process: { actionPlanOn: 'none' } },
    })
    model.setValue('process_actionPlanOn', '2026-07-01')
    expect(shownIn(model)).not.toContain(other)
    expect(snapshotFromSurvey(model.data, { audience: 'full' })).toEqual({
      ok: true,
      snapshot: { asOf: AS_OF, process: { actionPlanOn: '2026-07-01' } },
    })
  })

  it('takes what was left blank for what was not asked, and "none" for an empty list', () => {
    const data = {
      asOf: AS_OF,
      caseId: '',
      absence_spells: [{}],
      absence_leaves_otherwise: 'none',
      absence_workedShare: null,
      health_criticalLimitations: [],
    }
    expect(snapshotFromSurvey(data, { audience: 'full' })).toEqual({
      ok: true,
      snapshot: { asOf: AS_OF, absence: { leaves: [] } },
    })
  })

  it.each([
    ['a name that it does not have', { asOf: AS_OF, conflict_state: 'none' }, 'unknown-key', ['conflict_state']],
    [
      'a second answer',
      { asOf: AS_OF, absence_workedShare: 5, absence_workedShare_otherwise: 'unknown' },
      'two-answers',
      ['absence', 'workedShare'],
    ],
    ['a value outside the list', { asOf: AS_OF, conflict_status: 'maybe' }, 'unknown-value', ['conflict', 'status']],
    ['no day', {}, 'missing-key', ['asOf']],
    ['no data', 5, 'wrong-type', []],
    ['a getter', Object.defineProperty({}, 'asOf', { get: () => AS_OF, enumerable: true }), 'not-plain-data', ['asOf']],
  ])('refuses %s', (_name, data, code, path) => {
    for (const locale of LOCALES) {
      const parsed = snapshotFromSurvey(data, { audience: 'full', locale })
      expect(parsed).toMatchObject({ ok: false, issues: [{ code, path }] })
    }
  })

  it('quotes no medical answer that is wrong', () => {
    const parsed = snapshotFromSurvey({ asOf: AS_OF, health_course: 'depressed' }, { audience: 'full' })
    expect(parsed.ok).toBe(false)
    expect(JSON.stringify(parsed)).not.toContain('depressed')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(snapshotFromSurvey(data, { audience: 'full' }).ok).toBe(false)
      }),
      { ...RUNS, numRuns: 300 },
    )
  })
})
