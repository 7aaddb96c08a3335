import canonicalize from 'canonicalize'
import { issuesFor, physiciansAnswer } from '../../core/audience/employer-issues'
import { openCase } from '../../core/case/case'
import { unknownServices } from '../../core/case-issues'
import type { Issue } from '../../core/issue/issue'
import type { ResolvedOptions } from '../../core/options'
import { factsOf } from '../../core/rules/facts-of'
import { type MigratedValue, type MigrationChain, nameAfter } from '../../core/rules/migrations-document'
import { type CheckedSnapshot, checkSnapshot } from '../../core/snapshot/check-snapshot'
import { isUnknownWord, type Tier } from '../../core/snapshot/fact'
import { type Path, PLACES, placeOf } from '../../core/snapshot/place'
import { copyPlainData, isRecord } from '../../core/snapshot/plain-data'
import type { Snapshot } from '../../core/snapshot/snapshot'
import * as z from '../../core/zod'
import { type MigrateOptions, type ResolvedMigrateOptions, resolveMigrateOptions } from './migrate-options'
import type { MigrationChange } from './migrate-words'
import {
  type Data,
  dropIfEmpty,
  type Holder,
  holdersOf,
  lastKey,
  type MigrationStep,
  put,
  tellChange,
  tellIssue,
} from './migration-step'

