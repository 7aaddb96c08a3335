import { asKey } from '../snapshot/as-key'
import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'
import type { Answer } from './case'

/** The facts of a rule set besides the vocabulary's, by id. */
export type OwnFacts = ReadonlyMap<string, BaseFact>

/** Where the answer to a fact stands, by fact id. */
export type Slots = ReadonlyMap<string, number>

const NONE_OWN: OwnFacts = new Map()
const VOCABULARY = numbered(NONE_OWN)
const extended = new WeakMap<OwnFacts, Slots>()

/** Slots in authored order: those of the vocabulary, the same in every case, and then those of a rule set's own facts. */
export function slotsFor(own: OwnFacts = NONE_OWN): Slots {
  if (own.size === 0) return VOCABULARY
  const slots = extended.get(own) ?? numbered(own)
  extended.set(own, slots)
  return slots
}

function numbered(own: OwnFacts): Slots {
  return new Map([...BASE_FACTS.keys(), ...own.keys()].map((id, slot) => [asKey(id), slot]))
}

/** What was answered to each fact; undefined for one that was not asked. Immutable. */
export class Answers implements Iterable<readonly [fact: string, answer: Answer]> {
  readonly slots: Slots
  /** By slot, as many as there are slots. */
  readonly given: readonly (Answer | undefined)[]

  constructor(slots: Slots, given: readonly (Answer | undefined)[]) {
    this.slots = slots
    this.given = given
  }

  get(fact: string): Answer | undefined {
    const slot = this.slots.get(fact)
    return slot === undefined ? undefined : this.given[slot]
  }

  /** The same by slot. Slots of a rule set's own facts mean something to its own cases alone: see `under`. */
  at(slot: number): Answer | undefined {
    return this.given[slot]
  }

  /** The same answers in the slots of a rule set; those to facts that it does not have are left out. */
  under(own: OwnFacts): Answers {
    const slots = slotsFor(own)
    return slots === this.slots
      ? this
      : new Answers(
          slots,
          [...slots.keys()].map((id) => this.get(id)),
        )
  }

  /** The facts that were asked, in authored order. */
  *[Symbol.iterator](): Generator<readonly [fact: string, answer: Answer]> {
    for (const [fact, slot] of this.slots) {
      const answer = this.given[slot]
      if (answer) yield [fact, answer]
    }
  }
}

/** Nothing was asked. */
export const noAnswers = (own?: OwnFacts): Answers => {
  const slots = slotsFor(own)
  return new Answers(
    slots,
    Array.from(slots, () => undefined),
  )
}
