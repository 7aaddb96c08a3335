import { FORM_WORDS } from '../../forms/form/form-words'
import type { ShownForm } from '../../forms/form/shown-form'
import { type FhirContext, questionItems } from './fhir-items'
import type { FhirQuestionnaire, FhirRelease } from './fhir-types'

/** The form as a FHIR Questionnaire. `linkId`s are the ids of facts; answers come back with `snapshotFromFhir`. */
export function fhirQuestionnaire({ sections, locale, ruleSet }: ShownForm, release: FhirRelease): FhirQuestionnaire {
  const { id, version, validFrom, validUntil, checkedOn } = ruleSet.manifest
  const context: FhirContext = { release, locale }
  return {
    resourceType: 'Questionnaire',
    language: locale,
    url: questionnaireUrl(id),
    version,
    name: 'ReferralTriage',
    title: FORM_WORDS.title[locale],
    status: 'active',
    subjectType: ['Patient'],
    lastReviewDate: checkedOn,
    effectivePeriod: { start: validFrom, ...(validUntil === null ? {} : { end: validUntil }) },
    item: [
      {
        linkId: 'case',
        text: FORM_WORDS.case[locale],
        type: 'group',
        item: [
          { linkId: 'asOf', text: FORM_WORDS.asOf[locale], type: 'date', required: true },
          { linkId: 'caseId', text: FORM_WORDS.caseId[locale], type: 'string', maxLength: 64 },
        ],
      },
      ...sections.map(({ id: section, title, questions }) => ({
        linkId: section,
        text: title[locale],
        type: 'group' as const,
        item: questions.flatMap((question) => questionItems(question, context)),
      })),
    ],
  }
}

/** What the questionnaire of a rule set is called, whatever its version. */
export const questionnaireUrl = (ruleSet: string): string => `urn:x-verwijswijzer:questionnaire:${ruleSet}`

/** How a response names its questionnaire. */
export const canonicalOf = ({ url, version }: FhirQuestionnaire): string => `${url}|${version}`
