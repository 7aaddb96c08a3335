import type { MigratedValue } from '../../core/rules/migrations-document'
import { PLACES, placeOf } from '../../core/snapshot/place'
import type { Path } from '../../core/snapshot/shown-path'
import * as z from '../../core/zod'
import { type Data, type Holder, holdersOf, lastKey, put } from './holders'
import { type MigrationStep, tellChange, tellIssue } from './migration-step'

/** The values that are gone or have another name, wherever an answer has one. */
export function migrateValues(step: MigrationStep): void {
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
