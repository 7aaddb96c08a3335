import * as z from '../zod'
import { basis, citations, text } from './parameter'
import { condition, id, length, ruleId } from './rule-parts'

export const SERVICE_KINDS = ['advice', 'judgement', 'guidance', 'consultation', 'preventive', 'other'] as const

/** What a service takes, from the lightest on; shown, and no reason for an order. */
export const EFFORTS = [
  'talk',
  'visit',
  'assessment',
  'guidance',
  'conference',
  'trajectory',
  'statutory',
  'group',
] as const

/** On whose authority a relation stands, and what it says to a labour expert who would dispute it. */
const grounds = { basis, sources: citations, text }

/** A need: always, or while a condition holds; `before`: the service is not even requested until it is met. */
export const needOf = z.union([
  id,
  z.strictObject({ need: id, when: condition.optional(), before: z.literal(true).optional() }),
])

/** Makes another service superfluous while it is certain, not held, not blocked, and stands before it. */
const cover = z.strictObject({
  service: id,
  /** Also while the covering service is blocked. */
  evenBlocked: z.literal(true).optional(),
  /** Only while the covering service has this rank or one before it. */
  upToRank: z.int().min(1).optional(),
  /** Only these reasons of the other service: it is covered when each of its certain reasons is. */
  reasons: z.array(ruleId).min(1).optional(),
  /** Only its fixed moments. */
  fixedMoments: z.literal(true).optional(),
  ...grounds,
})

const service = z.strictObject({
  id,
  title: text,
  kind: z.enum(SERVICE_KINDS),
  /** What to do, as an instruction without a full stop: "Request a labour expert assessment". */
  request: text.optional(),
  description: text,
  needs: z.array(needOf),
  sources: citations,
  /** `group`: advice about a job group, never a referral of a person. */
  level: z.enum(['person', 'group']).optional(),
  effort: z.enum(EFFORTS).optional(),
  price: z.strictObject({ euro: z.int().min(1), text, sources: citations }).optional(),
  /** Where it stands among services that are due: 1 goes first. */
  priority: z.strictObject({ rank: z.int().min(1).max(99), ...grounds }).optional(),
  /** It has nothing to wait for: due beside whatever comes first. */
  beside: z.literal(true).optional(),
  covers: z.array(cover).optional(),
  /** What stands in while it is the step and blocked. */
  meanwhile: z.strictObject({ service: id, ...grounds }).optional(),
  /** Not for people of these regimes. */
  notFor: z.strictObject({ regimes: z.array(z.string()).min(1), ...grounds }).optional(),
  /**
   * Once delivered in a case its question is answered: not advised again until the capacity was described anew, or, once,
   * until `reopenedBy` holds.
   */
  answersQuestion: z.strictObject({ reopenedBy: condition.optional(), ...grounds }).optional(),
  requestedBy: z
    .array(
      z.strictObject({
        role: z.enum(['case-manager', 'occupational-physician', 'employer', 'employee']),
        sources: citations,
      }),
    )
    .optional(),
  accepted: z
    .array(z.strictObject({ finding: z.string(), reason: z.string().regex(/\S/) }))
    .min(1)
    .optional(),
})

const need = z.strictObject({
  id,
  title: text,
  /** A fact that is yes or no, and that the employer may know. */
  fact: z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/),
  firstStep: text,
  /** Whom to ask. */
  of: z.enum(['occupational-physician', 'employee', 'employer', 'case-manager']).optional(),
  /** Known not to be so: the service is held instead of blocked, since nobody is pressed. */
  whenRefused: z.strictObject({ text, reviewAfter: length }).optional(),
  basis,
  sources: citations,
})

export const servicesDocument = z.strictObject({
  $schema: z.string().optional(),
  /** In the rule set's order, the last tie-break between recommendations. */
  services: z.array(service).min(1),
  needs: z.array(need),
})

export type ServicesDocument = z.Infer<typeof servicesDocument>
export type ServiceDocument = ServicesDocument['services'][number]
export type CoverDocument = z.Infer<typeof cover>
export type NeedOf = z.Infer<typeof needOf>
