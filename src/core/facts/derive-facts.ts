import type { Day } from '../calendar/day'
import { type Answers, noAnswers, type OwnFacts } from '../case/answers'
import type { Case } from '../case/case'
import type { Diagram, Forest, Value } from '../diagram/diagram'
import { growForest } from '../diagram/forest'
import type { CodedFacts } from '../evaluate/compiled/read-facts'
import type { Policy } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'
import { type CaseFacts, factsOfCase } from './case-facts'
import type { Marks } from './context'
import { type FactSlots, factSlots } from './slots'

/** Every fact of one case: known, or split over what its unanswered sources can still be. */
export interface Facts {
  readonly forest: Forest
  /** The fact with this id; derived when first asked for. A policy parameter, as `policy.<name>`, is always known. */
  fact(id: string): Diagram<Value>
  /** Whether a fact that lists several items holds this one. */
  item(id: string, item: string): Diagram<boolean>
  /** What depends on the day of the case and on `key` alone, made once; a forest looks up what a function gave. */
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
  /** A fact of the case, by its slot. */
  at(slot: number): Diagram<Value>
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
      const facts = factsOfCase(blankCase(asOf, own), ground, undefined)
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
  services: undefined,
  raised: [],
  physician: { advises: [], waitUntil: undefined },
})

/** The facts of a case, from its answers. A derived fact is three-valued, and knows which answers it came from. */
export const deriveFacts = (opened: Case, ground: Ground): Facts =>
  factsOfCase(opened, ground, ground.blank(opened.asOf))

/** The same facts, some of which are told otherwise. */
export const toldOtherwise = (facts: Facts, fact: Facts['fact']): Facts => ({
  forest: facts.forest,
  fact,
  item: (id, item) => facts.item(id, item),
  once: (key, make) => facts.once(key, make),
  difference: undefined,
  kept: {},
})
