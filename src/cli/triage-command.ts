import { stdout } from 'node:process'
import { type Command, Option } from 'commander'
import pc from 'picocolors'
import { AUDIENCES, type Audience } from '../advice'
import { type Issue, parseSnapshot, type RuleSet, TriageError, triage } from '../index'
import { renderAdvice } from '../render/advice-text'
import { LOCALES, type Locale } from '../snapshot/fact'
import { inColour } from './in-colour'
import { jsonText } from './print-issues'
import { readFile, readInput } from './read-input'
import { Refusal, refuseFile } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface TriageFlags extends RulesFlags {
  readonly json?: true
  readonly locale: Locale
  readonly audience: Audience
  readonly policy?: string
}

const EXPLANATION = `
CASE.json holds one snapshot as JSON; - reads it from standard input. A fixture file, which has
both "snapshot" and "expect" at its top, is accepted too: its snapshot is used.

Ends with 0 when there is advice, and with 2 when the command or its input cannot be used.`

export function addTriageCommand(program: Command): void {
  const command = program
    .command('triage')
    .summary('advise on one case')
    .description('Advise on one case: which service to request, when, why, and what is still unknown.')
    .argument('<CASE.json|->', 'the case, or - for standard input')
    .option('--json', 'print the advice, or what is wrong, as one JSON document on standard output')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addOption(new Option('--audience <audience>', 'who will read it').choices(AUDIENCES).default('full'))
    .option('--policy <FILE>', "a JSON file with the organisation's own policy values, by parameter name")
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runTriage)
}

async function runTriage(source: string, flags: TriageFlags): Promise<void> {
  const { locale, audience } = flags
  const ruleSet = await rulesOf(flags, locale)
  const policy = flags.policy === undefined ? undefined : await readFile(flags.policy, locale)
  const snapshot = snapshotIn(source, await readInput(source, locale), locale, ruleSet)
  const options = {
    locale,
    audience,
    // Its shape is for the library to judge, as that of every other input.
    ...(policy === undefined ? {} : { policy: policy as Record<string, number | string> }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
  }
  const advice = await triage(snapshot, options).catch((error: unknown) => {
    if (!(error instanceof TriageError)) throw error
    throw flags.policy === undefined ? new Refusal(error.issues) : refuseFile(flags.policy, error.issues.map(inPolicy))
  })
  stdout.write(flags.json ? jsonText(advice) : renderAdvice(advice, { locale, paint: pc.createColors(inColour()) }))
}

/** The snapshot of a case or a fixture, checked. What is wrong with it is told under the name of its file. */
function snapshotIn(file: string, document: unknown, locale: Locale, ruleSet: RuleSet | undefined): unknown {
  const inFixture = isFixture(document)
  const parsed = parseSnapshot(inFixture ? document.snapshot : document, { locale, ruleSet })
  if (parsed.ok) return parsed.snapshot
  const issues = parsed.issues.map((issue) => ({
    ...issue,
    path: inFixture ? ['snapshot', ...issue.path] : issue.path,
  }))
  throw refuseFile(file, issues)
}

/** The path in the policy file, of which the library sees no more than an option. */
function inPolicy(issue: Issue): Issue {
  const [option, name, ...path] = issue.path
  return option === 'options' && name === 'policy' ? { ...issue, path } : issue
}

function isFixture(document: unknown): document is { snapshot: unknown } {
  return (
    typeof document === 'object' &&
    document !== null &&
    Object.hasOwn(document, 'snapshot') &&
    Object.hasOwn(document, 'expect')
  )
}
