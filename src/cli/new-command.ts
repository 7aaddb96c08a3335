import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { cwd, stdout } from 'node:process'
import { Argument, type Command, Option } from 'commander'
import type { SchemaKind } from '../authoring/scaffold/json-schemas'
import { newChecklist, newRule, newRuleSet, PLACEHOLDER_FACT } from '../authoring/scaffold/own-documents'
import { firstFixture, fixturesFor } from '../authoring/scaffold/scaffold-fixtures'
import { BYTE_ORDER_MARK, type DocumentChange, editText } from '../authoring/testing/edit-text'
import { shippedRuleSet } from '../core/rules/bundled'
import type { ChecklistDocument, ManifestDocument } from '../core/rules/document'
import { loadRuleSet } from '../core/rules/load-rule-set'
import type { RuleSet } from '../core/rules/rule-set'
import { LOCALES, type Locale, type Text } from '../core/snapshot/fact'
import { jsonText, Refusal, refuse, unwritable } from './refusal'
import { addBaseOption, readRuleFiles, rulesOf, toldIn } from './rules-options'

/** What to write, by path. */
export interface Started {
  /** New files: their content as JSON data. */
  readonly files: ReadonlyMap<string, object>
  /** Files that are there, with their new text. */
  readonly edited: ReadonlyMap<string, string>
}

export async function startRuleSet(
  name: string,
  directory: string,
  base: readonly string[],
  locale: Locale,
): Promise<Started> {
  const home = join(directory, name)
  const extended = (await lastOf(base, locale)) ?? shippedRuleSet()
  const files = newRuleSet(name, extended, (file, kind) => schemaFor(join(home, file), kind))
  const rules = [...files].map(([file, content]) => [file.slice('rules/'.length), content] as const)
  const ruleSet = await withFiles(Object.fromEntries(rules), base, locale)
  const fixture = join(home, 'fixtures', 'first-case.json')
  const first = firstFixture(ruleSet, schemaFor(fixture, 'fixture'))
  const written = [...files].map(([file, content]) => [join(home, file), content] as const)
  return { files: new Map([...written, [fixture, first]]), edited: new Map() }
}

export async function startChecklist(
  name: string,
  directory: string,
  base: readonly string[],
  locale: Locale,
): Promise<Started> {
  const rules = join(directory, 'rules')
  const { files, ruleSet } = await standing(rules, base, locale)
  if (ruleSet.checklists.some(({ id }) => id === name)) throw refuse('bad-usage', TAKEN[locale]('checklist', name))
  const file = `checklists/${name}.json`
  const content = newChecklist(name, ruleSet, schemaFor(join(rules, file), 'checklist'))
  const manifest = edited(rules, 'manifest.json', [{ path: ['checklists', -1], from: undefined, to: name }])
  const after = await withFiles({ ...files, [file]: content, 'manifest.json': manifest.content }, base, locale)
  return {
    files: new Map([[join(rules, file), content], ...fixturesIn(directory, `${name}/first`, after)]),
    edited: new Map([[manifest.path, manifest.text]]),
  }
}

export async function startRule(
  id: string,
  directory: string,
  base: readonly string[],
  locale: Locale,
): Promise<Started> {
  const rules = join(directory, 'rules')
  const [name = ''] = id.split('/')
  const file = `checklists/${name}.json`
  const { files, ruleSet } = await standing(rules, base, locale)
  const checklist = files[file] as ChecklistDocument | undefined
  if (!checklist) {
    const { checklists } = files['manifest.json'] as ManifestDocument
    throw refuse('bad-usage', NO_CHECKLIST[locale](name, checklists))
  }
  if (ruleSet.rules.some((rule) => rule.id === id)) throw refuse('bad-usage', TAKEN[locale]('rule', id))
  const list = edited(rules, file, [
    { path: ['rules', -1], from: undefined, to: newRule(id, ruleSet) },
    ...(checklist.questions.includes(PLACEHOLDER_FACT)
      ? []
      : [{ path: ['questions', -1], from: undefined, to: PLACEHOLDER_FACT }]),
  ])
  const after = await withFiles({ ...files, [file]: list.content }, base, locale)
  return { files: fixturesIn(directory, id, after), edited: new Map([[list.path, list.text]]) }
}

/** The rule set as it stands, with its own files. */
async function standing(rules: string, base: readonly string[], locale: Locale) {
  const { files, issues } = await readRuleFiles(rules, locale)
  if (issues.length > 0) throw new Refusal(issues)
  return { files, ruleSet: await withFiles(files, base, locale) }
}

async function withFiles(files: object, base: readonly string[], locale: Locale): Promise<RuleSet> {
  const extended = await lastOf(base, locale)
  const loaded = loadRuleSet(files, extended && { base: extended })
  if (!loaded.ok) throw new Refusal(toldIn(locale, loaded.issues))
  return loaded.ruleSet
}

