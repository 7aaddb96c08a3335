import type { Issue } from '../../core/issue/issue'
import { nearestName } from '../../core/issue/nearest-name'
import { LOCALES, type Locale } from '../../core/snapshot/fact'
import { copyPlainData } from '../../core/snapshot/plain-data'
import { ASSUMPTION_NAMES, type AssumptionName } from './assumptions'
import { expectedOf } from './input-issues'
import { savingsInput } from './savings-input'

const OPTIONS = ['locale', 'policy']
const PREFIX = 'savings.'
const PARAMETERS: ReadonlyMap<string, AssumptionName> = new Map(ASSUMPTION_NAMES.map((name) => [PREFIX + name, name]))

interface ReadOptions {
  readonly locale: Locale
  readonly policy: ReadonlyMap<AssumptionName, number>
  readonly issues: readonly Issue[]
}

/** The options with their defaults, beside every option that is wrong. Messages are in English, as those of `triage` are. */
export function readSavingsOptions(options: unknown = {}): ReadOptions {
  const copied = copyPlainData(options, undefined, { locale: 'en' })
  if (!copied.ok) return nothing(copied.issues.map((issue) => ({ ...issue, path: ['options', ...issue.path] })))
  if (!isObject(copied.value)) return nothing([wrongType(['options'], 'give the options as an object')])
  const { locale = 'nl', policy = {} } = copied.value
  const issues = Object.keys(copied.value)
    .filter((name) => !OPTIONS.includes(name))
    .map((name) => unknownName('unknown-option', ['options', name], 'option', name, OPTIONS))
  const language = LOCALES.find((known) => known === locale)
  if (!language) issues.push(unknownLocale(locale))
  if (!isObject(policy)) {
    const message = 'give the policy as an object of parameter names and values'
    return { ...nothing([...issues, wrongType(['options', 'policy'], message)]), locale: language ?? 'nl' }
  }
  const values = Object.entries(policy)
  issues.push(...values.flatMap(([name, value]) => checkParameter(name, value)))
  const own = values.flatMap(([name, value]) => {
    const known = PARAMETERS.get(name)
    return known === undefined ? [] : [[known, value as number] as const]
  })
  return { locale: language ?? 'nl', policy: new Map(issues.length > 0 ? [] : own), issues }
}

function checkParameter(name: string, value: unknown): Issue[] {
  const path = ['options', 'policy', name]
  const known = PARAMETERS.get(name)
  if (known === undefined) return [unknownName('unknown-parameter', path, 'policy parameter', name, PARAMETERS.keys())]
  if (typeof value === 'number' && savingsInput.shape[known].safeParse(value).success) return []
  const expected = expectedOf(known, 'en')
  return [{ code: 'invalid-parameter', path, message: `give ${expected}`, expected }]
}

function unknownName(
  code: 'unknown-option' | 'unknown-parameter',
  path: readonly string[],
  what: string,
  name: string,
  names: Iterable<string>,
): Issue {
  const nearest = nearestName(name, names)
  const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
  return {
    code,
    path: path.map((step) => step.slice(0, 64)),
    message: `there is no such ${what}${hint}`,
    ...(nearest !== undefined && { nearest }),
  }
}

function unknownLocale(locale: unknown): Issue {
  const expected = LOCALES.join(' or ')
  const nearest = typeof locale === 'string' ? nearestName(locale, LOCALES) : undefined
  return {
    code: 'unknown-value',
    path: ['options', 'locale'],
    message: `give ${expected}`,
    expected,
    ...(nearest !== undefined && { nearest }),
  }
}

const nothing = (issues: readonly Issue[]): ReadOptions => ({ locale: 'nl', policy: new Map(), issues })

const wrongType = (path: readonly string[], message: string): Issue => ({ code: 'wrong-type', path, message })

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
