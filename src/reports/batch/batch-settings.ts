import type { Issue } from '../../core/issue/issue'
import type { TriageOptions } from '../../core/options'
import type { Column } from './csv-columns'

/** A CSV file as its header tells it. */
export interface CsvForm {
  readonly format: 'csv'
  readonly delimiter: string
  /** What each cell of a line holds, in order. */
  readonly columns: readonly Column[]
}

export type InputForm = { readonly format: 'ndjson' } | CsvForm

/** `full`: the whole advice in place of what is needed to work through a list of cases. */
export type OutputForm =
  | { readonly format: 'ndjson'; readonly full: boolean }
  | { readonly format: 'csv'; readonly delimiter: string }

/** Those of one case, with the defaults filled in. */
export type BatchOptions = Required<Omit<TriageOptions, 'policy'>> & Pick<TriageOptions, 'policy'>

/** How every line of a batch is looked at. */
export interface BatchSettings {
  readonly from: InputForm
  readonly to: OutputForm
  readonly options: BatchOptions
}

/** Where a case stands in the input, counted from one as an editor does, and what it calls itself. */
export interface CaseLine {
  readonly line: number
  readonly caseId: string | undefined
}

/** What is wrong with a line of the input. */
export interface LineError {
  /** The code of the first issue. */
  readonly code: Issue['code']
  readonly issues: readonly Issue[]
  /** How many more there are. */
  readonly more?: number
}
