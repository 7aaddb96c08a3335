import type { Judgement } from '../evaluate/settle'
import { conditionFactsOf } from '../rules/facts-of'
import { parameterIn } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'
import { dayInWords } from './day-text'

const NOT_KNOWN: Text = { nl: '(nog niet bekend)', en: '(not yet known)' }
const YES_NO: Record<'true' | 'false', Text> = { true: { nl: 'ja', en: 'yes' }, false: { nl: 'nee', en: 'no' } }

const PLACEHOLDER = /\{([^{}]*)\}/g

/** A text with its placeholders filled in: policy values, and the values of facts on which the rules decided. */
export function fillText(text: Text, locale: Locale, { facts, ruleSet, policy }: Judgement): string {
  return text[locale].replace(PLACEHOLDER, (_, name: string) => {
    const parameter = parameterIn(name)
    if (parameter !== undefined) return String(policy.get(parameter))
    const diagram = facts.fact(name)
    return diagram.kind === 'known' ? wordFor(name, diagram.value, ruleSet, locale) : NOT_KNOWN[locale]
  })
}

function wordFor(fact: string, value: unknown, ruleSet: RuleSet, locale: Locale): string {
  const { type, options } = conditionFactsOf(ruleSet).get(fact) ?? {}
  if (value === null) return '-'
  if (type === 'date') return dayInWords(value as number, locale)
  if (typeof value === 'boolean') return YES_NO[`${value}`][locale]
  return options?.[String(value)]?.[locale] ?? String(value)
}