/** The snapshot under this version with what changed in it, or why it could not be brought along. */
export type MigratedSnapshot =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly changes: readonly MigrationChange[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Brings stored answers to the questions of a newer rule set, by the migrations that the rule set declares.
 *
 * @param snapshot A snapshot as it was stored: plain JSON data. It is copied, never changed.
 * @param options `from`, the version that it was filled in for; the rule set to go to; who reads what it tells, the
 *   employer unless told otherwise; the language of messages.
 * @returns The snapshot as `parseSnapshot` gives it, with one change for each answer that was renamed, joined or
 *   dropped, in the order of the migrations; or every issue. Nothing is lost without a change that says so, and
 *   refused is: a version that the rule set does not know, an answer to what is no longer asked unless the migration
 *   lets it go, different answers under an old and a new name, and a result that is no valid snapshot. Never throws.
 *
 * Changes and issues hold no answer, but they name facts, and so which medical question was answered. For the audience
 * `employer` there is no change of a medical answer, nor of what is no longer asked where it may have been medical, and
 * whatever is wrong with those answers is one issue, `physicians-answer`; these can be logged and shown to the employer's
 * side. For `full` every change is there, for the physician's. The snapshot holds every answer, whatever the audience.
 */
export function migrateSnapshot(snapshot: unknown, options: MigrateOptions): MigratedSnapshot {
  const resolved = resolveMigrateOptions(options)
  if ('issues' in resolved) return { ok: false, issues: resolved.issues }
  const { settings, chains } = resolved
  const copied = copyPlainData(snapshot, undefined, settings)
  if (!copied.ok) return { ok: false, issues: issuesBefore(copied.issues, resolved) }
  const changes: MigrationChange[] = []
  const issues = isRecord(copied.value) ? migrate(copied.value, chains, settings, changes) : []
  if (issues.length > 0) return { ok: false, issues }
  const parsed = parse(copied.value, settings)
  return parsed.ok ? { ...parsed, changes } : parsed
}

/** Stops after the migration that finds something wrong: the next one starts from what this one makes. */
function migrate(
  data: Data,
  chains: readonly MigrationChain[],
  { ruleSet, locale, audience }: ResolvedOptions,
  changes: MigrationChange[],
): readonly Issue[] {
  const facts = factsOf(ruleSet)
  for (const { id, migrations } of chains)
    for (const [index, migration] of migrations.entries()) {
      // Of what is asked no more nobody knows the tier: it may have been medical.
      const tierOf = (name: string): Tier => tierIn(facts, nameAfter(name, migrations.slice(index)))
      const step: MigrationStep = { data, migration, ruleSet: id, locale, audience, tierOf, changes, issues: [] }
      migrateValues(step)
      migrateFacts(step)
      if (step.issues.length > 0) return step.issues
    }
  return []
}

/** What is no plain data stands under the names that facts had. */
function issuesBefore(found: readonly Issue[], { settings, chains }: ResolvedMigrateOptions): readonly Issue[] {
  const { ruleSet, audience, locale } = settings
  if (audience === 'full') return found
  const facts = factsOf(ruleSet)
  const sections = new Set([...facts.keys()].map((fact) => fact.split('.')[0]))
  const former = chains.flatMap(({ migrations }) =>
    migrations.flatMap(({ renameFacts = [], removeFacts = [] }, index) =>
      [...renameFacts.map(({ from }) => from), ...removeFacts.map(({ fact }) => fact)].filter(
        (name) => tierIn(facts, nameAfter(name, migrations.slice(index))) === 'medical',
      ),
    ),
  )
  const isPhysicians = ({ path }: Issue): boolean => {
    const name = path.filter((key) => typeof key === 'string').join('.')
    return former.some(
      (fact) => `${name}.`.startsWith(`${fact}.`) || (fact.startsWith(`${name}.`) && !sections.has(name)),
    )
  }
  const told = found.filter((issue) => !isPhysicians(issue))
  const shown = issuesFor(told, settings).filter(({ code }) => code !== 'physicians-answer')
  return shown.length === found.length ? found : [...shown, physiciansAnswer(locale)]
}

/** The tier of a fact, or of the fact that a key lies in. */
function tierIn(facts: ReturnType<typeof factsOf>, name: string | undefined): Tier {
  for (let at = name ?? ''; at.includes('.'); at = at.slice(0, at.lastIndexOf('.'))) {
    const fact = facts.get(at)
    if (fact) return fact.tier
  }
  return 'medical'
}

type Checked =
  | { readonly ok: true; readonly snapshot: CheckedSnapshot }
  | { readonly ok: false; readonly issues: readonly Issue[] }

function parse(data: unknown, settings: ResolvedOptions): Checked {
  const parsed = checkSnapshot(data, settings)
  if (!parsed.ok) return { ok: false, issues: issuesFor(parsed.issues, settings) }
  const strangers = unknownServices(openCase(parsed.snapshot), settings)
  return strangers.length > 0 ? { ok: false, issues: strangers } : parsed
}

/** The facts that are gone or have another name. */
function migrateFacts(step: MigrationStep): void {
  const { removeFacts = [], renameFacts = [] } = step.migration
  removeAnswers(step)
  // A key inside a fact before the fact itself, which takes it along.
  const depths = [...new Set(renameFacts.map(({ from }) => depthOf(from)))].sort((a, b) => b - a)
  for (const depth of depths) moveAnswers(step, depth)
  for (const { fact } of removeFacts) dropIfEmpty(step.data, sectionOf(fact))
  for (const { from } of renameFacts) dropIfEmpty(step.data, sectionOf(from))
}

function removeAnswers(step: MigrationStep): void {
  for (const { fact, mayDrop, reason } of step.migration.removeFacts ?? [])
    for (const { holder, at } of holdersOf(step.data, fact)) {
      const key = lastKey(fact)
      const path = [...at, key]
      // Nothing is lost with an answer that says that it is not known.
      if (!mayDrop && !isUnknownWord(holder[key])) tellIssue(step, 'removed-answer', 'removedFact', path, { reason })
      else {
        delete holder[key]
        tellChange(step, 'fact-dropped', path, { reason })
      }
    }
}

/** An answer on its way from an old name to a new one. */
interface Moving {
  readonly answer: unknown
  readonly path: Path
  readonly into: Data
  readonly to: Path
}

/** All at once: two facts can have changed names. */
function moveAnswers(step: MigrationStep, depth: number): void {
  const moving = (step.migration.renameFacts ?? [])
    .filter(({ from }) => depthOf(from) === depth)
    .flatMap(({ from, to }) =>
      holdersOf(step.data, from).flatMap(({ holder, at }): Moving[] => {
        const [section = ''] = to.split('.')
        const into = depth > 2 ? holder : sectionIn(step.data, section)
        // What stands in the place of a section is none: the snapshot is refused for that.
        if (!into) return []
        const key = lastKey(from)
        return [{ answer: holder[key], path: [...at, key], into, to: depth > 2 ? [...at, lastKey(to)] : to.split('.') }]
      }),
    )
  for (const { path } of moving) take(step.data, path)
  for (const { answer, path, into, to } of moving) {
    const key = String(to.at(-1))
    if (!Object.hasOwn(into, key)) {
      put(into, key, answer)
      tellChange(step, 'fact-renamed', path, { to })
    } else if (canonicalize(into[key]) === canonicalize(answer)) tellChange(step, 'fact-joined', path, { to })
    else tellIssue(step, 'conflicting-answers', 'conflict', path, { to })
  }
}

function sectionIn(root: Data, section: string): Data | undefined {
  if (!Object.hasOwn(root, section)) put(root, section, {})
  const found = root[section]
  return isRecord(found) ? found : undefined
}

function take(root: Data, path: Path): void {
  const holder = path.slice(0, -1).reduce<unknown>((inside, key) => (inside as Data)[key], root) as Data
  delete holder[String(path.at(-1))]
}

const depthOf = (name: string): number => name.split('.').length
const sectionOf = (name: string): string => name.split('.')[0] ?? ''

/** The values that are gone or have another name, wherever an answer has one. */
function migrateValues(step: MigrationStep): void {
  removeValues(step)
  const { renameValues = [] } = step.migration
  for (const fact of new Set(renameValues.map((rename) => rename.fact))) {
    const names = new Map(renameValues.filter((rename) => rename.fact === fact).map(({ from, to }) => [from, to]))
    for (const { holder, at } of holdersOf(step.data, fact)) renameIn(holder, at, fact, names, step)
  }
}

function renameIn(
  holder: Holder['holder'],
  at: Holder['at'],
  fact: string,
  names: ReadonlyMap<unknown, MigratedValue>,
  step: MigrationStep,
): void {
  const key = lastKey(fact)
  const found = holder[key]
  const renamed = Array.isArray(found)
    ? // Two old values can have become one.
      [...new Set(found.map((item: unknown) => names.get(item) ?? item))]
    : (names.get(found) ?? found)
  const changed = JSON.stringify(renamed) !== JSON.stringify(found)
  if (changed) put(holder, key, renamed)
  // To tell it only where the answer changed would tell the answer.
  if (changed || step.tierOf(fact) === 'medical') tellChange(step, 'value-renamed', [...at, key])
}

function removeValues(step: MigrationStep): void {
  for (const { fact, value, mayDrop, reason } of step.migration.removeValues ?? []) {
    const key = lastKey(fact)
    const gone = holdersOf(step.data, fact).filter(({ holder }) => has(holder[key], value))
    const paths = gone.map(({ at }) => [...at, key])
    for (const path of paths)
      if (mayDrop) tellChange(step, 'value-dropped', path, { reason })
      else tellIssue(step, 'removed-answer', 'removedValue', path, { reason })
    // From the last entry of a list on, so that the places of the others stay.
    if (mayDrop) for (const path of [...paths].reverse()) leaveOut(step.data, path)
  }
}

/** A list without one of its values would say that the value does not hold: then the whole list is asked again. */
const has = (answer: unknown, value: MigratedValue): boolean =>
  answer === value || (Array.isArray(answer) && answer.includes(value))

/** Takes away the smallest part that a snapshot can do without: an answer, or the entry that is none without it. */
function leaveOut(root: Data, path: Path): void {
  const isRequired = PLACES.has(placeOf(path)) && !(PLACES.get(placeOf(path)) instanceof z.ZodOptional)
  const key = path.at(-1)
  const holder = path.slice(0, -1).reduce<unknown>((inside, step) => (inside as Data)[step], root)
  if (Array.isArray(holder) && typeof key === 'number') holder.splice(key, 1)
  else if (isRequired && path.length > 2) leaveOut(root, path.slice(0, -1))
  else if (key !== undefined) delete (holder as Data)[key]
}
