import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { jsonSchemas, SCHEMA_KINDS, type SchemaKind } from '../../src/authoring/scaffold/json-schemas'
import { addNewCommand } from '../../src/cli/new-command'
import { addSchemaCommand } from '../../src/cli/schema-command'
import { addTestCommand } from '../../src/cli/test-command'
import { SHIPPED_FILES, shippedRuleSet } from '../../src/core/rules/bundled'
import { loadRuleSet } from '../../src/core/rules/load-rule-set'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { loadFixtures } from '../support/load-fixtures'
import { ownFiles } from '../support/own-rule-set'
import { type Change, patched } from '../support/patch-rule-set'
import { runCommand } from '../support/run-command'

vi.setConfig({ testTimeout: 60_000 })

type Plain = Record<string, unknown>

const SHIPPED = shippedRuleSet()

let directory: string
let made = 0
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

/** A folder of its own for each test. */
let home: string
beforeEach(async () => {
  made += 1
  home = join(directory, String(made))
  await mkdir(home)
})

const start = (...args: readonly string[]) => runCommand(addNewCommand, [...['new', ...args], '--locale', 'en'])
const run = (folder: string) =>
  runCommand(addTestCommand, ['test', join(folder, 'fixtures'), '--rules', join(folder, 'rules'), '--json'])
const read = async (...path: readonly string[]): Promise<Plain> =>
  JSON.parse(await readFile(join(home, ...path), 'utf8'))
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

