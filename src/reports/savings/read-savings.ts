import { type Issue, nearestName } from '../../core/issue/issue'
import type { PolicyOverrides } from '../../core/rules/policy'
import { LOCALES, type Locale } from '../../core/snapshot/fact'
import { QUIETLY } from '../../core/snapshot/parse-options'
import { shownKey } from '../../core/snapshot/place'
import { copyPlainData, isRecord } from '../../core/snapshot/plain-data'
import { receivedAt, snapshotIssue } from '../../core/snapshot/snapshot-issue'
import * as z from '../../core/zod'
import { ASSUMPTION_NAMES, ASSUMPTIONS, type AssumedValues, type Assumption, type AssumptionName } from './assumptions'

/** EUR per working day: wider than any wage. */
export const DAILY_WAGE = { range: [0, 10_000], whole: false } as const

const amount = ({ range: [least, most], whole }: Pick<Assumption, 'range' | 'whole'>) =>
  (whole ? z.int() : z.number()).min(least).max(most)
const own = (assumption: Assumption) => amount(assumption).optional()

/** A wage, and whatever the caller assumes otherwise than the report. */
export const savingsInput = z.strictObject({
  dailyWage: amount(DAILY_WAGE),
  replacementCostPerDay: own(ASSUMPTIONS.replacementCostPerDay),
  workingDaysPerYear: own(ASSUMPTIONS.workingDaysPerYear),
  assessmentAfterMonths: own(ASSUMPTIONS.assessmentAfterMonths),
  usualAfterMonths: own(ASSUMPTIONS.usualAfterMonths),
  fallInIncapacity: own(ASSUMPTIONS.fallInIncapacity),
  buildUpPerMonth: own(ASSUMPTIONS.buildUpPerMonth),
  immediatelyEffective: own(ASSUMPTIONS.immediatelyEffective),
  assessmentCost: own(ASSUMPTIONS.assessmentCost),
})

/** What the estimate is made for; amounts in euros. */
export type SavingsInput = z.Infer<typeof savingsInput>

const KEYS = Object.keys(savingsInput.shape)

/** What zod found in the input, in our codes: known keys in their authored order, then unknown ones by name. */
export function inputIssues(found: readonly z.core.$ZodIssue[], input: unknown, locale: Locale): readonly Issue[] {
  return found
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? [...issue.keys].sort().map((key) => unknownKey(key, locale))
        : [wrongValue(issue, input, locale)],
    )
    .sort((a, b) => rank(a) - rank(b))
}

/** What an amount or an assumption may be, in words. */
export function expectedOf(name: string, locale: Locale): string {
  const { range, whole } = limitsOf(name)
  const [least, most] = range
  if (locale === 'nl') return `een ${whole ? 'geheel ' : ''}getal van ${least} tot en met ${most}`
  return `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`
}

function wrongValue(issue: z.core.$ZodIssue, input: unknown, locale: Locale): Issue {
  const [name] = issue.path
  if (typeof name !== 'string') {
    const expected = { nl: 'een object met "dailyWage"', en: 'an object with "dailyWage"' }[locale]
    return snapshotIssue('wrong-type', [], locale, { received: receivedAt([], input, locale), expected })
  }
  const expected = expectedOf(name, locale)
  const value = (input as Readonly<Record<string, unknown>>)[name]
  if (value === undefined) return snapshotIssue('missing-key', [name], locale, { key: `"${name}"`, expected })
  const received = typeof value === 'number' ? String(value) : receivedAt([name], value, locale)
  const code = issue.code === 'too_small' || issue.code === 'too_big' ? 'out-of-range' : 'wrong-type'
  return snapshotIssue(code, [name], locale, { received, expected })
}

function unknownKey(key: string, locale: Locale): Issue {
  return snapshotIssue('unknown-key', [key], locale, { key: shownKey(key, locale), nearest: nearestName(key, KEYS) })
}

const limitsOf = (name: string): Pick<Assumption, 'range' | 'whole'> =>
  name === 'dailyWage' ? DAILY_WAGE : ASSUMPTIONS[name as keyof typeof ASSUMPTIONS]

const rank = ({ code, path }: Issue): number => (code === 'unknown-key' ? KEYS.length : KEYS.indexOf(String(path[0])))

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
  if (!isRecord(copied.value)) return nothing([wrongType(['options'], 'give the options as an object')])
  const { locale = 'nl', policy = {} } = copied.value
  const issues = Object.keys(copied.value)
    .filter((name) => !OPTIONS.includes(name))
    .map((name) => unknownName('unknown-option', ['options', name], 'option', name, OPTIONS))
  const language = LOCALES.find((known) => known === locale)
  if (!language) issues.push(unknownLocale(locale))
  if (!isRecord(policy)) {
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

/** How an estimate is made. */
export interface SavingsOptions {
  /** The language of texts; `nl` by default. */
  readonly locale?: Locale
  /** The organisation's own assumptions: `{ 'savings.assessmentCost': 1200 }`. */
  readonly policy?: PolicyOverrides
}

interface ReadSavings {
  readonly ok: true
  readonly dailyWage: number
  readonly assumed: AssumedValues
  /** Who set what the report did not. */
  readonly setBy: Readonly<Partial<Record<AssumptionName, 'policy' | 'input'>>>
  readonly locale: Locale
}

/** What to estimate with: the report's numbers under the organisation's under the input's; or everything that is wrong. */
export function readSavings(
  input: unknown,
  options: unknown,
): ReadSavings | { readonly ok: false; readonly issues: readonly Issue[] } {
  const settings = readSavingsOptions(options)
  const { locale } = settings
  const copied = copyPlainData(input, undefined, { locale })
  if (!copied.ok) return { ok: false, issues: [...copied.issues, ...settings.issues] }
  const parsed = savingsInput.safeParse(copied.value, QUIETLY)
  if (!parsed.success)
    return { ok: false, issues: [...inputIssues(parsed.error.issues, copied.value, locale), ...settings.issues] }
  const { dailyWage, ...own } = parsed.data
  const assumed = assume((name) => own[name] ?? settings.policy.get(name) ?? ASSUMPTIONS[name].default)
  const changed = ASSUMPTION_NAMES.filter((name) => own[name] !== undefined || settings.policy.has(name))
  const setBy = Object.fromEntries(changed.map((name) => [name, own[name] === undefined ? 'policy' : 'input']))
  const issues = [...settings.issues, ...checkOrder(assumed, setBy, locale)]
  return issues.length > 0 ? { ok: false, issues } : { ok: true, dailyWage, assumed, setBy, locale }
}

/** The earlier assessment comes before the usual one; said of the month that the caller moved. */
function checkOrder(assumed: AssumedValues, setBy: ReadSavings['setBy'], locale: Locale): Issue[] {
  const { assessmentAfterMonths: early, usualAfterMonths: usual } = assumed
  if (early < usual) return []
  const [name, received, expected] = setBy.assessmentAfterMonths
    ? ([
        'assessmentAfterMonths',
        early,
        { nl: `een kleiner getal dan ${usual}`, en: `a number below ${usual}` },
      ] as const)
    : (['usualAfterMonths', usual, { nl: `een groter getal dan ${early}`, en: `a number above ${early}` }] as const)
  const path = setBy[name] === 'input' ? [name] : ['options', 'policy', `savings.${name}`]
  return [snapshotIssue('out-of-range', path, locale, { received: String(received), expected: expected[locale] })]
}

const assume = (choose: (name: AssumptionName) => number): AssumedValues =>
  Object.fromEntries(ASSUMPTION_NAMES.map((name) => [name, choose(name)])) as AssumedValues
