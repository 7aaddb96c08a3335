import type { Day } from '../calendar/day'
import { type Answers, noAnswers, type OwnFacts } from '../case/answers'
import type { Case } from '../case/case'
import type { CodedFacts } from '../evaluate/compiled/read-facts'
import { number, type Policy, parameterIn } from '../policy/policy'
import type { RuleSet } from '../rule-set/rule-set'
import type { FactContext, Marks } from './context'
import type { Diagram, Forest, Value } from './diagram'
import { growForest } from './forest'
import { type AskedFact, type FactSlots, factSlots } from './slots'
import { statesOf } from './states'

/** Every fact of one case: known, or split over what its unanswered sources can still be. */
export interface Facts {
  readonly forest: Forest
  /** The fact with this id; derived when first asked for. A policy parameter, as `policy.<name>`, is always known. */
  fact(id: string): Diagram<Value>
  /** Whether a fact that lists several items holds this one. */
  item(id: string, item: string): Diagram<boolean>
  /** A function that depends on the day of the case and on `key` alone, made once: a forest looks up what it gave. */
  once<Change extends object>(key: object, make: () => Change): Change
  /** What the case and one without answers tell apart; undefined where some fact was told otherwise. */
  readonly difference: Difference | undefined
  /** The facts in the shape in which the compiled rules read them, and for which rules, once they were read. */
  readonly kept: { rules?: RuleSet; coded?: CodedFacts }
}

/** A case as answers on top of the facts of one of which nothing is known. */
export interface Difference {
  readonly answers: Answers
  readonly blank: Facts
  readonly slots: FactSlots
  /** The facts of the case, by slot. */
  readonly of: { at(slot: number): Diagram<Value> }
}

/** Where the facts of the cases under one policy grow: what no answer is known of is the same in each. */
export interface Ground {
  readonly policy: Policy
  readonly marks: Marks
  readonly forest: Forest
  readonly own: OwnFacts
  readonly slots: FactSlots
  /** The facts of a case of which nothing is known, on this day. */
  blank(asOf: Day): CaseFacts
}

const NONE_OWN: OwnFacts = new Map()

/** Days of which the blank facts are kept; a batch needs one, a timeline each only once. */
const DAYS_KEPT = 32

export function layGround(policy: Policy, marks: Marks, own: OwnFacts = NONE_OWN): Ground {
  const days = new Map<Day, CaseFacts>()
  const ground: Ground = {
    policy,
    marks,
    forest: growForest(),
    own,
    slots: factSlots(own),
    blank: (asOf) => {
      const found = days.get(asOf)
      if (found) return found
      const facts = new CaseFacts(blankCase(asOf, own), ground, undefined)
      if (days.size >= DAYS_KEPT) days.clear()
      days.set(asOf, facts)
      return facts
    },
  }
  return ground
}

const blankCase = (asOf: Day, own: OwnFacts): Case => ({
  asOf,
  answers: noAnswers(own),
  spells: undefined,
  leaves: undefined,
  deliveries: undefined,
})

/** The facts of a case, from its answers. A derived fact is three-valued, and knows which answers it came from. */
export const deriveFacts = (opened: Case, ground: Ground): Facts =>
  new CaseFacts(opened, ground, ground.blank(opened.asOf))

/** The same facts, some of which are told otherwise. */
export const toldOtherwise = (facts: Facts, fact: Facts['fact']): Facts => ({
  forest: facts.forest,
  fact,
  item: (id, item) => facts.item(id, item),
  once: (key, make) => facts.once(key, make),
  difference: undefined,
  kept: {},
})

class CaseFacts implements Facts, FactContext {
  readonly opened: Case
  readonly policy: Policy
  readonly marks: Marks
  readonly forest: Forest
  readonly difference: Difference | undefined
  readonly kept: Facts['kept'] = {}
  readonly #answers: Answers
  readonly #slots: FactSlots
  readonly #blank: CaseFacts | undefined
  readonly #diagrams: (Diagram<Value> | undefined)[]
  readonly #changes: Map<object, object> | undefined

  constructor(opened: Case, { policy, marks, forest, own, slots }: Ground, blank: CaseFacts | undefined) {
    this.opened = opened
    this.policy = policy
    this.marks = marks
    this.forest = forest
    this.#answers = opened.answers.under(own)
    this.difference = blank && { answers: this.#answers, blank, slots, of: this }
    this.#slots = slots
    this.#diagrams = new Array<undefined>(slots.facts.length)
    this.#blank = blank
    this.#changes = blank ? undefined : new Map()
  }

  fact(id: string): Diagram<Value> {
    const slot = this.#slots.slotOf.get(id)
    if (slot !== undefined) return this.at(slot)
    const parameter = parameterIn(id)
    if (parameter === undefined) throw new RangeError(`no fact ${id}`)
    return this.forest.known(number(this.policy, parameter))
  }

  item(id: string, item: string): Diagram<boolean> {
    const slot = this.#slots.slotOf.get(id)
    const fact = slot === undefined ? undefined : this.#slots.facts[slot]
    if (slot === undefined || fact?.kind !== 'asked') throw new RangeError('a list that is no fact')
    const answer = this.#answers.at(slot)
    return answer?.state === 'known'
      ? this.forest.known((answer.value as readonly string[]).includes(item))
      : itemOf(fact, item, this.forest)
  }

  once<Change extends object>(key: object, make: () => Change): Change {
    if (this.#blank) return this.#blank.once(key, make)
    const found = this.#changes?.get(key) ?? make()
    this.#changes?.set(key, found)
    return found as Change
  }

  at(slot: number): Diagram<Value> {
    const found = this.#diagrams[slot] ?? this.#derive(slot)
    this.#diagrams[slot] = found
    return found
  }

  #derive(slot: number): Diagram<Value> {
    const fact = this.#slots.facts[slot]
    if (!fact) throw new RangeError(`no fact at ${slot}`)
    if (fact.kind === 'asked') {
      const answer = this.#answers.at(slot)
      if (answer?.state === 'known') return this.forest.known(answer.value)
      return this.#blank ? this.#blank.at(slot) : anyAnswerTo(fact, this)
    }
    if (this.#blank && !isAnswered(fact.sources, this.#answers)) return this.#blank.at(slot)
    return fact.definition.derive(this)
  }
}

/** Whether one of the answers is known. */
export function isAnswered(slots: readonly number[], answers: Answers): boolean {
  for (const slot of slots) if (answers.at(slot)?.state === 'known') return true
  return false
}

function anyAnswerTo({ base, level }: AskedFact, context: FactContext): Diagram<Value> {
  const states = statesOf(base, context)
  return context.forest.split(
    { level, owners: [base.id] },
    states.map((state) => context.forest.known(state)),
  )
}

/** Each item of an unanswered list can be in it or not, whatever the others are. */
function itemOf({ base, level, width }: AskedFact, item: string, forest: Forest): Diagram<boolean> {
  const items = Object.keys(base.options ?? {})
  return forest.split(
    { level: level + (width * (1 + items.indexOf(item))) / (2 + items.length), owners: [base.id] },
    [true, false].map((held) => forest.known(held)),
  )
}
