import { isUnknownWord } from '../snapshot/fact'
import * as z from '../zod'
import { text } from './parameter'

const version = z.string().regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)

/** A fact by its id, or a key inside one: `process.services.service` is the service in each entry of that list. */
const place = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/)

/** A value of a choice, one of a list of them, or yes or no; what says that a fact is not known stays what it is. */
const value = z.union([
  z.boolean(),
  z
    .string()
    .min(1)
    .refine((word) => !isUnknownWord(word)),
])

/** What is no longer asked. Answers are dropped where `mayDrop` says so; elsewhere a snapshot that has one is refused. */
const removal = { mayDrop: z.boolean(), reason: text }

/**
 * What became of the questions between two versions; it holds for every version from `from` on and before `to`. Names
 * and values are those of the old version, and all changes of one migration happen at once: values first.
 */
const migration = z.strictObject({
  from: version,
  to: version,
  renameFacts: z.array(z.strictObject({ from: place, to: place })).optional(),
  removeFacts: z.array(z.strictObject({ fact: place, ...removal })).optional(),
  renameValues: z.array(z.strictObject({ fact: place, from: value, to: value })).optional(),
  removeValues: z.array(z.strictObject({ fact: place, value, ...removal })).optional(),
})

export const migrationsDocument = z.strictObject({
  $schema: z.string().optional(),
  /** The oldest version whose snapshots can be read; the first migration starts from it. */
  oldest: version,
  migrations: z.array(migration),
})

export type MigrationsDocument = z.Infer<typeof migrationsDocument>
export type Migration = z.Infer<typeof migration>
/** Why something is no longer asked, in every language. */
export type RemovalReason = z.Infer<typeof text>
export type MigratedValue = z.Infer<typeof value>
