import type { Case } from '../case/case'
import type { Diagram } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import type { Policy } from '../rules/policy'
import type { Expanded, Rule, RuleSet } from '../rules/rule-set'
import { exists } from '../time/window'
import { type CompiledQuestion, compileRules } from './compiled/compile-rules'
import { diagramFor, type Support, supportFor } from './compiled/kept-questions'
import { type CodedFacts, codeFacts } from './compiled/read-facts'
import { conditionDiagrams, outcomeOf } from './exact-evaluator'
import { hasBit, type Outcome, type Outcomes, outcomeAt } from './outcome'
import { type Question, questionsOf } from './question'
import type { RulesInForce } from './rules-in-force'

/** What the rules say of one case: the outcome of each question, and on what it still depends. */
export interface Judgement {
  readonly ruleSet: RuleSet
  readonly policy: Policy
  readonly opened: Case
  readonly facts: Facts
  /** By question id. Open only where some completion of the snapshot meets it and some does not. */
  outcome(question: string): Outcome
  /** True in the completions that meet it. */
  met(question: string): Diagram<boolean>
  /** The same by the place of the question in `questionsOf`. */
  metAt(place: number): Diagram<boolean>
  /** What Kleene logic says of it, which leaves some open that are settled; open where it was not asked. */
  kleeneAt(place: number): Outcome
  /** What the facts say, as the compiled rules read it. */
  readonly coded: CodedFacts
  /** True in the completions that meet a condition of the rule set. */
  holds(condition: Expanded): Diagram<boolean>
  /** What speaks for the question at this place: one and the same object while its facts say the same. */
  supportAt(place: number): Support
  /** The window of a rule that recommends, as `encodeWindow` writes it; null where it has none. */
  window(rule: Rule): Diagram<number | null>
  /** The same by the place of its timing in `distinctTimings`. */
  windowAt(timing: number): Diagram<number | null>
}

/**
 * Settles what Kleene logic left open: it looks at each comparison alone, and so calls some conditions open that
 * no completion of the snapshot can meet, or that every one meets. Without outcomes, settles every question so.
 */
export function settle(rules: RulesInForce, opened: Case, facts: Facts, outcomes?: Outcomes): Judgement {
  const { ruleSet, policy } = rules
  const { forest } = facts
  const [yes, no, none] = [forest.known(true), forest.known(false), forest.known(null)]
  const compiled = compileRules(ruleSet, policy)
  const { places, windowOf } = compiled
  const coded = codeFacts(rules, facts, opened.asOf)
  let conditions: ReturnType<typeof conditionDiagrams> | undefined
  const holds = (condition: Expanded): Diagram<boolean> => {
    conditions ??= conditionDiagrams(facts, policy)
    return conditions(condition)
  }
  const windowAt = (timing: number): Diagram<number | null> => coded.windows[timing] ?? none
  const window = (rule: Rule): Diagram<number | null> => windowAt(windowOf.get(rule) ?? -1)
  const diagrams = new Array<Diagram<boolean> | undefined>(compiled.questions.length)

  const compiledAt = (place: number): CompiledQuestion => {
    const question = compiled.questions[place]
    if (!question) throw new RangeError(`no question at ${place}`)
    return question
  }
  const settled = (place: number): Diagram<boolean> =>
    outcomes
      ? diagramFor(compiledAt(place), place, coded, () => diagramOf(questionsOf(ruleSet)[place] as Question))
      : diagramOf(questionsOf(ruleSet)[place] as Question)
  const diagramOf = ({ condition, window: rule }: Question): Diagram<boolean> => {
    const when = holds(condition)
    return rule ? forest.all([when, forest.map(window(rule), exists)]) : when
  }
  const metAt = (place: number): Diagram<boolean> => {
    if (outcomes !== undefined) {
      if (hasBit(outcomes.unmet, place)) return no
      if (!hasBit(outcomes.unsure, place)) return yes
    }
    const diagram = diagrams[place] ?? settled(place)
    diagrams[place] = diagram
    return diagram
  }
  const placeOf = (id: string): number => {
    const place = places.get(id)
    if (place === undefined) throw new RangeError(`no question ${id}`)
    return place
  }
  const met = (id: string): Diagram<boolean> => metAt(placeOf(id))
  const supportAt = (place: number): Support => supportFor(compiledAt(place), place, coded)
  return {
    ruleSet,
    policy,
    opened,
    facts,
    met,
    metAt,
    kleeneAt: (place) => (outcomes ? outcomeAt(outcomes, place) : 'open'),
    coded,
    holds,
    supportAt,
    window,
    windowAt,
    outcome: (id) => outcomeOf(met(id)),
  }
}
