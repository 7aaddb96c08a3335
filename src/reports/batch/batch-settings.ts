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
