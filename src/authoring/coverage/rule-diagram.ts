import type { World } from '../check/world'
import type { Judgement } from '../../core/evaluate/settle'
import type { Diagram, Diagrams } from '../../core/diagram/diagram'
import type { Expanded, Rule } from '../../core/rules/rule-set'
import { exists } from '../../core/time/window'
import type { Decider } from './goal'
import { mayLackWindow } from './goals-of'

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
