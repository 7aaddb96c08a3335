import * as z from 'zod'
import { accepted, basis, citations, isoDay, parameterSchema, text } from './parameter'

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
const factId = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/)

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
const length = z.union([z.string(), z.strictObject({ policy: z.string(), plus: z.string().optional() })])

const timing = z.strictObject({
  /** `asOf`, or a fact that is a day. */
  anchor: z.string(),
  from: length,
  until: length,
  /** `overdue`: still worth having after its window. `over`: its moment is gone, and so is the recommendation. */
  whenPassed: z.enum(['overdue', 'over']),
  basis,
})

const services = z.array(id).min(1)
const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('recommend'), params: z.strictObject({ services }) }),
  z.strictObject({ type: z.literal('hold'), params: z.strictObject({ services, reviewAfter: length }) }),
  z.strictObject({
    type: z.literal('waive'),
    params: z.union([z.strictObject({ services }), z.strictObject({ rules: z.array(ruleId).min(1) })]),
  }),
  z.strictObject({
    type: z.literal('notice'),
    /** `withHold`: shown only while that hold shows on a recommendation, so that the employer can be told too. */
    params: z.strictObject({ notice: id, withHold: ruleId.optional() }),
  }),
])

const rule = z.strictObject({
  id: ruleId,
  conditions: condition,
  event,
  timing: timing.optional(),
  /** A moment that comes back: a recent delivery of the service does not take it away. */
  fixedMoment: z.boolean().optional(),
  text,
  basis,
  sources: citations,
  note: z.string().optional(),
  accepted: accepted.optional(),
})

export const checklistDocument = z.strictObject({
  $schema: z.string().optional(),
  id,
  /** Where the checklist stands among the others; order in any list means nothing. */
  order: z.number().int(),
  title: text,
  description: text,
  sources: citations,
  /** The facts it asks for, in the order in which a form asks them. */
  questions: z.array(z.string()).min(1),
  conditions: z.record(id, condition).optional(),
  /** What makes the outcome of the checklist positive. */
  positive: condition,
  /** The cases for which it is meant to have a rule; those that make it positive, unless it says otherwise. */
  covers: condition.optional(),
  rules: z.array(rule).min(1),
  accepted: accepted.optional(),
})

export const checklistIds = z.array(id)

export const manifestDocument = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: text,
  jurisdiction: z.string(),
  validFrom: isoDay,
  validUntil: isoDay.nullable(),
  checkedOn: isoDay,
  checklists: checklistIds.min(1),
})

export const SERVICE_KINDS = ['advice', 'judgement', 'guidance', 'consultation', 'preventive', 'other'] as const

export const servicesDocument = z.strictObject({
  $schema: z.string().optional(),
  /** In the rule set's order, the last tie-break between recommendations. */
  services: z
    .array(
      z.strictObject({
        id,
        title: text,
        kind: z.enum(SERVICE_KINDS),
        description: text,
        needs: z.array(id),
        sources: citations,
      }),
    )
    .min(1),
  needs: z.array(z.strictObject({ id, title: text, fact: factId, firstStep: text, basis, sources: citations })),
})

export const policyDocument = z.strictObject({
  $schema: z.string().optional(),
  parameters: z.array(parameterSchema).min(1),
})

export const sourcesDocument = z.strictObject({
  $schema: z.string().optional(),
  sources: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        publisher: z.string(),
        date: z.string(),
        url: z.string().optional(),
        language: z.enum(['nl', 'en']),
        sections: z.array(z.strictObject({ id: z.string(), title: z.string() })).min(1),
      }),
    )
    .min(1),
})

const doubt = z.strictObject({ text, basis, sources: citations })

export const milestonesDocument = z.strictObject({
  $schema: z.string().optional(),
  /** What to say when the first day of illness itself is in doubt. */
  doubts: z.strictObject({
    /** It depends on whether a gap was leave, or on whether illness around the leave has one cause (SV-06). */
    'first-day-not-settled': doubt,
    /** Leave inside a gap that would merge without it: the sources conflict (SV-09). */
    'leave-inside-gap': doubt,
  }),
  milestones: z
    .array(
      z.strictObject({
        id,
        title: text,
        text,
        /** A fact that is a day; when it has none, `otherwise` is used. */
        after: z.strictObject({ anchor: factId, length }),
        otherwise: z.strictObject({ anchor: factId, length, basis }).optional(),
        windowFrom: length.optional(),
        /** Withheld from those for whom this is certainly not met. */
        conditions: condition.optional(),
        /** The fact that says on which day it was done. */
        doneBy: factId.optional(),
        basis,
        sources: citations,
      }),
    )
    .min(1),
})

export type RuleDocument = z.infer<typeof rule>
export type RuleEvent = z.infer<typeof event>
export type TimingDocument = z.infer<typeof timing>
export type Length = z.infer<typeof length>
export type ChecklistDocument = z.infer<typeof checklistDocument>
export type ManifestDocument = z.infer<typeof manifestDocument>
export type ServicesDocument = z.infer<typeof servicesDocument>
export type SourcesDocument = z.infer<typeof sourcesDocument>
export type MilestonesDocument = z.infer<typeof milestonesDocument>
