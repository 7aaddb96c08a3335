import type { Issue } from '../../core/issue/issue'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { Locale } from '../../core/snapshot/fact'
import { QUIETLY } from '../../core/snapshot/parse-options'
import { copyPlainData } from '../../core/snapshot/plain-data'
import { snapshotIssue } from '../../core/snapshot/snapshot-issue'
import { ASSUMPTION_NAMES, ASSUMPTIONS, type AssumedValues, type AssumptionName } from './assumptions'
import { inputIssues } from './input-issues'
import { readSavingsOptions } from './read-options'
import { savingsInput } from './savings-input'

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
