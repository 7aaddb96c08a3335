import { lru, memo, perObject, perRuleSet } from '../cache'
import type { Day } from '../calendar/day'
import type { Case } from '../case/case'
import { type Diagram, type Diagrams, isKnown, NodeBudgetEnded, ownersOf, type Value } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import type { Leaf, TimingDocument } from '../rules/document'
import type { Policy } from '../rules/policy'
import { anchorsOf, type Expanded, leavesOf, type Rule, type RuleSet, thresholdOf } from '../rules/rule-set'
import { levelBelowAll } from '../snapshot/catalogue'
import { exists, leaveInTheWay, type WindowContext, windowDiagram } from '../time/window'
import type { CompiledCondition } from './compile-rules'
import { conditionPlaces, conditionsOf, type JudgedCondition, type RulesInForce, timingsOf } from './conditions'
import { type ReadFacts, readFacts } from './evaluate-compiled'
import { compare, type Outcome, type Outcomes } from './outcome'

/** What the rules say of one case: the outcome of each condition, and on what it still depends. */
export interface Judgement {
  readonly ruleSet: RuleSet
  readonly policy: Policy
  readonly opened: Case
  readonly facts: Facts
  /** By id. Open only where some completion of the snapshot meets it and some does not. */
  outcome(condition: string): Outcome
  /** True in the completions that meet it. */
  met(condition: string): Diagram<boolean>
  /** True in the completions that meet a condition that has no id: a part of one, or of a service. */
  holds(condition: Expanded): Diagram<boolean>
  /** The facts that speak for a rule: of which a comparison is met for certain, and of which one still may be. */
  support(rule: string): { readonly speaking: readonly string[]; readonly mayYet: readonly string[] }
  /** The window of a rule for a service that was first due now on `since`, as `encodeWindow` writes it; null where it has none. */
  window(rule: Rule, since?: Day): Diagram<number | null>
  /** Runs something that may take too many nodes; `otherwise`, and no longer exact, where the budget ends. */
  within<Result>(work: () => Result, otherwise: () => Result): Result
  /** False once the node budget ended somewhere. */
  isExact(): boolean
}

/**
 * Settles what Kleene logic left open: it looks at each comparison alone, and so calls some conditions open that no
 * completion of the snapshot can meet, or that every one meets. Without outcomes, settles every condition so.
 */
export function settle(rules: RulesInForce, opened: Case, facts: Facts, outcomes?: Outcomes): Judgement {
  const { ruleSet, policy } = rules
  const { diagrams } = facts
  const { asOf } = opened
  const read = readFacts(rules, facts, asOf)
  const places = conditionPlaces(ruleSet)
  const leave = leaveInTheWay(opened, policy)
  let exact = true

  const within = <Result>(work: () => Result, otherwise: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof NodeBudgetEnded)) throw error
      exact = false
      // What is left to do is small: each question from here on has a little, so that nothing throws past this one.
      diagrams.allow(ONCE_ENDED)
      return otherwise()
    }
  }
  const holds = conditionDiagrams(facts, policy)
  const timings = timingsOf(ruleSet)
  const windowsWith = (inTheWay: WindowContext['leave']) =>
    memo((timing: TimingDocument) =>
      memo((since: Day): Diagram<number | null> => {
        const context: WindowContext = { asOf, policy, since, leave: inTheWay }
        return windowDiagram(timing, facts, context)
      }),
    )
  const forPerson = windowsWith(leave)
  const forGroup = leave ? windowsWith(undefined) : forPerson
  const window = (rule: Rule, since: Day): Diagram<number | null> => {
    const timing = timings.get(rule.id)
    if (!timing) return diagrams.known(null)
    return (groupRules(ruleSet).has(rule.id) ? forGroup : forPerson)(timing)(since)
  }
  const exactly = ({ condition, window: rule }: JudgedCondition): Diagram<boolean> => {
    const when = holds(condition)
    return rule ? diagrams.all([when, diagrams.map(window(rule, asOf), exists)]) : when
  }
  /** Open by itself, whatever else is open: sound, since every completion is among what it allows. */
  const coarsely = ({ id, condition, window: rule }: JudgedCondition): Diagram<boolean> => {
    const ids = [...leavesOf(condition).map((leaf) => leaf.fact), ...(rule?.timing ? anchorsOf(rule.timing) : [])]
    const owners = [...new Set(ids.flatMap((fact) => ownersOf(facts.fact(fact))))]
    const level = levelBelowAll + 1 + (places.get(id) ?? 0) / (1 + places.size)
    return diagrams.split({ level, owners }, [diagrams.known(true), diagrams.known(false)])
  }
  const settled = memo((place: number): Diagram<boolean> => {
    const outcome = outcomes?.[place]
    if (outcome === 'met' || outcome === 'not-met') return diagrams.known(outcome === 'met')
    const condition = conditionsOf(ruleSet)[place] as JudgedCondition
    const held = settledBefore(diagrams)
    const key = keyOf(read, place)
    const found = held.get(key)
    if (found) return found
    return within(
      () => {
        const diagram = exactly(condition)
        held.set(key, diagram)
        return diagram
      },
      () => coarsely(condition),
    )
  })
  const placeOf = (id: string): number => {
    const place = places.get(id)
    if (place === undefined) throw new RangeError(`no condition ${id}`)
    return place
  }
  const met = (id: string): Diagram<boolean> => settled(placeOf(id))
  return {
    ruleSet,
    policy,
    opened,
    facts,
    met,
    holds,
    support: (rule) => supportOf(read, placeOf(rule)),
    window: (rule, since = asOf) => window(rule, since),
    outcome: (id) => outcomeOf(met(id)),
    within,
    isExact: () => exact,
  }
}

