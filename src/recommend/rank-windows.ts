import { type Diagram, type Forest, valuesOf } from '../facts/diagram'
import { keepByRowFor, type Row } from '../facts/kept-rows'

type WindowDiagram = Diagram<number | null>

/** The windows of one service from the most urgent on, and for each of its reasons the place of its window among them. */
export interface RankedWindows {
  readonly windows: readonly number[]
  readonly ranks: readonly WindowDiagram[]
}

/** In a row: no window, and before the rank of a window that is known. Those that are not go by the id of a diagram. */
const NO_WINDOW = -2
const KNOWN = -3

/**
 * Writes the order of windows into a row, and gives the windows in their order, each once: what is decided between
 * rules depends on the order of their windows alone, and not on the days.
 */
export function writeRanks(diagrams: readonly WindowDiagram[], row: Row, forest: Forest): readonly number[] {
  let windows: number[] | undefined
  for (const diagram of diagrams) {
    if (diagram.kind === 'split') {
      const split = rankSplit(diagrams, forest)
      for (const { id } of split.ranks) row.numbers[row.length++] = id
      return split.windows
    }
    if (diagram.value === null) continue
    if (windows) insert(windows, diagram.value)
    else windows = [diagram.value]
  }
  windows ??= []
  for (const diagram of diagrams) {
    const known = diagram.kind === 'known' && diagram.value !== null ? windows.indexOf(diagram.value) : undefined
    row.numbers[row.length++] = known === undefined ? NO_WINDOW : KNOWN - known
  }
  return windows
}

/** They are few: each is put in its place, the most urgent first. */
function insert(windows: number[], window: number): void {
  if (windows.includes(window)) return
  let at = windows.length
  for (; at > 0 && (windows[at - 1] as number) > window; at--) windows[at] = windows[at - 1] as number
  windows[at] = window
}

/** The ranks as diagrams, which were not needed for the row alone. */
export const ranksIn = (
  windows: readonly number[],
  diagrams: readonly WindowDiagram[],
  forest: Forest,
): readonly WindowDiagram[] =>
  diagrams.some(({ kind }) => kind === 'split')
    ? rankSplit(diagrams, forest).ranks
    : diagrams.map((diagram) => forest.mapOnce(diagram, (window) => (window === null ? null : windows.indexOf(window))))

/** Windows that are kept with their ranks. What is not known of a day can leave hundreds. */
const MOST_KEPT = 8_000

const rankedIn = keepByRowFor<Forest, RankedWindows>(MOST_KEPT)

function rankSplit(diagrams: readonly WindowDiagram[], forest: Forest): RankedWindows {
  const kept = rankedIn(forest)
  const row = { numbers: diagrams.map(({ id }) => id), length: diagrams.length }
  const found = kept.find(row)
  if (found) return found
  const all = new Set(diagrams.flatMap((diagram) => valuesOf(diagram)))
  const windows = [...all].filter((window) => window !== null).sort((a, b) => a - b)
  const places = new Map(windows.map((window, place) => [window, place]))
  const rankOf = (window: number | null): number | null => (window === null ? null : (places.get(window) as number))
  const result = { windows, ranks: diagrams.map((diagram) => forest.mapOnce(diagram, rankOf)) }
  kept.keep(row, result)
  return result
}
