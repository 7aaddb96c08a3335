import { memoByObject } from '../memo'
import { asKey } from '../snapshot/as-key'
import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'
import { FORBIDDEN_KEYS } from '../snapshot/plain-data'
import { noAnswers, type OwnFacts, type Slots } from './answers'
import type { Answer } from './case'
import { type FactReader, factReader } from './read-fact'

/** How the snapshots of one rule set are read. */
export interface CaseReaders {
  readonly slots: Slots
  /** No answer yet, by slot: copied for each case. */
  readonly blank: readonly (Answer | undefined)[]
  /** By section and name. */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, FactReader>>
}

export const NONE_OWN: OwnFacts = new Map()

export const readersFor = memoByObject((own: OwnFacts): CaseReaders => {
  const { slots, given } = noAnswers(own)
  const sections = new Map<string, Map<string, FactReader>>()
  for (const fact of [...BASE_FACTS.values(), ...own.values()] as readonly BaseFact[]) {
    const [section, name, flag] = fact.id.split('.') as [string, string, string?]
    const facts = sections.get(section) ?? new Map<string, FactReader>()
    if (flag === undefined && !FORBIDDEN_KEYS.has(name))
      sections.set(asKey(section), facts.set(asKey(name), factReader(fact, slots)))
  }
  return { slots, blank: given, sections }
})
