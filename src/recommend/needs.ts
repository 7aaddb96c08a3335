import type { Judgement } from '../evaluate/judgement'
import type { Diagram, Value } from '../facts/diagram'
import type { Need } from '../rule-set/rule-set'

/** True in the completions in which a need is in place. */
export const needDiagram = (need: Need, { facts }: Judgement): Diagram<boolean> =>
  facts.forest.map(facts.fact(need.fact), isTrue)

const isTrue = (value: Value): boolean => value === true
