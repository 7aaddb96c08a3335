import { addDuration, type Day, formatDay } from '../../core/calendar/day'
import { type Diagram, isKnown, type Value } from '../../core/diagram/diagram'
import { compare } from '../../core/evaluate/outcome'
import type { Leaf } from '../../core/rules/document'
import { lengthOf } from '../../core/rules/length'
import { mergingRules, type Policy, type PolicyOverrides, parameterIn } from '../../core/rules/policy'
import { type Expanded, type Rule, type RuleSet, thresholdOf } from '../../core/rules/rule-set'
import { UNKNOWN } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import type { AllCases } from '../check/all-cases'
import { isNever } from '../check/claim'
import type { Cube } from '../check/dimension'
import { policyOf } from '../check/policy-of'
import { realiseCase } from '../check/realise-case'
import { smallestCube } from '../check/smallest-cube'
import { findWitness } from '../check/witness'
import { type World, worldOn } from '../check/world'
import { type SeenCase, shows, tryCase } from '../coverage/coverage'
import { decidersOf, type Goal, goalsOf } from '../coverage/goal'
import {
  casesFor,
  type Doubt,
  type GoalCases,
  ruleDiagramWith,
  type Sight,
  sightIn,
  sightOn,
} from '../coverage/goal-cases'
import { widerPoliciesFor } from '../coverage/impossible-goals'

/** A case next to which a rule turns: at the mark of a comparison or just short of it, on either side of a window. */
export type Boundary =
  | { readonly kind: 'mark'; readonly rule: Rule; readonly leaf: Leaf; readonly meets: boolean }
  | { readonly kind: 'window'; readonly rule: Rule; readonly day: WindowDay }

/** Days beside the ends of a window. */
export const WINDOW_DAYS = ['day-short', 'first-day', 'last-day', 'day-past'] as const
export type WindowDay = (typeof WINDOW_DAYS)[number]

const ORDERED: ReadonlySet<string> = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])

export function boundariesOf(rule: Rule): readonly Boundary[] {
  const breakpoints = decidersOf(rule).flatMap((leaf): Boundary[] => {
    if (leaf === 'window' || !ORDERED.has(leaf.operator)) return []
    return [false, true].map((meets) => ({ kind: 'mark', rule, leaf, meets }))
  })
  // A window of today's has no days beside it.
  const isDated = rule.timing !== undefined && rule.timing.anchor !== 'asOf'
  const days = isDated ? WINDOW_DAYS.map((day): Boundary => ({ kind: 'window', rule, day })) : []
  return [...breakpoints, ...days]
}

/** What is seen of one case, or of every case on a day. */
export interface BoundarySight extends Sight {
  readonly asOf: Day
  readonly policy: Policy
  fact(id: string): Diagram<Value>
}

/** True in the cases that stand on a boundary while the rest of the rule is met. */
export function onBoundary(boundary: Boundary, sight: BoundarySight): Diagram<boolean> {
  const { diagrams, policy, asOf, fact } = sight
  const { rule } = boundary
  if (boundary.kind === 'window') {
    const { timing } = rule
    if (!timing) return diagrams.known(false)
    const at = (day: Value): boolean => {
      if (typeof day !== 'number') return false
      const from = addDuration(day, lengthOf(timing.from, policy))
      const until = addDuration(day, lengthOf(timing.until, policy))
      const days = { 'day-short': from - 1, 'first-day': from, 'last-day': until, 'day-past': until + 1 }
      return days[boundary.day] === asOf
    }
    return diagrams.all([sight.holds(rule.when), diagrams.map(fact(timing.anchor), at)])
  }
  const { leaf, meets } = boundary
  const threshold = thresholdOf(leaf, policy)
  const is = (value: number): boolean => compare(leaf.operator, value, threshold)
  const isNext = (value: Value): boolean =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    is(value) === meets &&
    (is(value - 1) !== meets || is(value + 1) !== meets)
  return diagrams.all([
    diagrams.map(fact(leaf.fact), isNext),
    ruleDiagramWith(rule, leaf, true, sight),
    diagrams.not(ruleDiagramWith(rule, leaf, false, sight)),
  ])
}

/** What a fixture is written for. */
export type Aim =
  | { readonly kind: 'goal'; readonly rule: Rule; readonly goal: Exclude<Goal, { readonly kind: 'services' }> }
  | { readonly kind: 'boundary'; readonly rule: Rule; readonly boundary: Boundary }

