import { perPolicy } from '../cache'
import { type Ground, layGround } from '../facts/derive-facts'
import type { Policy } from '../rules/policy'
import { leavesOf, type RuleSet } from '../rules/rule-set'
import { breakpointsOf, conditionsOf } from './conditions'

/**
 * Nodes and results that one manager may hold before the next case starts a new one: some twelve megabytes. Five times as
 * many were no faster, over 4,000 cases with three facts in ten missing.
 */
const MOST_HELD = 50_000

/** An estimate, measured: a node with its key and its branches, or a result with its key. */
const BYTES_OF_ONE = 240

const current = perPolicy(
  (ruleSet: RuleSet, policy: Policy): { ground: Ground } => ({ ground: freshGround(ruleSet, policy) }),
  ({ ground }) => ground.diagrams.size() * BYTES_OF_ONE,
)

/**
 * Where the facts of cases under this rule set and policy are. What it remembers changes no result.
 *
 * @param budget How many nodes and results one case may add before the advice is no longer exact.
 */
export function groundFor(ruleSet: RuleSet, policy: Policy, budget: number = NODE_BUDGET): Ground {
  const holder = current(ruleSet, policy)
  if (holder.ground.diagrams.size() > MOST_HELD) holder.ground = freshGround(ruleSet, policy)
  holder.ground.diagrams.allow(budget)
  return holder.ground
}

/** What one case may add: more than a hundred times what an empty snapshot takes under the shipped rule set. */
export const NODE_BUDGET = 400_000

const freshGround = (ruleSet: RuleSet, policy: Policy): Ground =>
  layGround(policy, breakpointsOf(ruleSet, policy), ruleSet.facts, ownOrder(ruleSet))

/** How often the order of own facts is made better. */
const ROUNDS = 10

/**
 * Own facts that are read together stand together in diagrams, which keeps these small: each round puts a fact at the
 * average place of the conditions that read it, and a condition at that of its facts (the FORCE heuristic of Aloul,
 * Markov and Sakallah, 2003).
 */
function ownOrder(ruleSet: RuleSet): readonly string[] {
  const own = [...ruleSet.facts.keys()]
  const read = conditionsOf(ruleSet)
    .map(({ condition }) =>
      [...new Set(leavesOf(condition).map(({ fact }) => fact))].filter((id) => ruleSet.facts.has(id)),
    )
    .filter((facts) => facts.length > 1)
  if (read.length === 0) return own
  let order = own
  for (let round = 0; round < ROUNDS; round++) {
    const places = new Map(order.map((fact, place) => [fact, place]))
    const centres = new Map<string, number[]>()
    for (const facts of read) {
      const centre = facts.reduce((sum, fact) => sum + (places.get(fact) ?? 0), 0) / facts.length
      for (const fact of facts) centres.set(fact, [...(centres.get(fact) ?? []), centre])
    }
    const placeOf = (fact: string): number => {
      const all = centres.get(fact)
      return all ? all.reduce((sum, one) => sum + one, 0) / all.length : (places.get(fact) ?? 0)
    }
    const next = new Map(order.map((fact) => [fact, placeOf(fact)]))
    order = [...order].sort((a, b) => (next.get(a) ?? 0) - (next.get(b) ?? 0) || own.indexOf(a) - own.indexOf(b))
  }
  return order
}
