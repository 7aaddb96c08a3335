import * as z from '../zod'

/** The closed set of operators: json-rules-engine's own, without path, decorators or code. */
export const OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'contains',
  'doesNotContain',
] as const
export type Operator = (typeof OPERATORS)[number]

export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
export const ruleId = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/)
export const factId = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/)

type Scalar = string | number | boolean

/**
 * One comparison, in json-rules-engine's own form; a threshold is named: `{ "fact": "policy.<name>" }`. The fact itself
 * can be a policy parameter that is a number, so that a choice between positions in the sources is one too.
 */
export interface Leaf {
  readonly fact: string
  readonly operator: Operator
  readonly value: Scalar | readonly Scalar[] | { readonly fact: string }
}

/** A condition as written: comparisons in groups, and references to the named conditions of the same file. */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly condition: string }

/** Checked by check-conditions, which says more about a fault than a union of schemas can. */
export const condition = z.custom<Condition>((value) => typeof value === 'object' && value !== null)

/**
 * A length of time: an ISO 8601 duration, or the policy parameter that holds one or that counts weeks; `plus` names a
 * second parameter, which comes on top.
 */
export const length = z.union([z.string(), z.strictObject({ policy: z.string(), plus: z.string().optional() })])

export type Length = z.Infer<typeof length>
