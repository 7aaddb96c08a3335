import type { Audience } from '../../core/advice'
import { memo, perRuleSet } from '../../core/cache'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale, Role, Text } from '../../core/snapshot/fact'
import { type FormQuestion, formOf } from '../form/form'
import type { AnswerOption, InterviewQuestion } from './interview'
import { flagsOf, nameOf } from './list-flags'
import { mayRead } from './roles'

/** What is the same of a question for every case. */
type QuestionInWords = Omit<InterviewQuestion, keyof Standing>

/** What a case makes of a question. */
interface Standing {
  readonly state: InterviewQuestion['state']
  readonly said: InterviewQuestion['said'] | undefined
  readonly value: unknown
  readonly irrelevant: boolean
  readonly decides: readonly string[]
}

/** A question with what is the same of it for every case. */
export interface PreparedQuestion {
  readonly question: FormQuestion
  /** Where the answer, or the list that the flag is in, stands in a snapshot. */
  readonly section: string
  readonly name: string
  /** Of a question whose answer is a list of items, or a flag of these: the flags that the reader may not read or set. */
  readonly hidden: readonly string[] | undefined
  /** The question as it stands in a case. */
  readonly tell: (standing: Standing) => InterviewQuestion
}

export interface PreparedSection {
  readonly id: string
  readonly title: string
  readonly questions: readonly PreparedQuestion[]
}

/** Who looks at a form. */
export interface Reader {
  readonly role: Role | undefined
  readonly audience: Audience
  readonly locale: Locale
}

/** The questions that a role may answer and its audience may read, prepared once. Empty sections are left out. */
export function formFor(reader: Reader, ruleSet: RuleSet): readonly PreparedSection[] {
  const { role, audience, locale } = reader
  const forms = preparedForms(ruleSet)
  const key = `${locale} ${audience} ${role ?? 'everyone'}`
  const form = forms.get(key) ?? prepareForm(reader, ruleSet)
  forms.set(key, form)
  return form
}

/** As many as there are languages, audiences and roles. */
const preparedForms = perRuleSet((_: RuleSet) => new Map<string, readonly PreparedSection[]>())

function prepareForm(reader: Reader, ruleSet: RuleSet): readonly PreparedSection[] {
  const { role, audience, locale } = reader
  const isOwn = ({ tier, answeredBy }: FormQuestion): boolean =>
    mayRead(tier, audience) && (role === undefined || answeredBy.includes(role))
  const wordsFor = wordsOf(ruleSet)(locale)
  return formOf(ruleSet)
    .map(({ id, title, questions }) => ({
      id,
      title: title[locale],
      questions: questions.filter(isOwn).map((question) => prepare(question, wordsFor(question), reader)),
    }))
    .filter(({ questions }) => questions.length > 0)
}

function prepare(question: FormQuestion, inWords: QuestionInWords, reader: Reader): PreparedQuestion {
  const { fact, within, type } = question
  const [section, name] = fact.split('.') as [string, string]
  const isList = within !== undefined || type === 'spells' || type === 'leaves'
  const hidden = isList ? hiddenFlags(within ?? fact, reader) : undefined
  return { question, section, name, hidden, tell: (standing) => put(inWords, standing) }
}

/** Made anew for each interview, which belongs to its caller. */
const put = (inWords: QuestionInWords, { state, said, value, irrelevant, decides }: Standing): InterviewQuestion => ({
  ...inWords,
  options: inWords.options.map((option) => ({ ...option })),
  answeredBy: [...inWords.answeredBy],
  ...(inWords.range ? { range: [...inWords.range] as const } : {}),
  state,
  ...(said === undefined ? {} : { said }),
  ...(value === undefined ? {} : { value: structuredClone(value) }),
  ...(irrelevant ? { irrelevant } : {}),
  decides: [...decides],
})

const hiddenFlags = (list: string, { role, audience }: Reader): readonly string[] =>
  flagsOf(list)
    .filter(({ tier, answeredBy }) => !mayRead(tier, audience) || (role !== undefined && !answeredBy.includes(role)))
    .map(({ id }) => nameOf(id))

const wordsOf = perRuleSet((ruleSet: RuleSet) =>
  memo((locale: Locale) =>
    memo((question: FormQuestion): QuestionInWords => {
      const { fact, within, help, none, unit, range, type, answeredBy } = question
      return {
        fact,
        ...(within === undefined ? {} : { within }),
        question: question.question[locale],
        ...(help === undefined ? {} : { help: help[locale] }),
        type,
        options: optionsOf(question, ruleSet, locale),
        ...(none === undefined ? {} : { none: none[locale] }),
        ...(unit === undefined ? {} : { unit }),
        ...(range === undefined ? {} : { range: [...range] as const }),
        answeredBy: [...answeredBy],
        askedOf: answeredBy[0],
      }
    }),
  ),
)

const YES_NO: readonly (readonly [boolean, Text])[] = [
  [true, { nl: 'ja', en: 'yes' }],
  [false, { nl: 'nee', en: 'no' }],
]

function optionsOf({ type, options = {} }: FormQuestion, { services }: RuleSet, locale: Locale): AnswerOption[] {
  if (type === 'boolean') return YES_NO.map(([value, label]) => ({ value, label: label[locale] }))
  if (type === 'services' || type === 'advises')
    return services.map(({ id, title }) => ({ value: id, label: title[locale] }))
  return Object.entries(options).map(([value, label]) => ({ value, label: label[locale] }))
}
