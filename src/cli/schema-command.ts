import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stdout } from 'node:process'
import type { Command } from 'commander'
import { jsonSchemas } from '../authoring/scaffold/json-schemas'
import { shippedRuleSet } from '../core/rules/bundled'
import type { Locale } from '../core/snapshot/fact'
import { jsonText, unwritable } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface SchemaFlags extends RulesFlags {
  readonly out: string
}

/** Of messages: those who keep rules read what the loader says of them, which is English too. */
const LOCALE: Locale = 'en'

const EXPLANATION = `
An editor that knows JSON Schema then completes and checks a file that names its schema, as in
"$schema": "../schemas/checklist.schema.json". With --rules the organisation's own names are offered too.`

export function addSchemaCommand(program: Command): void {
  const command = program
    .command('schema')
    .summary('write JSON Schemas of the files of rules and fixtures')
    .description('Write a JSON Schema of each kind of file in a rule set and a folder of fixtures, for editors.')
    .option('--out <DIR>', 'the directory of the schemas', 'schemas')
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runSchema)
}

async function runSchema({ out, ...rules }: SchemaFlags): Promise<void> {
  const schemas = jsonSchemas((await rulesOf(rules, LOCALE)) ?? shippedRuleSet())
  try {
    await mkdir(out, { recursive: true })
    for (const [kind, schema] of schemas) await writeFile(join(out, `${kind}.schema.json`), jsonText(schema))
  } catch (error) {
    throw unwritable(error, out, LOCALE)
  }
  stdout.write(`${schemas.size} schemas written to ${out}\n`)
}
