import type { MigratedValue, Migration } from './migrations-document'

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
