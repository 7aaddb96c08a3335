import { calendarDate, type Day, type Duration } from '../calendar/day'
import type { Judgement } from '../evaluate/settle'
import { conditionFactsOf } from '../rules/facts-of'
import { parameterIn } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'

/** How names and sentences are joined, the same wherever an advice is put into words. */

const AND: Readonly<Record<Locale, string>> = { nl: 'en', en: 'and' }

/** "a, b and c"; above `most`, "a, b and 3 more". */
export function listed(items: readonly string[], locale: Locale, most = items.length): string {
  const more = items.length - most
  const shown = more > 0 ? [...items.slice(0, most), locale === 'nl' ? `nog ${more}` : `${more} more`] : items
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${AND[locale]} ${shown.at(-1)}`
}

/** A title in the middle of a sentence; one that begins with a quotation mark or an abbreviation stays as it is. */
export const inSentence = (title: string): string =>
  /^["'A-Z][A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)

/** At the start of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Up to the first end of a sentence that another sentence follows. */
export const firstSentence = (text: string): string => /^.*?[.?!](?=\s+["'(]?\p{Lu})/su.exec(text)?.[0] ?? text

/** Sentences one after the other, without the empty ones. */
export const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** "13 weeks", "6 months", "20 days". */
export function lengthInWords({ months, days }: Duration, locale: Locale): string {
  const [count, unit] =
    months > 0
      ? [months, UNITS[locale].months]
      : days % 7 === 0
        ? [days / 7, UNITS[locale].weeks]
        : [days, UNITS[locale].days]
  return `${count} ${unit[count === 1 ? 0 : 1]}`
}

const UNITS = {
  nl: { months: ['maand', 'maanden'], weeks: ['week', 'weken'], days: ['dag', 'dagen'] },
  en: { months: ['month', 'months'], weeks: ['week', 'weeks'], days: ['day', 'days'] },
} as const

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** A day as a person writes it: "28 september 2026". */
export function dayInWords(day: Day, locale: Locale): string {
  const { year, month, date } = calendarDate(day)
  return `${date} ${MONTHS[locale][month - 1]} ${year}`
}

/** Without the year where that is the one of `asOf`: "28 september". */
export function shortDay(day: Day, asOf: Day, locale: Locale): string {
  const { year, month, date } = calendarDate(day)
  const short = `${date} ${MONTHS[locale][month - 1]}`
  return year === calendarDate(asOf).year ? short : `${short} ${year}`
}

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
