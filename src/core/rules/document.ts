import * as z from '../zod'
import { accepted, basis, citations, isoDay, parameterSchema, text } from './parameter'
import { condition, factId, id, length, ruleId } from './rule-parts'
import { needOf } from './service-document'

export type { Condition, Leaf, Length, Operator } from './rule-parts'
export { id, OPERATORS, ruleId } from './rule-parts'
export type { ServicesDocument } from './service-document'
export { SERVICE_KINDS, servicesDocument } from './service-document'

const timing = z.strictObject({
  /** `asOf`, or a fact that is a day. */
  anchor: z.string(),
  from: length,
  until: length,
  /** `overdue`: still worth having after its window. `over`: its moment is gone, and so is the recommendation. */
  whenPassed: z.enum(['overdue', 'over']),
  /** It starts no earlier than this: "now, once three months are reached". */
  notBefore: z.strictObject({ anchor: factId, length }).optional(),
  /** How long it is of use, which is no urgency; with `over` the reason ends after it. */
  worthwhileUntil: z.strictObject({ anchor: factId, length }).optional(),
  /** Counted from the anchor: before that, an earlier moment is the reason, and this one is not there yet. */
  notShownBefore: length.optional(),
  basis,
})

const services = z.array(id).min(1)
const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('recommend'), params: z.strictObject({ services }) }),
  z.strictObject({
    type: z.literal('hold'),
    /** Looked at again after a length of time, counted from the day on which it was first so, or on a day that is a fact. */
    params: z.union([
      z.strictObject({ services, reviewAfter: length }),
      z.strictObject({ services, reviewOn: factId }),
    ]),
  }),
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
  /** The rank of its services for this reason, in place of their own. */
  priority: z.int().min(1).max(99).optional(),
  /** What this reason needs besides what its services need. */
  needs: z.array(needOf).min(1).optional(),
  /** A moment that comes back: a recent delivery of the service does not take it away. */
  fixedMoment: z.boolean().optional(),
  text,
  /** The same while it is open, as a question: "Is the job heavy for long already? Then ...". */
  whenOpen: text.optional(),
  basis,
  sources: citations,
  /** For those who read the rules, in both languages; an older one may be in one. */
  note: z.union([text, z.string()]).optional(),
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
        /** Other places where it can be read. */
        otherUrls: z.array(z.string()).min(1).optional(),
        /** When what it says holds: of a law the version that was read, of a guide as long as it is kept up. */
        validFrom: isoDay.optional(),
        validUntil: isoDay.optional(),
        /** The day on which what is cited was last held against it. */
        checkedOn: isoDay.optional(),
        /** Which version was read, and what could not be checked. */
        note: text.optional(),
        language: z.enum(['nl', 'en']),
        sections: z
          .array(
            z.strictObject({
              id: z.string(),
              title: z.string(),
              url: z.string().optional(),
              /** What it says there, in our own words: a passage is cited and not copied. */
              says: text.optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

const doubt = z.strictObject({ text, basis, sources: citations })

export const milestonesDocument = z.strictObject({
  $schema: z.string().optional(),
  /** What to say of the calendar itself: where the first day of illness is in doubt, and where nothing is due. */
  doubts: z.strictObject({
    /** It depends on whether a gap was leave, whether the two adjoin, or whether illness around it is one case (SV-06). */
    'first-day-not-settled': doubt,
    /** Leave inside a gap that would merge without it: the sources conflict (SV-09). */
    'leave-inside-gap': doubt,
    /** A day is known to the month. */
    'first-day-within-month': doubt,
    /** Spells before the list could belong to the case (absence.spellsFrom). */
    'spells-incomplete': doubt,
    /** On leave: neither ill nor at work. */
    'on-leave': doubt,
    /** The contract has ended: no duty of the employer is left, and the count goes on. */
    'contract-ended': doubt,
    /** The period of wages is over, and with it the duties of the employer. */
    'wages-over': doubt,
  }),
  milestones: z
    .array(
      z.strictObject({
        id,
        title: text,
        text,
        /** A fact that is a day; when it has none, `otherwise` is used, and without that there is no deadline. */
        after: z.strictObject({ anchor: factId, length }),
        otherwise: z.strictObject({ anchor: factId, length, basis }).optional(),
        windowFrom: length.optional(),
        /** Withheld where its day lies less than this after that day. */
        appliesFrom: z.strictObject({ anchor: factId, length }).optional(),
        /** A fact that is a day: withheld where its own day certainly lies after it, and once it is certainly over. */
        appliesUntil: factId.optional(),
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

export type RuleDocument = z.Infer<typeof rule>
export type RuleEvent = z.Infer<typeof event>
export type TimingDocument = z.Infer<typeof timing>
export type ChecklistDocument = z.Infer<typeof checklistDocument>
export type ManifestDocument = z.Infer<typeof manifestDocument>
export type SourcesDocument = z.Infer<typeof sourcesDocument>
export type MilestonesDocument = z.Infer<typeof milestonesDocument>