/** Of a chain of rule sets, each extending the one before it, the last. */
const lastOf = (base: readonly string[], locale: Locale): Promise<RuleSet | undefined> =>
  rulesOf(base.length === 0 ? {} : { base: base.slice(0, -1), rules: base.at(-1) as string }, locale)

/** A file with changes: its text, and what that says. */
function edited(folder: string, file: string, changes: readonly DocumentChange[]) {
  const path = join(folder, file)
  const text = editText(file, readFileSync(path, 'utf8'), changes)
  return { path, text, content: JSON.parse(text.replace(BYTE_ORDER_MARK, '')) as object }
}

function fixturesIn(directory: string, rule: string, ruleSet: RuleSet): Map<string, object> {
  const folder = join(directory, 'fixtures', rule)
  const fixtures = fixturesFor(rule, ruleSet, schemaFor(join(folder, 'any.json'), 'fixture'))
  return new Map([...fixtures].map(([name, content]) => [join(folder, `${name}.json`), content]))
}

/** Where an installed package keeps the schemas. */
const SCHEMAS = join('node_modules', 'verwijswijzer', 'dist', 'schemas')

/** The `$schema` of a file that will stand at `path`: the package's, as it is installed at or above it, or else here. */
export function schemaFor(path: string, kind: SchemaKind): string {
  const file = resolve(path)
  const above = ancestorsOf(dirname(file)).find((folder) => existsSync(join(folder, SCHEMAS)))
  const found = relative(dirname(file), join(above ?? cwd(), SCHEMAS, `${kind}.schema.json`))
  return found.split(sep).join('/')
}

function ancestorsOf(folder: string): readonly string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...ancestorsOf(above)]
}

/**
 * Writes what was started, or nothing: where a file cannot be written, the new ones before it are taken away again.
 * Refuses, before anything is written, when one of the new files is there already.
 */
export function writeNew({ files, edited }: Started, locale: Locale): void {
  for (const path of files.keys()) if (existsSync(path)) throw refuse('unwritable-output', EXISTS[locale], path)
  const texts = [...[...files].map(([path, content]) => [path, jsonText(content)] as const), ...edited]
  const begun: string[] = []
  for (const [path, text] of texts) {
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (files.has(path)) begun.push(path)
      writeFileSync(path, text)
    } catch (error) {
      for (const one of begun) rmSync(one, { force: true })
      throw unwritable(error, path, locale)
    }
  }
}

interface NewFlags {
  readonly dir: string
  readonly base?: readonly string[]
  readonly locale: Locale
}

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
    .addOption(new Option('--locale <locale>', 'the language of messages').choices(LOCALES).default('nl'))
  addBaseOption(command).addHelpText('after', EXPLANATION).action(runNew)
}

const A_NAME: Text = {
  nl: 'geef een naam van kleine letters, cijfers en streepjes, zoals nachtdiensten',
  en: 'give a name, in lower-case letters, digits and hyphens, such as shift-work',
}
const A_RULE: Text = {
  nl: 'geef een naam als checklist/naam, van kleine letters, cijfers en streepjes, zoals nachtdiensten/veel-nachten',
  en: 'give a name as checklist/name, in lower-case letters, digits and hyphens, such as shift-work/many-nights',
}
const EXISTS: Text = {
  nl: 'dit bestaat al: kies een andere naam',
  en: 'this exists already: choose another name',
}
const TAKEN = {
  nl: (kind: 'checklist' | 'rule', name: string) =>
    `er is al een ${kind === 'rule' ? 'regel' : 'checklist'} ${name}: kies een andere naam`,
  en: (kind: 'checklist' | 'rule', name: string) => `there is a ${kind} ${name} already: choose another name`,
} as const
const NO_CHECKLIST = {
  nl: (name: string, own: readonly string[]) =>
    `deze regelset heeft zelf geen checklist ${name}: ${own.length === 0 ? 'begin er een met "new checklist"' : `wel ${own.join(', ')}`}`,
  en: (name: string, own: readonly string[]) =>
    `this rule set has no checklist ${name} of its own: ${own.length === 0 ? 'start one with "new checklist"' : `its own are ${own.join(', ')}`}`,
} as const

const NAMES: Readonly<Record<Kind, { readonly form: RegExp; readonly told: Text }>> = {
  ruleset: { form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, told: A_NAME },
  checklist: { form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, told: A_NAME },
  rule: { form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/, told: A_RULE },
}

const START: Readonly<
  Record<Kind, (name: string, directory: string, base: readonly string[], locale: Locale) => Promise<Started>>
> = { ruleset: startRuleSet, checklist: startChecklist, rule: startRule }

async function runNew(kind: Kind, name: string, { dir, base = [], locale }: NewFlags): Promise<void> {
  const { form, told } = NAMES[kind]
  if (!form.test(name)) throw refuse('bad-usage', told[locale])
  const started = await START[kind](name, dir, base, locale)
  writeNew(started, locale)
  stdout.write([...started.files.keys(), ...started.edited.keys()].map((path) => `${path}\n`).join(''))
}
