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

export type ParsedSnapshot =
  | { readonly ok: true; readonly snapshot: CheckedSnapshot }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Checks a case that comes from outside, and makes it safe to reason about.
 *
 * @param input Any value; `snapshotSchema` and the contract say what a right one is. It is copied, never changed,
 *   and no getter of it is called.
 * @param options `locale`: the language of the messages, `nl` (default) or `en`. `ruleSet`: whose own facts may be
 *   answered, under `own`.
 * @returns The snapshot, deeply frozen and with its keys in the order of the vocabulary; or every issue, sorted the
 *   same whatever the order of the input's keys. What is not plain JSON data is refused before its meaning is looked
 *   at. Never throws. A snapshot is returned whole or not at all: nothing is dropped, defaulted or repaired.
 *
 * Issues have stable codes (`ISSUE_CODES`) and paths into the input. They can be logged and shown to the employer's
 * side: a value is quoted only in employer-tier facts, and only when it is short and machine-like; a text is never.
 * Days are ISO calendar days; `absence.workedShare` is in percent.
 */
export function parseSnapshot(input: unknown, options?: ParseOptions): ParsedSnapshot {
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

/** `parseSnapshot` for JSON text, which may also be refused for its size, its form or a key that is given twice. */
export function parseSnapshotText(text: string, options?: ParseOptions): ParsedSnapshot {
  const parsed = parseJson(text, options)
  return parsed.ok ? parseSnapshot(parsed.value, options) : { ok: false, issues: sortIssues(parsed.issues) }
}

/** Recursion is safe here: a validated snapshot is four levels deep. */
function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
