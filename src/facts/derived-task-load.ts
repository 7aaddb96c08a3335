import { PHYSICAL_DOMAINS, PSYCHOSOCIAL_DOMAINS } from '../snapshot/vocabulary/task-load'
import type { FactContext } from './context'
import type { DerivedFact } from './derived-fact'
import type { Diagram, Forest, Value } from './diagram'

const PHYSICAL = PHYSICAL_DOMAINS.map((domain) => `taskLoad.${domain}`)
const PSYCHOSOCIAL = PSYCHOSOCIAL_DOMAINS.map((domain) => `taskLoad.${domain}`)
const EVERY = [...PHYSICAL, ...PSYCHOSOCIAL]

const HIGH = ['high']
const RAISED = ['raised', 'high']

/** Counts of domains, three-valued: known ones against those still possible. */
export const DERIVED_TASK_LOAD: readonly DerivedFact[] = [
  count('highCount', EVERY, HIGH, 'domeinen met hoge belasting', 'domains with high demands'),
  count(
    'raisedCount',
    EVERY,
    RAISED,
    'domeinen met verhoogde of hoge belasting',
    'domains with raised or high demands',
  ),
  count('physicalHighCount', PHYSICAL, HIGH, 'fysieke domeinen, hoog', 'physical domains, high'),
  count(
    'physicalRaisedCount',
    PHYSICAL,
    RAISED,
    'fysieke domeinen, verhoogd of hoog',
    'physical domains, raised or high',
  ),
  count('psychosocialHighCount', PSYCHOSOCIAL, HIGH, 'psychosociale domeinen, hoog', 'psychosocial domains, high'),
  count(
    'psychosocialRaisedCount',
    PSYCHOSOCIAL,
    RAISED,
    'psychosociale domeinen, verhoogd of hoog',
    'psychosocial domains, raised or high',
  ),
]

function count(name: string, from: readonly string[], levels: readonly string[], nl: string, en: string): DerivedFact {
  return {
    id: `taskLoad.${name}`,
    type: 'number',
    tier: 'employer',
    unit: 'domains',
    from,
    label: { nl, en },
    derive: (context) => countLevels(context, from, levels),
  }
}

function countLevels(context: FactContext, from: readonly string[], levels: readonly string[]): Diagram<Value> {
  const { forest } = context
  const one = levels === HIGH ? isHigh : isRaised
  let [known, open] = [0, 0]
  from.forEach((id, index) => {
    const answer = context.opened.answers.get(id)
    if (answer?.state === 'known') known += one(answer.value)
    else open |= 1 << index
  })
  if (open === 0) return forest.known(known)
  // Which domains are open, and how many of the others count: that is all that it depends on.
  const counted = ofForest(forest, one, from)
  const key = open * (from.length + 1) + known
  const found = counted.get(key) ?? countOpen(context, from, one, open, known)
  counted.set(key, found)
  return found
}

type Counts = Map<number, Diagram<number>>

const kept = new WeakMap<Forest, WeakMap<object, WeakMap<object, Counts>>>()

function ofForest(forest: Forest, one: (level: Value) => number, from: readonly string[]): Counts {
  const all = kept.get(forest) ?? new WeakMap<object, WeakMap<object, Counts>>()
  kept.set(forest, all)
  const ofOne = all.get(one) ?? new WeakMap<object, Counts>()
  all.set(one, ofOne)
  const counts = ofOne.get(from) ?? new Map<number, Diagram<number>>()
  ofOne.set(from, counts)
  return counts
}

function countOpen(
  { forest, fact }: FactContext,
  from: readonly string[],
  one: (level: Value) => number,
  open: number,
  known: number,
): Diagram<number> {
  const domains = from.filter((_, index) => (open & (1 << index)) !== 0)
  return domains.reduce<Diagram<number>>(
    (sum, id) => forest.combine(sum, forest.map(fact(id), one), add),
    forest.known(known),
  )
}

const isHigh = (level: Value): number => (HIGH.includes(level as string) ? 1 : 0)
const isRaised = (level: Value): number => (RAISED.includes(level as string) ? 1 : 0)
const add = (a: number, b: number): number => a + b
