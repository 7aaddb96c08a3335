import type { Issue } from '../issue/issue'
import { checkAbsence } from './check-absence'
import { checkDays } from './check-days'
import { parseJson } from './parse-json'
import { localeOf, type ParseOptions, QUIETLY } from './parse-options'
import { OWN_SECTION, parseOwn } from './parse-own'
import { copyPlainData } from './plain-data'
import { schemaIssues } from './schema-issues'
import { type Snapshot, snapshotSchema } from './snapshot'
import { sortIssues } from './sort-issues'

/** A snapshot, with the answers to the own facts of the rule set that it was checked by. */
export type CheckedSnapshot = Snapshot & { readonly own?: Readonly<Record<string, unknown>> }

export type CheckedInput =
  | { readonly ok: true; readonly snapshot: CheckedSnapshot }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Every answer of a case that comes from outside, checked by itself and with those it is given with in one list; all
 * that is wrong is told in full, medical questions by name. `parseSnapshot` of core tells it as its reader may know it.
 */
export function checkSnapshot(input: unknown, options?: ParseOptions): CheckedInput {
  const locale = localeOf(options)
  const copied = copyPlainData(input, undefined, options)
  if (!copied.ok) return { ok: false, issues: sortIssues(copied.issues) }
  const { value, own } = apart(copied.value, options)
  const parsed = snapshotSchema.safeParse(value, QUIETLY)
  const issues = [
    ...schemaIssues(parsed.error?.issues ?? [], value, locale),
    ...checkAbsence(value, locale),
    ...checkDays(value, locale),
    ...(own?.issues ?? []),
  ]
  if (!parsed.success || issues.length > 0) return { ok: false, issues: sortIssues(issues) }
  return { ok: true, snapshot: freeze(own ? { ...parsed.data, [OWN_SECTION]: own.answers } : parsed.data) }
}

/** The vocabulary's part of a snapshot and, where there is one and the rule set has facts of its own, what answers those. */
function apart(value: unknown, options: ParseOptions | undefined) {
  const facts = options?.ruleSet?.facts
  const mayHave = facts !== undefined && facts.size > 0
  if (!mayHave || typeof value !== 'object' || value === null || !Object.hasOwn(value, OWN_SECTION)) return { value }
  const { [OWN_SECTION]: given, ...rest } = value as Record<string, unknown>
  return { value: rest, own: parseOwn(given, facts, localeOf(options)) }
}

/** The same for JSON text, which may also be refused for its size, its form or a key that is given twice. */
export function checkSnapshotText(text: string, options?: ParseOptions): CheckedInput {
  const parsed = parseJson(text, options)
  return parsed.ok ? checkSnapshot(parsed.value, options) : { ok: false, issues: sortIssues(parsed.issues) }
}

/** Recursion is safe here: a validated snapshot is four levels deep. */
function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
