import * as z from '../zod'
import {
  checklistIds,
  id,
  manifestDocument,
  milestonesDocument,
  ruleId,
  servicesDocument,
  sourcesDocument,
} from './document'
import { parameterSchema, text } from './parameter'

/** What a rule set says of itself when it extends another: what it does not repeat, it takes over as it is. */
export const extensionManifest = z.derived(() =>
  manifestDocument.extend({
    /** Exactly this version, so that the same files give the same advice whatever is installed. */
    extends: z.strictObject({ id: manifestDocument.shape.id, version: manifestDocument.shape.version }),
    /** Its own ones; those of the rule set that it extends come with that. */
    checklists: checklistIds,
    /** Rules of the other that are not in force here. */
    disables: z.array(z.strictObject({ rule: ruleId, reason: text })).optional(),
  }),
)

export const extensionServices = z.derived(() => servicesDocument.partial({ services: true, needs: true }))

export const extensionPolicy = z.strictObject({
  $schema: z.string().optional(),
  parameters: z.array(parameterSchema).optional(),
  /** Defaults of the other that are different here; the basis becomes our own choice. */
  overrides: z
    .array(z.strictObject({ name: parameterSchema.shape.name, default: parameterSchema.shape.default, reason: text }))
    .optional(),
})

export const extensionSources = sourcesDocument
export const extensionMilestones = z.derived(() => milestonesDocument.omit({ doubts: true }))

/** Words of the other that are different here, by id. What a word means stays the same: rules are not changed so. */
export const textsDocument = z.strictObject({
  $schema: z.string().optional(),
  rules: z.record(ruleId, z.strictObject({ text })).optional(),
  checklists: z.record(id, z.strictObject({ title: text.optional(), description: text.optional() })).optional(),
  services: z.record(id, z.strictObject({ title: text.optional(), description: text.optional() })).optional(),
  needs: z.record(id, z.strictObject({ title: text.optional(), firstStep: text.optional() })).optional(),
  milestones: z.record(id, z.strictObject({ title: text.optional(), text: text.optional() })).optional(),
})

export type ExtensionManifest = z.Infer<typeof extensionManifest>
export type Override = NonNullable<z.Infer<typeof extensionPolicy>['overrides']>[number]
export type TextsDocument = z.Infer<typeof textsDocument>
