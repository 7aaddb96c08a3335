/** What the controls of a question hold. */
export interface Entry {
  /** The answer as a snapshot holds it, without what is not finished yet; undefined for none. */
  readonly answer: unknown
  /** All of it, to show it again. */
  readonly shown: unknown
  /** What is not finished, and so does not count yet. */
  readonly unfinished: readonly Problem[]
  /** Of a list: the row that each item of the answer stands in. */
  readonly rows?: readonly number[]
}

/** What is wrong with an entry. */
export interface Problem {
  /** Where in the entry: a row, a key. */
  readonly at: readonly (string | number)[]
  /** A sentence. */
  readonly text: string
}

/** An entry that does not count, or not all of it. */
export interface Pending {
  readonly entry: Entry
  readonly unfinished: readonly Problem[]
  /** What the library refused. */
  readonly refused: readonly Problem[]
}

/** An answer that is what the snapshot holds. */
export const entryOf = (answer: unknown): Entry => ({ answer, shown: answer, unfinished: [] })
