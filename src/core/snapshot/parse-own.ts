import { FIRST_DAY, LAST_DAY, parseDay } from '../calendar/day'
import { type Issue, nearestName } from '../issue/issue'
import type { BaseFact } from './catalogue'
import { oneOf } from './expected'
import { isUnknownWord, type Locale, NONE, type Text, UNKNOWN } from './fact'
import { shownKey } from './place'
import { receivedAt, type SnapshotIssueCode, snapshotIssue } from './snapshot-issue'

/** The section of a snapshot that holds the answers to an organisation's own facts. */
export const OWN_SECTION = 'own'

type Answers = Readonly<Record<string, unknown>>

const OBJECT: Text = { nl: 'een object', en: 'an object' }
const LIST: Text = { nl: 'een lijst van', en: 'a list of' }
const DAY: Text = { nl: 'een dag als JJJJ-MM-DD', en: 'a day as YYYY-MM-DD' }
const NUMBER: Text = { nl: 'een getal van {least} tot en met {most}', en: 'a number from {least} to {most}' }

/**
 * The answers to an organisation's own facts, in the order of those, or everything that is wrong with them. `given` is
 * plain data. No answer is ever quoted.
 */
export function parseOwn(
  given: unknown,
  facts: ReadonlyMap<string, BaseFact>,
  locale: Locale,
): { readonly answers: Answers; readonly issues: readonly Issue[] } {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const parts = { received: receivedAt([OWN_SECTION], given, locale), expected: OBJECT[locale] }
    return { answers: {}, issues: [snapshotIssue('wrong-type', [OWN_SECTION], locale, parts)] }
  }
  const answers = given as Answers
  const strangers = Object.keys(answers).filter((name) => !facts.has(`${OWN_SECTION}.${name}`))
  const known = [...facts.values()].filter(({ id }) => Object.hasOwn(answers, nameOf(id)))
  return {
    answers: Object.fromEntries(known.map(({ id }) => [nameOf(id), answers[nameOf(id)]])),
    issues: [
      ...strangers.map((name) => unknownKey(name, facts, locale)),
      ...known.flatMap((fact) => checkAnswer(fact, answers[nameOf(fact.id)], locale)),
    ],
  }
}

const nameOf = (id: string): string => id.slice(OWN_SECTION.length + 1)

function unknownKey(name: string, facts: ReadonlyMap<string, BaseFact>, locale: Locale): Issue {
  const names = [...facts.keys()].map(nameOf)
  const expected = oneOf(
    names.map((known) => `"${known}"`),
    locale,
  )
  const nearest = nearestName(name, names)
  return snapshotIssue('unknown-key', [OWN_SECTION, name], locale, { key: shownKey(name, locale), expected, nearest })
}

function checkAnswer(fact: BaseFact, value: unknown, locale: Locale): Issue[] {
  if (isUnknownWord(value) || (value === NONE && fact.type === 'date' && fact.none)) return []
  const path = [OWN_SECTION, nameOf(fact.id)]
  const wrong = (code: SnapshotIssueCode, at: readonly (string | number)[] = path): Issue[] => [
    snapshotIssue(code, at, locale, { received: receivedAt(at, value, locale), expected: expectedFor(fact, locale) }),
  ]
  const options = Object.keys(fact.options ?? {})
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('wrong-type')
    case 'number': {
      if (typeof value !== 'number') return wrong('wrong-type')
      const [least, most] = fact.range ?? [value, value]
      return value >= least && value <= most ? [] : wrong('out-of-range')
    }
    case 'date': {
      if (typeof value !== 'string') return wrong('wrong-type')
      if (parseDay(value) === undefined) return wrong('invalid-date')
      return value >= FIRST_DAY && value <= LAST_DAY ? [] : wrong('out-of-range')
    }
    case 'choice':
      if (typeof value !== 'string') return wrong('wrong-type')
      return options.includes(value) ? [] : wrong('unknown-value')
    default:
      if (!Array.isArray(value)) return wrong('wrong-type')
      return value.flatMap((item: unknown, index) => {
        const at = [...path, index]
        if (typeof item !== 'string' || !options.includes(item)) return wrong('unknown-value', at)
        return value.indexOf(item) === index ? [] : [snapshotIssue('duplicate-item', at, locale)]
      })
  }
}

function expectedFor({ type, options, range, none }: BaseFact, locale: Locale): string {
  const unknown = `"${UNKNOWN}"`
  const words = Object.keys(options ?? {}).map((word) => `"${word}"`)
  if (type === 'boolean') return oneOf(['true', 'false', unknown], locale)
  if (type === 'choice') return oneOf([...words, unknown], locale)
  if (type === 'choices') return `${LIST[locale]} ${oneOf(words, locale)}`
  if (type === 'date') return oneOf([DAY[locale], ...(none ? [`"${NONE}"`] : []), unknown], locale)
  const number = NUMBER[locale].replace('{least}', String(range?.[0])).replace('{most}', String(range?.[1]))
  return oneOf([number, unknown], locale)
}
