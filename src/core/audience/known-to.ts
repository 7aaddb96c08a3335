import type { Audience } from '../advice'
import { perRuleSet } from '../cache'
import { answersUnder } from '../case/answers'
import type { Answer, Case } from '../case/case'
import { factsOf } from '../rules/facts-of'
import type { RuleSet } from '../rules/rule-set'

/**
 * The case as its reader may know it: the one place where the employer's case is made. For the employer every
 * medical-tier fact is "none of this reader's business" (null), which meets no comparison: no medical rule speaks, holds
 * or withdraws, nothing of it is open, and two cases with the same employer-tier facts are the same from here on.
 */
export function knownTo(audience: Audience, opened: Case, ruleSet: RuleSet): Case {
  if (audience === 'full') return opened
  const { slots, given } = answersUnder(opened.answers, ruleSet.facts)
  const medical = medicalSlots(ruleSet)
  return {
    ...opened,
    answers: { slots, given: given.map((answer, slot) => (medical[slot] ? NOT_THEIRS : answer)) },
    raised: opened.raised.filter(({ tier }) => tier === 'employer'),
  }
}

const NOT_THEIRS: Answer = { state: 'known', value: null, option: -1 }

/** By slot: the slots of a rule set are its facts, in their order. */
const medicalSlots = perRuleSet((ruleSet: RuleSet): readonly boolean[] =>
  [...factsOf(ruleSet).values()].map(({ tier }) => tier === 'medical'),
)
