import type { Advice } from '../../core/advice'
import { adviceIssues } from '../../core/advice-shape'
import { type Issue, TriageError } from '../../core/issue/issue'
import { readOptions } from '../read-options'
import { type Allowance, briefSheet, USUAL } from './brief-sheet'
import { fullSheet } from './full-sheet'
import type { Paint } from './lay-out'
import type { Sheet } from './sheet'
import { sheetHtml } from './sheet-html'
import { sheetText } from './sheet-text'

/** How an advice is shown. */
export interface RenderOptions {
  /** `text` for a terminal, a mail or a file (default); `html` for a page to read, to print or to send. */
  readonly format?: 'text' | 'html'
  /** `brief`: one screen, what to act on (default); `full`: everything that the advice holds. */
  readonly length?: 'brief' | 'full'
}

const FORMATS = ['text', 'html'] as const
const LENGTHS = ['brief', 'full'] as const

/**
 * An advice as people read it, in its own language and for its own audience: nothing is added to it.
 *
 * @returns Text of at most 100 columns, in the brief form of at most 25 lines; or one HTML page that needs nothing from
 *   outside and runs nothing. The same advice gives the same bytes.
 * @throws TriageError with every option that is wrong, or an advice that is none.
 */
export function renderAdvice(advice: Advice, options?: RenderOptions): string {
  const read = readOptions(options, { format: FORMATS, length: LENGTHS })
  const issues: readonly Issue[] = [...adviceIssues(advice), ...read.issues]
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const { format = 'text', length = 'brief' } = read.values
  if (format === 'html') return sheetHtml(length === 'full' ? fullSheet(advice) : briefSheet(advice))
  return adviceText(advice, length === 'full')
}

/** The text form, in the colours of a terminal where there is one. `more` says how to see the rest. */
export function adviceText(advice: Advice, full: boolean, paint?: Paint, more?: string): string {
  const lines = full ? sheetText(fullSheet(advice), paint, true) : oneScreen(advice, paint, more)
  return `${lines.join('\n')}\n`
}

/** What a case manager has before them without scrolling. */
export const MOST_LINES = 25

/** Ever less, until it fits. */
const ALLOWANCES: readonly Allowance[] = [
  USUAL,
  { ...USUAL, remarks: 1, beneath: 5 },
  { ...USUAL, remarks: 1, beneath: 4, later: 4, others: 2 },
  { ...USUAL, remarks: 0, beneath: 3, later: 3, others: 2 },
  { ...USUAL, remarks: 0, beneath: 3, later: 2, others: 1, questions: 2 },
  { ...USUAL, remarks: 0, beneath: 2, later: 1, others: 1, questions: 1, deadlines: 1 },
]

function oneScreen(advice: Advice, paint: Paint | undefined, more: string | undefined): readonly string[] {
  const pages = [true, false].flatMap((airy) =>
    (airy ? ALLOWANCES.slice(0, 1) : ALLOWANCES).map((allowed) => (): readonly string[] => {
      const sheet: Sheet = briefSheet(advice, allowed)
      return sheetText(more === undefined ? sheet : { ...sheet, more }, paint, airy)
    }),
  )
  for (const page of pages) {
    const lines = page()
    if (lines.length <= MOST_LINES) return lines
  }
  // An organisation's own texts can be of any length.
  const last = pages.at(-1)?.() ?? []
  return [...last.slice(0, MOST_LINES - 3), '...', ...last.slice(-2)]
}
