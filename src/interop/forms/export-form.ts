import { frozen } from '../../core/frozen'
import { TriageError } from '../../core/issue/issue'
import { type FormOptions, type ShownForm, showForm, unknownValue } from '../../forms/form/shown-form'
import { fhirQuestionnaire } from './fhir-questionnaire'
import type { FhirQuestionnaire } from './fhir-types'
import { type JsonFormsForm, jsonFormsForm } from './json-forms-form'
import { type JsonSchema, jsonSchemaForm } from './json-schema-form'
import { type SurveyForm, surveyForm } from './survey-form'

/** What each format exports to. */
export interface FormExports {
  readonly 'json-schema': JsonSchema
  readonly 'fhir-questionnaire': FhirQuestionnaire
  readonly 'fhir-questionnaire-r5': FhirQuestionnaire
  readonly surveyjs: SurveyForm
  readonly 'json-forms': JsonFormsForm
}
/** A format of `FORM_FORMATS`. */
export type FormFormat = keyof FormExports

const EXPORTERS: { readonly [Format in FormFormat]: (form: ShownForm) => FormExports[Format] } = {
  'json-schema': jsonSchemaForm,
  'fhir-questionnaire': (form) => fhirQuestionnaire(form, 'R4'),
  'fhir-questionnaire-r5': (form) => fhirQuestionnaire(form, 'R5'),
  surveyjs: surveyForm,
  'json-forms': jsonFormsForm,
}
/** What `exportForm` can give. */
export const FORM_FORMATS = frozen(Object.keys(EXPORTERS) as readonly FormFormat[])

/**
 * The questions of a rule set as a form in the format of a form library. A question is shown unless it is known not to
 * matter (`isAsked`): unknown is never no. Answers come back through `snapshotFromJsonForm` (JSON Schema, whose
 * data are a snapshot, and JSON Forms), `snapshotFromFhir` and `snapshotFromSurvey`.
 *
 * @param format `json-schema` (2020-12), `fhir-questionnaire` (R4), `fhir-questionnaire-r5`, `surveyjs` or `json-forms`.
 * @param options Locale, rule set, and for whom: a role gets the questions it may answer, the audience `employer` no
 *   medical-tier question.
 * @returns Plain JSON data; the same for the same rule set and options.
 * @throws TriageError over a format or an option that does not exist.
 */
export function exportForm<Format extends FormFormat>(format: Format, options?: FormOptions): FormExports[Format] {
  if (!Object.hasOwn(EXPORTERS, format)) throw new TriageError([unknownValue('format', FORM_FORMATS, format)])
  // It belongs to its caller, who may add to it: nothing in it is what roles and rules are read by.
  return structuredClone(EXPORTERS[format](showForm(options)))
}
