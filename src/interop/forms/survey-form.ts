import { type Locale, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import { type AnswerCode, isCoded, isList, otherwiseCodes, pickCodes, valueCodes } from '../../forms/form/answer-codes'
import type { Column } from '../../forms/form/columns'
import type { AskedWhen } from '../../forms/form/form'
import { FORM_WORDS } from '../../forms/form/form-words'
import type { ShownForm, ShownQuestion } from '../../forms/form/shown-form'
import { CASE_ID } from './json-schema-form'
import { otherwiseName, surveyName } from './survey-names'

/** The form as SurveyJS JSON. Its data is not a snapshot: see `snapshotFromSurvey`. */
export interface SurveyForm {
  readonly title: string
  /** Absent in English, SurveyJS's own. */
  readonly locale?: 'nl'
  /** An answer that no longer matters is kept. */
  readonly clearInvisibleValues: 'none'
  readonly showQuestionNumbers: false
  readonly pages: readonly {
    readonly name: string
    readonly title: string
    readonly elements: readonly SurveyElement[]
  }[]
}

export interface SurveyElement {
  readonly type: 'text' | 'radiogroup' | 'checkbox' | 'matrixdynamic'
  readonly name: string
  readonly title: string
  readonly visibleIf?: string
  readonly [property: string]: unknown
}

export function surveyForm({ sections, locale }: ShownForm): SurveyForm {
  const words = (key: 'asOf' | 'caseId' | 'case' | 'pseudonym' | 'title') => FORM_WORDS[key][locale]
  return {
    title: words('title'),
    ...(locale === 'en' ? {} : { locale }),
    clearInvisibleValues: 'none',
    showQuestionNumbers: false,
    pages: [
      {
        name: 'case',
        title: words('case'),
        elements: [
          { type: 'text', name: 'asOf', title: words('asOf'), inputType: 'date', isRequired: true },
          {
            type: 'text',
            name: 'caseId',
            title: words('caseId'),
            validators: [{ type: 'regex', regex: CASE_ID.pattern, text: words('pseudonym') }],
          },
        ],
      },
      ...sections.map(({ id, title, questions }) => ({
        name: id,
        title: title[locale],
        elements: questions.flatMap((question) => elementsOf(question, locale)),
      })),
    ],
  }
}

/** The question, and where a value cannot say it, a second one for "none" and the unknowns while it has no answer. */
function elementsOf(question: ShownQuestion, locale: Locale): readonly SurveyElement[] {
  const { fact, help, askedWhen = [], readOnly } = question
  const name = surveyName(fact)
  const title = question.question[locale]
  const asked = askedWhen.map(conditionText)
  const value = {
    name,
    title,
    ...(help ? { description: help[locale] } : {}),
    ...visibleIf(asked),
    ...inputOf(question, locale),
  } as SurveyElement
  if (isCoded(question)) return [value]
  const otherwise: SurveyElement = {
    type: 'radiogroup',
    name: otherwiseName(fact),
    title: `${title} (${FORM_WORDS.otherwise[locale]})`,
    titleLocation: 'hidden',
    choices: choicesOf(otherwiseCodes(question), locale),
    showClearButton: true,
    ...visibleIf([...asked, `{${name}} empty`]),
    // Whoever gives a value after all takes the word back.
    resetValueIf: `{${name}} notempty`,
    ...(readOnly ? { readOnly: true } : {}),
  }
  return [value, otherwise]
}

function inputOf(question: ShownQuestion, locale: Locale): object {
  const { type, range, columns, readOnly } = question
  if (isCoded(question))
    return { type: 'radiogroup', choices: choicesOf(pickCodes(question), locale), showClearButton: true }
  if (type === 'date') return { type: 'text', inputType: 'date' }
  if (type === 'number')
    return { type: 'text', inputType: 'number', ...(range ? { min: range[0], max: range[1] } : {}), step: 'any' }
  if (!isList(question)) return { type: 'checkbox', choices: choicesOf(valueCodes(question), locale) }
  return {
    type: 'matrixdynamic',
    rowCount: 0,
    ...(type === 'document' ? { maxRowCount: 1 } : {}),
    addRowText: FORM_WORDS.add[locale],
    allowAddRows: !readOnly,
    allowRemoveRows: !readOnly,
    columns: columns.map((column) => columnOf(column, locale)),
  }
}

const columnOf = ({ key, title, required, codes, readOnly }: Column, locale: Locale): object => ({
  name: key,
  title: title[locale],
  ...(required ? { isRequired: true } : {}),
  ...(codes ? { cellType: 'dropdown', choices: choicesOf(codes, locale) } : { cellType: 'text', inputType: 'date' }),
  ...(readOnly ? { readOnly: true } : {}),
})

const choicesOf = (codes: readonly AnswerCode[], locale: Locale): readonly object[] =>
  codes.map(({ value, label }) => ({ value, text: label[locale] }))

const visibleIf = (conditions: readonly string[]): { visibleIf?: string } =>
  conditions.length === 0 ? {} : { visibleIf: conditions.map((condition) => `(${condition})`).join(' and ') }

/** Said in full, so that no operator's view of an empty answer matters: unanswered, unknown, or one of the values. */
function conditionText({ fact, in: values }: AskedWhen): string {
  const name = `{${surveyName(fact)}}`
  const equals = [...values, ...UNKNOWN_VALUES].map(
    (value) => `${name} = ${typeof value === 'boolean' ? value : `'${value}'`}`,
  )
  return [`${name} empty`, ...equals].join(' or ')
}
