import type { Value } from '../diagram/diagram'
import type { Operator } from '../rules/document'

/** What a condition says of a case, in strong Kleene logic. `open`: it depends on what is not known. */
export type Outcome = 'met' | 'not-met' | 'open'

/** The outcome of each condition of a rule set, in the order of `conditionsOf`. */
export type Outcomes = readonly Outcome[]

/**
 * The closed set of operators on one known value, as json-rules-engine defines them. A fact that is known to have
 * no value (`null`: not absent, no such document) meets no comparison, not even `notEqual`.
 */
export function compare(operator: Operator, value: Value, threshold: unknown): boolean {
  if (value === null) return false
  switch (operator) {
    case 'equal':
      return value === threshold
    case 'notEqual':
      return value !== threshold
    case 'in':
      return (threshold as Value[]).includes(value)
    case 'notIn':
      return !(threshold as Value[]).includes(value)
    case 'lessThan':
      return (value as number) < (threshold as number)
    case 'lessThanInclusive':
      return (value as number) <= (threshold as number)
    case 'greaterThan':
      return (value as number) > (threshold as number)
    case 'greaterThanInclusive':
      return (value as number) >= (threshold as number)
    case 'contains':
      return (value as readonly string[]).includes(threshold as string)
    case 'doesNotContain':
      return !(value as readonly string[]).includes(threshold as string)
  }
}
