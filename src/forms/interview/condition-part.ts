import { perRuleSet } from '../../core/cache'
import type { Leaf } from '../../core/rules/document'
import { type Expanded, leavesOf, type RuleSet } from '../../core/rules/rule-set'

/** A condition of a rule set with its members looked up once: what is known of it for a case is kept by `place`. */
export type Part = Comparison | Group

interface Comparison {
  readonly kind: 'comparison'
  readonly place: number
  readonly condition: Leaf
  readonly leaves: readonly Leaf[]
}

export interface Group {
  readonly kind: 'all' | 'any'
  readonly place: number
  readonly members: readonly Part[]
  readonly leaves: readonly Leaf[]
}

/** The part that a condition of the rule set is. Comparisons with the same words share one, wherever they stand. */
export const partsOf = perRuleSet((_: RuleSet): ((condition: Expanded) => Part) => {
  const parts = new Map<Expanded | string, Part>()
  let places = 0
  const make = (condition: Expanded): Part => {
    if ('all' in condition || 'any' in condition) {
      const [kind, members] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
      return { kind, members: members.map(partOf), leaves: leavesOf(condition), place: places++ }
    }
    const words = JSON.stringify([condition.fact, condition.operator, condition.value])
    const part = parts.get(words) ?? { kind: 'comparison', condition, leaves: [condition], place: places++ }
    parts.set(words, part)
    return part
  }
  const partOf = (condition: Expanded): Part => {
    const part = parts.get(condition) ?? make(condition)
    parts.set(condition, part)
    return part
  }
  return partOf
})
