import { memo } from '../facts/memo'
import { type FormQuestion, formOf } from '../form/form'
import { perRuleSet } from '../rule-set/per-rule-set'
import type { RuleSet } from '../rule-set/rule-set'
import type { Locale, Text } from '../snapshot/fact'
import type { AnswerOption, InterviewQuestion } from './interview'

/** A question with what is the same of it for every case. */
export interface PreparedQuestion {
  readonly question: FormQuestion
  /** Where the answer, or the list that the flag is in, stands in a snapshot. */
  readonly section: string
  readonly name: string
  readonly inWords: Omit<InterviewQuestion, 'state' | 'said' | 'value' | 'irrelevant' | 'decides'>
}

export interface PreparedSection {
  readonly id: string
  readonly title: string
  readonly questions: readonly PreparedQuestion[]
}

/** The form of a rule set in one language, prepared once. */
export const formInWords = perRuleSet((ruleSet: RuleSet) =>
  memo((locale: Locale): readonly PreparedSection[] =>
    formOf(ruleSet).map(({ id, title, questions }) => ({
      id,
      title: title[locale],
      questions: questions.map((question) => prepare(question, ruleSet, locale)),
    })),
  ),
)

function prepare(question: FormQuestion, ruleSet: RuleSet, locale: Locale): PreparedQuestion {
  const { fact, within, help, none, unit, range, type, answeredBy } = question
  const [section, name] = fact.split('.') as [string, string]
  const inWords = {
    fact,
    ...(within === undefined ? {} : { within }),
    question: question.question[locale],
    ...(help === undefined ? {} : { help: help[locale] }),
    type,
    options: optionsOf(question, ruleSet, locale),
    ...(none === undefined ? {} : { none: none[locale] }),
    ...(unit === undefined ? {} : { unit }),
    ...(range === undefined ? {} : { range }),
    answeredBy,
    askedOf: answeredBy[0],
  }
  return { question, section, name, inWords }
}

const YES_NO: readonly (readonly [boolean, Text])[] = [
  [true, { nl: 'ja', en: 'yes' }],
  [false, { nl: 'nee', en: 'no' }],
]

function optionsOf({ type, options = {} }: FormQuestion, { services }: RuleSet, locale: Locale): AnswerOption[] {
  if (type === 'boolean') return YES_NO.map(([value, label]) => ({ value, label: label[locale] }))
  if (type === 'services') return services.map(({ id, title }) => ({ value: id, label: title[locale] }))
  return Object.entries(options).map(([value, label]) => ({ value, label: label[locale] }))
}
