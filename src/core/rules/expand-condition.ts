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

/** How many comparisons a condition comes to with its references filled in, counted without filling them in. */
export function leafCounter(named: Named): (condition: Condition) => number {
  const counts = new Map<string, number>()
  const count = (condition: Condition): number => {
    if ('all' in condition) return sum(condition.all.map(count))
    if ('any' in condition) return sum(condition.any.map(count))
    if (!('condition' in condition)) return 1
    const known = counts.get(condition.condition) ?? count(named[condition.condition] as Condition)
    counts.set(condition.condition, known)
    return known
  }
  return count
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Fills in the references of conditions. Only for conditions that were checked. A named condition becomes one and the
 * same object wherever it is referred to, so that it need be judged only once for a case.
 */
export function expander(named: Named): (condition: Condition) => Expanded {
  const expanded = new Map<string, Expanded>()
  const expand = (condition: Condition): Expanded => {
    if ('all' in condition) return { all: condition.all.map(expand) }
    if ('any' in condition) return { any: condition.any.map(expand) }
    if (!('condition' in condition)) return condition
    const known = expanded.get(condition.condition) ?? expand(named[condition.condition] as Condition)
    expanded.set(condition.condition, known)
    return known
  }
  return expand
}

function referencesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(referencesIn)
  if ('any' in condition) return condition.any.flatMap(referencesIn)
  return 'condition' in condition ? [condition.condition] : []
}
