import type { Release } from '../advice'
import { formatDay } from '../calendar/day'
import type { Decision } from '../decide/decide'
import { idOf, isDue, isPersonal, type Placed, stands } from '../decide/relate'

/**
 * What the physician could release: the services that only the full advice asks for or asks for earlier, and a day to
 * wait until where it holds what the employer would go on with. Nothing is released by this.
 */
export function toRelease(full: Decision, employer: Decision): Release {
  const seen = new Map(employer.placed.map((placed) => [idOf(placed.candidate), placed]))
  const advises = full.placed.flatMap((placed): Release['advises'] => {
    const { candidate } = placed
    const theirs = seen.get(idOf(candidate))
    if (!isOpen(placed) || !isPersonal(candidate)) return []
    if (theirs && isOpen(theirs) && theirs.candidate.window.by <= candidate.window.by) return []
    return [{ service: idOf(candidate), by: formatDay(candidate.window.by) }]
  })
  const holds = full.placed.flatMap(({ candidate }) => {
    const theirs = seen.get(idOf(candidate))
    if (!candidate.held || !theirs || !isOpen(theirs) || !isDue(theirs.candidate)) return []
    return candidate.holds.filter(({ certainty }) => certainty === 'certain').map(({ reviewOn }) => reviewOn)
  })
  return { advises, ...(holds.length > 0 ? { waitUntil: formatDay(Math.max(...holds)) } : {}) }
}

/** Advised, and not only because of what goes before it. */
const isOpen = ({ candidate, coveredBy }: Placed): boolean =>
  stands(candidate) && !coveredBy.some(({ certainty }) => certainty === 'certain')
