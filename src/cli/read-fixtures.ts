import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ExpectationError } from '../authoring/testing/expectation'
import type { Fixture } from '../authoring/testing/fixture'
import { type BaseCases, FIXTURE_FILE, parseFixture } from '../authoring/testing/parse-fixture'
import { restateExpectation } from '../authoring/testing/restate-expectation'
import { type FixtureResult, runFixture } from '../authoring/testing/run-fixture'
import { failureLines } from '../authoring/testing/run-text'
import type { Issue } from '../core/issue/issue'
import { finding } from '../core/rules/finding'
import type { RuleSet } from '../core/rules/rule-set'
import { PLAIN } from '../reports/text/lay-out'

/** What a folder of fixtures may hold besides them. */
const BESIDE = /(^\.|\.md$)/

export interface ReadFixtures {
  /** In the order of their files. */
  readonly fixtures: readonly Fixture[]
  /** What is wrong with the form of the others, each with its file. */
  readonly issues: readonly Issue[]
}

/** Every fixture in a folder and the folders below it. Throws what the file system throws. */
export function readFixtures(directory: string): ReadFixtures {
  const bases = basesFor(directory)
  const read = filesBelow(directory, '').map((file) => {
    if (!FIXTURE_FILE.test(file))
      return { issues: [finding('invalid-document', { file, path: [] }, 'a fixture is a .json, .yaml or .yml file')] }
    const text = textOf(readFileSync(join(directory, file)))
    if (text === undefined)
      return { issues: [finding('malformed-text', { file, path: [] }, 'this is not text in UTF-8: save it as UTF-8')] }
    return parseFixture(file, text, bases)
  })
  const issues = read.flatMap((one) => ('issues' in one ? one.issues : []))
  return { fixtures: read.flatMap((one) => ('value' in one ? [one.value] : [])), issues }
}

/** The folder of base cases, in the folder of fixtures or in one that holds it. */
const BASES = 'base'

/** Folders beside the fixtures that hold none: base cases, and what is to be refused. */
const NO_FIXTURES: readonly string[] = [BASES, 'invalid']

function basesFor(directory: string): BaseCases {
  const read = new Map<string, ReturnType<BaseCases>>()
  return (name) => {
    if (!read.has(name))
      read.set(name, /^base\/[a-z0-9-]+$/.test(name) ? baseAbove(resolve(directory), name) : undefined)
    return read.get(name)
  }
}

function baseAbove(directory: string, name: string): ReturnType<BaseCases> {
  const path = join(directory, `${name}.json`)
  if (existsSync(path)) return { file: `${name}.json`, text: textOf(readFileSync(path)) ?? '' }
  const above = dirname(directory)
  return above === directory ? undefined : baseAbove(above, name)
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function filesBelow(directory: string, folder: string): readonly string[] {
  // Joined, a name that a script left empty would be the working directory.
  return readdirSync(folder === '' ? directory : join(directory, folder), { withFileTypes: true })
    .filter(
      (entry) =>
        !BESIDE.test(entry.name) && !(folder === '' && entry.isDirectory() && NO_FIXTURES.includes(entry.name)),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(directory, path) : [path]
    })
}

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
