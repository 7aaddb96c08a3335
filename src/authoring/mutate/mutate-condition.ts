import type { ConditionFact } from '../../core/facts/fact-catalogue'
import type { Condition, Leaf, Operator } from '../../core/rules/document'
import { inside, type Place } from '../../core/rules/finding'
import { shown } from '../check/condition-parts'
import type { Mutant, MutantKind } from './mutant'

type Facts = ReadonlyMap<string, ConditionFact>

/** The operators that are easily taken for another: what it leaves out, and where it stops. */
const NEIGHBOURS: Readonly<Record<Operator, readonly Operator[]>> = {
  equal: ['notEqual'],
  notEqual: ['equal'],
  in: ['notIn'],
  notIn: ['in'],
  contains: ['doesNotContain'],
  doesNotContain: ['contains'],
  greaterThan: ['greaterThanInclusive', 'lessThanInclusive'],
  greaterThanInclusive: ['greaterThan', 'lessThan'],
  lessThan: ['lessThanInclusive', 'greaterThanInclusive'],
  lessThanInclusive: ['lessThan', 'greaterThan'],
}

/** Every small fault in a condition as it is written; what it refers to by name is written elsewhere. */
export function mutateCondition(condition: Condition, place: Place, facts: Facts): readonly Mutant[] {
  if ('all' in condition) return mutateGroup('all', condition.all, place, facts)
  if ('any' in condition) return mutateGroup('any', condition.any, place, facts)
  return 'condition' in condition ? [] : mutateLeaf(condition, place, facts)
}

function mutateGroup(key: 'all' | 'any', members: readonly Condition[], place: Place, facts: Facts): readonly Mutant[] {
  const other = key === 'all' ? 'any' : 'all'
  const within = members.flatMap((member, index) => mutateCondition(member, inside(place, key, index), facts))
  if (members.length < 2) return within
  return [
    { kind: 'group', place, to: { [other]: members }, change: `${key} -> ${other}` },
    ...members.map((member, dropped): Mutant => {
      const to = { [key]: members.filter((_, index) => index !== dropped) }
      return { kind: 'condition', place, to, change: `without ${shown(member)}` }
    }),
    ...within,
  ]
}

function mutateLeaf(leaf: Leaf, place: Place, facts: Facts): readonly Mutant[] {
  const { operator, value } = leaf
  const options = Object.keys(facts.get(leaf.fact)?.options ?? {})
  const as = (kind: MutantKind, change: Partial<Leaf>): Mutant => {
    const to = { ...leaf, ...change }
    return { kind, place, to, change: `${shown(leaf)} -> ${shown(to)}` }
  }
  return [
    ...NEIGHBOURS[operator].map((other) => as('operator', { operator: other })),
    ...(typeof value === 'number' ? [-1, 1].map((step) => as('threshold', { value: value + step })) : []),
    ...(typeof value === 'string' ? neighboursOf(value, options).map((other) => as('value', { value: other })) : []),
    ...(typeof value === 'string' && operator === 'equal'
      ? options
          .filter((other) => other !== value)
          .map((other) => as('value', { operator: 'in', value: [value, other] }))
      : []),
    ...(isList(value) ? mutateList(value, options).map((list) => as('value', { value: list })) : []),
  ]
}

const isList = (value: Leaf['value']): value is readonly (string | number | boolean)[] => Array.isArray(value)

/** A list without each of its values in turn, and with each that it lacks. */
function mutateList(
  list: readonly (string | number | boolean)[],
  options: readonly string[],
): readonly (readonly (string | number | boolean)[])[] {
  const fewer = list.length < 2 ? [] : list.map((_, dropped) => list.filter((_, index) => index !== dropped))
  return [...fewer, ...options.filter((option) => !list.includes(option)).map((option) => [...list, option])]
}

/** The values just before and just after one in the order in which people see them. */
function neighboursOf(value: string, options: readonly string[]): readonly string[] {
  const at = options.indexOf(value)
  return at === -1 ? [] : [options[at - 1], options[at + 1]].filter((one) => one !== undefined)
}
