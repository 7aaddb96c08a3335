import { perRuleSet } from '../../core/cache'
import { frozen } from '../../core/frozen'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import { BASE_FACTS, type BaseFact } from '../../core/snapshot/catalogue'
import { type AskedWhen, type FactMeta, isUnknownWord, type Text } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { valueCodes } from './answer-codes'
import { canMatter, factsUsed } from './fact-uses'
import { SECTION_TITLES } from './form-words'

export type { AskedWhen } from '../../core/snapshot/fact'

/** One part of the snapshot, with its questions in authored order. */
export interface FormSection {
  readonly id: string
  readonly title: Text
  readonly questions: readonly FormQuestion[]
}

/** One question of a form: a fact of the vocabulary that the rule set can use. */
export interface FormQuestion extends FactMeta {
  /** Its id: its path in the snapshot. */
  readonly fact: string
  readonly section: string
  /** For a flag inside a list, the fact that is the list: asked of each item. */
  readonly within?: string
}

/**
 * The questions of a rule set in authored order, by section. A question stands in it when some rule, need, deadline or
 * window can use its answer, or the library itself does. A question keeps the `askedWhen` that this rule set bears
 * out, for every policy.
 */
export const formOf = perRuleSet((ruleSet: RuleSet): readonly FormSection[] => {
  const used = factsUsed(ruleSet)
  const questions = [...factsOf(ruleSet).values()]
    .filter(({ id }) => used.has(id))
    .map((fact) => toQuestion(fact, ruleSet))
  const sections = [...new Set(questions.map(({ section }) => section))]
  return frozen(
    sections.map((id) => ({
      id,
      title: SECTION_TITLES[id] ?? { nl: id, en: id },
      questions: questions.filter(({ section }) => section === id),
    })),
  )
})

/**
 * Whether the answers given so far leave a question applicable: every `askedWhen` fact is unanswered, unknown, or has
 * one of the values. A flag inside a list applies to each item of the list.
 */
export function isAsked({ askedWhen = [] }: FormQuestion, snapshot: Snapshot): boolean {
  return askedWhen.every(({ fact, in: values }) => {
    const given = answerIn(snapshot, fact)
    return given === undefined || isUnknownWord(given) || values.includes(given as string | boolean)
  })
}

/** What a snapshot holds for a fact; undefined when it was not asked. Flags inside lists are not facts of the whole. */
export function answerIn(snapshot: Snapshot, fact: string): unknown {
  const [section, name] = fact.split('.') as [keyof Snapshot, string]
  return (snapshot[section] as Readonly<Record<string, unknown>> | undefined)?.[name]
}

function toQuestion({ id, askedWhen, ...meta }: BaseFact, ruleSet: RuleSet): FormQuestion {
  const [section, name, flag] = id.split('.') as [string, string, string?]
  const kept = askedWhen?.filter((control) => bearsOut(id, control, ruleSet)) ?? []
  return {
    fact: id,
    section,
    ...meta,
    ...(flag === undefined ? {} : { within: `${section}.${name}` }),
    ...(kept.length === 0 ? {} : { askedWhen: kept }),
  }
}

function bearsOut(fact: string, control: AskedWhen, ruleSet: RuleSet): boolean {
  const values = excludedBy(control)
  return values.every((value) => !canMatter(fact, { fact: control.fact, value }, ruleSet))
}

/** The values of the controlling fact at which the question is not asked. */
export function excludedBy({ fact, in: values }: AskedWhen): readonly (string | boolean)[] {
  const controlling = BASE_FACTS.get(fact)
  const all = controlling ? valueCodes(controlling).map(({ value }) => value) : []
  return all.filter((value) => !values.includes(value))
}
