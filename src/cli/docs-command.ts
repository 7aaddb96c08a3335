import { stderr, stdout } from 'node:process'
import type { Command } from 'commander'
import { renderFindingPages } from '../authoring/docs/finding-pages'
import { renderDocs } from '../authoring/docs/render-docs'
import { shippedRuleSet } from '../core/rules/bundled'
import type { Locale } from '../core/snapshot/fact'
import { comparePages, type PageDifference, writePages } from './docs-folder'
import { Findings } from './findings'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface DocsFlags extends RulesFlags {
  readonly out: string
  readonly check?: true
}

/** Of messages: those who keep rules read what the loader says of them, which is English too. */
const LOCALE: Locale = 'en'

const EXPLANATION = `
Pages are in Dutch and English. Ends with 0 when they were written, or with --check when they are current;
with 1 when --check finds a page that differs, is missing, or belongs to no page any more.`

const DIFFERENCES: Readonly<Record<PageDifference['kind'], string>> = {
  missing: 'missing',
  differs: 'differs from the rules',
  stale: 'belongs to no page any more: remove it',
}

export function addDocsCommand(program: Command): void {
  const command = program
    .command('docs')
    .summary('write the catalogue of the rules for people')
    .description('Write the catalogue of the rules for people, as Markdown: checklists, services, policy and sources.')
    .option('--out <DIR>', 'the directory of the pages', 'docs')
    .option('--check', 'write nothing: name the pages that are not current')
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runDocs)
}

async function runDocs({ out, check, ...rules }: DocsFlags): Promise<void> {
  const ruleSet = (await rulesOf(rules, LOCALE)) ?? shippedRuleSet()
  const pages = new Map([...renderDocs(ruleSet), ...renderFindingPages()])
  if (!check) await writePages(out, pages, LOCALE)
  const differences = await comparePages(out, pages, LOCALE)
  for (const { file, kind } of differences) stderr.write(`${file}: ${DIFFERENCES[kind]}\n`)
  if (check && differences.length > 0) throw new Findings('pages that are not current')
  stdout.write(check ? `${pages.size} pages are current\n` : `${pages.size} pages written to ${out}\n`)
}
