import type { Facts } from '../facts/derive-facts'
import { type Diagram, valuesOf } from '../facts/diagram'

type WindowDiagram = Diagram<number | null>

/**
 * The windows of one service from the most urgent on, and for each of its rules the place of its window among them:
 * what is decided between rules depends on that order alone, and not on the days. Undefined stays undefined.
 */
export function rankWindows(
  diagrams: readonly (WindowDiagram | undefined)[],
  { forest }: Facts,
): { readonly windows: readonly number[]; readonly ranks: readonly (WindowDiagram | undefined)[] } {
  const windows: number[] = []
  for (const diagram of diagrams)
    if (diagram?.kind === 'known') insert(windows, diagram.value)
    else if (diagram) for (const window of valuesOf(diagram)) insert(windows, window)
  if (windows.length > 1) windows.sort((a, b) => a - b)
  const rankOf = (window: number | null): number | null => (window === null ? null : windows.indexOf(window))
  return { windows, ranks: diagrams.map((diagram) => diagram && forest.map(diagram, rankOf)) }
}

function insert(windows: number[], window: number | null): void {
  if (window !== null && !windows.includes(window)) windows.push(window)
}
