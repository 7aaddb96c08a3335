import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stderr, stdout } from 'node:process'
import { type Command, Option } from 'commander'
import { renderFindingPages } from '../authoring/docs/finding-pages'
import { renderDocs } from '../authoring/docs/render-docs'
import { GENERATED } from '../authoring/docs/writer'
import { shippedRuleSet } from '../core/rules/bundled'
import type { RuleSet } from '../core/rules/rule-set'
import { LOCALES, type Locale, type Text } from '../core/snapshot/fact'
import { unreadable } from './read-input'
import { Findings, unwritable } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

export interface PageDifference {
  readonly file: string
  readonly kind: 'missing' | 'differs' | 'stale'
}

/** Writes every page, and touches no other file. Throws a Refusal that names the file. */
export async function writePages(directory: string, pages: ReadonlyMap<string, string>, locale: Locale): Promise<void> {
  for (const folder of new Set([directory, ...[...pages.keys()].map((name) => dirname(join(directory, name)))]))
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw unwritable(error, folder, locale)
    })
  for (const [name, text] of pages) {
    const file = join(directory, name)
    await writeFile(file, text).catch((error: unknown) => {
      throw unwritable(error, file, locale)
    })
  }
}

/** What in the directory is not as the pages are: pages that are missing or differ, and generated ones that are left over. */
export async function comparePages(
  directory: string,
  pages: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<readonly PageDifference[]> {
  const folders = [...new Set([...pages.keys()].map((name) => dirname(name)))]
  const present = (await Promise.all(folders.map((folder) => namesIn(directory, folder, locale)))).flat()
  const names = [...new Set([...pages.keys(), ...present.filter((name) => name.endsWith('.md'))])].sort()
  const found = await Promise.all(
    names.map(async (name): Promise<PageDifference[]> => {
      const file = join(directory, name)
      const expected = pages.get(name)
      if (!present.includes(name)) return [{ file, kind: 'missing' }]
      const text = await readText(file, locale)
      if (expected === undefined) return text.startsWith(GENERATED) ? [{ file, kind: 'stale' }] : []
      return text === expected ? [] : [{ file, kind: 'differs' }]
    }),
  )
  return found.flat()
}

/** The names of what is in a folder of the directory, as pages are named. */
async function namesIn(directory: string, folder: string, locale: Locale): Promise<readonly string[]> {
  try {
    const names = await readdir(join(directory, folder))
    return names.map((name) => (folder === '.' ? name : `${folder}/${name}`))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw unreadable(error, directory, locale)
  }
}

async function readText(file: string, locale: Locale): Promise<string> {
  try {
    // A checkout may have turned the ends of lines.
    return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
  } catch (error) {
    throw unreadable(error, file, locale)
  }
}

interface DocsFlags extends RulesFlags {
  readonly out: string
  readonly check?: true
  readonly locale?: Locale
}

const EXPLANATION = `
Whole pages in Dutch below DIR/nl and in English below DIR/en; --locale writes those of one language. Ends with 0 when they were written, or with --check when they are current;
with 1 when --check finds a page that differs, is missing, or belongs to no page any more.`

const DIFFERENCES: Readonly<Record<PageDifference['kind'], Text>> = {
  missing: { nl: 'ontbreekt', en: 'missing' },
  differs: { nl: 'verschilt van de regels', en: 'differs from the rules' },
  stale: { nl: 'hoort bij geen pagina meer: haal het weg', en: 'belongs to no page any more: remove it' },
}

export function addDocsCommand(program: Command): void {
  const command = program
    .command('docs')
    .summary('write the catalogue of the rules for people')
    .description('Write the catalogue of the rules for people, as Markdown: checklists, services, policy and sources.')
    .option('--out <DIR>', 'the directory of the pages', 'docs')
    .addOption(
      new Option('--locale <locale>', 'pages and messages in this language; both languages without').choices(LOCALES),
    )
    .option('--check', 'write nothing: name the pages that are not current')
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runDocs)
}

/** Every page by its name below the folder of all languages. */
function pagesIn(locales: readonly Locale[], ruleSet: RuleSet): ReadonlyMap<string, string> {
  return new Map(
    locales.flatMap((locale) =>
      [...renderDocs(ruleSet, locale), ...renderFindingPages(locale)].map(
        ([name, text]) => [`${locale}/${name}`, text] as const,
      ),
    ),
  )
}

async function runDocs({ out, check, locale: chosen, ...rules }: DocsFlags): Promise<void> {
  const locale = chosen ?? 'nl'
  const ruleSet = (await rulesOf(rules, locale)) ?? shippedRuleSet()
  const pages = pagesIn(chosen === undefined ? LOCALES : [chosen], ruleSet)
  if (!check) await writePages(out, pages, locale)
  const differences = await comparePages(out, pages, locale)
  for (const { file, kind } of differences) stderr.write(`${file}: ${DIFFERENCES[kind][locale]}\n`)
  if (check && differences.length > 0) throw new Findings('pages that are not current')
  const told: Text = check
    ? { nl: `${pages.size} pagina's zijn bij`, en: `${pages.size} pages are current` }
    : { nl: `${pages.size} pagina's geschreven in ${out}`, en: `${pages.size} pages written to ${out}` }
  stdout.write(`${told[locale]}\n`)
}
