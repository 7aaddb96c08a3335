import { slotsFor } from '../case/answers'
import type { Diagram, Forest, Value } from '../diagram/diagram'
import { memoByObject } from '../memo'
import { BASE_FACTS } from '../snapshot/catalogue'
import { PHYSICAL_DOMAINS, PSYCHOSOCIAL_DOMAINS } from '../snapshot/vocabulary/task-load'
import type { FactContext } from './context'
import type { DerivedFact } from './derived-fact'

const PHYSICAL = PHYSICAL_DOMAINS.map((domain) => `taskLoad.${domain}`)
const PSYCHOSOCIAL = PSYCHOSOCIAL_DOMAINS.map((domain) => `taskLoad.${domain}`)
const EVERY = [...PHYSICAL, ...PSYCHOSOCIAL]

/** Counts of domains, three-valued: known ones against those still possible. */
export const DERIVED_TASK_LOAD: readonly DerivedFact[] = [
  count('highCount', EVERY, countHigh, 'domeinen met hoge belasting', 'domains with high demands'),
  count(
    'raisedCount',
    EVERY,
    countRaised,
    'domeinen met verhoogde of hoge belasting',
    'domains with raised or high demands',
  ),
  count('physicalHighCount', PHYSICAL, countHigh, 'fysieke domeinen, hoog', 'physical domains, high'),
  count(
    'physicalRaisedCount',
    PHYSICAL,
    countRaised,
    'fysieke domeinen, verhoogd of hoog',
    'physical domains, raised or high',
  ),
  count('psychosocialHighCount', PSYCHOSOCIAL, countHigh, 'psychosociale domeinen, hoog', 'psychosocial domains, high'),
  count(
    'psychosocialRaisedCount',
    PSYCHOSOCIAL,
    countRaised,
    'psychosociale domeinen, verhoogd of hoog',
    'psychosocial domains, raised or high',
  ),
]

/** 1 for a level that counts. */
type Counted = (level: Value) => number

function count(name: string, from: readonly string[], one: Counted, nl: string, en: string): DerivedFact {
  const slots = from.map((id) => slotsFor().get(id) as number)
  // By domain and level, in the order of the options.
  const counts = from.map((id) => Uint8Array.from(Object.keys(BASE_FACTS.get(id)?.options ?? {}), one))
  const keptIn = memoByObject((_: Forest) => new Map<number, Diagram<number>>())
  return {
    id: `taskLoad.${name}`,
    type: 'number',
    tier: 'employer',
    unit: 'domains',
    from,
    label: { nl, en },
    derive: (context) => {
      const { given } = context.opened.answers
      let [known, open] = [0, 0]
      for (let index = 0; index < slots.length; index++) {
        const answer = given[slots[index] as number]
        if (answer?.state === 'known') known += (counts[index] as Uint8Array)[answer.option] as number
        else open |= 1 << index
      }
      if (open === 0) return context.forest.known(known)
      // Which domains are open, and how many of the others count: that is all that it depends on.
      const kept = keptIn(context.forest)
      const key = open * (from.length + 1) + known
      let diagram = kept.get(key)
      if (diagram === undefined) {
        diagram = countOpen(context, from, one, open, known)
        kept.set(key, diagram)
      }
      return diagram
    },
  }
}

function countOpen(
  context: FactContext,
  from: readonly string[],
  one: Counted,
  open: number,
  known: number,
): Diagram<number> {
  const { forest } = context
  const domains = from.filter((_, index) => (open & (1 << index)) !== 0)
  return domains.reduce<Diagram<number>>(
    (sum, id) => forest.combine(sum, forest.map(context.fact(id), one), add),
    forest.known(known),
  )
}

function countHigh(level: Value): number {
  return level === 'high' ? 1 : 0
}

function countRaised(level: Value): number {
  return level === 'raised' || level === 'high' ? 1 : 0
}

const add = (a: number, b: number): number => a + b
