import type { Locale, Text } from '../../core/snapshot/fact'
import { UNKNOWN_VALUES } from '../../core/snapshot/fact'
import { type AnswerCode, isCoded, isList, pickCodes, valueCodes, wordCodes } from '../../forms/form/answer-codes'
import type { Column } from '../../forms/form/columns'
import type { AskedWhen } from '../../forms/form/form'
import { FORM_WORDS } from '../../forms/form/form-words'
import type { ShownForm, ShownQuestion } from '../../forms/form/shown-form'

/** A JSON Schema, as plain JSON. */
export type JsonSchema = { readonly [keyword: string]: unknown }

export const CASE_ID = { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' } as const

/**
 * The form as a JSON Schema for a snapshot. `x-order` is the place among its neighbours, `x-answered-by` who may
 * answer, and `x-asked-when` a schema over the whole case: the question is asked while the case fits it.
 */
export function jsonSchemaForm(form: ShownForm): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...snapshotSchemaOf(form) }
}

/** The same without a dialect, and so for any draft since 7. */
export function snapshotSchemaOf({ sections, locale }: ShownForm): JsonSchema {
  return {
    title: FORM_WORDS.title[locale],
    type: 'object',
    properties: {
      asOf: { title: FORM_WORDS.asOf[locale], type: 'string', format: 'date', 'x-order': 0 },
      caseId: { title: FORM_WORDS.caseId[locale], ...CASE_ID, 'x-order': 1 },
      ...Object.fromEntries(
        sections.map(({ id, title, questions }, index) => [
          id,
          {
            title: title[locale],
            type: 'object',
            properties: Object.fromEntries(
              questions.map((question, place) => [nameOf(question), questionSchema(question, place, locale)]),
            ),
            additionalProperties: false,
            'x-order': index + 2,
          },
        ]),
      ),
    },
    required: ['asOf'],
    additionalProperties: false,
  }
}

/** The name of a fact inside its section. */
export const nameOf = ({ fact }: ShownQuestion): string => fact.slice(fact.indexOf('.') + 1)

function questionSchema(question: ShownQuestion, place: number, locale: Locale): JsonSchema {
  const { help, askedWhen, answeredBy } = question
  return {
    title: question.question[locale],
    ...(help ? { description: help[locale] } : {}),
    ...answerSchema(question, locale),
    'x-order': place,
    'x-answered-by': [...answeredBy],
    ...(askedWhen ? { 'x-asked-when': { allOf: askedWhen.map(conditionSchema) } } : {}),
  }
}

function answerSchema(question: ShownQuestion, locale: Locale): JsonSchema {
  if (isCoded(question)) return oneOf(pickCodes(question), locale)
  return { anyOf: [valueAnswer(question, locale), wordAnswer(question, locale)] }
}

/** A day, a number or a list, where a question has one. */
export const valueAnswer = (question: ShownQuestion, locale: Locale): JsonSchema => ({
  title: kindOf(question)[locale],
  ...valueSchema(question, locale),
})

/** The words that stand in place of a value. */
export const wordAnswer = (question: ShownQuestion, locale: Locale): JsonSchema => ({
  title: FORM_WORDS.otherwise[locale],
  ...oneOf(wordCodes(question), locale),
  ...(question.readOnly ? { readOnly: true } : {}),
})

function kindOf({ type }: ShownQuestion): Text {
  if (type === 'date') return FORM_WORDS.day
  if (type === 'number') return FORM_WORDS.number
  return type === 'document' ? FORM_WORDS.document : FORM_WORDS.list
}

function valueSchema(question: ShownQuestion, locale: Locale): JsonSchema {
  const { type, range, columns } = question
  if (type === 'date') return { type: 'string', format: 'date' }
  if (type === 'number') return { type: 'number', ...(range ? { minimum: range[0], maximum: range[1] } : {}) }
  if (!isList(question)) return { type: 'array', uniqueItems: true, items: oneOf(valueCodes(question), locale) }
  const item = {
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.key, columnSchema(column, locale)])),
    required: columns.filter(({ required }) => required).map(({ key }) => key),
    additionalProperties: false,
  }
  return type === 'document' ? item : { type: 'array', items: item }
}

const columnSchema = ({ title, codes, readOnly }: Column, locale: Locale): JsonSchema => ({
  title: title[locale],
  ...(codes ? oneOf(codes, locale) : { type: 'string', format: 'date' }),
  ...(readOnly ? { readOnly: true } : {}),
})

/**
 * With its type beside it: some libraries show no field for a `oneOf` alone. Each value is an `enum` of one, for a
 * `const` is taken for the answer to a question that nobody has answered (by rjsf, where no setting says otherwise), and
 * texts go before yes and no, which alone would be a box to tick that cannot say that something is not known.
 */
export function oneOf(codes: readonly AnswerCode[], locale: Locale): JsonSchema {
  const types = [...new Set(codes.map(({ value }) => typeof value))].sort().reverse()
  return {
    type: types.length === 1 ? types[0] : types,
    oneOf: codes.map(({ value, label }) => ({ enum: [value], title: label[locale] })),
  }
}

/** Met by a case in which the fact is absent, unknown, or one of the values. */
function conditionSchema({ fact, in: values }: AskedWhen): JsonSchema {
  const [section, name] = fact.split('.') as [string, string]
  const allowed = { enum: [...values, ...UNKNOWN_VALUES] }
  return { properties: { [section]: { properties: { [name]: allowed } } } }
}
