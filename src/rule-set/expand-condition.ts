import type { Issue } from '../issue/issue'
import type { Condition } from './document'
import { finding, inside, type Place } from './finding'
import type { Expanded } from './rule-set'

type Named = Readonly<Record<string, Condition>>

/** Every circle in which named conditions refer to each other, reported once, at the first name in it. */
export function findCycles(named: Named, place: Place): Issue[] {
  const state = new Map<string, 'open' | 'done'>()
  const issues: Issue[] = []
  const visit = (name: string, trail: readonly string[]): void => {
    if (state.get(name) === 'done') return
    if (state.get(name) === 'open') {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(' -> ')
      issues.push(finding('cyclic-condition', inside(place, name), `named conditions refer to each other: ${circle}`))
      return
    }
    state.set(name, 'open')
    const condition = named[name]
    if (condition) for (const next of referencesIn(condition)) visit(next, [...trail, name])
    state.set(name, 'done')
  }
  for (const name of Object.keys(named).sort()) visit(name, [])
  return issues
}

/** A condition with its references filled in. Only for conditions that were checked. */
export function expandCondition(condition: Condition, named: Named): Expanded {
  if ('all' in condition) return { all: condition.all.map((member) => expandCondition(member, named)) }
  if ('any' in condition) return { any: condition.any.map((member) => expandCondition(member, named)) }
  if ('condition' in condition) return expandCondition(named[condition.condition] as Condition, named)
  return condition
}

function referencesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(referencesIn)
  if ('any' in condition) return condition.any.flatMap(referencesIn)
  return 'condition' in condition ? [condition.condition] : []
}
