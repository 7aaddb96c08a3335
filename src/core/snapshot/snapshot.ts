import * as z from '../zod'
import { day } from './fact'
import { absence } from './vocabulary/absence'
import { conflict } from './vocabulary/conflict'
import { employment } from './vocabulary/employment'
import { causes, health } from './vocabulary/health'
import { physician } from './vocabulary/physician'
import { process } from './vocabulary/process'
import { returnToWork } from './vocabulary/return-to-work'
import { signals } from './vocabulary/signals'
import { taskLoad } from './vocabulary/task-load'

/**
 * One employee's case on one day. Strict: a key that is not here is an error. Every fact may be absent (not asked)
 * or "unknown" (asked, not known; `UNKNOWN_VALUES` has the words that tell why). No free text, no diagnosis, no cause
 * of illness.
 * This schema is the single source of the types, of validation and of what each fact is.
 */
export const snapshotSchema = z.strictObject({
  /** The day on which the case is looked at; nothing reads a clock. */
  asOf: day,
  /** A pseudonym for the host's own use; no rule reads it. */
  caseId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  employment: employment.optional(),
  absence: absence.optional(),
  taskLoad: taskLoad.optional(),
  conflict: conflict.optional(),
  returnToWork: returnToWork.optional(),
  health: health.optional(),
  causes: causes.optional(),
  process: process.optional(),
  physician: physician.optional(),
  signals: signals.optional(),
})

/** What is known of one case on one day, as `snapshotSchema` takes it. Every fact may be left out. */
export type Snapshot = z.Infer<typeof snapshotSchema>
