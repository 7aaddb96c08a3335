import { formatDay } from '../calendar/day'
import type { Judgement } from '../evaluate/judgement'
import { conditionFactsOf } from '../rules/facts-of'
import { perPolicy } from '../rules/per-policy'
import { type Policy, parameterIn } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'

const NOT_KNOWN: Text = { nl: '(nog niet bekend)', en: '(not yet known)' }
const YES_NO: Record<'true' | 'false', Text> = { true: { nl: 'ja', en: 'yes' }, false: { nl: 'nee', en: 'no' } }

/** A text under one policy: the same for every case, or in parts, with the facts that each case fills in between. */
export type Template = string | readonly (string | { readonly fact: string })[]

/** Whether a text says something else of another case. */
export const tellsOfCase = (text: Text, locale: Locale, policy: Policy): boolean =>
  typeof templateOf(text, policy)[locale] !== 'string'

/** A text with what the policy says filled in. */
export const templateOf = perPolicy(
  (text: Text, policy: Policy): Readonly<Record<Locale, Template>> => ({
    nl: templateIn(text.nl, policy),
    en: templateIn(text.en, policy),
  }),
)

function templateIn(text: string, policy: Policy): Template {
  const parts: (string | { readonly fact: string })[] = []
  let whole = ''
  let from = 0
  for (const { 0: placeholder, 1: name = '', index } of text.matchAll(PLACEHOLDER)) {
    const parameter = parameterIn(name)
    whole += text.slice(from, index)
    from = index + placeholder.length
    if (parameter !== undefined) whole += String(policy.get(parameter))
    else {
      parts.push(whole, { fact: name })
      whole = ''
    }
  }
  whole += text.slice(from)
  return parts.length === 0 ? whole : [...parts, whole]
}

const PLACEHOLDER = /\{([^{}]*)\}/g

/** A text with its placeholders filled in from the values on which the rules decided. */
export const fillText = (text: Text, locale: Locale, judgement: Judgement): string =>
  fillTemplate(templateOf(text, judgement.policy)[locale], locale, judgement)

/** The same for a template in that locale. */
export function fillTemplate(template: Template, locale: Locale, { facts, ruleSet }: Judgement): string {
  if (typeof template === 'string') return template
  let text = ''
  for (const part of template) {
    if (typeof part === 'string') text += part
    else {
      const diagram = facts.fact(part.fact)
      text += diagram.kind === 'known' ? wordFor(part.fact, diagram.value, ruleSet, locale) : NOT_KNOWN[locale]
    }
  }
  return text
}

function wordFor(fact: string, value: unknown, ruleSet: RuleSet, locale: Locale): string {
  const { type, options } = conditionFactsOf(ruleSet).get(fact) ?? {}
  if (value === null) return '-'
  if (type === 'date') return formatDay(value as number)
  if (typeof value === 'boolean') return YES_NO[`${value}`][locale]
  return options?.[String(value)]?.[locale] ?? String(value)
}
