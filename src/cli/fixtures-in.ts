import { existsSync } from 'node:fs'
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
