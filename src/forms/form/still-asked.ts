import { compare } from '../../core/evaluate/compare'
import type { Leaf } from '../../core/rules/document'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { basesOf, type FactUse, usesIn } from './fact-uses'

/** One fact with a value that is known. */
interface Known {
  readonly fact: string
  readonly value: string | boolean
}

/**
 * Whether anything in the rule set can still turn on a fact once another has this value: a recommendation, a deadline,
 * a word. Every other comparison counts as free, so "no" holds for every snapshot, every day and every policy.
 */
export function canMatter(fact: string, known: Known, ruleSet: RuleSet): boolean {
  return usesIn(ruleSet).some((use) => factsLeft(use, known).has(fact))
}

/** The facts that a rule set can use, whatever is answered. */
export const factsUsed = (ruleSet: RuleSet): ReadonlySet<string> =>
  new Set(usesIn(ruleSet).flatMap((use) => [...factsLeft(use)]))

function factsLeft({ gates, conditions, facts }: FactUse, known?: Known): ReadonlySet<string> {
  const isPossible = (condition: Expanded): boolean => readIn(condition, known) !== undefined
  if (!gates.every((gate) => gate.some(isPossible))) return new Set()
  return new Set([...facts, ...conditions.flatMap((condition) => readIn(condition, known) ?? [])])
}

/**
 * The facts behind the comparisons that can still help a condition to be met; undefined when it cannot be. A member
 * that is met for certain does not silence the others: each that is met is told as a reason.
 */
function readIn(condition: Expanded, known: Known | undefined): readonly string[] | undefined {
  if ('all' in condition) {
    const members = condition.all.map((member) => readIn(member, known))
    return members.includes(undefined) ? undefined : members.flatMap((facts) => facts ?? [])
  }
  if ('any' in condition) {
    const members = condition.any.map((member) => readIn(member, known)).filter((facts) => facts !== undefined)
    return members.length === 0 ? undefined : members.flat()
  }
  return isMissed(condition, known) ? undefined : basesOf(condition.fact)
}

const isMissed = ({ fact, operator, value }: Leaf, known: Known | undefined): boolean =>
  fact === known?.fact && !(typeof value === 'object' && 'fact' in value) && !compare(operator, known.value, value)
