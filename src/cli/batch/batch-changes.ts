import { extname } from 'node:path'
import type { Advice } from '../../core/advice'
import type { BriefAdvice } from '../../core/brief-advice'
import type { RuleSet } from '../../core/rules/rule-set'
import { changesOf } from '../../reports/batch/batch'
import type { PreviousRun } from '../../reports/batch/previous-run'
import { renderWorklist, WORKLIST_FORMATS, type WorklistFormat } from '../../reports/worklist/render-worklist'
import { type WorklistRow, worklistOf, worklistRows } from '../../reports/worklist/worklist'
import { STANDARD_INPUT, unreadable } from '../read-input'
import { refuse } from '../refusal'
import type { BatchOutput } from './batch-output'
import type { BatchFlags } from './batch-setup'
import { BATCH_TEXTS } from './batch-texts'
import { openPrevious, type PreviousFile } from './previous-file'

/** Whether results are compared with those of the last run, or listed by what they ask for, before they are written. */
export const isCompared = ({ previous, worklist }: BatchFlags): boolean => previous !== undefined || worklist === true

/** How a worklist is written: as asked, else as the name of the file says, else a row a line. */
export function worklistFormat({ to, out }: BatchFlags): WorklistFormat {
  const byName = WORKLIST_FORMATS.find((format) => out !== undefined && extname(out).toLowerCase() === `.${format}`)
  return to ?? byName ?? 'ndjson'
}

/** Flags that do not go together, each with what to do. */
export function refuseComparing(flags: BatchFlags): void {
  const { previous, changedOnly, worklist, skip, to, locale } = flags
  if (changedOnly && previous === undefined) throw refuse('bad-usage', BATCH_TEXTS.changedNeedsPrevious[locale])
  if (skip > 0 && isCompared(flags)) throw refuse('bad-usage', BATCH_TEXTS.comparedIsWhole[locale])
  if (to === 'html' && !worklist) throw refuse('bad-usage', BATCH_TEXTS.htmlIsWorklist[locale])
  if (previous !== undefined && !worklist && to === 'csv')
    throw refuse('bad-usage', BATCH_TEXTS.changesAreNoRow[locale])
}

/** An output that holds back what did not change, and lists at the end what there is to do. */
export interface ComparedOutput extends BatchOutput {
  /** Writes what can only be written when all results are there. */
  readonly finish: () => Promise<void>
}

/** The last run as it was written. Throws a Refusal that names the file. */
export async function readPrevious({ previous, locale }: BatchFlags): Promise<PreviousFile | undefined> {
  if (previous === undefined) return undefined
  if (previous === STANDARD_INPUT) throw refuse('bad-usage', BATCH_TEXTS.previousIsFile[locale])
  try {
    return await openPrevious(previous)
  } catch (error) {
    throw unreadable(error, previous, locale)
  }
}

export function comparedOutput(
  output: BatchOutput,
  last: PreviousRun | undefined,
  ruleSet: RuleSet,
  flags: BatchFlags,
): ComparedOutput {
  const { changedOnly, worklist, locale } = flags
  const rows: WorklistRow[] = []
  const rowOf = worklistRows({ locale, ruleSet })
  let count = 0
  const compared = (text: string): string => {
    const written = JSON.parse(text) as Written
    if ('error' in written) return worklist ? '' : `${text}\n`
    const { line, caseId } = written
    const { changes } = changesOf(last, caseId, written)
    if (changedOnly && changes?.length === 0) return ''
    if (!worklist) return `${changes ? JSON.stringify({ ...written, changes }) : text}\n`
    const before = changes && caseId !== undefined ? last?.adviceOf(caseId) : undefined
    rows.push(
      rowOf({
        line,
        ...(caseId === undefined ? {} : { caseId }),
        advice: written,
        ...(before ? { previous: before } : {}),
      }),
    )
    return ''
  }
  return {
    write: async (bytes, lines) => {
      const texts = Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1)
      const written = texts.map(compared).join('')
      count += lines
      if (written !== '') await output.write(Buffer.from(written), 0)
    },
    lines: () => (worklist ? 0 : count),
    keep: output.keep,
    discard: output.discard,
    finish: async () => {
      if (worklist)
        await output.write(Buffer.from(renderWorklist(worklistOf(rows, locale), { format: worklistFormat(flags) })), 0)
    },
  }
}

/** A result as `batch` writes it. */
type Written =
  | ((Advice | BriefAdvice) & { readonly line: number; readonly caseId?: string })
  | { readonly line: number; readonly error: unknown }
