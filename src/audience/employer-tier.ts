import type { Case } from '../case/case'
import { factsOf } from '../rule-set/facts-of'
import type { RuleSet } from '../rule-set/rule-set'

/** The case as the employer may know it: every medical-tier fact unanswered (PR-01 to PR-09). */
export function employerCase(opened: Case, ruleSet: RuleSet): Case {
  return {
    ...opened,
    answers: new Map([...opened.answers].filter(([id]) => factsOf(ruleSet).get(id)?.tier === 'employer')),
    leaves: opened.leaves?.map((leave) => ({ ...leave, sameCause: undefined })),
  }
}

export const isMedical = (fact: string, ruleSet: RuleSet): boolean => factsOf(ruleSet).get(fact)?.tier === 'medical'
