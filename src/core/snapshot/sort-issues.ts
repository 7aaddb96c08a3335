import type { Issue } from '../issue/issue'
import { PLACES, placeOf } from './place'
import type { Path } from './shown-path'

const RANKS: ReadonlyMap<string, number> = new Map([...PLACES.keys()].map((place, rank) => [place, rank]))

/** The issues in the order of the vocabulary, whatever the order of the input's keys; unknown keys come last. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return issues
    .map((issue) => ({ issue, key: `${keyOf(issue.path)}\n${issue.code}\n${issue.message}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ issue }) => issue)
}

/** Text that sorts as the path does: an index by its number, a key by its rank, then by its name. */
function keyOf(path: Path): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return String(step).padStart(8, '0')
      const rank = RANKS.get(placeOf(path.slice(0, at + 1))) ?? RANKS.size
      return `${String(rank).padStart(3, '0')} ${step}`
    })
    .join('\t')
}
