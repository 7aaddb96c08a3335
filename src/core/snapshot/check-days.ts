import type { Issue } from '../issue/issue'
import { BASE_FACTS } from './catalogue'
import { type Locale, pastDay } from './fact'
import { QUIETLY } from './parse-options'
import { receivedAt } from './received'
import type { Path } from './shown-path'
import { snapshotIssue } from './snapshot-issue'

const PAST = [...BASE_FACTS.values()].filter(({ lies }) => lies !== undefined)

/**
 * What no schema can see in the days of what was done: none lies after `asOf` but one that is planned, and only a
 * declined service is quiet until a day, which follows the refusal. Every day that is right by itself is looked at,
 * also where the rest of the input is not.
 */
export function checkDays(input: unknown, locale: Locale): Issue[] {
  const asOf = dayIn(partOf(input, 'asOf'))
  return PAST.flatMap(({ id, type }) => {
    const path = id.split('.')
    const given = path.reduce<unknown>(partOf, input)
    if (type === 'date') return late(given, path, asOf, locale)
    if (!Array.isArray(given)) return late(partOf(given, 'on'), [...path, 'on'], asOf, locale)
    return given.flatMap((item: unknown, index) => {
      const at = [...path, index]
      const planned = type === 'services' && partOf(item, 'state') === 'planned'
      return [
        ...(planned ? [] : late(partOf(item, 'on'), [...at, 'on'], asOf, locale)),
        ...(type === 'services' ? checkUntil(item, at, locale) : []),
      ]
    })
  })
}

function late(given: unknown, path: Path, asOf: string | undefined, locale: Locale): Issue[] {
  const on = dayIn(given)
  if (on === undefined || asOf === undefined || on <= asOf) return []
  const expected = locale === 'nl' ? `een dag tot en met ${asOf}` : `a day up to and including ${asOf}`
  return [snapshotIssue('date-after-as-of', path, locale, { received: receivedAt(path, on, locale), expected })]
}

function checkUntil(item: unknown, at: Path, locale: Locale): Issue[] {
  const [on, until] = [dayIn(partOf(item, 'on')), dayIn(partOf(item, 'until'))]
  if (until === undefined) return []
  const path = [...at, 'until']
  if (partOf(item, 'state') !== 'declined') return [snapshotIssue('until-not-declined', path, locale)]
  if (on === undefined || until >= on) return []
  const expected = locale === 'nl' ? `${on} of later` : `${on} or later`
  return [snapshotIssue('until-before-on', path, locale, { received: `"${until}"`, expected })]
}

/** A day or a month, which compares with a day as text: it lies after one only when all of it does. */
const dayIn = (given: unknown): string | undefined => pastDay.safeParse(given, QUIETLY).data

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
