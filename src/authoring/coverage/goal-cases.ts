import { isNever } from '../check/claim'
import type { World } from '../check/world'
import type { Diagram } from '../../core/diagram/diagram'
import type { Rule } from '../../core/rules/rule-set'
import { decodeWindow, stateOf } from '../../core/time/window'
import type { Goal } from './goal'
import { decider, ruleDiagram, ruleDiagramWith, sightOn } from './rule-diagram'
import { targetsOf } from './targets-of'
import { answersIn, forSome, type OneAnswer, type Range, SPELLS, whatever } from './unanswered'

/** Cases that show a goal. */
export interface GoalCases {
  readonly shownBy: Diagram<boolean>
  /** What must not be answered. */
  readonly leftOut?: OneAnswer
  /** Spells that are answered, and still leave in doubt on which day the illness began, or how many reports count. */
  readonly doubt?: Doubt
}

export interface Doubt {
  readonly about: 'first-day' | 'reports'
  /** One end of the doubt lies in the first, the other in the second. */
  readonly ends: readonly [Diagram<boolean>, Diagram<boolean>]
}

/**
 * In which cases a goal is shown, each time with one answer left out where it takes an answer that is not known. No
 * case shows it when all of them are never true: what is not known can be narrowed down to one answer that still
 * decides, since on the way from one outcome to the other some single answer turns it.
 */
export function casesFor(goal: Goal, world: World): readonly GoalCases[] {
  const { cases, facts, rules } = world
  const { diagrams } = cases
  const sight = sightOn(world)
  const known = (shownBy: Diagram<boolean>): readonly GoalCases[] => [{ shownBy }]
  switch (goal.kind) {
    case 'rules': {
      const met = ruleDiagram(goal.rule, sight)
      if (goal.state === 'open') return undecided(met, diagrams.known(true), world)
      return known(goal.state === 'met' ? met : diagrams.not(met))
    }
    case 'conditions': {
      const own = decider(goal, sight)
      const met = ruleDiagram(goal.rule, sight)
      const otherwise = (as: boolean) => ruleDiagramWith(goal.rule, goal.decider, as, sight)
      if (goal.state === 'true') return known(diagrams.all([own, met, diagrams.not(otherwise(false))]))
      if (goal.state === 'false') return known(diagrams.all([diagrams.not(own), diagrams.not(met), otherwise(true)]))
      const same = diagrams.combine(met, own, isSame)
      return answersIn(own, cases).flatMap((answer) => openBy(answer, own, same, world))
    }
    case 'services': {
      const { service, state } = goal
      const isSo = (window: number | null): boolean =>
        window !== null && (state === 'reached' || stateOf(decodeWindow(window), facts.asOf) === state)
      return known(diagrams.map(rules.recommended(service.id), isSo))
    }
    case 'holds': {
      const held = ruleDiagram(goal.rule, sight)
      const recommended = diagrams.any(servicesOf(goal.rule).map((id) => diagrams.map(rules.recommended(id), isWindow)))
      return goal.state === 'certain' ? known(diagrams.all([held, recommended])) : undecided(held, recommended, world)
    }
    case 'waivers': {
      const waived = ruleDiagram(goal.rule, sight)
      const speaking = diagrams.any(targetsOf(goal.rule, facts.ruleSet).map((rule) => ruleDiagram(rule, sight)))
      return goal.state === 'certain' ? known(diagrams.all([waived, speaking])) : undecided(waived, speaking, world)
    }
  }
}

const isSame = (one: boolean, other: boolean): boolean => one === other
const isWindow = (window: number | null): boolean => window !== null
const servicesOf = ({ event }: Rule): readonly string[] => ('services' in event.params ? event.params.services : [])

/** Open while something else is so whatever the answer; or else with nothing answered, where it may still be so. */
function undecided(open: Diagram<boolean>, beside: Diagram<boolean>, world: World): readonly GoalCases[] {
  const blank = open.kind === 'split' && !isNever(beside) ? [{ shownBy: world.cases.diagrams.known(true) }] : []
  return [...answersIn(open, world.cases).flatMap((answer) => openBy(answer, open, beside, world)), ...blank]
}

/** Cases in which something is open by one answer, while something else is so with each of the values it can have. */
function openBy(
  leftOut: OneAnswer,
  open: Diagram<boolean>,
  always: Diagram<boolean>,
  { cases }: World,
): readonly GoalCases[] {
  const { diagrams, dimensions } = cases
  const { fact, levels } = leftOut
  const ends = [diagrams.all([open, always]), diagrams.all([diagrams.not(open), always])] as const
  const between = (range: Range): Diagram<boolean> => diagrams.all(ends.map((end) => forSome(end, range, diagrams)))
  const all = { shownBy: diagrams.all([whatever(always, leftOut, diagrams), between({ levels })]), leftOut }
  if (fact !== SPELLS) return [all]
  const ofKind = (kind: string): ReadonlySet<number> =>
    new Set([...levels].filter((level) => dimensions.get(level)?.kind === kind))
  // Whoever has spells that go on is absent, whatever the first day of them.
  const includes = (level: number, state: number): boolean => dimensions.get(level)?.states[state] !== null
  return [
    all,
    { shownBy: between({ levels: ofKind('first-day'), includes }), doubt: { about: 'first-day', ends } },
    { shownBy: between({ levels: ofKind('reports') }), doubt: { about: 'reports', ends } },
  ]
}
