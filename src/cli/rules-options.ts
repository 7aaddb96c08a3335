import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { loadingInDutch } from '../authoring/check/loading-dutch'
import type { Issue } from '../core/issue/issue'
import { RULE_SET_LIMITS } from '../core/rules/build-rule-set'
import { shippedRuleSet } from '../core/rules/bundled'
import { loadRuleSet } from '../core/rules/load-rule-set'
import type { RuleSet } from '../core/rules/rule-set'
import type { Locale } from '../core/snapshot/fact'
import { readFile, unreadable } from './read-input'
import { type CommandIssue, Refusal, refuse } from './refusal'

/** What a folder of rules may hold for other programs. Any other file is the loader's to judge: a name may be misspelt. */
const OTHERS = ['package.json', 'package-lock.json']
const CHECKLISTS = 'checklists'

/** The rule set in a directory; `base` is what it extends, the bundled one unless given. Throws a Refusal with every finding. */
export async function readRules(directory: string, locale: Locale, base?: RuleSet): Promise<RuleSet> {
  const { files, issues } = await readRuleFiles(directory, locale)
  if (issues.length > 0) throw new Refusal(issues)
  const loaded = loadRuleSet(files, base && { base })
  if (!loaded.ok) throw new Refusal(toldIn(locale, loaded.issues))
  return loaded.ruleSet
}

/** The files of a rule set by name, and what is wrong with those that cannot be read. Throws a Refusal for the directory. */
export async function readRuleFiles(
  directory: string,
  locale: Locale,
): Promise<{ readonly files: Readonly<Record<string, unknown>>; readonly issues: readonly CommandIssue[] }> {
  const present = await filesIn(directory, '.', locale)
  const checklists = present.includes(CHECKLISTS) ? await filesIn(directory, CHECKLISTS, locale) : []
  const names = [
    ...present.filter((name) => /^[^.].*\.json$/.test(name) && !OTHERS.includes(name)),
    ...checklists.filter((name) => name.endsWith('.json')).map((name) => `${CHECKLISTS}/${name}`),
  ]
  const files: Record<string, unknown> = {}
  const issues: CommandIssue[] = []
  for (const name of names) {
    try {
      files[name] = await readFile(join(directory, name), locale, name, undefined, RULE_SET_LIMITS)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      issues.push(...error.issues)
    }
  }
  return { files, issues }
}

async function filesIn(directory: string, folder: string, locale: Locale): Promise<readonly string[]> {
  try {
    // Joined, a name that a script left empty would be the working directory.
    return (await readdir(folder === '.' ? directory : join(directory, folder))).sort()
  } catch (error) {
    throw unreadable(error, folder === '.' ? directory : folder, locale)
  }
}

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

/** What a rule set extends, by the options that it was read with; undefined for one that stands alone. */
export async function baseOf(
  ruleSet: RuleSet,
  { base = [] }: RulesFlags,
  locale: Locale,
): Promise<RuleSet | undefined> {
  if (!ruleSet.extension) return undefined
  const last = base.at(-1)
  if (last === undefined) return shippedRuleSet()
  return rulesOf({ rules: last, base: base.slice(0, -1) }, locale)
}

/** What the loader says, in the language of who reads it. */
export const toldIn = (locale: Locale, issues: readonly Issue[]): readonly Issue[] =>
  locale === 'en' ? issues : issues.map((issue) => ({ ...issue, message: loadingInDutch(issue.message) }))
