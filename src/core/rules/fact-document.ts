import type { BaseFact } from '../snapshot/catalogue'
import { ROLES } from '../snapshot/fact'
import * as z from '../zod'
import { text } from './parameter'

const role = z.enum(ROLES)

/** Where the facts of an organisation stand in a snapshot, and how their ids start. */
export const OWN = 'own'

/** Far above any real rule set: an unanswered fact is tried in each of its values. */
export const MOST_OPTIONS = 50
export const MOST_FACTS = 200

const described = {
  id: z.string().regex(/^own\.[a-z][A-Za-z]*$/),
  tier: z.enum(['employer', 'medical']),
  /** The first is the one to ask. */
  answeredBy: z.tuple([role], role),
  question: text,
  /** What counts and what not to write, for the one who answers. */
  help: text.optional(),
}

/** The values of a choice with their labels, in the order in which a form shows them. */
const options = z.record(z.string().regex(/^(?!unknown$)[A-Za-z0-9][A-Za-z0-9._-]*$/), text)

/** A fact that an organisation adds to the vocabulary: asked, and read by rules, as any other. */
export const ownFact = z.discriminatedUnion('type', [
  z.strictObject({ ...described, type: z.literal('boolean') }),
  z.strictObject({ ...described, type: z.literal('choice'), options }),
  z.strictObject({ ...described, type: z.literal('choices'), options }),
  /** `range` is inclusive; `unit` in words. */
  z.strictObject({
    ...described,
    type: z.literal('number'),
    unit: z.string().min(1),
    range: z.tuple([z.number(), z.number()]),
  }),
  /** `none`: what "known not to exist" means, where that can be an answer. */
  z.strictObject({ ...described, type: z.literal('date'), none: text.optional() }),
])

export const factsDocument = z.strictObject({
  $schema: z.string().optional(),
  facts: z.array(ownFact),
})

export type FactsDocument = z.Infer<typeof factsDocument>

// Absent keys are absent, never undefined: what was read is a copy of plain JSON.
export const toFact = (fact: FactsDocument['facts'][number]): BaseFact => fact as BaseFact
