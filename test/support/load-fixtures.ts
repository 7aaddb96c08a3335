import { join } from 'node:path'
import type { Fixture } from '../../src/authoring/testing/fixture'
import { readFixtures } from '../../src/cli/read-fixtures'
import { ROOT } from './run'

export type { Fixture } from '../../src/authoring/testing/fixture'

const CASES = join(ROOT, 'fixtures', 'cases')

/** Every fixture case, in the order of their paths. Throws on the first file that is not a fixture. */
export function loadFixtures(directory = CASES): readonly Fixture[] {
  const { fixtures, issues } = readFixtures(directory)
  const [first] = issues
  if (first) throw new Error(`${first.file}${first.pointer ?? ''}: ${first.message}`)
  return fixtures
}
