import type { Issue } from '../issue/issue'
import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'
import { QUIETLY } from '../snapshot/parse-options'
import { PLACES } from '../snapshot/place'
import type * as z from '../zod'
import { finding, inside, type Place, unknownName } from './finding'
import {
  byVersion,
  compareVersions,
  type MigratedValue,
  type Migration,
  type MigrationChain,
  nameAfter,
  valueAfter,
} from './migrations-document'
import type { RuleSetNames } from './names'

const FILE = 'migrations.json'

/** A migration, where it stands, and what comes after it. */
interface Link {
  readonly place: Place
  readonly migration: Migration
  readonly later: readonly Migration[]
}

/**
 * The migrations of one rule set: they lead in one line from the oldest version to this one, and what they name is
 * there in the end, or removed on the way.
 */
export function checkMigrations(chain: MigrationChain, names: RuleSetNames): Issue[] {
  const ordered = byVersion(chain.migrations)
  const links = ordered.map(
    (migration, index): Link => ({
      place: { file: FILE, path: ['migrations', chain.migrations.indexOf(migration)] },
      migration,
      later: ordered.slice(index + 1),
    }),
  )
  const backwards = links.filter(({ migration }) => compareVersions(migration.from, migration.to) >= 0)
  if (backwards.length > 0)
    return backwards.map(({ place }) => invalid(inside(place, 'to'), 'a migration leads to a later version'))
  return [
    ...checkLine(chain, links),
    ...links.flatMap((link) => [
      ...checkTwice(link),
      ...checkRenamedFacts(link, names),
      ...checkRemovedFacts(link),
      ...checkValues(link, names),
    ]),
  ]
}

/** Without a gap, a fork or a circle: each starts where the one before it leads to. */
function checkLine({ version, oldest }: MigrationChain, links: readonly Link[]): Issue[] {
  const gaps = links.flatMap(({ place, migration }, index) => {
    const before = links[index - 1]?.migration.to ?? oldest
    return migration.from === before
      ? []
      : [invalid(inside(place, 'from'), `the migrations leave a gap or overlap: start from ${before}`)]
  })
  const last = links.at(-1)
  const end = last?.migration.to ?? oldest
  const place: Place = last ? inside(last.place, 'to') : { file: FILE, path: ['oldest'] }
  return compareVersions(end, version) > 0
    ? [...gaps, invalid(place, `this rule set is version ${version}: no migration leads past it`)]
    : gaps
}

/** One old name, or one old value of a fact, becomes one thing. */
function checkTwice({ place, migration }: Link): Issue[] {
  const { renameFacts = [], removeFacts = [], renameValues = [], removeValues = [] } = migration
  const facts = [
    ...renameFacts.map(({ from }, index) => ({ key: from, at: inside(place, 'renameFacts', index, 'from') })),
    ...removeFacts.map(({ fact }, index) => ({ key: fact, at: inside(place, 'removeFacts', index, 'fact') })),
  ]
  const values = [
    ...renameValues.map(({ fact, from }, index) => ({
      key: `${fact} ${JSON.stringify(from)}`,
      at: inside(place, 'renameValues', index, 'from'),
    })),
    ...removeValues.map(({ fact, value }, index) => ({
      key: `${fact} ${JSON.stringify(value)}`,
      at: inside(place, 'removeValues', index, 'value'),
    })),
  ]
  return [facts, values].flatMap((list) =>
    list
      .filter(({ key }, index) => list.findIndex((other) => other.key === key) !== index)
      .map(({ at }) => finding('duplicate-id', at, 'this migration says twice what becomes of this')),
  )
}

function checkRenamedFacts({ place, migration, later }: Link, names: RuleSetNames): Issue[] {
  return (migration.renameFacts ?? []).flatMap(({ from, to }, index): Issue[] => {
    const at = inside(place, 'renameFacts', index)
    const found = nameAfter(to, later)
    if (from === to) return [invalid(inside(at, 'to'), 'give another name than the old one')]
    if (found !== undefined && !isKnown(found, names)) return [unknownFact(inside(at, 'to'), to, names)]
    if (parentOf(from) !== parentOf(to) && (depthOf(from) > 2 || depthOf(to) > 2))
      return [invalid(inside(at, 'to'), 'a key inside a fact stays inside it: change its last part only')]
    if (isKnown(from, names) && ![migration, ...later].some((next) => next.renameFacts?.some((one) => one.to === from)))
      return [invalid(inside(at, 'from'), 'this fact is still asked: its answers are not moved to another')]
    if (found !== undefined && isMedicalSection(from) && names.asked.get(found)?.tier === 'employer')
      return [
        finding('tier-conflict', inside(at, 'to'), 'the answers are medical, and the employer may hold this fact'),
      ]
    return []
  })
}

