import type { ConditionFact } from '../facts/fact-catalogue'
import type { Issue } from '../issue/issue'
import { isUnknownWord } from '../snapshot/fact'
import { OPERATORS, type Operator } from './document'
import { finding, inside, type Place, unknownName } from './finding'
import type { Parameter } from './parameter'
import { parameterIn } from './policy'

/** What the operators of the closed set take: the types of fact they suit, and whether they take a list. */
const OPERANDS: Readonly<
  Record<Operator, { readonly types: readonly ConditionFact['type'][]; readonly list: boolean }>
> = {
  equal: { types: ['boolean', 'choice', 'number'], list: false },
  notEqual: { types: ['boolean', 'choice', 'number'], list: false },
  in: { types: ['choice', 'number'], list: true },
  notIn: { types: ['choice', 'number'], list: true },
  lessThan: { types: ['number'], list: false },
  lessThanInclusive: { types: ['number'], list: false },
  greaterThan: { types: ['number'], list: false },
  greaterThanInclusive: { types: ['number'], list: false },
  contains: { types: ['choices'], list: false },
  doesNotContain: { types: ['choices'], list: false },
}

export interface ConditionScope {
  readonly facts: ReadonlyMap<string, ConditionFact>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The named conditions of the same file. */
  readonly named: Readonly<Record<string, unknown>>
}

/** Everything that is wrong with a condition as written. Runs nothing. */
export function checkCondition(condition: unknown, place: Place, scope: ConditionScope): Issue[] {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition))
    return [finding('invalid-document', place, 'a condition is a group, a comparison or a reference')]
  const keys = Object.keys(condition)
  const group = keys.find((key) => key === 'all' || key === 'any')
  const allowed = group ? [group] : keys.includes('condition') ? ['condition'] : ['fact', 'operator', 'value']
  const strays = keys.filter((key) => !allowed.includes(key))
  const unknownKeys = strays.map((key) => unknownName('unknown-key', inside(place, key), 'key', key, allowed))
  if (group)
    return [...unknownKeys, ...checkGroup((condition as Record<string, unknown>)[group], inside(place, group), scope)]
  if (keys.includes('condition'))
    return [...unknownKeys, ...checkReference(condition as { condition: unknown }, place, scope)]
  return [...unknownKeys, ...checkLeaf(condition as Record<string, unknown>, place, scope)]
}

function checkGroup(members: unknown, place: Place, scope: ConditionScope): Issue[] {
  if (!Array.isArray(members)) return [finding('invalid-document', place, 'a group holds a list of conditions')]
  if (members.length === 0)
    return [finding('empty-group', place, 'an empty group has no meaning; remove it or fill it')]
  return members.flatMap((member, index) => checkCondition(member, inside(place, index), scope))
}

function checkReference({ condition }: { condition: unknown }, place: Place, { named }: ConditionScope): Issue[] {
  if (typeof condition === 'string' && Object.hasOwn(named, condition)) return []
  return [
    unknownName(
      'unknown-condition',
      inside(place, 'condition'),
      'named condition',
      nameIn(condition),
      Object.keys(named),
    ),
  ]
}

function checkLeaf(leaf: Record<string, unknown>, place: Place, scope: ConditionScope): Issue[] {
  const missing = ['fact', 'operator', 'value'].filter((key) => !Object.hasOwn(leaf, key))
  if (missing.length > 0) return [finding('missing-key', place, `a comparison needs ${missing.join(' and ')}`)]
  const name = nameIn(leaf.fact)
  const fact = comparedFact(name, scope)
  const operator = OPERATORS.find((name) => name === leaf.operator)
  const issues: Issue[] = []
  if (!fact) issues.push(unknownFact(name, inside(place, 'fact'), scope))
  if (!operator)
    issues.push(
      unknownName('unknown-operator', inside(place, 'operator'), 'operator', nameIn(leaf.operator), OPERATORS),
    )
  if (!fact || !operator) return issues
  const { types, list } = OPERANDS[operator]
  if (!types.includes(fact.type)) {
    const message = `${operator} does not suit ${fact.id}, which is a ${fact.type}`
    return [finding('operator-type', inside(place, 'operator'), message)]
  }
  return checkValue(leaf.value, fact, list, inside(place, 'value'), scope)
}

/** What stands where a name should: never made into a text, for a value from outside decides how it becomes one. */
const nameIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A fact of the catalogue, or a policy parameter that is a number: known to everyone, and asked of nobody. */
function comparedFact(name: string, { parameters, facts }: ConditionScope): ConditionFact | undefined {
  const named = parameterIn(name)
  if (named === undefined) return facts.get(name)
  const parameter = parameters.get(named)
  if (!parameter || parameter.unit === 'duration') return undefined
  return { id: name, type: 'number', tier: 'employer', asks: [] }
}

function unknownFact(name: string, place: Place, { parameters, facts }: ConditionScope): Issue {
  if (parameterIn(name) === undefined) return unknownName('unknown-fact', place, 'fact', name, facts.keys())
  const numbers = [...parameters.values()].filter((parameter) => parameter.unit !== 'duration')
  const names = numbers.map((parameter) => `policy.${parameter.name}`)
  return unknownName('unknown-parameter', place, 'policy parameter that is a number,', name, names)
}

function checkValue(value: unknown, fact: ConditionFact, list: boolean, place: Place, scope: ConditionScope): Issue[] {
  if (list) {
    if (!Array.isArray(value) || value.length === 0)
      return [finding('value-type', place, 'in and notIn compare with a list of at least one value')]
    return value.flatMap((item, index) => checkScalar(item, fact, inside(place, index)))
  }
  if (typeof value === 'object' && value !== null) return checkParameter(value, fact, place, scope)
  return checkScalar(value, fact, place)
}

function checkParameter(value: object, fact: ConditionFact, place: Place, { parameters }: ConditionScope): Issue[] {
  const name = (value as { fact?: unknown }).fact
  const named = typeof name === 'string' ? parameterIn(name) : undefined
  if (Object.keys(value).join() !== 'fact' || typeof name !== 'string' || named === undefined)
    return [finding('value-type', place, 'a value is plain, or { "fact": "policy.<name>" }')]
  const parameter = parameters.get(named)
  if (!parameter) {
    const names = [...parameters.keys()].map((known) => `policy.${known}`)
    return [unknownName('unknown-parameter', inside(place, 'fact'), 'policy parameter', name, names)]
  }
  if (fact.type === 'number' && parameter.unit !== 'duration') return []
  return [finding('value-type', place, `${fact.id} is a ${fact.type} and cannot be compared with ${parameter.name}`)]
}

function checkScalar(value: unknown, fact: ConditionFact, place: Place): Issue[] {
  if (isUnknownWord(value)) return [finding('value-type', place, 'no rule can ask whether a fact is unknown')]
  if (fact.options) {
    const values = Object.keys(fact.options)
    if (typeof value === 'string' && values.includes(value)) return []
    return [unknownName('unknown-value', place, `value of ${fact.id}`, nameIn(value), values)]
  }
  const right = fact.type === 'number' ? Number.isFinite(value) : typeof value === fact.type
  return right ? [] : [finding('value-type', place, `${fact.id} is a ${fact.type}, and this value is not`)]
}
