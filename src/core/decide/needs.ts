import type { Diagram, Value } from '../diagram/diagram'
import type { Judgement } from '../evaluate/judgement'
import { perRuleSet } from '../rules/per-rule-set'
import type { Need, RuleSet } from '../rules/rule-set'

/** True in the completions in which a need is in place. */
export const needDiagram = (need: Need, { facts }: Judgement): Diagram<boolean> =>
  facts.forest.map(facts.fact(need.fact), isTrue)

/** The same by the place of a need in the rule set, for one service after another of a case. */
export function needsOf(judgement: Judgement): (place: number) => Diagram<boolean> {
  const needs = needsIn(judgement.ruleSet)
  const inPlace: Diagram<boolean>[] = []
  return (place) => {
    const found = inPlace[place] ?? needDiagram(needs[place] as Need, judgement)
    inPlace[place] = found
    return found
  }
}

const needsIn = perRuleSet(({ needs }: RuleSet): readonly Need[] => [...needs.values()])

const isTrue = (value: Value): boolean => value === true
