import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stdout } from 'node:process'
import type { Command } from 'commander'
import { CONFORMANCE_README, conformanceOf } from '../authoring/conformance/conformance'
import { shippedRuleSet } from '../core/rules/bundled'
import type { Locale } from '../core/snapshot/fact'
import { jsonText, unwritable } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface ConformanceFlags extends RulesFlags {
  readonly out: string
}

const LOCALE: Locale = 'en'

const EXPLANATION = `
A host in another language, or behind a service, runs these cases and compares: whole advices with digests, refused
inputs with codes, dates, and forms from the first screen to the last. The same rules give the same files.`

export function addConformanceCommand(program: Command): void {
  const command = program
    .command('conformance')
    .summary('write cases and advices that a host tests itself against')
    .description('Write cases, whole advices, refused inputs, dates and interviews that a host tests itself against.')
    .requiredOption('--out <DIR>', 'the directory of the files')
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runConformance)
}

async function runConformance({ out, ...rules }: ConformanceFlags): Promise<void> {
  const { files, manifest } = conformanceOf((await rulesOf(rules, LOCALE)) ?? shippedRuleSet())
  const texts = new Map<string, string>([
    ['README.md', CONFORMANCE_README],
    ['manifest.json', jsonText(manifest)],
    ...[...files].map(([name, lines]) => [name, lines.map((line) => `${JSON.stringify(line)}\n`).join('')] as const),
  ])
  try {
    await mkdir(out, { recursive: true })
    for (const [name, text] of texts) await writeFile(join(out, name), text)
  } catch (error) {
    throw unwritable(error, out, LOCALE)
  }
  stdout.write(`${texts.size} files written to ${out}\n`)
}
