import { frozen } from '../../core/frozen'
import type { Locale } from '../../core/snapshot/fact'
import { type ImportIssue, type ImportIssueCode, importIssue } from './import-issue'

/** What was done to rows on the way, with what it means. Adding is free; renaming is not. */
export const IMPORT_CHANGES = frozen({
  'duplicate-row': { nl: 'dezelfde rij nog een keer', en: 'the same row once more' },
  'row-replaced': {
    nl: 'vervangen door een latere rij met hetzelfde volgnummer',
    en: 'replaced by a later row with the same number',
  },
  'row-corrected': { nl: 'vervangen door een correctie', en: 'replaced by a correction' },
  'change-withdrawn': { nl: 'een mutatie verwijderd', en: 'a change deleted' },
  'report-deleted': { nl: 'een melding verwijderd', en: 'a report deleted' },
  'first-day-changed': {
    nl: 'de eerste ziektedag is later veranderd; de laatste geldt',
    en: 'the first day of illness was changed later; the last one counts',
  },
  'report-in-future': {
    nl: 'een melding die nog moet beginnen is overgeslagen',
    en: 'a report that is still to begin was passed over',
  },
  'recovery-in-future': {
    nl: 'een herstel dat nog moet komen is overgeslagen',
    en: 'a recovery that is still to come was passed over',
  },
  'end-of-second-choice': {
    nl: 'het einde komt uit de tweede kolom ervoor',
    en: 'the end comes from the second column for it',
  },
  'end-from-change': {
    nl: 'het einde is de dag waarop de laatste mutatie ingaat',
    en: 'the end is the day from which the last change holds',
  },
  'partial-recovery': {
    nl: 'een gedeeltelijk herstel sluit de melding niet',
    en: 'a partial recovery does not close the report',
  },
  'left-ill': { nl: 'ziek uit dienst: de melding blijft open', en: 'left employment ill: the report stays open' },
  'end-moved-to-next': {
    nl: 'het einde is vervroegd tot de volgende melding',
    en: 'the end was moved forward to the next report',
  },
  'report-inside-another': {
    nl: 'een melding binnen een andere is overgeslagen',
    en: 'a report inside another was passed over',
  },
  'interrupted-by-leave': { nl: 'een melding is onderbroken door verlof', en: 'a report was interrupted by leave' },
  'leaves-joined': { nl: 'twee verloven die overlappen zijn samengevoegd', en: 'two leaves that overlap were joined' },
  'leave-end-presumed': {
    nl: 'het verlof eindigt de dag voor de genoemde dag',
    en: 'the leave ends on the day before the day that is named',
  },
  'before-known-history': {
    nl: 'ligt voor de dag vanaf waar de lijst zeker is en is weggelaten',
    en: 'lies before the day from which the list is certain and was left out',
  },
  'other-leave': {
    nl: 'adoptie- of pleegzorgverlof is geen ziekte en is overgeslagen',
    en: 'adoption or foster leave is no illness and was passed over',
  },
  'day-before-case': {
    nl: 'een procesdag van voor dit verzuim hoort bij eerder verzuim en is overgeslagen',
    en: 'a day of the process from before this absence belongs to earlier absence and was passed over',
  },
  'expectation-past': {
    nl: 'een verwachte einddatum die voorbij is, is overgeslagen',
    en: 'an expected end that has passed was passed over',
  },
} as const)

/** A code of `IMPORT_CHANGES`. */
export type ImportChangeCode = keyof typeof IMPORT_CHANGES

/** Rows that something was done to; from 1, in order. */
export interface ImportChange {
  readonly code: ImportChangeCode
  readonly rows: readonly number[]
}

/** Where the steps of one import tell what they did and what is wrong. */
export interface ReportLog {
  readonly issue: (code: ImportIssueCode, rows: readonly number[], column?: string) => void
  readonly change: (code: ImportChangeCode, rows: readonly number[]) => void
  readonly issues: readonly ImportIssue[]
  readonly changes: readonly ImportChange[]
}

export function reportLog(locale: Locale, found: readonly ImportIssue[]): ReportLog {
  const issues = [...found]
  const changes: ImportChange[] = []
  return {
    issue: (code, rows, column) => void issues.push(importIssue(code, inOrder(rows), column, locale)),
    change: (code, rows) => void changes.push({ code, rows: inOrder(rows) }),
    issues,
    changes,
  }
}

export const inOrder = (rows: readonly number[]): readonly number[] => [...new Set(rows)].sort((a, b) => a - b)
