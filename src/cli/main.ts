#!/usr/bin/env node
import './require'
import process, { argv, stderr, stdout } from 'node:process'
import { debuglog } from 'node:util'
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { addApproveCommand } from './approve-command'
import { addAskCommand } from './ask/ask-command'
import { adviseSlices, batchSetup } from './batch/batch-advisers'
import { addBatchCommand } from './batch/batch-command'
import { addCheckCommand } from './check-command'
import { addConformanceCommand } from './conformance-command'
import { addDiffCommand } from './diff-command'
import { addDocsCommand } from './docs-command'
import { addFixturesCommand } from './fixtures-command'
import { addFormCommand } from './form-command'
import { addImportCommand } from './import/import-command'
import { addMigrateCommand } from './migrate-command'
import { addMutateCommand } from './mutate-command'
import { addNewCommand } from './new-command'
import { type CommandIssue, EXIT, type ExitCode, Findings, printIssues, Refusal } from './refusal'
import { addReplayCommand } from './replay-command'
import { addReviewCommand } from './review-command'
import { addSavingsCommand } from './savings-command'
import { addSchemaCommand } from './schema-command'
import { addTestCommand } from './test-command'
import { addTriageCommand } from './triage-command'

const debug = debuglog('verwijswijzer')

stdout.on('error', endWithOutput)
// Nothing is left to tell it to.
stderr.on('error', () => {})

const setup = batchSetup()
// A thread of `batch` loads this same file.
if (setup) await adviseSlices(setup)
// Set, not passed to exit: what was written to a pipe must still arrive.
else process.exitCode = await run(argv.slice(2))

async function run(args: readonly string[]): Promise<ExitCode> {
  const json = (args.includes('--') ? args.slice(0, args.indexOf('--')) : args).includes('--json')
  try {
    await programOf(json).parseAsync(args, { from: 'user' })
    return EXIT.fine
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine
    if (error instanceof Findings) return EXIT.findings
    const issues = issuesOf(error)
    // Commander has told bad usage itself, except to those who asked for JSON.
    if (json || !(error instanceof CommanderError)) printIssues(issues, json)
    return EXIT.refused
  }
}

function programOf(json: boolean): Command {
  const program = new Command('verwijswijzer')
    .description('Referral triage in Dutch occupational health. It advises; a person decides.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: (text) => json || stderr.write(text) })
  addTriageCommand(program)
  addAskCommand(program)
  addBatchCommand(program, import.meta.url)
  addSavingsCommand(program)
  addDocsCommand(program)
  addReviewCommand(program)
  addApproveCommand(program)
  addCheckCommand(program)
  addDiffCommand(program)
  addTestCommand(program)
  addMutateCommand(program)
  addFixturesCommand(program)
  addNewCommand(program)
  addSchemaCommand(program)
  addConformanceCommand(program)
  addFormCommand(program)
  addMigrateCommand(program)
  addImportCommand(program)
  addReplayCommand(program)
  return program
}

function issuesOf(error: unknown): readonly CommandIssue[] {
  if (error instanceof Refusal) return error.issues
  if (error instanceof CommanderError) return [{ code: 'bad-usage', path: [], message: usageText(error) }]
  // The message of an error nobody foresaw may quote the case: it is told under NODE_DEBUG=verwijswijzer alone.
  debug('%O', error)
  const kind = error instanceof Error ? error.name : typeof error
  return [{ code: 'internal-error', path: [], message: `a fault in verwijswijzer itself (${kind}): report it` }]
}

function usageText({ code, message }: CommanderError): string {
  return code === 'commander.help'
    ? 'name a command: see --help'
    : message.replace(/^error: /, '').replaceAll('\n', ' ')
}

/** A reader that closed the pipe, such as `head`, has what it wanted. */
function endWithOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.fine)
  printIssues([{ code: 'unwritable-output', path: [], message: `the output cannot be written (${error.code})` }], false)
  process.exit(EXIT.refused)
}
