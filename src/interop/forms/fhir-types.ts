/** The parts of FHIR that the form uses. R4 says `choice` where R5 says `coding`. */
export type FhirRelease = 'R4' | 'R5'

/** A Questionnaire, as JSON; R4 and R5 share what is used of it. */
export interface FhirQuestionnaire {
  readonly resourceType: 'Questionnaire'
  readonly url: string
  readonly version: string
  readonly name: string
  readonly title: string
  readonly status: 'active'
  readonly language: string
  readonly subjectType: readonly string[]
  readonly lastReviewDate: string
  readonly effectivePeriod: { readonly start: string; readonly end?: string }
  readonly item: readonly FhirItem[]
}

export interface FhirItem {
  readonly linkId: string
  readonly text?: string
  readonly type: 'group' | 'display' | 'date' | 'decimal' | 'string' | 'choice' | 'coding'
  readonly enableWhen?: readonly FhirEnableWhen[]
  readonly enableBehavior?: 'all' | 'any'
  readonly disabledDisplay?: 'hidden'
  readonly required?: true
  readonly repeats?: true
  readonly readOnly?: true
  readonly maxLength?: number
  readonly answerOption?: readonly { readonly valueCoding: FhirCoding }[]
  readonly extension?: readonly FhirExtension[]
  readonly item?: readonly FhirItem[]
}

export interface FhirCoding {
  readonly system: string
  readonly code: string
  readonly display?: string
}

export interface FhirExtension {
  readonly url: string
  readonly valueDecimal?: number
  readonly valueCoding?: FhirCoding
  readonly valueCodeableConcept?: { readonly coding: readonly FhirCoding[] }
}

export interface FhirEnableWhen {
  readonly question: string
  readonly operator: 'exists' | '='
  readonly answerBoolean?: boolean
  readonly answerCoding?: FhirCoding
}

/** A QuestionnaireResponse, as JSON. */
export interface FhirResponse {
  readonly resourceType: 'QuestionnaireResponse'
  readonly questionnaire: string
  readonly status: 'in-progress'
  readonly language: string
  readonly item: readonly FhirResponseItem[]
}

export interface FhirResponseItem {
  readonly linkId: string
  readonly text?: string
  readonly answer?: readonly FhirAnswer[]
  readonly item?: readonly FhirResponseItem[]
}

export interface FhirAnswer {
  readonly valueDate?: string
  readonly valueDecimal?: number
  readonly valueString?: string
  readonly valueCoding?: FhirCoding
}
