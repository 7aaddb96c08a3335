import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadRuleSet } from '../core/rules/load-rule-set'
import type { RuleSet } from '../core/rules/rule-set'
import type { Locale } from '../core/snapshot/fact'
import { readFile, unreadable } from './read-input'
import { type CommandIssue, Refusal } from './refusal'

/** What a folder of rules may hold for other programs. Any other file is the loader's to judge: a name may be misspelt. */
const OTHERS = ['package.json', 'package-lock.json']
const CHECKLISTS = 'checklists'

/** The rule set in a directory; `base` is what it extends, the bundled one unless given. Throws a Refusal with every finding. */
export async function readRules(directory: string, locale: Locale, base?: RuleSet): Promise<RuleSet> {
  const { files, issues } = await readRuleFiles(directory, locale)
  if (issues.length > 0) throw new Refusal(issues)
  const loaded = loadRuleSet(files, base && { base })
  if (!loaded.ok) throw new Refusal(loaded.issues)
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
      files[name] = await readFile(join(directory, name), locale, name)
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
