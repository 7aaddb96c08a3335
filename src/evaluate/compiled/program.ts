import type { FactIndex } from './decision-index'

/**
 * The decision index of all facts in a few flat rows of numbers, so that nothing is called and nothing followed while a
 * case is judged. A row of a fact is what one of its values says: pairs of a word and the bits in it.
 */
export interface Program {
  /** Of each fact, its first row: that of its first value, or of the stretch below its first threshold. */
  readonly firstRow: Int32Array
  /** How many values it has; past them its index is asked. */
  readonly values: Int32Array
  /** Of each fact, where its thresholds start; those of the next fact follow. None where it is no number. */
  readonly firstThreshold: Int32Array
  readonly thresholds: Float64Array
  /** Of each fact, the row for when nothing is known of it: what it may meet. */
  readonly anything: Int32Array
  /** Where each row starts among the pairs; that of the next is where it ends. */
  readonly rows: Int32Array
  readonly pairs: Int32Array
}

export function writeProgram(facts: readonly FactIndex[]): Program {
  const rows: number[] = []
  const pairs: number[] = []
  const thresholds: number[] = []
  const add = (clauses: Int32Array): number => {
    rows.push(pairs.length)
    pairs.push(...clauses)
    return rows.length - 1
  }
  const laid = facts.map((index) => {
    const firstThreshold = thresholds.length
    thresholds.push(...(index.thresholds ?? []))
    const firstRow = rows.length
    for (const { clauses } of index.entries) add(clauses)
    const values = index.entries.length
    return { firstThreshold, firstRow, values, anything: add(index.anything.possibly.clauses) }
  })
  return {
    firstRow: Int32Array.from(laid, ({ firstRow }) => firstRow),
    values: Int32Array.from(laid, ({ values }) => values),
    firstThreshold: Int32Array.from([...laid.map(({ firstThreshold }) => firstThreshold), thresholds.length]),
    thresholds: Float64Array.from(thresholds),
    anything: Int32Array.from(laid, ({ anything }) => anything),
    rows: Int32Array.from([...rows, pairs.length]),
    pairs: Int32Array.from(pairs),
  }
}

/** The row of what a fact says; -1 where its own index must be asked. */
export function rowFor({ firstRow, values, firstThreshold, thresholds }: Program, at: number, code: number): number {
  const first = firstThreshold[at] as number
  const last = firstThreshold[at + 1] as number
  if (first === last) return code < (values[at] as number) ? (firstRow[at] as number) + code : -1
  if (code === Number.POSITIVE_INFINITY) return -1
  let below = first
  while (below < last && (thresholds[below] as number) < code) below += 1
  const stretch = 2 * (below - first) + (below < last && thresholds[below] === code ? 1 : 0)
  return (firstRow[at] as number) + stretch
}
