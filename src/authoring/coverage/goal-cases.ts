import type { World } from '../check/world'
import type { Judgement } from '../../core/evaluate/settle'
import type { Diagram, Diagrams, Value } from '../../core/diagram/diagram'
import type { Expanded, Rule } from '../../core/rules/rule-set'
import { decodeWindow, exists, stateOf } from '../../core/time/window'
import { type Decider, type Goal, mayLackWindow, targetsOf } from './goal'
import type { AllCases } from '../check/all-cases'
import type { Dimension } from '../check/dimension'
import { isNever } from '../check/claim'

/** Every case on a day, and what the rules make of it. */
export type RuledCases = Pick<World, 'cases' | 'facts' | 'rules'>

/** What conditions and windows come to: in one case with its answers, or in every case that there is. */
export interface Sight {
  readonly diagrams: Diagrams
  holds(condition: Expanded): Diagram<boolean>
  window(rule: Rule): Diagram<number | null>
}

export const sightIn = ({ facts, holds, window }: Judgement): Sight => ({ diagrams: facts.diagrams, holds, window })
export const sightOn = ({ cases, facts, rules }: RuledCases): Sight => ({
  diagrams: cases.diagrams,
  holds: facts.holds,
  window: rules.window,
})

interface Deciding {
  readonly rule: Rule
  readonly decider: Decider
}

/** True where a comparison is met, or where there is a window. */
export const decider = ({ rule, decider: one }: Deciding, { diagrams, holds, window }: Sight): Diagram<boolean> =>
  one === 'window' ? diagrams.map(window(rule), exists) : holds(one)

/** True where a rule is met, with its window. */
export function ruleDiagram(rule: Rule, sight: Sight): Diagram<boolean> {
  const when = sight.holds(rule.when)
  return mayLackWindow(rule) ? sight.diagrams.all([when, decider({ rule, decider: 'window' }, sight)]) : when
}

/** The same if one thing that decides were as given, and all else as it is. */
export function ruleDiagramWith(rule: Rule, one: Decider, as: boolean, sight: Sight): Diagram<boolean> {
  const { diagrams, holds } = sight
  const text = JSON.stringify(one)
  const visit = (condition: Expanded): Diagram<boolean> => {
    if ('all' in condition) return diagrams.all(each(condition.all))
    if ('any' in condition) return diagrams.any(each(condition.any))
    return JSON.stringify(condition) === text ? diagrams.known(as) : holds(condition)
  }
  /** One by one: what decides a group ends it. */
  function* each(members: readonly Expanded[]): Generator<Diagram<boolean>> {
    for (const member of members) yield visit(member)
  }
  if (one === 'window') return as ? holds(rule.when) : diagrams.known(false)
  const window = mayLackWindow(rule) ? [decider({ rule, decider: 'window' }, sight)] : []
  return diagrams.all([...window, visit(rule.when)])
}

/** What one answer gives that a case can leave out: the levels of its dimensions. */
export interface OneAnswer {
  readonly fact: string
  readonly levels: ReadonlySet<number>
}

/** Spells of illness give both the first day and the number of reports. */
export const SPELLS = 'absence.spells'

/** The answers that a diagram depends on, one at a time. */
export function answersIn(diagram: Diagram<Value>, { dimensions }: AllCases): readonly OneAnswer[] {
  const facts = new Set([...levelsOf(diagram)].flatMap((level) => answerOf(dimensions.get(level)) ?? []))
  return [...facts].map((fact) => ({
    fact,
    levels: new Set([...dimensions.values()].flatMap((one) => (answerOf(one) === fact ? [one.level] : []))),
  }))
}

const FROM_SPELLS: readonly Dimension['kind'][] = ['first-day', 'reports', 'long-spells']

function answerOf(dimension: Dimension | undefined): string | undefined {
  // What was not released is nothing: it is never open.
  if (!dimension || dimension.of.startsWith('physician.')) return undefined
  if (FROM_SPELLS.includes(dimension.kind)) return SPELLS
  return dimension.kind === 'delivery' ? 'process.services' : dimension.of
}

export function levelsOf(diagram: Diagram<Value>): ReadonlySet<number> {
  const [levels, seen] = [new Set<number>(), new Set<Diagram<Value>>()]
  const visit = (at: Diagram<Value>): void => {
    if (at.kind === 'known' || seen.has(at)) return
    seen.add(at)
    levels.add(at.unknown.level)
    at.branches.forEach(visit)
  }
  visit(diagram)
  return levels
}

/** Some levels, and of these the states that count; all of them unless told. */
export interface Range {
  readonly levels: ReadonlySet<number>
  includes?(level: number, state: number): boolean
}

/** True where the diagram is, whatever the answer. */
export const whatever = (diagram: Diagram<boolean>, range: Range, diagrams: Diagrams): Diagram<boolean> =>
  without(diagram, range, diagrams, diagrams.all)

/** True where the diagram is with some answer. */
export const forSome = (diagram: Diagram<boolean>, range: Range, diagrams: Diagrams): Diagram<boolean> =>
  without(diagram, range, diagrams, diagrams.any)

function without(
  diagram: Diagram<boolean>,
  { levels, includes = () => true }: Range,
  diagrams: Diagrams,
  join: (branches: readonly Diagram<boolean>[]) => Diagram<boolean>,
): Diagram<boolean> {
  const done = new Map<Diagram<boolean>, Diagram<boolean>>()
  const visit = (at: Diagram<boolean>): Diagram<boolean> => {
    if (at.kind === 'known') return at
    const found = done.get(at)
    if (found) return found
    const { level } = at.unknown
    const branches = at.branches.map(visit)
    const result = levels.has(level)
      ? join(branches.filter((_, state) => includes(level, state)))
      : diagrams.split(at.unknown, branches)
    done.set(at, result)
    return result
  }
  return visit(diagram)
}

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
  const answers = answersIn(open, world.cases)
  const blank = answers.length > 0 && !isNever(beside) ? [{ shownBy: world.cases.diagrams.known(true) }] : []
  return [...answers.flatMap((answer) => openBy(answer, open, beside, world)), ...blank]
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
