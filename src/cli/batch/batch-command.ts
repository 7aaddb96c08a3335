import { stderr, stdout } from 'node:process'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { AUDIENCES } from '../../core/advice'
import { LOCALES } from '../../core/snapshot/fact'
import { Findings, jsonText, refuse } from '../refusal'
import { addRulesOptions } from '../rules-options'
import { refuseComparing } from './batch-changes'
import { runBatch } from './batch-run'
import { type BatchFlags, FORMATS, inputFormat, OUTPUT_FORMATS, outputFormat } from './batch-setup'
import { BATCH_TEXTS } from './batch-texts'

const EXPLANATION = `
A line out for each line in, in order. In: NDJSON (a snapshot a line) or CSV; out: as what goes in, as the
name of --out says, or as --to says. A line that is not valid becomes an error line. A blank last line is no line.

CSV in: the first line names facts by id (asOf,caseId,returnToWork.ownWork,...), separated by , ; or a tab;
then a case a line. An empty cell was not asked. true, false, unknown, none and days as in JSON. Lists:
  absence.spells            2026-01-05/2026-02-01;2026-06-01/   first day, first day fit again; / alone is open
                            2026-01-05/2026-02-01!notCounted=true
  absence.leaves            2026-03-01/2026-06-20!oneCase=yes first day, last day
  process.services          light-advice@2026-03-01;workplace-assessment@2026-05-01
  process.capacityDocument  FML@2026-03-01
  other lists               1.1;1.9.1                           none: known to be empty

--worklist writes the step of each case, by when, and what changed: NDJSON, CSV (semicolon) or one HTML page.
A case is known again by its caseId; what the last run wrote for another audience is not compared with.

--skip N passes over lines 1 to N of the file; line numbers go on counting, and --out is added to. When a batch
is stopped, it tells the N to go on with. Otherwise --out gets its results when all are there.

Counts are told on standard error at the end. Ends with 0; with 1 when a line was not valid; with 2 when the
command or its files cannot be used, or it was stopped.`

/** `entry` is where the program is, for its threads to load. */
export function addBatchCommand(program: Command, entry: string): void {
  const command = program
    .command('batch')
    .summary('advise on many cases')
    .description('Advise on many cases: a line out for each line in.')
    .argument('<CASES.ndjson|cases.csv|->', 'the cases, or - for standard input')
    .option('--out <FILE>', 'where the results go, in place of standard output')
    .addOption(new Option('--from <format>', 'what goes in, where its name does not say').choices(FORMATS))
    .addOption(new Option('--to <format>', 'what comes out').choices(OUTPUT_FORMATS))
    .option('--full', 'the whole advice, in place of services, dates and open questions')
    .option('--previous <FILE>', 'what the last run wrote as NDJSON: each result says what changed since then')
    .option('--changed-only', 'only what is new or changed since then')
    .option('--worklist', 'a list to work off, the most pressing case first, in place of results')
    .option('--skip <N>', 'go on after this line of the input', number(0, Number.MAX_SAFE_INTEGER), 0)
    .option('--jobs <N>', 'how many threads to use', number(1, 256), 1)
    .option('--json', 'print the counts, or what is wrong, as one JSON document on standard output; needs --out')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addOption(new Option('--audience <audience>', 'who will read it').choices(AUDIENCES).default('employer'))
    .option('--policy <FILE>', "a JSON file with the organisation's own policy values, by parameter name")
  addRulesOptions(command)
    .addHelpText('after', EXPLANATION)
    .action((source: string, flags: BatchFlags) => runCommand(source, flags, entry))
}

async function runCommand(source: string, flags: BatchFlags, entry: string): Promise<void> {
  const { json, out, full, locale } = flags
  refuseComparing(flags)
  if (json && (out === undefined || out === '-')) throw refuse('bad-usage', BATCH_TEXTS.jsonNeedsOut[locale])
  if (full && outputFormat(inputFormat(source, flags), flags) === 'csv')
    throw refuse('bad-usage', BATCH_TEXTS.fullIsNoRow[locale])
  const counts = await runBatch(source, flags, entry)
  if (json) stdout.write(jsonText(counts))
  else stderr.write(`${BATCH_TEXTS.summary[locale](counts)}\n`)
  if (counts.invalid > 0) throw new Findings('lines that are not valid')
}

/** A bound above it is not worth telling. */
const MANY = 1_000_000

const number =
  (least: number, most: number) =>
  (text: string): number => {
    if (!/^\d{1,15}$/.test(text) || Number(text) < least || Number(text) > most)
      throw new InvalidArgumentError(`give a whole number from ${least} ${most < MANY ? `to ${most}` : 'up'}`)
    return Number(text)
  }
