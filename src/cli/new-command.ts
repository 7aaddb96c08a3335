import { stdout } from 'node:process'
import { Argument, type Command } from 'commander'
import type { Locale } from '../core/snapshot/fact'
import { writeNew } from './new-files'
import { refuse } from './refusal'
import { addBaseOption } from './rules-options'
import { type Started, startChecklist, startRule, startRuleSet } from './start-rules'

interface NewFlags {
  readonly dir: string
  readonly base?: readonly string[]
}

/** Of messages: those who keep rules read what the loader says of them, which is English too. */
const LOCALE: Locale = 'en'

const KINDS = ['ruleset', 'checklist', 'rule'] as const
type Kind = (typeof KINDS)[number]

const EXPLANATION = `
  new ruleset our-rules              our-rules/rules, which extends the bundled rule set
  new checklist shift-work           a checklist with one rule, in ./rules, and its fixtures in ./fixtures
  new rule shift-work/many-nights    one more rule in that checklist, and its fixtures

What is written loads, and its fixtures hold; they are marked as generated until a person has confirmed them.
Nothing is overwritten.`

export function addNewCommand(program: Command): void {
  const command = program
    .command('new')
    .summary('start a rule set, a checklist or a rule')
    .description('Write a rule set, a checklist or a rule to fill in, with texts, sources and fixtures.')
    .addArgument(new Argument('<KIND>', 'what to start').choices(KINDS))
    .argument('<NAME>', 'its name, in lower-case letters, digits and hyphens; of a rule, <checklist>/<name>')
    .option(
      '--dir <DIR>',
      'the directory that holds rules/ and fixtures/, or for a rule set the one to make it in',
      '.',
    )
  addBaseOption(command).addHelpText('after', EXPLANATION).action(runNew)
}

const NAMES: Readonly<Record<Kind, { readonly form: RegExp; readonly told: string }>> = {
  ruleset: { form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, told: 'a name' },
  checklist: { form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, told: 'a name' },
  rule: { form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/, told: 'a name as checklist/name' },
}

const START: Readonly<
  Record<Kind, (name: string, directory: string, base: readonly string[], locale: Locale) => Promise<Started>>
> = { ruleset: startRuleSet, checklist: startChecklist, rule: startRule }

async function runNew(kind: Kind, name: string, { dir, base = [] }: NewFlags): Promise<void> {
  const { form, told } = NAMES[kind]
  if (!form.test(name)) throw refuse('bad-usage', `give ${told}, in lower-case letters, digits and hyphens`)
  const started = await START[kind](name, dir, base, LOCALE)
  writeNew(started, LOCALE)
  stdout.write([...started.files.keys(), ...started.edited.keys()].map((path) => `${path}\n`).join(''))
}
