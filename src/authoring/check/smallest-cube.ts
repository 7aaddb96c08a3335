import type { Diagram, Diagrams, Split } from '../../core/diagram/diagram'
import type { Cube } from './dimension'

/** Far above what one service or rule needs; past it, what a diagram tests first is taken as it comes. */
const MOST_VISITS = 30_000

/**
 * The fewest states of the fewest dimensions that make a diagram true whatever the others are; undefined when nothing
 * does. Exact within `MOST_VISITS`: for each dimension in turn, either its state matters and each is tried, or it does
 * not, and what is left is true in all of its branches.
 */
export function smallestCube(diagram: Diagram<boolean>, diagrams: Diagrams): Cube | undefined {
  const found = new Map<Diagram<boolean>, Cube | null>()
  let visits = 0
  const visit = (at: Diagram<boolean>): Cube | null => {
    if (at.kind === 'known') return at.value ? NO_STATES : null
    const known = found.get(at)
    if (known !== undefined) return known
    visits += 1
    const cube = smallestOf(at)
    found.set(at, cube)
    return cube
  }
  const smallestOf = ({ unknown, branches }: Split<boolean>): Cube | null => {
    const whatever = visits > MOST_VISITS ? null : visit(diagrams.all(branches))
    let best = whatever
    const tried = new Set<Diagram<boolean>>()
    branches.forEach((branch, state) => {
      if (tried.has(branch)) return
      tried.add(branch)
      const rest = visit(branch)
      if (rest && (!best || rest.size + 1 < best.size)) best = new Map([[unknown.level, state], ...rest])
    })
    return best
  }
  return visit(diagram) ?? undefined
}

const NO_STATES: Cube = new Map()

/** Ways to make a diagram true, each with everything that it tests on the way; at most so many. */
export function cubesOf(diagram: Diagram<boolean>, most: number): readonly Cube[] {
  const cubes: Cube[] = []
  const visit = (at: Diagram<boolean>, cube: Cube): void => {
    if (cubes.length >= most) return
    if (at.kind === 'split')
      at.branches.forEach((branch, state) => {
        if (branch.kind === 'split' || branch.value) visit(branch, new Map([...cube, [at.unknown.level, state]]))
      })
    else if (at.value) cubes.push(cube)
  }
  visit(diagram, NO_STATES)
  return cubes
}
