import { memo } from '../facts/memo'
import { basesOf, type FactUse, usesIn } from '../form/fact-uses'
import { perRuleSet } from '../rule-set/per-rule-set'
import { type Expanded, leavesOf, type RuleSet } from '../rule-set/rule-set'
import type { Truth } from './truth'

/**
 * Whether anything still turns on an answer that was given: some rule, need, window, deadline or checklist that the
 * other answers leave undecided without it. Each comparison counts by itself, so that an answer may be kept as one
 * that matters where it does not; one that is said not to matter never does.
 */
export function turningOn(truth: Truth, ruleSet: RuleSet): (fact: string) => boolean {
  const uses = usesByFact(ruleSet)
  return (fact) => uses(fact).some(({ use, reads }) => turnsOn(fact, use, reads, truth))
}

/** A place where the advice can turn on a fact, and the comparisons in it that read the fact. */
interface UseOfFact {
  readonly use: FactUse
  readonly reads: ReadonlySet<Expanded>
}

/** The places where the advice can turn on a fact, before anything is answered. */
const usesByFact = perRuleSet((ruleSet: RuleSet) =>
  memo((fact: string): readonly UseOfFact[] =>
    usesIn(ruleSet).flatMap((use) => {
      const leaves = [...use.conditions, ...use.gates.flat()].flatMap(leavesOf)
      const reads = new Set<Expanded>(leaves.filter((leaf) => basesOf(leaf.fact).includes(fact)))
      const inConditions = use.conditions.some((condition) => leavesOf(condition).some((leaf) => reads.has(leaf)))
      return inConditions || use.facts.includes(fact) ? [{ use, reads }] : []
    }),
  ),
)

function turnsOn(
  fact: string,
  { gates, conditions, facts }: FactUse,
  reads: ReadonlySet<Expanded>,
  truth: Truth,
): boolean {
  /** Whether a condition can come out so when the answer in question is taken away. */
  const canBe = (condition: Expanded, wanted: boolean): boolean => {
    if (reads.has(condition) || truth(condition) === wanted) return true
    if ('all' in condition) return condition.all[wanted ? 'every' : 'some']((member) => canBe(member, wanted))
    if ('any' in condition) return condition.any[wanted ? 'some' : 'every']((member) => canBe(member, wanted))
    return truth(condition) === undefined
  }
  /** Whether it can tip a condition: one of the members turns, and none of the others settles the group. */
  const turns = (condition: Expanded): boolean => {
    if (!('all' in condition) && !('any' in condition)) return reads.has(condition)
    const [members, neutral] = 'all' in condition ? [condition.all, true] : [condition.any, false]
    return members.some(
      (member) => turns(member) && members.every((other) => other === member || canBe(other, neutral)),
    )
  }
  if (!gates.every((gate) => gate.some((condition) => canBe(condition, true)))) return false
  return facts.includes(fact) || conditions.some(turns)
}
