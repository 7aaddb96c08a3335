import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { runCli } from '../../support/run'

// Each case starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const CASE = '{ "asOf": "2026-11-22" }\n'
const OTHER = '{ "promptReferal": "P21D" }'

let directory: string
const path = (name: string): string => join(directory, name)
const write = async (name: string, content: string): Promise<string> => {
  await writeFile(path(name), content)
  return path(name)
}

beforeAll(async () => {
  directory = await emptyDirectory()
  await write('cases.ndjson', CASE)
  await write('other.json', OTHER)
})
afterAll(() => removeDirectory(directory))

describe('bad use', () => {
  const place = (text: string) =>
    text.replace('CASES', path('cases.ndjson')).replace('OTHER', path('other.json')).replace('HERE', directory)

  it.each([
    [['CASES', '--jobs', '0'], '--jobs'],
    [['CASES', '--jobs', '999'], 'from 1 to 256'],
    [['CASES', '--out', ''], '--out'],
    [['CASES', '--out', 'CASES/results'], '(ENOTDIR)'],
    [['CASES', '--out', `HERE/${'a'.repeat(300)}`], '(ENAMETOOLONG)'],
    [['CASES', '--skip', '-1'], '--skip'],
    [['CASES', '--full', '--to', 'csv'], '--full'],
    [['CASES', '--out', 'CASES'], 'CASES: '],
    [['CASES', '--out', 'HERE'], '(EISDIR)'],
    [['CASES', '--out', 'HERE/none/results'], '(ENOENT)'],
    [['CASES', '--out', 'OTHER', '--skip', '1'], 'OTHER: '],
    [['CASES', '--policy', 'CASES'], '[unknown-parameter]'],
    [['CASES', '--rules', 'HERE/none', '--jobs', '2'], '[unreadable-input]'],
    [['HERE'], '[unreadable-input]'],
  ])('%j', async (args, text) => {
    const told = await runCli(['batch', ...args.map(place)])
    expect(told).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(place(text)) })
    expect(told.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(await readFile(path('cases.ndjson'), 'utf8')).toBe(CASE)
    expect(await readFile(path('other.json'), 'utf8')).toBe(OTHER)
    expect(await readdir(directory)).toEqual(['cases.ndjson', 'other.json'])
  })

  it('is told as JSON with --json, which leaves standard output no place for results', async () => {
    const told = await runCli(['batch', path('cases.ndjson'), '--json'])
    expect(told).toMatchObject({ code: 2, stderr: '' })
    expect(JSON.parse(told.stdout)).toMatchObject({ error: { code: 'bad-usage' } })
    const policy = ['--policy', path('other.json'), '--json', '--out', path('none')]
    expect(JSON.parse((await runCli(['batch', '-', ...policy])).stdout)).toMatchObject({
      error: { issues: [{ code: 'unknown-parameter', path: ['promptReferal'], file: path('other.json') }] },
    })
  })
})

it('a header that names no fact is refused before anything is read or written', async () => {
  const misspelt = await write('misspelt.csv', 'asOf,own_work\n2026-11-22,expected\n')
  const told = await runCli(['batch', misspelt, '--out', path('none.csv'), '--locale', 'en'])
  expect(told).toMatchObject({ code: 2, stdout: '' })
  expect(told.stderr).toContain(`${misspelt}: own_work: `)
  expect(told.stderr).toContain('use "returnToWork.ownWork" [unknown-key]')
  expect(await runCli(['batch', await write('empty.csv', '')])).toMatchObject({ code: 2, stdout: '' })
  expect(await readdir(directory)).not.toContain('none.csv')
})
