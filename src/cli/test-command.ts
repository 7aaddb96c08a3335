import { statSync, writeFileSync } from 'node:fs'
import process, { stdout } from 'node:process'
import { watch } from 'chokidar'
import { type Command, Option } from 'commander'
import pc from 'picocolors'
import type { Coverage } from '../authoring/coverage/coverage'
import type { Fixture } from '../authoring/testing/fixture'
import { namesIn } from '../authoring/testing/fixture-names'
import { type FixtureRun, runFixtures } from '../authoring/testing/run-fixture'
import { describeRun, type Updated } from '../authoring/testing/run-json'
import { runToJunit } from '../authoring/testing/run-junit'
import { changeLines, RUN_WORDS, renderRun } from '../authoring/testing/run-text'
import { shippedRuleSet } from '../core/rules/bundled'
import type { RuleSet } from '../core/rules/rule-set'
import { LOCALES, type Locale, type Text } from '../core/snapshot/fact'
import { addCoverageOptions, type CoverageFlags, isShort, measureCoverage, reportCoverage } from './coverage-report'
import { DEFAULT_FIXTURES, fixturesIn, planUpdates, whileReading, writeUpdates } from './fixtures-in'
import { Findings, inColour, jsonText, printIssues, Refusal, refuse, unwritable } from './refusal'
import { addRulesOptions, rulesOf } from './rules-options'

interface TestFlags extends CoverageFlags {
  readonly json?: true
  readonly watch?: true
  readonly update?: true
  readonly failOnEmpty?: true
  readonly junit?: string
  readonly rule?: string
  readonly service?: string
  readonly name?: string
  readonly locale: Locale
}

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
    .option('--rule <ID>', 'only fixtures that say something of this rule, or of the rules of this checklist')
    .option('--service <ID>', 'only fixtures that say something of this service')
    .option('--name <TEXT>', 'only fixtures whose file or note has this text')
    .option('--junit <FILE>', "also write what was found as JUnit's XML")
    .option('--json', 'print what was found as one JSON document on standard output')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addHelpText('after', EXPLANATION)
    .action(runTest)
}

async function runTest(directory: string, flags: TestFlags): Promise<void> {
  if (flags.watch && (flags.json || flags.update)) throw refuse('bad-usage', WATCH_ALONE[flags.locale])
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
  const { locale } = flags
  const words = RUN_WORDS[locale]
  const ruleSet = (await rulesOf(flags, locale)) ?? shippedRuleSet()
  const chosen = () => fixturesIn(directory).filter((fixture) => isChosen(fixture, flags))
  const first = runFixtures(chosen(), ruleSet)
  const updates = flags.update ? planUpdates(first.failed) : []
  if (updates.length > 0 && !flags.json) printUpdates(updates, locale)
  writeTo(directory, updates)
  const run = updates.length > 0 ? runFixtures(chosen(), ruleSet) : first
  const coverage = await measureCoverage(
    ruleSet,
    run.results.map(({ fixture }) => fixture),
    flags,
    locale,
  )
  print(run, ruleSet, flags, updates, coverage)
  if (flags.junit !== undefined) writeReport(flags.junit, runToJunit(run, ruleSet, locale), locale)
  if (coverage) reportCoverage(coverage, ruleSet, flags, flags.json === true, locale)
  if (run.failed.length > 0) throw new Findings('fixtures that fail')
  if (coverage && isShort(coverage, flags)) throw new Findings('coverage')
  if (run.results.length > 0) return
  if (!flags.json)
    stdout.write(`${filterOf(flags) === '' ? words.none(directory) : words.noneMatch(filterOf(flags))}\n`)
  // A filter that matches nothing is a mistake: what was meant to be tested was not.
  if (filterOf(flags) !== '' || flags.failOnEmpty) throw new Findings('no fixtures')
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
  else stdout.write(renderRun(run, ruleSet, pc.createColors(inColour()), flags.locale))
}

function printUpdates(updates: readonly Updated[], locale: Locale): void {
  const paint = pc.createColors(inColour())
  const told = updates.flatMap(({ file, changes }) => [...changeLines(file, changes, paint), ''])
  stdout.write(`${told.join('\n')}\n${RUN_WORDS[locale].rewritten(updates.length)}\n\n`)
}

const writeTo = (directory: string, updates: readonly Updated[]): void =>
  whileReading(directory, () => writeUpdates(directory, updates))

const WATCH_ALONE: Text = {
  nl: 'de optie --watch gaat niet samen met --json of --update: laat er een weg',
  en: 'the option --watch goes with neither --json nor --update: leave one out',
}

const FILTERS = ['rule', 'service', 'name'] as const

/** As it was asked for; empty where everything is. */
const filterOf = (flags: TestFlags): string =>
  FILTERS.flatMap((name) => (flags[name] === undefined ? [] : [`--${name} ${flags[name]}`])).join(' ')

function isChosen({ expect, file, note }: Fixture, { rule, service, name }: TestFlags): boolean {
  const named = namesIn(expect)
  const isAbout = (kind: 'rule' | 'service', fits: (id: string) => boolean): boolean =>
    named.some((one) => one.kind === kind && fits(one.name))
  return (
    (rule === undefined || isAbout('rule', (id) => id === rule || id.startsWith(`${rule}/`))) &&
    (service === undefined || isAbout('service', (id) => id === service)) &&
    (name === undefined || `${file} ${note}`.toLowerCase().includes(name.toLowerCase()))
  )
}

function writeReport(file: string, text: string, locale: Locale): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw unwritable(error, file, locale)
  }
}

/** Editors write a file in several steps: what follows within this many milliseconds is one change. */
const TOGETHER = 100

/**
 * Calls back at once, and after each change in one of the folders or below it, until the program is interrupted. A change
 * during a call is followed by another call. Throws what a call throws, and what the file system does for a folder that
 * cannot be watched.
 */
async function watchFolders(folders: readonly string[], changed: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let [running, again] = [false, false]
  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      await changed()
    } while (again)
    running = false
  }
  // chokidar passes over what is not there.
  for (const folder of folders) statSync(folder)
  const watcher = watch([...folders], { ignoreInitial: true })
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.on('error', reject).on('all', () => {
        clearTimeout(timer)
        timer = setTimeout(() => run().catch(reject), TOGETHER)
      })
      process.once('SIGINT', () => resolve())
      run().catch(reject)
    })
  } finally {
    clearTimeout(timer)
    await watcher.close()
  }
}
