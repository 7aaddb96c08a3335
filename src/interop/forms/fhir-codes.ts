import { isUnknownWord, type UnknownWord } from '../../core/snapshot/fact'
import type { AnswerCode } from '../../forms/form/answer-codes'
import type { FhirCoding } from './fhir-types'

/** HL7's own codes where they say the same; those of the vocabulary elsewhere. */
const YES_NO = 'http://terminology.hl7.org/CodeSystem/v2-0136'
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
const ABSENT_CODES: Readonly<Record<UnknownWord, string>> = {
  unknown: 'asked-unknown',
  'unknown:not-applicable': 'not-applicable',
  'unknown:refused': 'asked-declined',
}
const systemOf = (fact: string): string => `urn:x-verwijswijzer:fact:${fact}`

/** An answer to a fact, or a part of one, as a coding without its text. */
export function codingOf(fact: string, value: string | boolean): FhirCoding {
  if (typeof value === 'boolean') return { system: YES_NO, code: value ? 'Y' : 'N' }
  if (isUnknownWord(value)) return { system: ABSENT, code: ABSENT_CODES[value] }
  return { system: systemOf(fact), code: value }
}

export const labelledCoding = (fact: string, { value, label }: AnswerCode, locale: 'nl' | 'en'): FhirCoding => ({
  ...codingOf(fact, value),
  display: label[locale],
})

/**
 * What a coding says of a fact. A coding of another system is no answer of ours: it comes back as one text, which
 * `parseSnapshot` refuses.
 */
export function valueOfCoding(fact: string, system: unknown, code: unknown): unknown {
  if (typeof code !== 'string') return code
  if (system === YES_NO && (code === 'Y' || code === 'N')) return code === 'Y'
  if (system === ABSENT) return Object.entries(ABSENT_CODES).find(([, known]) => known === code)?.[0] ?? code
  return system === undefined || system === systemOf(fact) ? code : `${String(system)}|${code}`
}
