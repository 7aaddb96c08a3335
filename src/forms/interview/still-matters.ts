import { memo, perRuleSet } from '../../core/cache'
import type { RuleSet } from '../../core/rules/rule-set'
import { basesOf, type FactUse, usesIn } from '../form/fact-uses'
import { type Part, partsOf } from './condition-part'
import type { Truth } from './truth'

/**
 * Whether anything still turns on an answer that was given: some rule, need, window, deadline or checklist that the
 * other answers leave undecided without it. Each comparison counts by itself, so that an answer may be kept as one
 * that matters where it does not; one that is said not to matter never does.
 */
export function turningOn(truth: Truth, ruleSet: RuleSet): (fact: string) => boolean {
  const uses = usesByFact(ruleSet)
  return (fact) => uses(fact).some((use) => turnsOn(use, truth))
}

/** A place where the advice can turn on a fact. */
interface UseOfFact {
  readonly gates: readonly (readonly Part[])[]
  /** Those that read the fact. */
  readonly conditions: readonly Part[]
  /** The fact is read in any case. */
  readonly always: boolean
  /** The comparisons that read the fact, and every group that one of these is in. */
  readonly reading: ReadonlySet<Part>
}

/** The places where the advice can turn on a fact, before anything is answered. */
const usesByFact = perRuleSet((ruleSet: RuleSet) =>
  memo((fact: string): readonly UseOfFact[] =>
    usesIn(ruleSet)
      .map((use) => useOfFact(fact, use, ruleSet))
      .filter(({ always, conditions }) => always || conditions.length > 0),
  ),
)

function useOfFact(fact: string, use: FactUse, ruleSet: RuleSet): UseOfFact {
  const partOf = partsOf(ruleSet)
  const gates = use.gates.map((gate) => gate.map(partOf))
  const conditions = use.conditions.map(partOf)
  const reading = new Set<Part>()
  const look = (part: Part): void => {
    if (part.kind !== 'comparison') part.members.forEach(look)
    if (part.leaves.some((leaf) => basesOf(leaf.fact).includes(fact))) reading.add(part)
  }
  for (const part of [...conditions, ...gates.flat()]) look(part)
  return {
    gates,
    conditions: conditions.filter((part) => reading.has(part)),
    always: use.facts.includes(fact),
    reading,
  }
}

function turnsOn({ gates, conditions, always, reading }: UseOfFact, truth: Truth): boolean {
  /** Whether a condition can come out so when the answer in question is taken away. */
  const canBe = (part: Part, wanted: boolean): boolean => {
    if (!reading.has(part)) return truth(part) !== !wanted
    if (part.kind === 'comparison' || truth(part) === wanted) return true
    return part.members[wanted === (part.kind === 'all') ? 'every' : 'some']((member) => canBe(member, wanted))
  }
  /** Whether it can tip a condition: one of the members turns, and none of the others settles the group. */
  const turns = (part: Part): boolean => {
    if (!reading.has(part)) return false
    if (part.kind === 'comparison') return true
    const neutral = part.kind === 'all'
    return part.members.some(
      (member) => turns(member) && part.members.every((other) => other === member || canBe(other, neutral)),
    )
  }
  if (!gates.every((gate) => gate.some((part) => canBe(part, true)))) return false
  return always || conditions.some(turns)
}
