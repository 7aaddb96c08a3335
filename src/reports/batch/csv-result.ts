import { stringify } from 'csv-stringify/sync'
import type { BriefAdvice } from '../../core/brief-advice'
import type { Issue } from '../../core/issue/issue'
import type { CaseLine, LineError } from './batch-settings'

/**
 * The columns of a CSV file of results, one row a case. `next` to `settled` are the step: its kind, service and last day,
 * and whether open answers can still change it. `service` to `blockedBy` are of the first recommendation;
 * `certainServices` and `possibleServices` list all of them. Lists are joined with `;`. `errors` is empty, or all that
 * is said of a line that is not valid: `code@path`.
 */
export const RESULT_COLUMNS = [
  'line',
  'caseId',
  'asOf',
  'status',
  'next',
  'nextService',
  'nextBy',
  'settled',
  'complete',
  'service',
  'certainty',
  'startFrom',
  'startBy',
  'state',
  'held',
  'blockedBy',
  'certainServices',
  'possibleServices',
  'openQuestions',
  'errors',
] as const

type Row = Partial<Readonly<Record<(typeof RESULT_COLUMNS)[number], string>>>

/** The header of a CSV file of results, with its line end. */
export const resultHeader = (delimiter: string): string => `${line(RESULT_COLUMNS, delimiter)}\n`

/** A row, without its line end. */
export function adviceRow(advice: BriefAdvice, { line, caseId }: CaseLine, delimiter: string): string {
  const [first] = advice.recommendations
  return row(
    {
      line: String(line),
      caseId: caseId ?? '',
      asOf: advice.asOf,
      status: advice.status,
      next: advice.next.kind,
      nextService: advice.next.service ?? '',
      nextBy: advice.next.by ?? '',
      settled: String(advice.settled),
      complete: String(advice.complete),
      ...(first && {
        service: first.service,
        certainty: first.certainty,
        startFrom: first.startFrom,
        startBy: first.startBy,
        state: first.state,
        held: String(first.heldUntil !== undefined),
        blockedBy: list(first.blockedBy ?? []),
      }),
      certainServices: services(advice, 'certain'),
      possibleServices: services(advice, 'possible'),
      openQuestions: list(advice.openQuestions),
    },
    delimiter,
  )
}

/** A row for a line that is not valid, without its line end. */
export const errorRow = (number: number, { issues }: LineError, delimiter: string): string =>
  row({ line: String(number), errors: list(issues.map(codeAndPlace)) }, delimiter)

const codeAndPlace = ({ code, path }: Issue): string => (path.length === 0 ? code : `${code}@${path.join('.')}`)

const services = ({ recommendations }: BriefAdvice, certainty: 'certain' | 'possible'): string =>
  list(recommendations.filter((one) => one.certainty === certainty).map(({ service }) => service))

const list = (items: readonly string[]): string => items.join(';')

const row = (cells: Row, delimiter: string): string =>
  line(
    RESULT_COLUMNS.map((column) => cells[column] ?? ''),
    delimiter,
  )

const line = (cells: readonly string[], delimiter: string): string =>
  stringify([[...cells]], { delimiter, record_delimiter: '\n' }).slice(0, -1)
