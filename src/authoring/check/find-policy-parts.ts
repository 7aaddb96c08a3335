import type { Diagram } from '../../core/diagram/diagram'
import type { Leaf } from '../../core/rules/document'
import { parameterIn } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Claim } from './claim'
import { isNever } from './claim'
import { type Part, shown } from './condition-parts'
import { expandedRoot } from './find-constant-rules'
import type { World } from './world'

/**
 * Comparisons of policy values that come out alike whatever an organisation is allowed to set: a switch of 0 or 1 that is
 * compared with 2, a number that always reaches the least of its range. What the defaults alone decide is for the
 * organisation, and no fault.
 */
export function findPolicyParts(parts: readonly Part[], { parameters }: Pick<RuleSet, 'parameters'>): readonly Claim[] {
  return parts.flatMap((part) => {
    const { condition } = part
    if (part.users.length === 0 || !('fact' in condition) || parameterIn(condition.fact) === undefined) return []
    const [one, other] = [rangeOf(condition.fact, parameters), rangeOfValue(condition.value, parameters)]
    const always = one && other && comesOut(condition.operator, one, other)
    return always === undefined ? [] : [fixedComparison(part, condition, always)]
  })
}

type Range = readonly [least: number, most: number]

function rangeOf(fact: string, parameters: RuleSet['parameters']): Range | undefined {
  const parameter = parameters.get(parameterIn(fact) ?? '')
  return parameter && parameter.unit !== 'duration' ? (parameter.range as Range) : undefined
}

function rangeOfValue(value: Leaf['value'], parameters: RuleSet['parameters']): Range | undefined {
  if (typeof value === 'number') return [value, value]
  return typeof value === 'object' && 'fact' in value ? rangeOf(value.fact, parameters) : undefined
}

/** True or false where it is so of every two numbers in the ranges; undefined where that depends. */
function comesOut(operator: Leaf['operator'], [least, most]: Range, [low, high]: Range): boolean | undefined {
  const either = (always: boolean, never: boolean): boolean | undefined => (always ? true : never ? false : undefined)
  const apart = most < low || least > high
  const same = least === most && low === high && least === low
  switch (operator) {
    case 'lessThan':
      return either(most < low, least >= high)
    case 'lessThanInclusive':
      return either(most <= low, least > high)
    case 'greaterThan':
      return either(least > high, most <= low)
    case 'greaterThanInclusive':
      return either(least >= high, most < low)
    case 'equal':
      return either(same, apart)
    case 'notEqual':
      return either(apart, same)
    default:
      return undefined
  }
}

function fixedComparison(part: Part, condition: Leaf, always: boolean): Claim {
  const { scope, place, users } = part
  const [user] = users as [Part['users'][number]]
  /** In which cases the rule would come out otherwise if the comparison did. */
  const decidedIn = (world: World): Diagram<boolean> => {
    const { diagrams } = world.cases
    const as = (by: boolean): Diagram<boolean> => world.written(user.condition, scope, { part: condition, by })
    return diagrams.all([as(true), diagrams.not(as(false))])
  }
  return {
    code: 'constant-part',
    place,
    about: shown(condition),
    reads: [],
    message: () => ({
      nl: `wat een organisatie ook instelt, dit is ${always ? 'altijd' : 'nooit'} zo: ${shown(condition)}`,
      en: `whatever an organisation sets, this is ${always ? 'always' : 'never'} so: ${shown(condition)}`,
    }),
    holds: () => true,
    shownBy: (world) => {
      const decided = decidedIn(world)
      return isNever(decided) ? world.cases.diagrams.known(true) : decided
    },
    proves: (run) =>
      run.condition(condition) === (always ? 'met' : 'not-met') && run.condition(expandedRoot(user)) !== 'open',
  }
}
