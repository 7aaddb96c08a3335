import { memo } from '../../core/cache'
import type { Day } from '../../core/calendar/day'
import type { Diagram } from '../../core/diagram/diagram'
import type { Condition } from '../../core/rules/document'
import { type Policy, parameterIn } from '../../core/rules/policy'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { type AllCases, casesUnder, openCases } from './all-cases'
import type { CaseFacts } from './case-facts'
import type { Reach } from './case-states'
import type { Scope } from './condition-parts'
import { type RuleCases, ruleCases } from './rule-cases'

/** Every case on one day, and in which of them the rules and the parts of their conditions are met. */
export interface World {
  readonly cases: AllCases
  readonly facts: CaseFacts
  readonly rules: RuleCases
  /**
   * A condition as written, with `replaced` in the place of one of its parts. A comparison of policy
   * values counts as met: it is the same in every case, and for an organisation to set.
   */
  written(condition: Condition, scope: Scope, replaced?: Replaced): Diagram<boolean>
}

export interface Replaced {
  readonly part: Condition
  readonly by: boolean
}

/** @param besides Conditions that are asked about and that are none of the rule set's own. */
export function worldOn(
  ruleSet: RuleSet,
  policy: Policy,
  asOf: Day,
  reach: Reach,
  besides: readonly Expanded[] = [],
): World {
  const cases = openCases([casesUnder(ruleSet, policy, besides)], asOf, reach)
  const [facts] = cases.sides as [CaseFacts]
  return { cases, facts, rules: ruleCases(facts), written: writtenIn(facts) }
}

function writtenIn(facts: CaseFacts): World['written'] {
  const { diagrams } = facts
  const evaluate = (
    condition: Condition,
    scope: Scope,
    replaced: Replaced | undefined,
    known: (condition: Condition) => Diagram<boolean>,
  ): Diagram<boolean> => {
    if (condition === replaced?.part) return diagrams.known(replaced.by)
    if ('all' in condition) return diagrams.all(condition.all.map(known))
    if ('any' in condition) return diagrams.any(condition.any.map(known))
    if ('condition' in condition) return known(scope.conditions?.[condition.condition] as Condition)
    return parameterIn(condition.fact) === undefined ? facts.holds(condition) : diagrams.known(true)
  }
  const whole = memo((scope: Scope) => {
    const known = memo((condition: Condition): Diagram<boolean> => evaluate(condition, scope, undefined, known))
    return known
  })
  return (condition, scope, replaced) => {
    if (!replaced) return whole(scope)(condition)
    const known = memo((part: Condition): Diagram<boolean> => evaluate(part, scope, replaced, known))
    return known(condition)
  }
}
