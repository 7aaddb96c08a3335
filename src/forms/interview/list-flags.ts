import { BASE_FACTS, type BaseFact } from '../../core/snapshot/catalogue'

const FLAGS = [...BASE_FACTS.values()].filter(({ id }) => id.split('.').length > 2)

/** The facts that are flags of the items of this list. */
export const flagsOf = (list: string): readonly BaseFact[] => FLAGS.filter(({ id }) => id.startsWith(`${list}.`))

/** The last step of a fact's path. */
export const nameOf = (fact: string): string => fact.slice(fact.lastIndexOf('.') + 1)
