import { describe, expect, it } from 'vitest'
import { exportForm, fhirResponseOf } from '../../../src/index'
import { typeFaults } from '../../support/fhir-types'

const faultsOf = (release: 'r4' | 'r5', type: string, resource: object): readonly string[] =>
  typeFaults(release, [{ type, resource }])

const SNAPSHOT = { asOf: '2026-07-31', conflict: { status: 'signal' }, health: { course: 'unknown:refused' } } as const

describe.each([
  ['r4', 'fhir-questionnaire'],
  ['r5', 'fhir-questionnaire-r5'],
] as const)('by the types of FHIR %s', (release, format) => {
  it('the questionnaire is one', () => {
    const questionnaire = exportForm(format, { audience: 'full', locale: 'en' })
    expect(faultsOf(release, 'Questionnaire', questionnaire)).toEqual([])
  })

  it('a response is one', () => {
    const response = fhirResponseOf(SNAPSHOT, { audience: 'full', locale: 'en' })
    expect(faultsOf(release, 'QuestionnaireResponse', response)).toEqual([])
  })

  it('one of the other release, or with a key too many, is not', () => {
    const other = exportForm(release === 'r4' ? 'fhir-questionnaire-r5' : 'fhir-questionnaire', {
      audience: 'full',
      locale: 'en',
    })
    expect(faultsOf(release, 'Questionnaire', { ...other, colour: 'red' })).not.toEqual([])
    expect(faultsOf(release, 'Questionnaire', other).join()).toContain(release === 'r4' ? 'coding' : 'choice')
  })
})
