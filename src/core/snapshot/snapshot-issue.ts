import type { Issue } from '../issue/issue'
import type { Locale } from './fact'
import { ISSUE_TEXTS, type IssueParts, type SnapshotIssueCode } from './issue-text'
import { type Path, shownPath } from './shown-path'

/** An issue with its sentence. The parts must be fit to show; the path is made so here. */
export function snapshotIssue(code: SnapshotIssueCode, path: Path, locale: Locale, parts: IssueParts = {}): Issue {
  const { received, expected, nearest } = parts
  return {
    code,
    path: shownPath(path),
    message: ISSUE_TEXTS[code][locale](parts),
    ...(received !== undefined && { received }),
    ...(expected !== undefined && { expected }),
    ...(nearest !== undefined && { nearest }),
  }
}
