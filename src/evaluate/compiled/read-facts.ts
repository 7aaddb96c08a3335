import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Diagram, Value } from '../../facts/diagram'
import { exists, windowDiagram } from '../../schedule/window'
import type { RulesInForce } from '../rules-in-force'
import { type CompiledRules, compileRules } from './compile-rules'
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
  const codes = new Float64Array(read.length)
  const open: (Diagram<Value> | undefined)[] = []
  const first = read.length - timings.length
  for (let at = 0; at < first; at++) {
    const { id, index } = read[at] as CompiledRules['facts'][number]
    const answer = facts.answer(id)
    const fact = answer === undefined ? facts.fact(id) : undefined
    if (fact?.kind === 'split') {
      codes[at] = Number.NaN
      open[at] = fact
    } else codes[at] = index.codeOf(fact ? fact.value : (answer as Value))
  }
  const windows = timings.map((timing, place) => {
    const at = first + place
    const window = windowDiagram(timing, facts, asOf, policy)
    const there = window.kind === 'known' ? window.value !== null : facts.forest.map(window, exists)
    if (typeof there === 'boolean' || there.kind === 'known')
      codes[at] = (read[at] as CompiledRules['facts'][number]).index.codeOf(
        typeof there === 'boolean' ? there : there.value,
      )
    else {
      codes[at] = Number.NaN
      open[at] = there
    }
    return window
  })
  return { codes, open, windows }
}

/** What an unanswered fact says. */
export const openEntry = ({ facts }: CompiledRules, { open }: Pick<CodedFacts, 'open'>, at: number): OpenEntry => {
  const { index } = facts[at] as CompiledRules['facts'][number]
  const diagram = open[at]
  return diagram ? index.open(diagram) : index.anything
}
