import { stdout } from 'node:process'
import { type Command, Option } from 'commander'
import pc from 'picocolors'
import { AUDIENCES, type Audience } from '../core/advice'
import { issuesFor } from '../core/audience/employer-issues'
import { LOCALES, type Locale } from '../core/snapshot/fact'
import { type Issue, parseSnapshot, shippedRuleSet, TriageError, triage } from '../index'
import { adviceText } from '../reports/text/render-advice'
import { readFile, readInput, type Telling } from './read-input'
import { type CommandIssue, inColour, jsonText, Refusal } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface TriageFlags extends RulesFlags {
  readonly full?: true
  readonly json?: true
  readonly locale: Locale
  readonly audience: Audience
  readonly policy?: string
}

const EXPLANATION = `
CASE.json holds one snapshot as JSON; - reads it from standard input. A fixture file, which has
both "snapshot" and "expect" at its top, is accepted too: its snapshot is used.

Ends with 0 when there is advice, and with 2 when the command or its input cannot be used.`

const MORE: Readonly<Record<Locale, string>> = {
  nl: 'Waarom, alle vragen en alle diensten: --full',
  en: 'Why, all questions and all services: --full',
}

export function addTriageCommand(program: Command): void {
  const command = program
    .command('triage')
    .summary('advise on one case')
    .description('Advise on one case: which service to request, when, why, and what is still unknown.')
    .argument('<CASE.json|->', 'the case, or - for standard input')
    .option('--full', 'everything: all services with their reasons and sources, all questions and deadlines')
    .option('--json', 'print the advice, or what is wrong, as one JSON document on standard output')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addOption(new Option('--audience <audience>', 'who will read it').choices(AUDIENCES).default('employer'))
    .option('--policy <FILE>', "a JSON file with the organisation's own policy values, by parameter name")
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runTriage)
}

async function runTriage(source: string, flags: TriageFlags): Promise<void> {
  const { locale, audience, policy: policyFile } = flags
  const ruleSet = (await rulesOf(flags, locale)) ?? shippedRuleSet()
  const policy = policyFile === undefined ? undefined : await readFile(policyFile, locale)
  const tell: Telling = (issues) => issuesFor(issues, { audience, ruleSet, locale })
  const document = await readInput(source, locale, tell)
  const [root, given] = isFixture(document) ? [['snapshot'], document.snapshot] : [[], document]
  const inCase = (issue: Issue): CommandIssue => ({ ...issue, file: source, path: [...root, ...issue.path] })
  const parsed = parseSnapshot(given, { locale, ruleSet, audience })
  if (!parsed.ok) throw new Refusal(parsed.issues.map(inCase))
  // The shape of the policy is for the library to judge, as that of every other input.
  const own = policy === undefined ? {} : { policy: policy as Record<string, number | string> }
  const advice = await triage(parsed.snapshot, { locale, audience, ruleSet, ...own }).catch((error: unknown) => {
    if (!(error instanceof TriageError)) throw error
    throw new Refusal(error.issues.map((issue) => inPolicy(issue, policyFile) ?? inCase(issue)))
  })
  stdout.write(
    flags.json ? jsonText(advice) : adviceText(advice, flags.full === true, pc.createColors(inColour()), MORE[locale]),
  )
}

/** The issue with its place in the policy file, of which the library sees no more than an option; undefined for others. */
function inPolicy(issue: Issue, file: string | undefined): CommandIssue | undefined {
  const [option, name, ...path] = issue.path
  return option === 'options' && name === 'policy' && file !== undefined ? { ...issue, file, path } : undefined
}

function isFixture(document: unknown): document is { snapshot: unknown } {
  return (
    typeof document === 'object' &&
    document !== null &&
    Object.hasOwn(document, 'snapshot') &&
    Object.hasOwn(document, 'expect')
  )
}