/** A fact inside one that is renamed or removed at the same time would be looked for in two places. */
function checkRemovedFacts({ place, migration }: Link): Issue[] {
  const { removeFacts = [], renameFacts = [] } = migration
  return removeFacts.flatMap(({ fact }, index) =>
    [...removeFacts.map((other) => other.fact), ...renameFacts.map(({ from }) => from)].some((other) =>
      fact.startsWith(`${other}.`),
    )
      ? [invalid(inside(place, 'removeFacts', index, 'fact'), 'what it lies in is renamed or removed at the same time')]
      : [],
  )
}

function checkValues({ place, migration, later }: Link, names: RuleSetNames): Issue[] {
  const all = [migration, ...later]
  const facts = [
    ...(migration.renameValues ?? []).map(({ fact }, index) => ({ fact, at: inside(place, 'renameValues', index) })),
    ...(migration.removeValues ?? []).map(({ fact }, index) => ({ fact, at: inside(place, 'removeValues', index) })),
  ]
  const strangers = facts.flatMap(({ fact, at }) => {
    const found = nameAfter(fact, all)
    return found === undefined || isKnown(found, names) ? [] : [unknownFact(inside(at, 'fact'), fact, names)]
  })
  const misfits = (migration.renameValues ?? []).flatMap(({ fact, from, to }, index): Issue[] => {
    const at = inside(place, 'renameValues', index, 'to')
    if (from === to) return [invalid(at, 'give another value than the old one')]
    const name = nameAfter(fact, all)
    // This migration renames the fact, but its values only once.
    const value = name && nextOf(fact, to, migration, later)
    if (name === undefined || value === undefined || !isKnown(name, names) || accepts(name, value, names)) return []
    return [finding('unknown-value', at, `${name} has no such value`)]
  })
  return [...strangers, ...misfits]
}

function nextOf(fact: string, value: MigratedValue, migration: Migration, later: readonly Migration[]) {
  const name = nameAfter(fact, [migration])
  return name === undefined ? undefined : valueAfter(name, value, later)
}

const parentOf = (name: string): string => name.slice(0, name.lastIndexOf('.'))
const depthOf = (name: string): number => name.split('.').length

const invalid = (place: Place, message: string): Issue => finding('invalid-migration', place, message)
const unknownFact = (place: Place, name: string, names: RuleSetNames): Issue =>
  unknownName('unknown-fact', place, 'fact', name, placesOf(names))

/** Facts, and the keys inside them, as a snapshot can have them. */
const KEYS: ReadonlyMap<string, readonly z.core.$ZodType[]> = new Map(
  [...PLACES.keys()]
    .filter((place) => place.includes('.') && !place.endsWith('[]'))
    .map((place) => [
      place.replaceAll('[]', ''),
      [PLACES.get(place), PLACES.get(`${place}[]`)].flatMap((schema) => schema ?? []),
    ]),
)

/** Whether a snapshot of this rule set can have an answer under a name. */
const isKnown = (name: string, { asked }: RuleSetNames): boolean => KEYS.has(name) || asked.has(name)

/** The one text that is a name of the rule set. */
const SERVICE = 'process.services.service'

/** Whether an answer can have a value. */
function accepts(name: string, value: MigratedValue, { asked, services }: RuleSetNames): boolean {
  if (name === SERVICE) return services.has(String(value))
  const schemas = KEYS.get(name)
  if (schemas) return schemas.some((schema) => (schema as z.ZodType).safeParse(value, QUIETLY).success)
  return acceptsOwn(asked.get(name), value)
}

function acceptsOwn(fact: BaseFact | undefined, value: MigratedValue): boolean {
  if (fact?.type === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && fact?.options !== undefined && Object.hasOwn(fact.options, value)
}

/** Of an old name only its section tells the tier: some hold nothing but what is the physician's. */
const isMedicalSection = (name: string): boolean => {
  const section = name.slice(0, name.indexOf('.') + 1)
  const beside = [...BASE_FACTS.values()].filter(({ id }) => id.startsWith(section))
  return beside.length > 0 && beside.every(({ tier }) => tier === 'medical')
}

/** Every name that a migration can lead to. */
const placesOf = ({ asked }: RuleSetNames): readonly string[] => [...asked.keys(), ...KEYS.keys()]
