import { parse } from 'csv-parse/sync'

/**
 * The cells of lines of CSV; undefined for a line whose quotes do not pair. A case is one line: no fact holds a line
 * end, so that a quote that was forgotten spoils its own line and no other.
 */
export function cellsOf(lines: readonly string[], delimiter: string): readonly (readonly string[] | undefined)[] {
  const quoted = lines.filter((line) => line.includes('"'))
  if (quoted.length === 0) return lines.map((line) => line.split(delimiter))
  // All at once costs a fraction of one by one, which tells what is wrong with which.
  const together = parsed(quoted, delimiter)
  const cells = together?.length === quoted.length ? together : quoted.map((line) => parsed([line], delimiter)?.[0])
  let next = 0
  return lines.map((line) => (line.includes('"') ? cells[next++] : line.split(delimiter)))
}

function parsed(lines: readonly string[], delimiter: string): string[][] | undefined {
  try {
    return parse(lines.join('\n'), { delimiter, record_delimiter: '\n', relax_column_count: true, trim: true })
  } catch {
    // Its message quotes cells.
    return undefined
  }
}
