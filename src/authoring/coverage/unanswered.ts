import type { AllCases } from '../check/all-cases'
import type { Dimension } from '../check/dimension'
import type { Diagram, Diagrams, Value } from '../../core/diagram/diagram'

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

function answerOf(dimension: Dimension | undefined): string | undefined {
  if (!dimension) return undefined
  if (dimension.kind === 'first-day' || dimension.kind === 'reports') return SPELLS
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
