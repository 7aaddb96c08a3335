import { formatDay } from '../calendar/day'
import type { Judgement } from '../evaluate/judgement'
import { DERIVED_FACTS } from '../facts/fact-catalogue'
import { memo } from '../facts/memo'
import { factsOf } from '../rule-set/facts-of'
import type { Locale } from '../snapshot/fact'
import type { KnownFact } from './interview'
import { INTERVIEW_WORDS } from './interview-words'

/** Facts of one case in words; undefined while they are not known. A judgement for the employer knows none that is medical. */
export type InWords = (fact: string) => KnownFact | undefined

export function factsInWords({ facts, ruleSet }: Judgement, locale: Locale): InWords {
  const { none, yes, no } = INTERVIEW_WORDS[locale]
  return memo((fact) => {
    const asked = factsOf(ruleSet).get(fact)
    const derived = DERIVED_FACTS.get(fact)
    const label = asked?.question ?? derived?.label
    const diagram = label && facts.fact(fact)
    if (diagram?.kind !== 'known') return undefined
    const type = asked?.type ?? derived?.type
    return { fact, label: label?.[locale] ?? fact, answer: answerText(diagram.value) }

    function answerText(value: unknown): string {
      if (value === null) return none
      if (type === 'date') return formatDay(value as number)
      if (typeof value === 'boolean') return value ? yes : no
      const items = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
      return items.length === 0 ? none : items.map((item) => asked?.options?.[item]?.[locale] ?? item).join(', ')
    }
  })
}
