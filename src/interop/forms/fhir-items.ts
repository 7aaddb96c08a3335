import { type Locale, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import { type AnswerCode, isCoded, isList, otherwiseCodes, pickCodes, valueCodes } from '../../forms/form/answer-codes'
import type { Column } from '../../forms/form/columns'
import type { AskedWhen } from '../../forms/form/form'
import { FORM_WORDS } from '../../forms/form/form-words'
import type { ShownQuestion } from '../../forms/form/shown-form'
import { codingOf, labelledCoding } from './fhir-codes'
import type { FhirEnableWhen, FhirExtension, FhirItem, FhirRelease } from './fhir-types'

export interface FhirContext {
  readonly release: FhirRelease
  readonly locale: Locale
}

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition'
const UCUM: Readonly<Record<string, string>> = { 'percent of contract hours': '%' }

export const otherwiseLink = (fact: string): string => `${fact}/otherwise`
export const partLink = (fact: string, key: string): string => `${fact}/${key}`

/**
 * The items of one question. One that a pick cannot answer is a group: its value, and the other answers while there
 * is no value. FHIR cannot say "all of these, each any of those" at one item: each further condition is a group
 * around the question.
 */
export function questionItems(question: ShownQuestion, context: FhirContext): readonly FhirItem[] {
  const { fact, askedWhen = [] } = question
  const [first, ...others] = askedWhen
  const item: FhirItem = { ...questionItem(question, context), ...(first ? enabled(first, context) : {}) }
  return [
    others.reduce<FhirItem>(
      (inner, condition, index) => ({
        linkId: `${fact}/asked-${index + 1}`,
        type: 'group',
        ...enabled(condition, context),
        item: [inner],
      }),
      item,
    ),
  ]
}

function questionItem(question: ShownQuestion, context: FhirContext): FhirItem {
  const { fact, readOnly } = question
  const { locale } = context
  const text = question.question[locale]
  if (isCoded(question))
    return { ...picked(fact, fact, text, pickCodes(question), context), ...helpItems(question, context) }
  const otherwise: FhirItem = {
    ...picked(otherwiseLink(fact), fact, FORM_WORDS.otherwise[locale], otherwiseCodes(question), context),
    enableWhen: [{ question: valueLink(question), operator: 'exists', answerBoolean: false }],
    ...(context.release === 'R5' ? { disabledDisplay: 'hidden' } : {}),
    ...(readOnly ? { readOnly: true } : {}),
  }
  const { item: help = [] } = helpItems(question, context)
  return {
    linkId: `${fact}/question`,
    text,
    type: 'group',
    item: [...help, valueItem(question, context), otherwise],
  }
}

/** The item that holds an answer once there is a value: for a list, the first part that each of its items has. */
const valueLink = ({ fact, columns }: ShownQuestion): string => {
  const [first] = columns
  return first ? partLink(fact, first.key) : fact
}

function valueItem(question: ShownQuestion, context: FhirContext): FhirItem {
  const { fact, type, range, unit, columns } = question
  const { locale } = context
  if (type === 'date') return { linkId: fact, text: FORM_WORDS.day[locale], type: 'date' }
  if (type === 'choices')
    return { ...picked(fact, fact, FORM_WORDS.list[locale], valueCodes(question), context), repeats: true }
  if (isList(question))
    return {
      linkId: fact,
      text: (type === 'document' ? FORM_WORDS.document : FORM_WORDS.list)[locale],
      type: 'group',
      ...(type === 'document' ? {} : { repeats: true }),
      item: columns.map((column) => columnItem(fact, column, context)),
    }
  const code = unit === undefined ? undefined : UCUM[unit]
  const extension: FhirExtension[] = [
    ...(range ? [{ url: `${EXTENSION}/minValue`, valueDecimal: range[0] }] : []),
    ...(range ? [{ url: `${EXTENSION}/maxValue`, valueDecimal: range[1] }] : []),
    ...(code === undefined
      ? []
      : [{ url: `${EXTENSION}/questionnaire-unit`, valueCoding: { system: 'http://unitsofmeasure.org', code } }]),
  ]
  return { linkId: fact, text: FORM_WORDS.number[locale], type: 'decimal', extension }
}

function columnItem(fact: string, { key, title, required, codes, readOnly }: Column, context: FhirContext): FhirItem {
  const linkId = partLink(fact, key)
  const text = title[context.locale]
  return {
    ...(codes ? picked(linkId, `${fact}.${key}`, text, codes, context) : { linkId, text, type: 'date' }),
    ...(required ? { required: true } : {}),
    ...(readOnly ? { readOnly: true } : {}),
  }
}

const picked = (
  linkId: string,
  fact: string,
  text: string,
  codes: readonly AnswerCode[],
  { release, locale }: FhirContext,
): FhirItem => ({
  linkId,
  text,
  type: release === 'R4' ? 'choice' : 'coding',
  answerOption: codes.map((code) => ({ valueCoding: labelledCoding(fact, code, locale) })),
})

function helpItems({ fact, help }: ShownQuestion, { locale }: FhirContext): { readonly item?: readonly FhirItem[] } {
  if (!help) return {}
  const coding = { system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help' }
  const extension = [{ url: `${EXTENSION}/questionnaire-itemControl`, valueCodeableConcept: { coding: [coding] } }]
  return { item: [{ linkId: `${fact}/help`, text: help[locale], type: 'display', extension }] }
}

/** Enabled while the fact is not answered, unknown, or one of the values: said without `!=`, which renderers read differently. */
function enabled({ fact, in: values }: AskedWhen, { release }: FhirContext): Partial<FhirItem> {
  const equals = [...values, ...UNKNOWN_VALUES].map(
    (value): FhirEnableWhen => ({ question: fact, operator: '=', answerCoding: codingOf(fact, value) }),
  )
  return {
    enableWhen: [{ question: fact, operator: 'exists', answerBoolean: false }, ...equals],
    enableBehavior: 'any',
    ...(release === 'R5' ? { disabledDisplay: 'hidden' } : {}),
  }
}
