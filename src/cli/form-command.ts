import { stdout } from 'node:process'
import { type Command, Option } from 'commander'
import { AUDIENCES, type Audience } from '../core/advice'
import { LOCALES, type Locale, ROLES, type Role } from '../core/snapshot/fact'
import { exportForm, FORM_FORMATS, type FormFormat } from '../interop/forms/export-form'
import { jsonText } from './refusal'
import { readRules } from './rules-options'

interface FormFlags {
  readonly format: FormFormat
  readonly locale: Locale
  readonly role?: Role
  readonly audience?: Audience
  readonly rules?: string
}

const EXPLANATION = `
json-schema is JSON Schema 2020-12 for a snapshot; fhir-questionnaire is FHIR R4. With --role the form has the questions
that the role may answer. Medical questions are in it for the audience full alone, which is that of the physician and of
who works under the physician's responsibility; without a role it is employer.`

export function addFormCommand(program: Command): void {
  program
    .command('form')
    .summary('print the questions as a form')
    .description('Print the questions of the rule set as a form, in the format of a form library.')
    .addOption(new Option('--format <format>', 'the format of the form').choices(FORM_FORMATS).default('json-schema'))
    .addOption(new Option('--role <role>', 'who will fill it in').choices(ROLES))
    .addOption(new Option('--audience <audience>', 'who may read it').choices(AUDIENCES))
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .option('--rules <DIR>', 'the directory of a rule set to use in place of the bundled one')
    .addHelpText('after', EXPLANATION)
    .action(runForm)
}

async function runForm({ format, rules, ...options }: FormFlags): Promise<void> {
  const ruleSet = rules === undefined ? undefined : await readRules(rules, options.locale)
  stdout.write(jsonText(exportForm(format, { ...options, ruleSet })))
}
