import { stderr, stdout } from 'node:process'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { AUDIENCES, type Audience } from '../core/advice'
import { LOCALES, type Locale } from '../core/snapshot/fact'
import { migrateSnapshot } from '../forms/migrate/migrate-snapshot'
import type { MigrationChange } from '../forms/migrate/migrate-words'
import { readInput } from './read-input'
import { type CommandIssue, issueLine, jsonText, Refusal } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface MigrateFlags extends RulesFlags {
  readonly from: From
  readonly json?: true
  readonly audience: Audience
  readonly locale: Locale
}

/** One version, or versions by the id of the rule set. */
type From = string | Readonly<Record<string, string>>

const EXPLANATION = `
Prints the snapshot with the names that the rule set has now, and on standard error a line for every answer
that was renamed or dropped. The advice that was given on the snapshot tells the version.
The snapshot is whole; for the employer no line is about an answer of the physician.

Ends with 0 when every answer found its place, and with 2 when the snapshot or its version is refused.`

export function addMigrateCommand(program: Command): void {
  const command = program
    .command('migrate')
    .summary('bring a stored snapshot to this version of the rule set')
    .description('Bring a stored snapshot to this version of the rule set, by the migrations that it declares.')
    .argument('<SNAPSHOT.json|->', 'the snapshot, or - for standard input')
    .requiredOption(
      '--from <VERSION>',
      'the version it was filled in for; ID=VERSION for each of several rule sets',
      versions,
    )
    .option('--json', 'print the snapshot with the changes, or what is wrong, as one JSON document on standard output')
    .addOption(new Option('--audience <audience>', 'who will read the messages').choices(AUDIENCES).default('employer'))
    .addOption(new Option('--locale <locale>', 'the language of messages').choices(LOCALES).default('nl'))
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runMigrate)
}

async function runMigrate(source: string, flags: MigrateFlags): Promise<void> {
  const { from, json, audience, locale } = flags
  const ruleSet = await rulesOf(flags, locale)
  const stored = await readInput(source, locale)
  const migrated = migrateSnapshot(stored, { from, audience, locale, ...(ruleSet && { ruleSet }) })
  if (!migrated.ok) throw new Refusal(migrated.issues.map((issue) => placed(issue, source)))
  const { snapshot, changes } = migrated
  if (!json) stderr.write(changes.map((change) => `${lineOf(change)}\n`).join(''))
  stdout.write(jsonText(json ? { snapshot, changes } : snapshot))
}

/** The place as the command line knows it: the flag, or the file. */
function placed(issue: CommandIssue, file: string): CommandIssue {
  const [first, second, ...path] = issue.path
  return first === 'options' && second === 'from' ? { ...issue, path: ['--from', ...path] } : { ...issue, file }
}

const lineOf = ({ code, path, message }: MigrationChange): string => issueLine({ code, path, message })

function versions(text: string, earlier: From | undefined): From {
  const [id, version, ...rest] = text.split('=')
  if (earlier !== undefined && (version === undefined || typeof earlier === 'string'))
    throw new InvalidArgumentError('give one version, or ID=VERSION for each rule set')
  if (version === undefined) return text
  if (!id || rest.length > 0) throw new InvalidArgumentError('give a version such as 1.0.0, or ID=VERSION')
  return { ...(typeof earlier === 'object' ? earlier : {}), [id]: version }
}
