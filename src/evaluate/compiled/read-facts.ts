import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Diagram, Value } from '../../facts/diagram'
import { exists, windowDiagram } from '../../schedule/window'
import type { RulesInForce } from '../rules-in-force'
import { type CompiledFact, type CompiledRules, compileRules } from './compile-rules'
import type { OpenEntry } from './decision-index'

/** A case in one fixed shape: each fact that conditions read as a number, in the order of the compiled rules. */
export interface CodedFacts {
  /** NaN where it is not known. */
  readonly codes: Float64Array
  /** What is not known of a fact: what it can still be. One that is not here can be anything. */
  readonly open: readonly (Diagram<Value> | undefined)[]
  /** Of each timing of the rule set, the window, as `encodeWindow` writes it; null where there is none. */
  readonly windows: readonly Diagram<number | null>[]
}

/** Read once for a case. */
export function codeFacts(rules: RulesInForce, facts: Facts, asOf: Day): CodedFacts {
  const { kept } = facts
  if (kept.rules !== rules.ruleSet || kept.coded === undefined) {
    kept.rules = rules.ruleSet
    kept.coded = codeAll(rules, facts, asOf)
  }
  return kept.coded
}

function codeAll({ ruleSet, policy }: RulesInForce, facts: Facts, asOf: Day): CodedFacts {
  const { facts: read, timings } = compileRules(ruleSet, policy)
  const windows = timings.map((timing) => windowDiagram(timing, facts, asOf, policy))
  const codes = new Float64Array(read.length)
  const open: (Diagram<Value> | undefined)[] = []
  for (let at = 0; at < read.length; at++) {
    const { id, index, window } = read[at] as CompiledFact
    const answer = window === undefined ? facts.answer(id) : undefined
    const fact =
      answer === undefined ? (window === undefined ? facts.fact(id) : thereIs(windows[window], facts)) : undefined
    if (fact?.kind === 'split') {
      codes[at] = Number.NaN
      open[at] = fact
    } else codes[at] = index.codeOf(fact ? fact.value : (answer as Value))
  }
  return { codes, open, windows }
}

const thereIs = (window: Diagram<number | null> | undefined, { forest }: Facts): Diagram<boolean> =>
  window ? forest.map(window, exists) : forest.known(false)

/** What an unanswered fact says. */
export const openEntry = ({ facts }: CompiledRules, { open }: Pick<CodedFacts, 'open'>, at: number): OpenEntry => {
  const { index } = facts[at] as CompiledFact
  const diagram = open[at]
  return diagram ? index.open(diagram) : index.anything
}
