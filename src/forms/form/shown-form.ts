import type { Audience } from '../../core/advice'
import { type Issue, nearestName, TriageError } from '../../core/issue/issue'
import { type ResolvedOptions, resolveOptions } from '../../core/options'
import type { RuleSet } from '../../core/rules/rule-set'
import { type Locale, ROLES, type Role, type Text } from '../../core/snapshot/fact'
import { isRecord } from '../../core/snapshot/plain-data'
import { audienceOf } from '../interview/roles'
import { type Column, columnsOf } from './columns'
import { type FormQuestion, type FormSection, formOf } from './form'

/** For whom a form is, and in which language. */
export interface FormOptions {
  /** The language of texts; `nl` by default. */
  readonly locale?: Locale | undefined
  /** A rule set from `loadRuleSet`; the shipped one by default. */
  readonly ruleSet?: RuleSet | undefined
  /** Only what this role may answer; every question by default. */
  readonly role?: Role | undefined
  /** `employer`: no medical-tier question. By default what the role reads, and `employer` without a role. */
  readonly audience?: Audience | undefined
}

/** The form that one reader gets. */
export interface ShownForm {
  readonly locale: Locale
  readonly ruleSet: RuleSet
  readonly sections: readonly ShownSection[]
}

export interface ShownSection {
  readonly id: string
  readonly title: Text
  readonly questions: readonly ShownQuestion[]
}

/** A question with the parts of its items. The flags inside a list are parts, not questions. */
export interface ShownQuestion extends FormQuestion {
  readonly columns: readonly Column[]
  /** The role may set nothing but flags in a list that another role gave. */
  readonly readOnly: boolean
}

/**
 * The questions for one role and audience. A condition on a question that the reader does not get is left out: that
 * question stands. Throws a TriageError over options that are not right.
 */
export function showForm(options: FormOptions = {}): ShownForm {
  const { role, locale, ruleSet, audience } = checkOptions(options)
  const shown = (question: FormQuestion): boolean =>
    (role === undefined || question.answeredBy.includes(role)) && (audience === 'full' || question.tier === 'employer')
  const sections = formOf(ruleSet)
    .map((section) => showSection(section, shown, ruleSet))
    .filter(({ questions }) => questions.length > 0)
  const facts = new Set(sections.flatMap(({ questions }) => questions.map(({ fact }) => fact)))
  return {
    locale,
    ruleSet,
    sections: sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => withinForm(question, facts)),
    })),
  }
}

function showSection(
  { id, title, questions }: FormSection,
  shown: (question: FormQuestion) => boolean,
  ruleSet: RuleSet,
): ShownSection {
  return {
    id,
    title,
    questions: questions
      .filter(({ within }) => within === undefined)
      .flatMap((question) => {
        const flags = questions.filter((flag) => flag.within === question.fact && shown(flag))
        const readOnly = !shown(question)
        if (readOnly && flags.length === 0) return []
        return [{ ...question, columns: columnsOf(question, flags, readOnly, ruleSet), readOnly }]
      }),
  }
}

function withinForm({ askedWhen = [], ...question }: ShownQuestion, facts: ReadonlySet<string>): ShownQuestion {
  const kept = askedWhen.filter(({ fact }) => facts.has(fact))
  return kept.length === 0 ? question : { ...question, askedWhen: kept }
}

function checkOptions(options: unknown): ResolvedOptions & { readonly role: Role | undefined } {
  const { role, ...others } = (isRecord(options) ? options : {}) as FormOptions
  const audience = others.audience === undefined ? audienceOf(role) : others.audience
  const settings = resolveOptions(isRecord(options) ? { ...others, audience } : options)
  const issues = [
    ...(role === undefined || ROLES.includes(role) ? [] : [unknownValue('role', ROLES, role)]),
    ...('issues' in settings ? settings.issues : []),
  ]
  if (issues.length > 0 || 'issues' in settings) throw new TriageError(issues as [Issue, ...Issue[]])
  return { ...settings, role }
}

/** An option with a value outside its list. */
export function unknownValue(option: string, names: readonly string[], given: unknown): Issue {
  const expected = names.join(' or ')
  const nearest = typeof given === 'string' ? nearestName(given, names) : undefined
  return {
    code: 'unknown-value',
    path: ['options', option],
    message: `give ${expected}`,
    expected,
    ...(nearest === undefined ? {} : { nearest }),
  }
}
