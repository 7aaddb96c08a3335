import type { Locale } from '../../core/snapshot/fact'
import type { ImportReport } from '../../interop/hr/map-absence'
import { IMPORT_CHANGES } from '../../interop/hr/report-log'
import { issueLine } from '../print-issues'
import { IMPORT_TEXTS } from './import-texts'

/** Row numbers on a line; the whole list is in the JSON. */
const MOST_NUMBERS = 10

/** The report for people: a line for each thing, with rows and without values. */
export function reportText(report: ImportReport, file: string, locale: Locale): string {
  const { rows, cases, excluded, changes, dropped, asks, presumed, issues } = report
  const lines = [
    IMPORT_TEXTS.counts[locale]({ ...rows, cases: cases.length }),
    ...issues.map((issue) => {
      const column = issue.path.find((step) => typeof step === 'string')
      const path = column === undefined ? [] : [column]
      return issueLine({ ...issue, path, file: [file, rowsText(issue.rows, locale)].filter(Boolean).join(': ') })
    }),
    ...excluded.map(({ code, rows }) => `${rowsText(rows, locale)}: ${IMPORT_TEXTS.excluded[code][locale]} [${code}]`),
    ...changes.map(({ code, rows }) => `${rowsText(rows, locale)}: ${IMPORT_CHANGES[code][locale]} [${code}]`),
    ...asks.map(({ fact, rows }) => `${rowsText(rows, locale)}: ${IMPORT_TEXTS.ask[locale]({ fact })}`),
    ...dropped.map(
      ({ kind, rows }) =>
        `${IMPORT_TEXTS.droppedKinds[kind][locale]}: ${IMPORT_TEXTS.dropped[locale]({ count: rows })}`,
    ),
    ...presumed.map((text) => `${IMPORT_TEXTS.presumed[locale]}: ${text}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function rowsText(rows: readonly number[], locale: Locale): string {
  if (rows.length === 0) return ''
  const rest = rows.length - MOST_NUMBERS
  const shown = rows.slice(0, MOST_NUMBERS).join(', ')
  return `${IMPORT_TEXTS.rows[locale]} ${shown}${rest > 0 ? ` ${IMPORT_TEXTS.more[locale]({ count: rest })}` : ''}`
}
