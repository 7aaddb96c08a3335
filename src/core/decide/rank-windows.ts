import { type Diagram, type Forest, valuesOf } from '../diagram/diagram'
import { keepByRowFor, type Row } from '../diagram/kept-rows'

type WindowDiagram = Diagram<number | null>

interface Windowed {
  readonly window: WindowDiagram
}

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
export function writeRanks(reasons: readonly Windowed[], row: Row, forest: Forest): readonly number[] {
  let windows: number[] | undefined
  for (const { window: diagram } of reasons) {
    if (diagram.kind === 'split') {
      const split = rankSplit(reasons, forest)
      for (const { id } of split.ranks) row.numbers[row.length++] = id
      return split.windows
    }
    if (diagram.value !== null) windows = withWindow(windows, diagram.value)
  }
  windows ??= []
  for (const { window: diagram } of reasons) {
    const known = diagram.kind === 'known' && diagram.value !== null ? windows.indexOf(diagram.value) : undefined
    row.numbers[row.length++] = known === undefined ? NO_WINDOW : KNOWN - known
  }
  return windows
}

/** They are few: each is put in its place, the most urgent first. All lists are made here, and so of one kind. */
function withWindow(windows: number[] | undefined, window: number): number[] {
  if (!windows) return [window]
  if (windows.includes(window)) return windows
  let at = windows.length
  for (; at > 0 && (windows[at - 1] as number) > window; at--) windows[at] = windows[at - 1] as number
  windows[at] = window
  return windows
}

/** There can be hundreds. */
function windowsIn(reasons: readonly Windowed[]): number[] {
  const all = new Set<number>()
  for (const { window } of reasons) for (const value of valuesOf(window)) if (value !== null) all.add(value)
  let windows: number[] | undefined
  for (const window of [...all].sort((a, b) => a - b))
    if (windows) windows.push(window)
    else windows = withWindow(undefined, window)
  return windows ?? []
}

/** The ranks as diagrams, which were not needed for the row alone. */
export const ranksIn = (
  windows: readonly number[],
  reasons: readonly Windowed[],
  forest: Forest,
): readonly WindowDiagram[] =>
  reasons.some(({ window }) => window.kind === 'split')
    ? rankSplit(reasons, forest).ranks
    : reasons.map(({ window }) => forest.mapOnce(window, (one) => (one === null ? null : windows.indexOf(one))))

/** Windows that are kept with their ranks. What is not known of a day can leave hundreds. */
const MOST_KEPT = 8_000

const rankedIn = keepByRowFor<Forest, RankedWindows>(MOST_KEPT)

function rankSplit(reasons: readonly Windowed[], forest: Forest): RankedWindows {
  const kept = rankedIn(forest)
  const row = { numbers: reasons.map(({ window }) => window.id), length: reasons.length }
  const found = kept.find(row)
  if (found) return found
  const windows = windowsIn(reasons)
  const places = new Map(windows.map((window, place) => [window, place]))
  const rankOf = (window: number | null): number | null => (window === null ? null : (places.get(window) as number))
  const result = { windows, ranks: reasons.map(({ window }) => forest.mapOnce(window, rankOf)) }
  kept.keep(row, result)
  return result
}
