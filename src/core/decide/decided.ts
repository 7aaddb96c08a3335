import { type Diagram, type Forest, ownersOf } from '../diagram/diagram'
import { keepByRowFor, type Row } from '../diagram/kept-rows'
import type { Judgement } from '../evaluate/judgement'
import { authoredPlaces } from '../rules/authored-order'
import { perRuleSet } from '../rules/per-rule-set'
import type { RuleSet } from '../rules/rule-set'
import type { Core } from './core'
import { NOTHING_OPEN } from './hindrances'
import type { ServiceRules } from './service-rules'

/** The unanswered facts that can still change what is said of a service. */
export interface Decided {
  /** Tells it from every other list. */
  readonly number: number
  readonly facts: readonly string[]
  /** One bit for each place in the authored order at which one of these stands, in words of 32. */
  readonly bits: Int32Array
}

let lists = 0

/** One and the same for lists that say the same. */
const listsOf = perRuleSet((ruleSet: RuleSet) => {
  const places = authoredPlaces(ruleSet)
  const kept = new Map<string, Decided>()
  return (decides: Iterable<string>): Decided => {
    const facts = [...decides]
    const key = facts.join()
    const found = kept.get(key)
    if (found) return found
    if (kept.size >= MOST_KEPT) kept.clear()
    const list = {
      number: ++lists,
      facts: Object.freeze(facts),
      bits: bitsOf(facts.map((fact) => places.get(fact) as number)),
    }
    kept.set(key, list)
    return list
  }
})

function bitsOf(places: readonly number[]): Int32Array {
  const bits = new Int32Array(1 + (Math.max(0, ...places) >>> 5))
  for (const place of places) bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31))
  return bits
}

/** What decides a recommendation by itself, whatever stands in its way. */
export const decidedAlone = (recommended: Diagram<number | null>, ruleSet: RuleSet): Decided =>
  listsOf(ruleSet)(ownersOf(recommended))

/** Lists that are kept for the diagrams of one forest. */
const MOST_KEPT = 16_000

const decidedIn = keepByRowFor<Forest, Decided>(MOST_KEPT)

/**
 * What decides one service after the other of a case. `open` holds the id of the diagram of its recommendation, and of
 * those of its holds and its needs that are not known.
 */
export function deciderOf(
  judgement: Judgement,
  inPlace: (need: number) => Diagram<boolean>,
  open: Row,
): (core: Core, rules: ServiceRules) => Decided {
  const { metAt, ruleSet, facts } = judgement
  const { forest } = facts
  const ofForest = decidedIn(forest)
  return ({ recommended, decided: alone }, { holdPlaces, needPlaces }) => {
    if (open.length === NOTHING_OPEN) return alone
    const found = ofForest.find(open)
    if (found) return found
    const decides = whatDecidesIn(recommended, holdPlaces.map(metAt), needPlaces.map(inPlace), forest)
    const decided = listsOf(ruleSet)(decides)
    ofForest.keep(open, decided)
    return decided
  }
}

/**
 * The unanswered facts on which any part of what the advice says of a service depends: its window, then each hold and
 * each need while it is recommended. Exact: in a reduced diagram a fact appears exactly when the outcome depends on it,
 * and two completions differ in the whole exactly when they differ in a part.
 */
function whatDecidesIn(
  recommended: Diagram<number | null>,
  holds: readonly Diagram<boolean>[],
  needs: readonly Diagram<boolean>[],
  forest: Forest,
): ReadonlySet<string> {
  const ofRecommended = ownersOf(recommended)
  const decides = new Set(ofRecommended)
  const also = (part: Diagram<boolean>, when: boolean): void => {
    const owners = ownersOf(part)
    if (owners.every((owner) => decides.has(owner))) return
    // Where nothing decides both, whatever decides the part does so in some completion that recommends the service.
    const more = owners.some((owner) => ofRecommended.includes(owner))
      ? ownersOf(forest.all([forest.map(recommended, isRecommended), when ? part : forest.not(part)]))
      : owners
    for (const owner of more) decides.add(owner)
  }
  for (const hold of holds) also(hold, true)
  for (const inPlace of needs) also(inPlace, false)
  return decides
}

const isRecommended = (rank: number | null): boolean => rank !== null