describe('verwijswijzer new', () => {
  it('starts a rule set that loads, says what it extends, and has a fixture that holds', async () => {
    const { code, stdout } = await start('ruleset', 'our-rules', '--dir', home)
    const files = ['fixtures/first-case.json', 'rules/manifest.json', 'rules/policy.json', 'rules/sources.json']
    expect({ code, files: await filesIn(join(home, 'our-rules')) }).toEqual({ code: 0, files })
    expect(stdout.trim().split('\n').sort()).toEqual(files.map((file) => join(home, 'our-rules', file)))
    expect(await read('our-rules/rules/manifest.json')).toMatchObject({
      id: 'our-rules',
      extends: { id: SHIPPED.manifest.id, version: SHIPPED.manifest.version },
    })
    const tested = await run(join(home, 'our-rules'))
    expect(tested.code).toBe(0)
    expect(JSON.parse(tested.stdout)).toMatchObject({
      ruleSet: { id: 'our-rules' },
      held: 1,
      unconfirmed: ['first-case.json'],
    })
  })

  it('adds a checklist and rules to it, with fixtures of every outcome that hold and wait for a person', async () => {
    await start('ruleset', 'ours', '--dir', home)
    const ours = join(home, 'ours')
    expect(await start('checklist', 'shift-work', '--dir', ours)).toMatchObject({ code: 0, stderr: '' })
    expect(await start('rule', 'shift-work/many-nights', '--dir', ours)).toMatchObject({ code: 0, stderr: '' })
    expect(await filesIn(join(ours, 'fixtures'))).toEqual([
      'first-case.json',
      ...['first', 'many-nights'].flatMap((rule) =>
        ['met', 'not-met', 'open'].map((side) => `shift-work/${rule}/${side}.json`),
      ),
    ])
    const { held, failed, unconfirmed } = JSON.parse((await run(ours)).stdout)
    expect({ held, failed, waiting: unconfirmed.length }).toEqual({ held: 7, failed: [], waiting: 7 })
    const met = await read('ours/fixtures/shift-work/many-nights/met.json')
    expect(met).toMatchObject({
      generated: true,
      snapshot: { signals: { employeeAsks: true } },
      expect: { outcomes: { 'shift-work/many-nights': 'met' } },
    })
    const outcomes = (await read('ours/fixtures/shift-work/first/open.json')).expect as Plain
    expect(outcomes.outcomes).toEqual({ 'shift-work/first': 'open' })
  })

  it('keeps the rest of the files that it adds to', async () => {
    await start('ruleset', 'ours', '--dir', home)
    const manifest = join(home, 'ours', 'rules', 'manifest.json')
    const text = (await readFile(manifest, 'utf8')).replace('"nl": "Ours"', '"nl":   "Onze regels"')
    await writeFile(manifest, text)
    await start('checklist', 'one', '--dir', join(home, 'ours'))
    await start('checklist', 'two', '--dir', join(home, 'ours'))
    const { checklists, ...rest } = await read('ours/rules/manifest.json')
    const before = JSON.parse(text) as Plain
    expect(await readFile(manifest, 'utf8')).toContain('"nl":   "Onze regels"')
    expect(checklists).toEqual(['one', 'two'])
    expect({ ...rest, checklists: [] }).toEqual(before)
    expect((await read('ours/rules/checklists/two.json')).order).toBeGreaterThan(
      Number((await read('ours/rules/checklists/one.json')).order),
    )
  })

  it('keeps the byte order mark of a file that it adds to', async () => {
    await start('ruleset', 'ours', '--dir', home)
    const manifest = join(home, 'ours', 'rules', 'manifest.json')
    await writeFile(manifest, `\uFEFF${await readFile(manifest, 'utf8')}`)
    expect(await start('checklist', 'one', '--dir', join(home, 'ours'))).toMatchObject({ code: 0, stderr: '' })
    const text = await readFile(manifest, 'utf8')
    expect(text.startsWith('\uFEFF{')).toBe(true)
    expect(JSON.parse(text.slice(1)).checklists).toEqual(['one'])
  })

  it('names the schema of each file, where the package is installed', async () => {
    await mkdir(join(home, 'node_modules', 'verwijswijzer', 'dist', 'schemas'), { recursive: true })
    await start('ruleset', 'ours', '--dir', home)
    await start('checklist', 'shift-work', '--dir', join(home, 'ours'))
    const schemas = 'node_modules/verwijswijzer/dist/schemas'
    expect((await read('ours/rules/manifest.json')).$schema).toBe(`../../${schemas}/manifest.schema.json`)
    expect((await read('ours/rules/checklists/shift-work.json')).$schema).toBe(
      `../../../${schemas}/checklist.schema.json`,
    )
    expect((await read('ours/fixtures/shift-work/first/met.json')).$schema).toBe(
      `../../../../${schemas}/fixture.schema.json`,
    )
  })

  it('writes files that fit their schemas', async () => {
    await start('ruleset', 'ours', '--dir', home)
    await start('checklist', 'shift-work', '--dir', join(home, 'ours'))
    await start('rule', 'shift-work/more', '--dir', join(home, 'ours'))
    for (const file of await filesIn(join(home, 'ours'))) {
      const content = await read('ours', file)
      const kind = /([a-z]+)\.schema\.json$/.exec(String(content.$schema))?.[1] as SchemaKind
      expect(SCHEMA_KINDS).toContain(kind)
      expect([file, faultsOf(kind, content)]).toEqual([file, []])
    }
  })

  it('extends another rule set than the bundled one', async () => {
    await start('ruleset', 'ours', '--dir', home)
    const rules = join(home, 'ours', 'rules')
    expect(await start('ruleset', 'site', '--dir', home, '--base', rules)).toMatchObject({ code: 0 })
    expect((await read('site/rules/manifest.json')).extends).toEqual({ id: 'ours', version: '0.1.0' })
    expect(await start('checklist', 'hall', '--dir', join(home, 'site'), '--base', rules)).toMatchObject({ code: 0 })
    expect(await start('checklist', 'yard', '--dir', join(home, 'site'))).toMatchObject({ code: 2 })
  })

  it('never overwrites, and writes nothing when it cannot write all', async () => {
    await start('ruleset', 'ours', '--dir', home)
    const ours = join(home, 'ours')
    expect(await start('ruleset', 'ours', '--dir', home)).toMatchObject({ code: 2, stdout: '' })
    expect((await start('ruleset', 'ours', '--dir', home)).stderr).toContain('manifest.json: this exists already')
    await mkdir(join(ours, 'fixtures', 'shift-work', 'first'), { recursive: true })
    await writeFile(join(ours, 'fixtures', 'shift-work', 'first', 'met.json'), '{}')
    expect(await start('checklist', 'shift-work', '--dir', ours)).toMatchObject({ code: 2, stdout: '' })
    expect((await read('ours/rules/manifest.json')).checklists).toEqual([])
    const rules = ['manifest.json', 'policy.json', 'sources.json']
    expect(await filesIn(join(ours, 'rules'))).toEqual(rules)
    // A file where a folder has to come is found out half-way.
    await writeFile(join(ours, 'fixtures', 'night-work'), '')
    expect(await start('checklist', 'night-work', '--dir', ours)).toMatchObject({ code: 2, stdout: '' })
    expect(await filesIn(join(ours, 'rules'))).toEqual(rules)
  })

  it.each([
    ['a checklist that is there', ['checklist', 'conflict'], 'there is a checklist conflict already'],
    ['a rule in a checklist of the other', ['rule', 'conflict/ours'], 'no checklist conflict of its own'],
    ['a rule in no checklist', ['rule', 'shift-work/ours'], 'start one with "new checklist"'],
    ['a rule without a checklist', ['rule', 'ours'], 'a name as checklist/name'],
    ['a name that is none', ['checklist', 'Shift Work'], 'give a name'],
    ['a path as a name', ['checklist', '../shift-work'], 'give a name'],
  ])('refuses %s', async (_, args, told) => {
    await start('ruleset', 'ours', '--dir', home)
    const { code, stderr } = await start(...args, '--dir', join(home, 'ours'))
    expect(code).toBe(2)
    expect(stderr).toContain(told)
  })

  it('refuses a folder without rules, and rules with faults', async () => {
    expect(await start('checklist', 'shift-work', '--dir', home)).toMatchObject({ code: 2, stdout: '' })
    await start('ruleset', 'ours', '--dir', home)
    await writeFile(join(home, 'ours', 'rules', 'policy.json'), '{ "overrides": [{}] }')
    const { code, stderr } = await start('checklist', 'shift-work', '--dir', join(home, 'ours'))
    expect(code).toBe(2)
    expect(stderr).toContain('policy.json#/overrides/0/name')
  })
})

