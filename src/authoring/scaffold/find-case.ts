import type { Day } from '../../core/calendar/day'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { isNever } from '../check/claim'
import { policyOf } from '../check/policy-of'
import { findWitness } from '../check/witness'
import { worldOn } from '../check/world'
import { tryCase } from '../coverage/coverage-of'
import { widerPoliciesFor } from '../coverage/other-policies'
import { type Aim, casesAimedAt, isShown, marksBeside } from './aim'
import { caseInDoubt } from './case-in-doubt'

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
