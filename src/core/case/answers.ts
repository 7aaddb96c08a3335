import { perObject } from '../cache'
import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'
import type { Answer } from './case'

/** The facts of a rule set besides the vocabulary's, by id. */
export type OwnFacts = ReadonlyMap<string, BaseFact>

/** Where the answer to a fact stands, by fact id. */
export type Slots = ReadonlyMap<string, number>

const NONE_OWN: OwnFacts = new Map()
const VOCABULARY = numbered(NONE_OWN)
const extended = perObject(numbered)

/** Slots in authored order: those of the vocabulary, the same in every case, and then those of a rule set's own facts. */
export function slotsFor(own: OwnFacts = NONE_OWN): Slots {
  return own.size === 0 ? VOCABULARY : extended(own)
}

function numbered(own: OwnFacts): Slots {
  return new Map([...BASE_FACTS.keys(), ...own.keys()].map((id, slot) => [id, slot]))
}

/** What was answered to each fact; undefined for one that was not asked. */
export interface Answers {
  readonly slots: Slots
  /** By slot, as many as there are slots. Those of own facts mean something to their rule set alone: see `answersUnder`. */
  readonly given: readonly (Answer | undefined)[]
}

export function answerTo({ slots, given }: Answers, fact: string): Answer | undefined {
  const slot = slots.get(fact)
  return slot === undefined ? undefined : given[slot]
}

/** The same answers in the slots of a rule set; those to facts that it does not have are left out. */
export function answersUnder(answers: Answers, own: OwnFacts): Answers {
  const slots = slotsFor(own)
  if (slots === answers.slots) return answers
  return { slots, given: [...slots.keys()].map((id) => answerTo(answers, id)) }
}

/** The facts that were asked, in authored order, with their answers. */
export const askedIn = ({ slots, given }: Answers): readonly (readonly [fact: string, answer: Answer])[] =>
  [...slots].flatMap(([fact, slot]) => {
    const answer = given[slot]
    return answer ? [[fact, answer] as const] : []
  })

/** Nothing was asked. */
export function noAnswers(own?: OwnFacts): Answers {
  const slots = slotsFor(own)
  return { slots, given: Array.from(slots, () => undefined) }
}
