import { frozen } from '../../core/frozen'

/**
 * Every finding of the linter, with how grave it is. Stable: programs and `accepted` may rely on them. What the loader
 * finds has the codes of `ISSUE_CODES`, and is always an error.
 */
export const FINDING_CODES = frozen({
  'rule-never-met': 'error',
  'rule-always-met': 'error',
  'constant-part': 'error',
  'part-without-effect': 'warning',
  'window-never-open': 'error',
  'rule-always-waived': 'error',
  'waiver-without-effect': 'warning',
  'hold-always': 'error',
  'hold-without-effect': 'warning',
  'rule-equal': 'error',
  'rule-subsumed': 'warning',
  'cover-without-effect': 'warning',
  'meanwhile-without-effect': 'warning',
  'not-for-without-effect': 'warning',
  'beside-without-effect': 'warning',
  'priority-without-effect': 'warning',
  'need-without-effect': 'warning',
  gap: 'error',
  'threshold-in-rule': 'warning',
  'stray-placeholder': 'error',
  'same-text': 'warning',
  'hidden-character': 'error',
  'scaffold-text': 'error',
  'gives-away': 'warning',
  'numbers-differ': 'warning',
  'languages-swapped': 'error',
  'basis-without-law': 'warning',
  'units-differ': 'error',
  'holds-everything': 'warning',
  'date-ahead': 'error',
  'changed-since-approved': 'warning',
  'source-without-section': 'error',
  'unused-name': 'warning',
  'validity-reversed': 'error',
  expired: 'error',
  'not-yet-valid': 'error',
  'source-expired': 'error',
  'source-not-yet-valid': 'error',
  'source-undated': 'warning',
  'accepted-without-finding': 'error',
} as const satisfies Readonly<Record<string, Level>>)

/** A code of a finding; each has a page. */
export type FindingCode = keyof typeof FINDING_CODES
/** How bad a finding is. */
export type Level = 'error' | 'warning'
