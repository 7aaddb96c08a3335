import { memo, perRuleSet } from '../../core/cache'
import { formatDay } from '../../core/calendar/day'
import type { Judgement } from '../../core/evaluate/settle'
import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import type { KnownFact } from './interview'
import { INTERVIEW_WORDS } from './interview-words'

/** Facts of one case in words; undefined while they are not known. A judgement for the employer knows none that is medical. */
export type InWords = (fact: string) => KnownFact | undefined

export function factsInWords({ facts, ruleSet }: Judgement, locale: Locale): InWords {
  const wordsFor = wordsOf(ruleSet)(locale)
  return memo((fact) => {
    const words = wordsFor(fact)
    if (!words) return undefined
    const diagram = facts.fact(fact)
    return diagram.kind === 'known' ? { fact, label: words.label, answer: words.answer(diagram.value) } : undefined
  })
}

/** What is the same of a fact for every case. */
interface FactWords {
  readonly label: string
  readonly answer: (value: unknown) => string
}

/** Undefined for what has no words: a policy parameter, `asOf`. */
const wordsOf = perRuleSet((ruleSet: RuleSet) =>
  memo((locale: Locale) =>
    memo((fact: string): FactWords | undefined => {
      const asked = factsOf(ruleSet).get(fact)
      const derived = DERIVED_FACTS.get(fact)
      const label = asked?.question ?? derived?.label
      const type = asked?.type ?? derived?.type
      const { none, yes, no } = INTERVIEW_WORDS[locale]
      const answer = (value: unknown): string => {
        if (value === null) return none
        if (type === 'date') return formatDay(value as number)
        if (typeof value === 'boolean') return value ? yes : no
        const items = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
        return items.length === 0 ? none : items.map((item) => asked?.options?.[item]?.[locale] ?? item).join(', ')
      }
      return label && { label: label[locale], answer }
    }),
  ),
)
