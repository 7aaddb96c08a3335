import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Diagram, Value } from '../../facts/diagram'
import { exists, windowDiagram } from '../../schedule/window'
import { outcomeOf } from '../exact-evaluator'
import type { Outcome } from '../outcome'
import type { RulesInForce } from '../rules-in-force'
import { compileRules } from './compile-rules'
import { type Met, maskOf, wordOf } from './decision-index'

/** A case in one fixed shape: what its facts say of every comparison of the rule set. */
export interface FactReadings {
  /** The comparisons that are met in every completion, as bits, and those that are in some. */
  readonly certainly: Int32Array
  readonly possibly: Int32Array
  /** Of each fact, a number for what it says: even where it is known, odd where it can still have several values. */
  readonly codes: Int32Array
  /** Of each timing of the rule set, the window, as `encodeWindow` writes it; null where there is none. */
  readonly windows: readonly Diagram<number | null>[]
}

const read = new WeakMap<Facts, FactReadings>()

/** Read once for a case. */
export function readFacts(rules: RulesInForce, facts: Facts, asOf: Day): FactReadings {
  const found = read.get(facts) ?? readAll(rules, facts, asOf)
  read.set(facts, found)
  return found
}

function readAll({ ruleSet, policy }: RulesInForce, facts: Facts, asOf: Day): FactReadings {
  const compiled = compileRules(ruleSet, policy)
  const certainly = new Int32Array(compiled.words)
  const possibly = new Int32Array(compiled.words)
  const codes = new Int32Array(compiled.facts.length)
  for (let at = 0; at < compiled.facts.length; at++) {
    const { id, index } = compiled.facts[at] as (typeof compiled.facts)[number]
    const answer = facts.answer(id)
    const fact = answer === undefined ? facts.fact(id) : undefined
    if (fact?.kind === 'split') {
      const readings = index.readings(fact)
      set(certainly, readings.certainly)
      set(possibly, readings.possibly)
      codes[at] = 2 * fact.id + 1
    } else {
      const met = index.met(fact ? fact.value : (answer as Value))
      set(certainly, met)
      set(possibly, met)
      codes[at] = 2 * met.code
    }
  }
  const windows = compiled.windows.map(({ timing, bit }) => {
    const window = windowDiagram(timing, facts, asOf, policy)
    const outcome = window.kind === 'known' ? known(window.value) : outcomeOf(facts.forest.map(window, exists))
    if (outcome === 'met') certainly[wordOf(bit)] = (certainly[wordOf(bit)] as number) | maskOf(bit)
    if (outcome !== 'not-met') possibly[wordOf(bit)] = (possibly[wordOf(bit)] as number) | maskOf(bit)
    return window
  })
  return { certainly, possibly, codes, windows }
}

const known = (window: number | null): Outcome => (window === null ? 'not-met' : 'met')

function set(words: Int32Array, { word, bits }: Met): void {
  for (let at = 0; at < bits.length; at++) words[word + at] = (words[word + at] as number) | (bits[at] as number)
}