/** What a JSON Schema finds wrong with data, a pointer each. */
function faultsOf(kind: SchemaKind, data: unknown, schemas = SCHEMAS): string[] {
  const validate = schemas.get(kind)
  if (!validate) throw new Error(kind)
  return validate(data) ? [] : [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))]
}

const validators = (ruleSet = SHIPPED) =>
  new Map([...jsonSchemas(ruleSet)].map(([kind, schema]) => [kind, new Ajv({ strict: false }).compile(schema)]))
const SCHEMAS = validators()

const kindOf = (file: string): SchemaKind =>
  (file.startsWith('checklists/') ? 'checklist' : file.replace('.json', '')) as SchemaKind

describe('the JSON Schemas', () => {
  it('accept every file of the shipped rule set, and every fixture', () => {
    for (const [file, content] of Object.entries(SHIPPED_FILES))
      expect([file, faultsOf(kindOf(file), content)]).toEqual([file, []])
    for (const { file, path, ...fixture } of loadFixtures())
      expect([file, path && faultsOf('fixture', fixture)]).toEqual([file, []])
  })

  const own = loadRuleSet(ownFiles())
  if (!own.ok) throw new Error(JSON.stringify(own.issues))

  it("accept an organisation's own files, and offer its names", () => {
    const ours = validators(own.ruleSet)
    for (const [file, content] of Object.entries(ownFiles()))
      expect([file, faultsOf(kindOf(file), content, ours)]).toEqual([file, []])
    const fixture = (own: object) => ({
      note: 'A case with answers to facts of our own.',
      snapshot: { asOf: '2026-09-14', own },
      expect: { excludes: ['roster-scan'] },
    })
    expect(faultsOf('fixture', fixture({ nightShifts: 3, teams: ['late'], rosterChangedOn: 'none' }), ours)).toEqual([])
    expect(faultsOf('fixture', fixture({ nightShifts: 'unknown:refused', sleepAdvice: 'rest' }), ours)).toEqual([])
    for (const wrong of [{ nightShift: 3 }, { nightShifts: 32 }, { teams: ['noon'] }, { sleepAdvice: 'sleep' }])
      expect(faultsOf('fixture', fixture(wrong), ours)).not.toEqual([])
    expect(faultsOf('fixture', fixture({ nightShifts: 3 }))).not.toEqual([])
    expect(JSON.stringify(jsonSchemas(own.ruleSet).get('checklist'))).toContain('"own.nightShifts"')
    expect(JSON.stringify(jsonSchemas(SHIPPED).get('checklist'))).not.toContain('own.nightShifts')
  })

  const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
  const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
  const LIST = 'checklists/conflict.json'

  it.each<[string, Change]>([
    ['a key that is not there', add(LIST, '/rules/0/weight', 1)],
    ['a text in one language', { op: 'remove', file: LIST, pointer: '/rules/0/text/en' }],
    ['an operator that is not there', replace(LIST, '/conditions/signals/any/0/operator', 'equals')],
    ['a fact that is not there', replace(LIST, '/conditions/signals/any/0/fact', 'conflict.state')],
    ['a value that the fact does not have', replace(LIST, '/conditions/signals/any/0/value', 'settled')],
    ['yes or no as a text', replace(LIST, '/conditions/signals/any/1/value', 'true')],
    ['an empty group', replace(LIST, '/positive', { all: [] })],
    ['a basis that is not there', replace(LIST, '/rules/0/basis', 'gut-feeling')],
    ['a day that is none', replace('manifest.json', '/validFrom', 'soon')],
    ['a version that is none', replace('manifest.json', '/version', '1.0')],
    ['a rule set that it extends without a version', add('manifest.json', '/extends', { id: 'other' })],
    ['a unit that is not there', replace('policy.json', '/parameters/0/unit', 'days')],
    ['a kind of service that is not there', replace('services.json', '/services/0/kind', 'talk')],
    ['a source without sections', replace('sources.json', '/sources/0/sections', [])],
  ])('refuse %s', (_, change) => {
    const files = patched([change])
    expect(loadRuleSet(files).ok).toBe(false)
    expect(faultsOf(kindOf(change.file), files[change.file])).not.toEqual([])
  })

  it.each([
    ['a snapshot with a key that is not there', { snapshot: { asOf: '2026-09-14', conflict: { state: 'signal' } } }],
    ['a value that the fact does not have', { snapshot: { asOf: '2026-09-14', conflict: { status: 'settled' } } }],
    ['an expectation that is not there', { expect: { exclude: ['second-track'] } }],
    ['a status that is not there', { expect: { status: 'refer' } }],
    ['a note that is too short', { note: 'Case.' }],
  ])('refuse a fixture with %s', (_, change) => {
    const fixture = {
      note: 'A case that is good enough to be one.',
      snapshot: { asOf: '2026-09-14' },
      expect: { excludes: ['second-track'] },
    }
    expect(faultsOf('fixture', fixture)).toEqual([])
    expect(faultsOf('fixture', { ...fixture, ...change })).not.toEqual([])
  })

  it('are written by a command, with the names of other rules where they are given', async () => {
    const write = (...args: string[]) =>
      runCommand(addSchemaCommand, ['schema', '--out', join(home, 'schemas'), ...args])
    expect(await write()).toMatchObject({ code: 0, stdout: `11 schemas written to ${join(home, 'schemas')}\n` })
    expect(await filesIn(join(home, 'schemas'))).toEqual(SCHEMA_KINDS.map((kind) => `${kind}.schema.json`).sort())
    expect(await read('schemas/checklist.schema.json')).toEqual(jsonSchemas(SHIPPED).get('checklist'))
    await start('ruleset', 'ours', '--dir', home)
    expect(await write('--rules', join(home, 'ours', 'rules'))).toMatchObject({ code: 0 })
    expect((await read('schemas/checklist.schema.json')).description).toBe('ours 0.1.0')
    await writeFile(join(home, 'file'), '')
    const refused = await runCommand(addSchemaCommand, ['schema', '--out', join(home, 'file')])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
  })
})
