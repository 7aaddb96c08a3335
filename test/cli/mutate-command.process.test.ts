import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMutateCommand } from '../../src/cli/mutate-command'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ownFiles } from '../support/own-rule-set'
import { writeFolder } from '../support/rules-folder'
import { runCommand } from '../support/run-command'

const run = (args: readonly string[]) => runCommand(addMutateCommand, [...args, '--locale', 'en'])
const RULE = 'shift-work/nights'

let directory: string
let rules: string
beforeAll(async () => {
  directory = await emptyDirectory()
  // What it adds, and nothing of what it extends: few mutants.
  const { 'checklists/shift-work.json': checklist, ...others } = ownFiles()
  const [first] = (checklist as { rules: Record<string, unknown>[] }).rules
  const condition = { fact: 'own.nightShifts', operator: 'greaterThanInclusive', value: 6 }
  const notice = { type: 'notice', params: { notice: 'nights' } }
  const { timing: _timing, ...rule } = first as Record<string, unknown>
  rules = await writeFolder(join(directory, 'rules'), {
    'manifest.json': others['manifest.json'],
    'facts.json': others['facts.json'],
    'sources.json': others['sources.json'],
    'checklists/shift-work.json': {
      ...checklist,
      conditions: {},
      positive: condition,
      rules: [{ ...rule, id: RULE, conditions: condition, event: notice }],
    },
  })
})
afterAll(() => removeDirectory(directory))

const fixtureOn = (nightShifts: number, outcome: string) => ({
  note: 'A case beside the boundary of the rule.',
  snapshot: { asOf: '2026-09-14', own: { nightShifts } },
  expect: { outcomes: { [RULE]: outcome }, checklists: { 'shift-work': outcome === 'met' ? 'positive' : 'negative' } },
})
const AT = { 'at.json': fixtureOn(6, 'met') }
const BOTH = { ...AT, 'short.json': fixtureOn(5, 'not-met') }

const folder = (name: string, files: Readonly<Record<string, object>>) => writeFolder(join(directory, name), files)

describe('mutate', () => {
  it('tells which faults no fixture notices, with a case that would', async () => {
    const { code, stdout } = await run(['mutate', await folder('at', AT), '--rules', rules])
    expect(code).toBe(0)
    expect(stdout).toContain(
      'lives       checklists/shift-work.json#/rules/0/conditions: own.nightShifts greaterThanInclusive 6 -> own.nightShifts greaterThanInclusive 5',
    )
    expect(stdout).toContain(`  rule-met-more ${RULE}, in this case:\n  {"asOf":"2026-01-01","own":{"nightShifts":5}}`)
    expect(stdout).toMatch(/\d+ of \d+ mutants killed, 0 more proved equivalent: score \d+\.\d%\n$/)
  })

  it('is content where every fault is noticed', async () => {
    const { code, stdout } = await run(['mutate', await folder('both', BOTH), '--rules', rules, '--min', '100'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/: score 100\.0%\n$/)
  })

  it('ends with 1 below the score that is asked for', async () => {
    const args = ['mutate', await folder('at', AT), '--rules', rules, '--min']
    expect((await run([...args, '100'])).code).toBe(1)
    expect((await run([...args, '10'])).code).toBe(0)
  })

  it('prints JSON', async () => {
    const { stdout } = await run(['mutate', await folder('at', AT), '--rules', rules, '--json'])
    const described = JSON.parse(stdout)
    expect(described).toMatchObject({ fixtures: 1, unconfirmed: [], failing: [], equivalent: 0 })
    expect(described.mutants).toHaveLength(described.killed + described.survived)
    const alive = described.mutants.find(({ status }: { status: string }) => status === 'survived')
    expect(alive.witness.snapshot).toMatchObject({ asOf: '2026-01-01' })
    expect(described.mutants).toContainEqual({
      kind: 'rule',
      file: 'checklists/shift-work.json',
      pointer: '/rules/0/conditions',
      change: `without ${RULE}`,
      text: `checklists/shift-work.json#/rules/0/conditions: without ${RULE}`,
      status: 'killed',
      by: 'at.json',
    })
  })

  it('ends with 1 where a fixture fails already, and leaves it out', async () => {
    const wrong = { ...BOTH, 'wrong.json': fixtureOn(7, 'not-met') }
    const { code, stdout } = await run(['mutate', await folder('wrong', wrong), '--rules', rules])
    expect(code).toBe(1)
    expect(stdout).toContain('wrong.json fails against the rules as they are')
  })

  it('ends with 2 for what is no fixture', async () => {
    const { code, stderr } = await run([
      'mutate',
      await folder('bad', { 'bad.json': { note: 'too short' } }),
      '--rules',
      rules,
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('bad.json')
  })
})
