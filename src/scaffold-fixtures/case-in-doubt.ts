import type { AllCases } from '../analyse/all-cases'
import type { Cube } from '../analyse/dimension'
import { realiseCase } from '../analyse/realise-case'
import { smallestCube } from '../analyse/smallest-cube'
import { formatDay } from '../calendar/day'
import type { Doubt } from '../cover/goal-cases'
import type { Diagram } from '../facts/diagram'
import { mergingRules } from '../policy/policy'
import { UNKNOWN } from '../snapshot/fact'
import type { Snapshot } from '../snapshot/snapshot'

/** Pairs of ends that are tried before it is given up. */
const MOST_TRIED = 48

/**
 * A case whose spells leave in doubt on which day the illness began, because a long gap may have been leave, or how
 * many reports count, because one may be related to pregnancy.
 */
export function caseInDoubt(
  shownBy: Diagram<boolean>,
  { about, ends }: Doubt,
  cases: AllCases,
  proves: (snapshot: Snapshot) => boolean,
): Snapshot | undefined {
  const dimension = [...cases.dimensions.values()].find(({ kind }) => kind === about)
  const rest = smallestCube(shownBy, cases.forest)
  if (!dimension || !rest) return undefined
  const statesAt = (end: Diagram<boolean>): readonly number[] =>
    dimension.states.flatMap((value, state) =>
      typeof value === 'number' && mayBeIn(end, new Map([...rest, [dimension.level, state]])) ? [state] : [],
    )
  const [first, second] = ends.map(statesAt) as [readonly number[], readonly number[]]
  const pairs = first.flatMap((one) => second.map((other) => [one, other] as const)).slice(0, MOST_TRIED)
  for (const [one, other] of pairs) {
    const values = [one, other].map((state) => dimension.states[state] as number).sort((a, b) => a - b)
    const [least, most] = values as [number, number]
    const snapshot =
      about === 'first-day'
        ? inDoubtOverLeave(rest, least, most, cases)
        : inDoubtOverReport(rest, dimension.level, most, cases)
    if (snapshot && proves(snapshot)) return snapshot
  }
  return undefined
}

function mayBeIn(diagram: Diagram<boolean>, cube: Cube): boolean {
  if (diagram.kind === 'known') return diagram.value
  const state = cube.get(diagram.unknown.level)
  const branches = state === undefined ? diagram.branches : [diagram.branches[state] as Diagram<boolean>]
  return branches.some((branch) => mayBeIn(branch, cube))
}

/** Two spells with just so long a gap between them that they are one case only if it was leave; nobody said whether it was. */
function inDoubtOverLeave(rest: Cube, earlier: number, later: number, cases: AllCases): Snapshot | undefined {
  const found = realiseCase(rest, cases)
  const [side] = cases.sides
  if (!found || found.absence?.spells !== undefined || !side) return undefined
  const recovered = later - mergingRules(side.policy).mergeWithin
  const spells = [
    { firstDay: formatDay(recovered - (later - earlier)), recoveredOn: formatDay(recovered) },
    { firstDay: formatDay(later) },
  ]
  return { ...found, absence: { ...found.absence, spells } }
}

/** The most reports that there can be, of which the first may be related to pregnancy. */
function inDoubtOverReport(rest: Cube, level: number, most: number, cases: AllCases): Snapshot | undefined {
  const state = cases.dimensions.get(level)?.states.indexOf(most) ?? -1
  const found = realiseCase(new Map([...rest, [level, state]]), cases)
  const spells = found?.absence?.spells
  if (!found || !Array.isArray(spells)) return undefined
  const at = spells.findIndex(({ pregnancyRelated }) => pregnancyRelated === undefined)
  const marked = spells.map((spell, index) => (index === at ? { ...spell, pregnancyRelated: UNKNOWN } : spell))
  return { ...found, absence: { ...found.absence, spells: marked } } as Snapshot
}
