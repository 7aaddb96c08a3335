import { formatDay } from '../calendar/day'
import type { Judgement } from '../evaluate/judgement'
import { conditionFactsOf } from '../rule-set/facts-of'
import type { RuleSet } from '../rule-set/rule-set'
import type { Locale, Text } from '../snapshot/fact'

const NOT_KNOWN: Text = { nl: '(nog niet bekend)', en: '(not yet known)' }
const YES_NO: Record<'true' | 'false', Text> = { true: { nl: 'ja', en: 'yes' }, false: { nl: 'nee', en: 'no' } }

/** A text with its placeholders filled in from the values on which the rules decided. */
export function fillText(text: Text, locale: Locale, { facts, policy, ruleSet }: Judgement): string {
  const template = text[locale]
  if (!template.includes('{')) return template
  return template.replaceAll(PLACEHOLDER, (_, name: string) => {
    if (name.startsWith('policy.')) return String(policy.get(name.slice('policy.'.length)))
    const diagram = facts.fact(name)
    return diagram.kind === 'known' ? wordFor(name, diagram.value, ruleSet, locale) : NOT_KNOWN[locale]
  })
}

const PLACEHOLDER = /\{([^{}]*)\}/g

function wordFor(fact: string, value: unknown, ruleSet: RuleSet, locale: Locale): string {
  const { type, options } = conditionFactsOf(ruleSet).get(fact) ?? {}
  if (value === null) return '-'
  if (type === 'date') return formatDay(value as number)
  if (typeof value === 'boolean') return YES_NO[`${value}`][locale]
  return options?.[String(value)]?.[locale] ?? String(value)
}
