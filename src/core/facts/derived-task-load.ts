import type { Diagram, Value } from '../diagram/diagram'
import { PHYSICAL_DOMAINS, PSYCHOSOCIAL_DOMAINS } from '../snapshot/vocabulary/task-load'
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
  return {
    id: `taskLoad.${name}`,
    type: 'number',
    tier: 'employer',
    unit: 'domains',
    from,
    label: { nl, en },
    derive: ({ diagrams, fact }) => {
      let known = 0
      const open: Diagram<Value>[] = []
      for (const id of from) {
        const level = fact(id)
        if (level.kind === 'known') known += one(level.value)
        else open.push(level)
      }
      return open.reduce<Diagram<number>>(
        (sum, level) => diagrams.combine(sum, diagrams.map(level, one), add),
        diagrams.known(known),
      )
    },
  }
}

function countHigh(level: Value): number {
  return level === 'high' ? 1 : 0
}

function countRaised(level: Value): number {
  return level === 'raised' || level === 'high' ? 1 : 0
}

const add = (a: number, b: number): number => a + b
