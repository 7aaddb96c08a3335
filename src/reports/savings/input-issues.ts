import type { Issue } from '../../core/issue/issue'
import { nearestName } from '../../core/issue/nearest-name'
import type { Locale } from '../../core/snapshot/fact'
import { receivedAt } from '../../core/snapshot/received'
import { shownKey } from '../../core/snapshot/shown-path'
import { snapshotIssue } from '../../core/snapshot/snapshot-issue'
import type * as z from '../../core/zod'
import { ASSUMPTIONS, type Assumption } from './assumptions'
import { DAILY_WAGE, savingsInput } from './savings-input'

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