/** Rules that ask for something for a job group alone: the leave of one of them is no reason to wait. */
const groupRules = perRuleSet(({ rules, services }: RuleSet): ReadonlySet<string> => {
  const groups = new Set(services.filter(({ level }) => level === 'group').map(({ id }) => id))
  const isForGroup = ({ event }: Rule): boolean =>
    event.type === 'recommend' && event.params.services.every((service) => groups.has(service))
  return new Set(rules.filter(isForGroup).map(({ id }) => id))
})

/** Nodes and results for each question once the budget of a case has ended. */
const ONCE_ENDED = 4_000

/** Settled conditions by what their facts say. */
const MOST_SETTLED = 20_000
const settledBefore = perObject((_: Diagrams) => lru<string, Diagram<boolean>>(MOST_SETTLED))

const keyOf = ({ compiled, rows }: ReadFacts, place: number): string => {
  let key = `${place}`
  for (const fact of (compiled.conditions[place] as CompiledCondition).facts) key += ` ${rows[fact]}`
  return key
}

/**
 * The conditions of one case as diagrams over its unanswered facts, each worked out once: true in the completions of the
 * snapshot in which the condition is met. Where Kleene logic says open because it looks at each comparison alone (x > 3
 * and x < 2), this is exact.
 */
export function conditionDiagrams(facts: Facts, policy: Policy): (condition: Expanded) => Diagram<boolean> {
  const { diagrams } = facts
  const diagram = memo((condition: Expanded): Diagram<boolean> => {
    if ('all' in condition) return diagrams.all(each(condition.all))
    if ('any' in condition) return diagrams.any(each(condition.any))
    const { fact, operator } = condition
    if (operator === 'contains') return facts.item(fact, String(thresholdOf(condition, policy)))
    if (operator === 'doesNotContain') return diagrams.not(facts.item(fact, String(thresholdOf(condition, policy))))
    return diagrams.map(facts.fact(fact), comparisonsUnder(policy)(condition))
  })
  /** One by one: what decides a group ends it. */
  function* each(members: readonly Expanded[]): Generator<Diagram<boolean>> {
    for (const member of members) yield diagram(member)
  }
  return diagram
}

/** One function for each comparison, so that a manager finds what it gave before. */
const comparisonsUnder = perObject((policy: Policy) =>
  perObject((leaf: Leaf) => {
    const threshold = thresholdOf(leaf, policy)
    return (value: Value): boolean => compare(leaf.operator, value, threshold)
  }),
)

/** In the order in which the comparisons were written. */
function supportOf({ compiled, table, rows }: ReadFacts, at: number): ReturnType<Judgement['support']> {
  const [speaking, mayYet]: [Set<string>, Set<string>] = [new Set(), new Set()]
  for (const { fact, of, place } of (compiled.conditions[at] as CompiledCondition).comparisons) {
    const { certainly, possibly } = table.meaning(rows[of] as number)
    if (!possibly[place]) continue
    mayYet.add(fact)
    if (certainly[place]) speaking.add(fact)
  }
  return { speaking: [...speaking], mayYet: [...mayYet] }
}

/** Met in every completion, in none, or in some. */
export const outcomeOf = (diagram: Diagram<boolean>): Outcome =>
  isKnown(diagram, true) ? 'met' : isKnown(diagram, false) ? 'not-met' : 'open'
