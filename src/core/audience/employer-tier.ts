import { answersUnder } from '../case/answers'
import type { Case } from '../case/case'
import { factsOf } from '../rules/facts-of'
import { perRuleSet } from '../rules/per-rule-set'
import type { RuleSet } from '../rules/rule-set'

/** The case as the employer may know it: every medical-tier fact unanswered (PR-01 to PR-09). */
export function employerCase(opened: Case, ruleSet: RuleSet): Case {
  const { slots, given } = answersUnder(opened.answers, ruleSet.facts)
  const known = knownToEmployer(ruleSet)
  return {
    asOf: opened.asOf,
    answers: { slots, given: given.map((answer, slot) => (known[slot] === true ? answer : undefined)) },
    spells: opened.spells,
    leaves: opened.leaves,
    services: opened.services,
    raised: opened.raised.filter(({ tier }) => tier === 'employer'),
    physician: opened.physician,
  }
}

export const isMedical = (fact: string, ruleSet: RuleSet): boolean => factsOf(ruleSet).get(fact)?.tier === 'medical'

/** By slot: the slots of a rule set are its facts, in their order. */
const knownToEmployer = perRuleSet((ruleSet): readonly boolean[] =>
  [...factsOf(ruleSet).values()].map(({ tier }) => tier === 'employer'),
)
