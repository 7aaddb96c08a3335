import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTestCommand } from '../../src/cli/test-command'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ownFiles } from '../support/own-rule-set'
import { writeFolder } from '../support/rules-folder'
import { runCommand } from '../support/run-command'
import { questionFor, tinyFiles } from '../support/tiny-rule-set'

const run = (args: readonly string[]) => runCommand(addTestCommand, [...args, '--locale', 'en'])
const RULE = questionFor(0)

let directory: string
let rules: string
beforeAll(async () => {
  directory = await emptyDirectory()
  rules = await writeFolder(
    join(directory, 'rules'),
    tinyFiles([{ fact: 'conflict.status', operator: 'equal', value: 'signal' }]),
  )
})
afterAll(() => removeDirectory(directory))

const fixtureOn = (conflict: object, outcome: string) => ({
  note: 'A case that shows what the rule does.',
  snapshot: { asOf: '2026-09-14', conflict },
  expect: { outcomes: { [RULE]: outcome } },
})
const MET = fixtureOn({ status: 'signal' }, 'met')
const ALL = {
  'met.json': MET,
  'not-met.json': fixtureOn({ status: 'none' }, 'not-met'),
  'open.json': fixtureOn({}, 'open'),
}

const folder = (name: string, files: Readonly<Record<string, object>>) => writeFolder(join(directory, name), files)

describe('test --coverage', () => {
  it('tells after the run what the fixtures show, and what they do not', async () => {
    const cases = await folder('one', { 'met.json': MET })
    const { code, stdout } = await run(['test', cases, '--rules', rules, '--coverage'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^1 fixture holds against /)
    expect(stdout).toContain('rules         33.3%  1 of 3')
    expect(stdout).toContain(`missing: rules\n  ${RULE}: not-met\n  ${RULE}: open\n`)
  })

  it.each([
    [['met.json', 'not-met.json', 'open.json'], '100', 0],
    [['met.json', 'not-met.json'], '100', 1],
    [['met.json', 'not-met.json'], '66.6', 0],
    [['met.json', 'not-met.json'], '66.7', 1],
  ])('of %j with --min %s ends with %i', async (names, min, code) => {
    const cases = await folder('some', Object.fromEntries(Object.entries(ALL).filter(([name]) => names.includes(name))))
    const finished = await run(['test', cases, '--rules', rules, '--min', min])
    // Nothing is ever recommended here: that is proved, and of services nothing is asked.
    expect(finished.stdout).toContain('coverage of')
    expect(finished.code).toBe(code)
  })

  it('writes it as JSON and as a page', async () => {
    const cases = await folder('all', ALL)
    const [json, html] = [join(directory, 'coverage.json'), join(directory, 'coverage.html')]
    const args = ['test', cases, '--rules', rules, '--coverage-json', json, '--coverage-html', html, '--json']
    const { code, stdout } = await run(args)
    expect(code).toBe(0)
    const written = JSON.parse(await readFile(json, 'utf8'))
    expect(written.kinds[0]).toMatchObject({ kind: 'rules', covered: 3, total: 3, percentage: 100 })
    expect(written.kinds[0].items[0]).toEqual({ of: RULE, state: 'met', outcome: 'covered', by: 'met.json' })
    expect(JSON.parse(stdout)).toMatchObject({ total: 3, coverage: written })
    expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>/)
  })

  it('of a rule set that extends another asks for what it adds', async () => {
    const own = await writeFolder(join(directory, 'own'), ownFiles())
    const cases = await folder('none', {})
    const { stdout } = await run(['test', cases, '--rules', own, '--coverage', '--json'])
    const [kind] = JSON.parse(stdout).coverage.kinds
    expect(new Set(kind.items.map(({ of }: { of: string }) => of.split('/')[0]))).toEqual(new Set(['shift-work']))
  })

  it.each(['', '101', '-1', 'much'])('takes no %j as a percentage', async (min) => {
    expect((await run(['test', directory, '--min', min])).code).toBe(2)
  })

  it('ends with 2 where a report cannot be written', async () => {
    const cases = await folder('all', ALL)
    const file = join(directory, 'no', 'such', 'folder.html')
    const { code, stderr } = await run(['test', cases, '--rules', rules, '--coverage-html', file])
    expect(code).toBe(2)
    expect(stderr).toContain('unwritable-output')
  })
})
