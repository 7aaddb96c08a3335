import { distance } from 'fastest-levenshtein'

/** The name that is nearest to `name`, when it is near enough to be what was meant. Ties go to the first in the list. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  if (name.length > 100) return undefined
  const wanted = name.toLowerCase()
  let best: { name: string; distance: number } | undefined
  for (const candidate of names) {
    const found = distance(wanted, candidate.toLowerCase())
    if (!best || found < best.distance) best = { name: candidate, distance: found }
  }
  return best && best.distance <= Math.max(2, Math.floor(name.length / 2)) ? best.name : undefined
}
