import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addBatchCommand } from '../../../src/cli/batch/batch-command'
import { addReplayCommand } from '../../../src/cli/replay-command'
import { createTriage, decisionRecord } from '../../../src/index'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { runCommand } from '../../support/run-command'
import { SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

vi.setConfig({ testTimeout: 60_000 })

let directory: string
const path = (name: string): string => join(directory, name)
const read = (name: string): Promise<string> => readFile(path(name), 'utf8')
const batch = (...args: readonly string[]) =>
  runCommand((program) => addBatchCommand(program, 'file:///nowhere'), ['batch', ...args, '--audience', 'full'])
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n')

const cases = (ownWork: string): string =>
  ['a', 'b', 'c']
    .map((caseId) => ({
      ...SAMPLE_SNAPSHOT,
      caseId,
      returnToWork: { ownWork: caseId === 'b' ? ownWork : 'not-expected' },
    }))
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('')

beforeAll(async () => {
  directory = await emptyDirectory()
  await writeFile(path('cases.ndjson'), cases('not-expected'))
  await writeFile(path('changed.ndjson'), cases('expected'))
  await batch(path('cases.ndjson'), '--out', path('last.ndjson'))
})
afterAll(() => removeDirectory(directory))

describe('batch --previous', () => {
  it('says of each result what changed since the last run', async () => {
    await batch(path('changed.ndjson'), '--previous', path('last.ndjson'), '--out', path('now.ndjson'))
    const results = linesOf(await read('now.ndjson')).map((line) => JSON.parse(line))
    expect(results.map(({ caseId, changes }) => [caseId, changes.length > 0])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ])
  })

  it('gives only what changed, and nothing where nothing did', async () => {
    const changed = ['--previous', path('last.ndjson'), '--changed-only']
    await batch(path('changed.ndjson'), ...changed, '--out', path('some.ndjson'))
    expect(linesOf(await read('some.ndjson')).map((line) => JSON.parse(line).caseId)).toEqual(['b'])
    const { code } = await batch(path('cases.ndjson'), ...changed, '--out', path('none.ndjson'))
    expect([code, await read('none.ndjson')]).toEqual([0, ''])
  })
})

describe('batch --worklist', () => {
  it.each([
    ['list.ndjson', /^\{"caseId":"a"/, /\{"summary":\{"cases":3/],
    ['list.csv', /^\ufeffCasus;Stand;/, /a;nu;/],
    ['list.html', /^<!doctype html>/, /Werklijst/],
  ])('writes %s', async (name, starts, holds) => {
    const { code } = await batch(path('cases.ndjson'), '--worklist', '--out', path(name))
    expect(code).toBe(0)
    expect(await read(name)).toMatch(starts)
    expect(await read(name)).toMatch(holds)
  })

  it('lists only what changed', async () => {
    const list = ['--previous', path('last.ndjson'), '--changed-only', '--worklist', '--out', path('list.csv')]
    await batch(path('changed.ndjson'), ...list)
    expect(linesOf(await read('list.csv'))).toHaveLength(2)
    expect(await read('list.csv')).toMatch(/Stap: was /)
  })

  it.each([
    [['--changed-only']],
    [['--worklist', '--skip', '2']],
    [['--to', 'html']],
    [['--previous', '-']],
    [['--previous', 'missing.ndjson']],
  ])('refuses %j', async (flags) => {
    const { code, stderr } = await batch(path('cases.ndjson'), ...flags, '--out', path('refused.ndjson'))
    expect(code).toBe(2)
    expect(stderr).toMatch(/\[[a-z-]+\]/)
  })
})

describe('replay', () => {
  it('says which records come out the same', async () => {
    const key = 'a secret of the host, long enough'
    const own = { id: 'd-1', recordedAt: '2026-11-22T09:15:00Z', key, snapshot: SAMPLE_SNAPSHOT } as const
    const record = decisionRecord(createTriage()(SAMPLE_SNAPSHOT), { ...own, detail: 'replayable' })
    await writeFile(path('key'), `${key}\n`)
    await writeFile(
      path('records.ndjson'),
      `${JSON.stringify(record)}\n${JSON.stringify({ ...record, asOf: '2026-11-23' })}\n`,
    )
    const { code, stdout, stderr } = await runCommand(addReplayCommand, [
      'replay',
      path('records.ndjson'),
      '--key-file',
      path('key'),
    ])
    expect([code, stdout]).toEqual([1, '2 d-1: anders dan vastgelegd: asOf\n'])
    expect(stderr).toBe('1 hetzelfde, 1 anders, 0 niet na te rekenen.\n')
  })
})
