import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changesBetween, editText } from '../authoring/testing/edit-text'
import { saysSomething } from '../authoring/testing/expectation'
import { restateExpectation } from '../authoring/testing/restate-expectation'
import type { FixtureResult } from '../authoring/testing/run-fixture'
import type { Updated } from '../authoring/testing/run-json'
import type { Locale } from '../core/snapshot/fact'
import { type ReadFixtures, readFixtures } from './read-fixtures'
import { unreadable } from './read-input'
import { Refusal } from './refusal'

/** Of messages: those who keep rules read what the loader says of them, which is English too. */
const LOCALE: Locale = 'en'

/** Where fixtures are looked for: cases may stand beside other data. */
export const DEFAULT_FIXTURES = existsSync('fixtures/cases') ? 'fixtures/cases' : 'fixtures'

/** The fixtures in a folder and those below it. Throws a Refusal with everything that is no fixture. */
export function fixturesIn(directory: string): ReadFixtures['fixtures'] {
  const { fixtures, issues } = whileReading(directory, () => readFixtures(directory))
  if (issues.length > 0) throw new Refusal(issues)
  return fixtures
}

/** What the file system refuses, told as any other refusal. */
export function whileReading<Result>(directory: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw unreadable(error, 'path' in error ? String(error.path) : directory, LOCALE)
  }
}

/** What each failing fixture would have to say to hold. One that would say nothing is left as it is. */
export function planUpdates(failed: readonly FixtureResult[]): readonly Updated[] {
  return failed.flatMap(({ fixture, advice, outcomes }) => {
    if (!advice || !outcomes) return []
    const restated = restateExpectation(fixture.expect, advice, outcomes)
    const changes = changesBetween(fixture.expect, restated, ['expect'])
    return changes.length === 0 || !saysSomething(restated) ? [] : [{ file: fixture.file, changes }]
  })
}

/** Writes the changes into the files, and nothing else in them. Throws what the file system throws. */
export function writeUpdates(directory: string, updates: readonly Updated[]): void {
  for (const { file, changes } of updates) {
    const path = join(directory, file)
    writeFileSync(path, editText(file, readFileSync(path, 'utf8'), changes))
  }
}
