import { stdout } from 'node:process'
import { type Command, Option } from 'commander'
import pc from 'picocolors'
import { mutateRuleSet, mutationScore } from '../authoring/mutate/mutate-rule-set'
import { describeMutation } from '../authoring/mutate/mutation-json'
import { renderMutation } from '../authoring/mutate/mutation-text'
import { shippedRuleSet } from '../core/rules/bundled'
import { LOCALES, type Locale } from '../core/snapshot/fact'
import { percentage } from './coverage-report'
import { DEFAULT_FIXTURES, fixturesIn } from './fixtures-in'
import { progress, seconds } from './option-values'
import { Findings, inColour, jsonText } from './refusal'
import { addRulesOptions, baseOf, type RulesFlags, rulesOf } from './rules-options'

interface MutateFlags extends RulesFlags {
  readonly min?: number
  readonly budget: number
  readonly json?: true
  readonly locale: Locale
}

const EXPLANATION = `
Each mutant is the rule set with one small fault in it: another operator, a number or a window moved by one, a part
left out. A fixture kills it when what it expects fails. Of every mutant that no fixture kills, either a case is
given that would, or it is proved that no case comes out otherwise. Fixtures that nobody confirmed do not count.

Ends with 0, with 1 when fixtures fail or the score is below --min, and with 2 when a file cannot be used.`

export function addMutateCommand(program: Command): void {
  const command = program
    .command('mutate')
    .summary('tell which faults in the rules no fixture notices')
    .description('Make small faults in the rules, and tell which of them no fixture notices.')
    .argument('[DIR]', 'the directory of the fixtures', DEFAULT_FIXTURES)
  addRulesOptions(command)
    .option('--min <N>', 'end with 1 when fixtures kill less than this percentage of the mutants', percentage)
    .option('--budget <SECONDS>', 'how long to try mutants; how many are left is told', seconds, 1_800)
    .option('--json', 'print what was found as one JSON document on standard output')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addHelpText('after', EXPLANATION)
    .action(runMutate)
}

async function runMutate(directory: string, flags: MutateFlags): Promise<void> {
  const ruleSet = (await rulesOf(flags, flags.locale)) ?? shippedRuleSet()
  const run = mutateRuleSet(
    ruleSet,
    fixturesIn(directory),
    await baseOf(ruleSet, flags, flags.locale),
    progress(flags.budget, 'mutants'),
  )
  if (flags.json) stdout.write(jsonText(describeMutation(run)))
  else stdout.write(renderMutation(run, pc.createColors(inColour()), { locale: flags.locale, ruleSet }))
  if (run.failing.length > 0) throw new Findings('fixtures that fail')
  const { killed, survived } = mutationScore(run)
  if (flags.min !== undefined && killed * 100 < flags.min * (killed + survived)) throw new Findings('mutants that live')
}
