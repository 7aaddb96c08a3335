import { ExpectationError } from '../authoring/testing/expectation-error'
import type { Fixture } from '../authoring/testing/fixture'
import { restateExpectation } from '../authoring/testing/restate-expectation'
import { type FixtureResult, runFixture } from '../authoring/testing/run-fixture'
import { failureLines } from '../authoring/testing/run-text'
import type { RuleSet } from '../core/rules/rule-set'
import { PLAIN } from '../reports/text/paint'
import { readFixtures } from './read-fixtures'

/** The functions of a test runner, those of vitest or of node:test, and the rules to test. */
export interface FixtureSuite {
  describe(name: string, body: () => void): unknown
  it(name: string, body: () => void): unknown
  /** The shipped one unless given. */
  readonly ruleSet?: RuleSet
}

/**
 * A test for each fixture in a folder, in a suite for each folder in it. A file that is no fixture, and a folder without
 * any, is a test that fails.
 */
export function describeFixtures(directory: string, suite: FixtureSuite): void {
  const { fixtures, issues } = readFixtures(directory)
  const { it } = suite
  suite.describe(directory, () => {
    describeFolder('', fixtures, suite)
    for (const file of new Set(issues.map((issue) => issue.file ?? ''))) {
      const faults = issues.filter((issue) => issue.file === file)
      it(file, () => {
        const told = faults.map(({ pointer, message, code }) => `${pointer ?? ''} ${message} [${code}]`.trim())
        throw new ExpectationError(told.join('\n'), undefined, undefined)
      })
    }
    if (fixtures.length + issues.length === 0)
      it('has fixtures', () => {
        throw new ExpectationError(`there are no fixtures in ${directory}`, undefined, undefined)
      })
  })
}

/** The fixtures of one folder, then those of the folders in it. */
function describeFolder(folder: string, fixtures: readonly Fixture[], suite: FixtureSuite): void {
  const here = fixtures.filter(({ file }) => !file.slice(folder.length).includes('/'))
  for (const fixture of here) {
    const name = fixture.path.slice(folder.length)
    suite.it(fixture.generated ? `${name} (not confirmed yet)` : name, () => check(runFixture(fixture, suite.ruleSet)))
  }
  const below = fixtures.filter((fixture) => !here.includes(fixture))
  for (const name of new Set(below.map(({ file }) => file.slice(folder.length).split('/')[0] as string))) {
    const inside = `${folder}${name}/`
    suite.describe(name, () =>
      describeFolder(
        inside,
        fixtures.filter(({ file }) => file.startsWith(inside)),
        suite,
      ),
    )
  }
}

function check(result: FixtureResult): void {
  if (result.ok) return
  const { fixture, advice, outcomes } = result
  const actual = advice && outcomes && restateExpectation(fixture.expect, advice, outcomes)
  throw new ExpectationError(failureLines(result, PLAIN).join('\n'), actual, actual && fixture.expect)
}
