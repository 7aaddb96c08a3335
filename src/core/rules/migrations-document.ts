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

export type Migration = z.Infer<typeof migration>
/** Why something is no longer asked, in every language. */
export type RemovalReason = z.Infer<typeof text>
export type MigratedValue = z.Infer<typeof value>

/** The migrations of one rule set; of a rule set that extends another, those of the other stand apart. */
export interface MigrationChain {
  /** Of the rule set. */
  readonly id: string
  readonly version: string
  /** The oldest version that the chain starts from. */
  readonly oldest: string
  readonly migrations: readonly Migration[]
}

/** Negative where the first version is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** In the order of their versions: the order in a file means nothing. */
export const byVersion = (migrations: readonly Migration[]): readonly Migration[] =>
  [...migrations].sort((a, b) => compareVersions(a.from, b.from) || compareVersions(a.to, b.to))

/** What a name has become after some migrations; undefined where it was removed. */
export function nameAfter(name: string, migrations: readonly Migration[]): string | undefined {
  return migrations.reduce<string | undefined>((known, migration) => known && nextName(known, migration), name)
}

/** What a value has become after some migrations; undefined where it, or its fact, was removed. */
export function valueAfter(
  fact: string,
  value: MigratedValue,
  migrations: readonly Migration[],
): MigratedValue | undefined {
  let [name, found]: [string | undefined, MigratedValue] = [fact, value]
  for (const migration of migrations) {
    const next = nextValue(name, found, migration)
    name = nextName(name, migration)
    if (next === undefined || name === undefined) return undefined
    found = next
  }
  return found
}

function nextName(name: string, { removeFacts = [], renameFacts = [] }: Migration): string | undefined {
  if (removeFacts.some(({ fact }) => fact === name || isInside(name, fact))) return undefined
  const own = renameFacts.find(({ from }) => from === name)?.to ?? name
  const around = renameFacts.find(({ from }) => isInside(own, from))
  return around ? around.to + own.slice(around.from.length) : own
}

function nextValue(name: string, value: MigratedValue, migration: Migration): MigratedValue | undefined {
  const { renameValues = [], removeValues = [] } = migration
  if (removeValues.some((removed) => removed.fact === name && removed.value === value)) return undefined
  return renameValues.find(({ fact, from }) => fact === name && from === value)?.to ?? value
}

const isInside = (name: string, outer: string): boolean => name.startsWith(`${outer}.`)
