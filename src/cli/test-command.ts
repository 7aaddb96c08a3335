import { stdout } from 'node:process'
import type { Command } from 'commander'
import pc from 'picocolors'
import type { Coverage } from '../authoring/coverage/coverage'
import { type FixtureRun, runFixtures } from '../authoring/testing/run-fixtures'
import { describeRun, type Updated } from '../authoring/testing/run-json'
import { changeLines, counted, renderRun } from '../authoring/testing/run-text'
import { shippedRuleSet } from '../core/rules/bundled'
import type { RuleSet } from '../core/rules/rule-set'
import type { Locale } from '../core/snapshot/fact'
import { addCoverageOptions, type CoverageFlags, isShort, measureCoverage, reportCoverage } from './coverage-report'
import { DEFAULT_FIXTURES, fixturesIn, planUpdates, whileReading, writeUpdates } from './fixtures-in'
import { Findings, inColour, jsonText, printIssues, Refusal, refuse } from './refusal'
import { addRulesOptions, rulesOf } from './rules-options'
import { watchFolders } from './watch-folders'

interface TestFlags extends CoverageFlags {
  readonly json?: true
  readonly watch?: true
  readonly update?: true
  readonly failOnEmpty?: true
}

/** Of messages: those who keep rules read what the loader says of them, which is English too. */
const LOCALE: Locale = 'en'

const EXPLANATION = `
A fixture is a .json, .yaml or .yml file with a note, a snapshot and what is expected of the advice on it; what it
does not mention may be anything. With "extends": "base/NAME" its snapshot is a difference to the snapshot of
base/NAME.json, in DIR or a folder that holds DIR: null takes an answer out. DIR and the folders below it hold nothing
else, but for .md files.

Ends with 0 when every fixture holds, with 1 when one fails, and with 2 when a file cannot be used.`

export function addTestCommand(program: Command): void {
  const command = program
    .command('test')
    .summary('run fixtures against the rules')
    .description('Run fixtures against the rules: cases with what an expert expects of the advice.')
    .argument('[DIR]', 'the directory of the fixtures', DEFAULT_FIXTURES)
  addCoverageOptions(addRulesOptions(command))
    .option('--watch', 'run again after each change in the fixtures or the rules')
    .option('--update', 'rewrite what fixtures expect to what is found, after printing each difference')
    .option('--fail-on-empty', 'end with 1 when there are no fixtures')
    .option('--json', 'print what was found as one JSON document on standard output')
    .addHelpText('after', EXPLANATION)
    .action(runTest)
}

async function runTest(directory: string, flags: TestFlags): Promise<void> {
  if (flags.watch && (flags.json || flags.update))
    throw refuse('bad-usage', 'the option --watch goes with neither --json nor --update: leave one out')
  if (!flags.watch) return testOnce(directory, flags)
  const folders = [directory, ...(flags.base ?? []), ...(flags.rules === undefined ? [] : [flags.rules])]
  await watchFolders(folders, () => tell(directory, flags)).catch((error: unknown) =>
    whileReading(directory, () => {
      throw error
    }),
  )
}

/** One run of a watch: what is wrong is told, and the watch goes on. */
async function tell(directory: string, flags: TestFlags): Promise<void> {
  try {
    await testOnce(directory, flags)
  } catch (error) {
    if (error instanceof Refusal) printIssues(error.issues, false)
    else if (!(error instanceof Findings)) throw error
  }
}

async function testOnce(directory: string, flags: TestFlags): Promise<void> {
  const ruleSet = (await rulesOf(flags, LOCALE)) ?? shippedRuleSet()
  const first = runFixtures(fixturesIn(directory), ruleSet)
  const updates = flags.update ? planUpdates(first.failed) : []
  if (updates.length > 0 && !flags.json) printUpdates(updates)
  writeTo(directory, updates)
  const run = updates.length > 0 ? runFixtures(fixturesIn(directory), ruleSet) : first
  const coverage = await measureCoverage(
    ruleSet,
    run.results.map(({ fixture }) => fixture),
    flags,
    LOCALE,
  )
  print(run, ruleSet, flags, updates, coverage)
  if (coverage) reportCoverage(coverage, flags, flags.json === true, LOCALE)
  if (run.failed.length > 0) throw new Findings('fixtures that fail')
  if (coverage && isShort(coverage, flags)) throw new Findings('coverage')
  if (run.results.length > 0) return
  if (!flags.json) stdout.write(`there are no fixtures in ${directory}\n`)
  if (flags.failOnEmpty) throw new Findings('no fixtures')
}

function print(
  run: FixtureRun,
  ruleSet: RuleSet,
  flags: TestFlags,
  updates: readonly Updated[],
  coverage: Coverage | undefined,
): void {
  if (flags.json)
    stdout.write(
      jsonText({ ...describeRun(run, ruleSet, flags.update ? updates : undefined), ...(coverage && { coverage }) }),
    )
  else stdout.write(renderRun(run, ruleSet, pc.createColors(inColour())))
}

function printUpdates(updates: readonly Updated[]): void {
  const paint = pc.createColors(inColour())
  const told = updates.flatMap(({ file, changes }) => [...changeLines(file, changes, paint), ''])
  stdout.write(`${told.join('\n')}\n${counted(updates.length)} will be rewritten\n\n`)
}

const writeTo = (directory: string, updates: readonly Updated[]): void =>
  whileReading(directory, () => writeUpdates(directory, updates))
