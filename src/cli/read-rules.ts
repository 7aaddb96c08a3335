import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadRuleSet } from '../rule-set/load-rule-set'
import type { RuleSet } from '../rule-set/rule-set'
import type { Locale } from '../snapshot/fact'
import { readFile, unreadable } from './read-input'
import { type CommandIssue, Refusal } from './refusal'

const CATALOGUES = ['manifest.json', 'services.json', 'policy.json', 'sources.json', 'milestones.json'] as const
const CHECKLISTS = 'checklists'

/** The rule set in a directory. Throws a Refusal with every finding in every file. */
export async function readRules(directory: string, locale: Locale): Promise<RuleSet> {
  const present = await filesIn(directory, '.', locale)
  const checklists = present.includes(CHECKLISTS) ? await filesIn(directory, CHECKLISTS, locale) : []
  const names = [
    ...CATALOGUES.filter((name) => present.includes(name)),
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
  if (issues.length > 0) throw new Refusal(issues)
  const loaded = loadRuleSet(files)
  if (!loaded.ok) throw new Refusal(loaded.issues)
  return loaded.ruleSet
}

async function filesIn(directory: string, folder: string, locale: Locale): Promise<readonly string[]> {
  try {
    return (await readdir(join(directory, folder))).sort()
  } catch (error) {
    throw unreadable(error, folder === '.' ? directory : folder, locale)
  }
}
