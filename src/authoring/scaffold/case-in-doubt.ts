import { type Day, formatDay } from '../../core/calendar/day'
import type { Diagram } from '../../core/diagram/diagram'
import { mergingRules } from '../../core/rules/policy'
import { UNKNOWN } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import type { AllCases } from '../check/all-cases'
import type { Cube } from '../check/dimension'
import { realiseCase } from '../check/realise-case'
import { smallestCube } from '../check/smallest-cube'
import type { Doubt } from '../coverage/goal-cases'

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
  const rest = smallestCube(shownBy, cases.diagrams)
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
    const tried =
      about === 'first-day'
        ? inDoubtOverLeave(rest, least, most, cases)
        : inDoubtOverReport(rest, dimension.level, most, cases)
    const found = tried.find(proves)
    if (found) return found
  }
  return undefined
}

function mayBeIn(diagram: Diagram<boolean>, cube: Cube): boolean {
  if (diagram.kind === 'known') return diagram.value
  const state = cube.get(diagram.unknown.level)
  const branches = state === undefined ? diagram.branches : [diagram.branches[state] as Diagram<boolean>]
  return branches.some((branch) => mayBeIn(branch, cube))
}

/** Two spells of which nobody knows whether they are one case: the gap between them may have been leave. */
function inDoubtOverLeave(rest: Cube, earlier: Day, later: Day, cases: AllCases): readonly Snapshot[] {
  const kindOf = (level: number) => cases.dimensions.get(level)?.kind
  const found = realiseCase(new Map([...rest].filter(([level]) => kindOf(level) !== 'reports')), cases)
  const [side] = cases.sides
  if (!found || !side) return []
  const gap = mergingRules(side.policy).mergeWithin
  const recovered = later - gap
  const first = recovered - (later - earlier)
  const both = [{ firstDay: formatDay(first), recoveredOn: formatDay(recovered) }, { firstDay: formatDay(later) }]
  const asked = [...rest].find(([level]) => kindOf(level) === 'reports')
  const reports = asked && (cases.dimensions.get(asked[0])?.states[asked[1]] as number)
  // Too far apart to be one case, once it is known that only the last gap was leave.
  const before = Array.from({ length: Math.max(0, (reports ?? 0) - both.length) }, (_, index) => {
    const day = first - (index + 1) * (gap + 1)
    return { firstDay: formatDay(day), recoveredOn: formatDay(day + 1) }
  }).reverse()
  const leaves = [{ from: formatDay(recovered), until: formatDay(later - 1) }]
  return [
    { ...found, absence: { ...found.absence, spells: both } },
    { ...found, absence: { ...found.absence, spells: [...before, ...both], leaves } },
  ]
}

/** The most reports that there can be, of which the first may be related to pregnancy. */
function inDoubtOverReport(rest: Cube, level: number, most: number, cases: AllCases): readonly Snapshot[] {
  const state = cases.dimensions.get(level)?.states.indexOf(most) ?? -1
  const found = realiseCase(new Map([...rest, [level, state]]), cases)
  const spells = found?.absence?.spells
  if (!found || !Array.isArray(spells)) return []
  const at = spells.findIndex(({ notCounted }) => notCounted === undefined)
  const marked = spells.map((spell, index) => (index === at ? { ...spell, notCounted: UNKNOWN } : spell))
  return [{ ...found, absence: { ...found.absence, spells: marked } } as Snapshot]
}
