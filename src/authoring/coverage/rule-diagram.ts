import type { World } from '../check/world'
import type { Judgement } from '../../core/evaluate/judgement'
import type { Diagram, Forest } from '../../core/diagram/diagram'
import type { Expanded, Rule } from '../../core/rules/rule-set'
import { exists } from '../../core/time/window'
import type { Decider } from './goal'
import { mayLackWindow } from './goals-of'

/** Every case on a day, and what the rules make of it. */
export type RuledCases = Pick<World, 'cases' | 'facts' | 'rules'>

/** What conditions and windows come to: in one case with its answers, or in every case that there is. */
export interface Sight {
  readonly forest: Forest
  holds(condition: Expanded): Diagram<boolean>
  window(rule: Rule): Diagram<number | null>
}

export const sightIn = ({ facts, holds, window }: Judgement): Sight => ({ forest: facts.forest, holds, window })
export const sightOn = ({ cases, facts, rules }: RuledCases): Sight => ({
  forest: cases.forest,
  holds: facts.holds,
  window: rules.window,
})

interface Deciding {
  readonly rule: Rule
  readonly decider: Decider
}

/** True where a comparison is met, or where there is a window. */
export const decider = ({ rule, decider: one }: Deciding, { forest, holds, window }: Sight): Diagram<boolean> =>
  one === 'window' ? forest.map(window(rule), exists) : holds(one)

/** True where a rule is met, with its window. */
export function ruleDiagram(rule: Rule, sight: Sight): Diagram<boolean> {
  const when = sight.holds(rule.when)
  return mayLackWindow(rule) ? sight.forest.all([when, decider({ rule, decider: 'window' }, sight)]) : when
}

/** The same if one thing that decides were as given, and all else as it is. */
export function ruleDiagramWith(rule: Rule, one: Decider, as: boolean, sight: Sight): Diagram<boolean> {
  const { forest, holds } = sight
  const text = JSON.stringify(one)
  const visit = (condition: Expanded): Diagram<boolean> => {
    if ('all' in condition) return forest.all(each(condition.all))
    if ('any' in condition) return forest.any(each(condition.any))
    return JSON.stringify(condition) === text ? forest.known(as) : holds(condition)
  }
  /** One by one: what decides a group ends it. */
  function* each(members: readonly Expanded[]): Generator<Diagram<boolean>> {
    for (const member of members) yield visit(member)
  }
  if (one === 'window') return as ? holds(rule.when) : forest.known(false)
  const window = mayLackWindow(rule) ? [decider({ rule, decider: 'window' }, sight)] : []
  return forest.all([...window, visit(rule.when)])
}
