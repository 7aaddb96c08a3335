import { PHYSICAL_DOMAINS, PSYCHOSOCIAL_DOMAINS } from '../snapshot/vocabulary/task-load'
import type { FactContext } from './context'
import type { DerivedFact } from './derived-fact'
import type { Diagram, Value } from './diagram'

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
  let known = 0
  let open: Diagram<number> | undefined
  const one = levels === HIGH ? isHigh : isRaised
  for (const id of from) {
    const answer = context.opened.answers.get(id)
    if (answer?.state === 'known') known += one(answer.value)
    else {
      const perhaps = forest.map(context.fact(id), one)
      open = open ? forest.combine(open, perhaps, add) : perhaps
    }
  }
  return open ? forest.combine(forest.known(known), open, add) : forest.known(known)
}

const isHigh = (level: Value): number => (HIGH.includes(level as string) ? 1 : 0)
const isRaised = (level: Value): number => (RAISED.includes(level as string) ? 1 : 0)
const add = (a: number, b: number): number => a + b
