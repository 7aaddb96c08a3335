import type { Command } from 'commander'
import type { RuleSet } from '../core/rules/rule-set'
import type { Locale } from '../core/snapshot/fact'
import { readRules } from './read-rules'
import { refuse } from './refusal'

/** Which rules a command works with. */
export interface RulesFlags {
  readonly rules?: string
  readonly base?: readonly string[]
}

/** The options by which every command that works with rules takes them. */
export const addRulesOptions = (command: Command): Command =>
  addBaseOption(command.option('--rules <DIR>', 'the directory of a rule set to use in place of the bundled one'))

export const addBaseOption = (command: Command): Command =>
  command.option(
    '--base <DIR>',
    'what that rule set extends, where it is not the bundled one',
    (directory, earlier) => [...((earlier as readonly string[] | undefined) ?? []), directory],
  )

/**
 * The rule set that the options name; undefined for the bundled one. Each `--base` extends the one before it, and
 * `--rules` the last. Throws a Refusal with every finding in every file of the first one that has any.
 */
export async function rulesOf({ rules, base = [] }: RulesFlags, locale: Locale): Promise<RuleSet | undefined> {
  if (rules === undefined && base.length > 0) {
    const message = {
      nl: 'de optie --base hoort bij --rules: geef de map van de regelset die deze uitbreidt',
      en: 'the option --base goes with --rules: give the directory of the rule set that extends it',
    }
    throw refuse('bad-usage', message[locale])
  }
  let ruleSet: RuleSet | undefined
  for (const directory of [...base, ...(rules === undefined ? [] : [rules])])
    ruleSet = await readRules(directory, locale, ruleSet)
  return ruleSet
}
