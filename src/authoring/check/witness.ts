import type { Diagram } from '../../core/diagram/diagram'
import type { Snapshot } from '../../core/snapshot/snapshot'
import type { AllCases } from './all-cases'
import type { Cube } from './dimension'
import { realiseCase } from './realise-case'
import { cubesOf, smallestCube } from './smallest-cube'

/** Other cases that are tried when the smallest one does not show what it should. */
const MOST_TRIED = 24

/**
 * A case that shows something, with as little answered as shows it for certain; undefined where none does when it is
 * run. Each is run before it is given: what the diagrams say is not taken on trust.
 */
export function findWitness(
  shownBy: Diagram<boolean>,
  cases: AllCases,
  proves: (snapshot: Snapshot) => boolean,
): Snapshot | undefined {
  const smallest = smallestCube(shownBy, cases.diagrams)
  for (const cube of smallest ? [smallest, ...cubesOf(shownBy, MOST_TRIED)] : []) {
    const least = cube === smallest ? cube : withoutNeedless(cube, shownBy)
    const snapshot = realiseCase(least, cases)
    if (snapshot && proves(snapshot)) return snapshot
  }
  return undefined
}

/** Without each state that the rest makes do without. */
function withoutNeedless(cube: Cube, shownBy: Diagram<boolean>): Cube {
  let least = cube
  for (const level of cube.keys()) {
    const less = new Map([...least].filter(([other]) => other !== level))
    if (isTrueIn(less, shownBy)) least = less
  }
  return least
}

/** Whether a diagram is true in every case of a cube. */
function isTrueIn(cube: Cube, diagram: Diagram<boolean>): boolean {
  const seen = new Set<Diagram<boolean>>()
  const visit = (at: Diagram<boolean>): boolean => {
    if (at.kind === 'known') return at.value
    if (seen.has(at)) return true
    seen.add(at)
    const state = cube.get(at.unknown.level)
    return state === undefined ? at.branches.every(visit) : visit(at.branches[state] as Diagram<boolean>)
  }
  return visit(diagram)
}
