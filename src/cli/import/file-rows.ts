import type { Issue } from '../../core/issue/issue'
import type { Locale } from '../../core/snapshot/fact'
import { parseJson } from '../../core/snapshot/parse-json'
import type { Limits } from '../../core/snapshot/plain-data'
import { absenceRows } from '../../interop/hr/absence-rows'
import type { ImportIssue } from '../../interop/hr/import-issue'
import type { AbsenceProfile } from '../../interop/hr/profile'

/** The rows of a file, with what was wrong with some; or why it has none. A row that could not be read is `UNREADABLE_ROW`. */
export type FileRows =
  | { readonly ok: true; readonly rows: readonly unknown[]; readonly issues: readonly ImportIssue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Of a whole export, where a snapshot is one case. */
const LIMITS: Limits = { depth: 64, nodes: Number.MAX_SAFE_INTEGER, textLength: 200_000_000 }

export function jsonRows(text: string, profile: AbsenceProfile, locale: Locale): FileRows {
  const parsed = parseJson(text, { locale }, LIMITS)
  if (parsed.ok) return { ok: true, rows: absenceRows(parsed.value, profile), issues: [] }
  if (parsed.issues.some(({ code }) => code !== 'duplicate-key')) return parsed
  // Of a key that is given twice the last counts; the rest of the file is as good as ever.
  const issues = parsed.issues.map((issue): ImportIssue => ({ ...issue, rows: [] }))
  return { ok: true, rows: absenceRows(JSON.parse(text.replace(/^\uFEFF/, '')), profile), issues }
}