/** Boundaries first: they often show what decides a rule on the way. */
export function aimsFor(rule: Rule, ruleSet: RuleSet): readonly Aim[] {
  const goals = goalsOf(ruleSet).flatMap((goal): Aim[] =>
    goal.kind !== 'services' && goal.rule === rule ? [{ kind: 'goal', rule, goal }] : [],
  )
  const isOfConditions = (aim: Aim): boolean => aim.kind === 'goal' && aim.goal.kind === 'conditions'
  return [
    ...boundariesOf(rule).map((boundary): Aim => ({ kind: 'boundary', rule, boundary })),
    ...goals.filter(isOfConditions),
    ...goals.filter((aim) => !isOfConditions(aim)),
  ]
}

/** Whether a case shows what is aimed at. */
export function isShown(aim: Aim, seen: SeenCase): boolean {
  if (aim.kind === 'goal') return shows(seen, aim.goal)
  const { judgement } = seen
  const { facts, opened, policy } = judgement
  const sight = { ...sightIn(judgement), fact: facts.fact, asOf: opened.asOf, policy }
  return isKnown(onBoundary(aim.boundary, sight), true)
}

/** In which of all cases it is shown. Of a count of weeks or months, on the very day on which it turns where there is one. */
export function casesAimedAt(aim: Aim, world: World): readonly GoalCases[] {
  if (aim.kind === 'goal') return casesFor(aim.goal, world)
  const { cases, facts } = world
  const sight = { ...sightOn(world), fact: facts.fact, asOf: cases.asOf, policy: facts.policy }
  const on = onBoundary(aim.boundary, sight)
  const exact = aim.boundary.kind === 'mark' ? onTheDay(on, facts.holds(aim.boundary.leaf), world) : on
  return [{ shownBy: exact }, { shownBy: on }]
}

/** Numbers that cases are to be tried with: those next to the mark of a boundary. */
export function marksBeside(aim: Aim, policy: Policy): readonly Expanded[] {
  if (aim.kind === 'goal' || aim.boundary.kind !== 'mark') return []
  const { leaf } = aim.boundary
  const threshold = thresholdOf(leaf, policy)
  if (typeof threshold !== 'number' || parameterIn(leaf.fact) !== undefined) return []
  return [threshold - 1, threshold + 1].map((value) => ({ fact: leaf.fact, operator: 'equal', value }))
}

/** Where the day before or after would turn the comparison. */
function onTheDay(on: Diagram<boolean>, met: Diagram<boolean>, { cases }: World): Diagram<boolean> {
  if (met.kind !== 'split') return on
  const { diagrams } = cases
  const states = cases.dimensions.get(met.unknown.level)?.states ?? []
  const turns = met.branches.map((branch, state) => {
    const day = states[state]
    return states.some(
      (other, at) =>
        typeof day === 'number' &&
        typeof other === 'number' &&
        Math.abs(day - other) === 1 &&
        met.branches[at] !== branch,
    )
  })
  return diagrams.all([
    on,
    diagrams.split(
      met.unknown,
      turns.map((turn) => diagrams.known(turn)),
    ),
  ])
}

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

export interface FoundCase {
  readonly snapshot: Snapshot
  /** Where it takes other values than those in force. */
  readonly policy: PolicyOverrides
}

/** A smallest case that shows what is aimed at, run before it is given; undefined when none was found. */
export function findCase(aim: Aim, ruleSet: RuleSet, asOf: Day, inForce: PolicyOverrides = {}): FoundCase | undefined {
  for (const policy of widerPoliciesFor(aim.rule, ruleSet, inForce)) {
    const values = policyOf(ruleSet, policy)
    for (const reach of ['longest-case', 'any'] as const) {
      const world = worldOn(ruleSet, values, asOf, reach, marksBeside(aim, values))
      const proves = (snapshot: Snapshot): boolean => {
        const seen = tryCase(snapshot, { ruleSet, policy })
        return seen !== undefined && isShown(aim, seen)
      }
      for (const { shownBy, doubt } of casesAimedAt(aim, world)) {
        if (isNever(shownBy)) continue
        const snapshot = doubt
          ? caseInDoubt(shownBy, doubt, world.cases, proves)
          : findWitness(shownBy, world.cases, proves)
        if (snapshot) return { snapshot, policy }
      }
    }
  }
  return undefined
}
