import { type Diagram, isKnown } from '../../core/diagram/diagram'
import { type Policy, parameterIn } from '../../core/rules/policy'
import { type Expanded, type Rule, type RuleSet, thresholdOf } from '../../core/rules/rule-set'
import type { World } from '../check/world'
import type { Goal } from '../coverage/goal'
import { casesFor, type GoalCases } from '../coverage/goal-cases'
import { goalsOf } from '../coverage/goals-of'
import { sightIn, sightOn } from '../coverage/rule-diagram'
import { type SeenCase, shows } from '../coverage/seen-in'
import { type Boundary, boundariesOf, onBoundary } from './boundary'

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
