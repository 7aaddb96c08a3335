import { appendFile, chmod, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Snapshot, shippedRuleSet } from '../../../src/index'
import { columnsOf } from '../../../src/reports/batch/csv-columns'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { type Finished, ROOT, runCli } from '../../support/run'
import { SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'
import { rowOf } from '../../support/snapshot-csv'

// Each case starts a process or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let directory: string
const path = (name: string): string => join(directory, name)
const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(path(name), content)
  return path(name)
}
const read = (name: string): Promise<string> => readFile(path(name), 'utf8')
const numbers = (text: string): number[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => Number(/^(?:\{"line":)?(\d+)/.exec(line)?.[1]))
const firstLines = (text: string, count: number): string =>
  text
    .split('\n')
    .slice(0, count)
    .map((line) => `${line}\n`)
    .join('')

const LINES = 210
/** Every second line is not valid, and one is not even text. */
const CASES = Buffer.concat(
  [...new Array(LINES).keys()].map((index) => {
    if (index === 120) return Buffer.from([0x7b, 0xff, 0x7d, 0x0a])
    const valid = JSON.stringify({ ...SAMPLE_SNAPSHOT, caseId: `c${index}` })
    return Buffer.from(index % 2 === 1 ? '{ "asOf": 1 }\n' : `${valid}\n`)
  }),
)
const INVALID = 106
let told: Finished

beforeAll(async () => {
  directory = await emptyDirectory()
  await write('cases.ndjson', CASES)
  told = await runCli(['batch', path('cases.ndjson')])
})
afterAll(() => removeDirectory(directory))

describe('a line out for each line in', () => {
  it('in order, with counts at the end', () => {
    expect(told.code).toBe(1)
    expect(told.stderr).toBe(`regels: ${LINES}; met advies: ${LINES - INVALID}; ongeldig: ${INVALID}\n`)
    expect(numbers(told.stdout)).toEqual([...new Array(LINES).keys()].map((index) => index + 1))
    const lines = told.stdout.split('\n')
    expect(lines.filter((line) => line.includes('"error"'))).toHaveLength(INVALID)
    expect(JSON.parse(lines[120] ?? '')).toMatchObject({ line: 121, error: { code: 'malformed-text' } })
    expect(JSON.parse(lines[122] ?? '')).toMatchObject({ line: 123, caseId: 'c122', status: 'refer-now' })
  })

  it('from standard input, in the language asked for', async () => {
    const one = await runCli(['batch', '-', '--locale', 'en'], { input: `${JSON.stringify(SAMPLE_SNAPSHOT)}\n\n` })
    expect(one).toMatchObject({ code: 0, stderr: 'lines: 1; advised: 1; invalid: 0\n' })
    expect(JSON.parse(one.stdout)).toMatchObject({ line: 1, status: 'refer-now' })
  })

  it('from standard input with threads, to the byte', async () => {
    expect(await runCli(['batch', '-', '--jobs', '2'], { input: CASES })).toEqual(told)
  })

  it('with threads that use the same rules, policy and audience', async () => {
    const policy = await write('policy.json', '{ "promptReferral": "P21D" }')
    const how = ['--policy', policy, '--rules', join(ROOT, 'rules'), '--audience', 'employer', '--full']
    const args = ['batch', path('cases.ndjson'), '--skip', '190', '--locale', 'en', ...how]
    const one = await runCli(args)
    expect(one.stdout).toContain('"audience":"employer"')
    expect(numbers(one.stdout)[0]).toBe(191)
    expect(await runCli([...args, '--jobs', '2'])).toEqual(one)
  })
})

describe('files', () => {
  it('--out is written whole, for its owner alone, and is not what a link points from', async () => {
    await write('results.ndjson', 'what was there before\n')
    await chmod(path('results.ndjson'), 0o644)
    await symlink(path('results.ndjson'), path('link.ndjson'))
    const counted = await runCli(['batch', path('cases.ndjson'), '--out', path('link.ndjson'), '--json'])
    expect(counted).toMatchObject({ code: 1, stderr: '' })
    expect(JSON.parse(counted.stdout)).toEqual({ lines: LINES, advised: LINES - INVALID, invalid: INVALID })
    expect((await read('results.ndjson')) === told.stdout).toBe(true)
    expect((await stat(path('results.ndjson'))).mode & 0o777).toBe(0o600)
    expect((await readdir(directory)).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('--skip goes on where another run ended', async () => {
    await runCli(['batch', path('cases.ndjson'), '--out', path('part.ndjson')])
    await write('part.ndjson', firstLines(told.stdout, 130))
    const args = ['batch', path('cases.ndjson'), '--out', path('part.ndjson'), '--skip']
    expect(await runCli([...args, '129'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--skip 130') })
    // What a run that was killed leaves of a line is cut off.
    await appendFile(path('part.ndjson'), '{"line":131,"caseId":"c1')
    expect((await runCli([...args, '130'])).code).toBe(1)
    expect((await read('part.ndjson')) === told.stdout).toBe(true)
  })

  it('--skip goes on with no results that were made in another way: a full advice is not continued for the employer', async () => {
    const out = path('full.ndjson')
    const batch = (...flags: string[]) => runCli(['batch', path('cases.ndjson'), '--out', out, ...flags])
    await batch('--audience', 'full')
    const results = firstLines(await read('full.ndjson'), 120)
    await write('policy.json', '{ "promptReferral": "P10D" }')
    await write('rules.json', '{}')
    for (const [flags, what] of [
      [[], '--audience'],
      [['--audience', 'employer'], '--audience'],
      [['--audience', 'full', '--policy', path('policy.json')], '--policy'],
      [['--audience', 'full', '--full'], '--full'],
      [['--audience', 'full', '--to', 'csv'], '--to'],
      [['--audience', 'full', '--locale', 'en'], '--locale'],
    ] as const) {
      await write('full.ndjson', results)
      const refused = await batch('--skip', '120', ...flags)
      expect(refused).toMatchObject({ code: 2, stdout: '' })
      expect(refused.stderr).toContain(what)
      expect(await read('full.ndjson')).toBe(results)
    }
    await rm(`${out}.run.json`)
    expect((await batch('--skip', '120', '--audience', 'full')).stderr).toContain('run.json')
    expect(await read('full.ndjson')).toBe(results)
  })

  it('are for their owner alone, the record of how they were made too, and tell no policy', async () => {
    await write('mine.json', '{ "promptReferral": "P10D" }')
    await runCli(['batch', path('cases.ndjson'), '--out', path('mine.ndjson'), '--policy', path('mine.json')])
    for (const name of ['mine.ndjson', 'mine.ndjson.run.json'])
      expect((await stat(path(name))).mode & 0o777).toBe(0o600)
    const record = JSON.parse(await read('mine.ndjson.run.json'))
    expect(record).toMatchObject({ audience: 'employer', locale: 'nl', format: 'ndjson' })
    expect(await read('mine.ndjson.run.json')).not.toContain('P10D')
    // Also where a run goes on with a file that others could read.
    await chmod(path('mine.ndjson'), 0o644)
    await write('mine.ndjson', firstLines(await read('mine.ndjson'), 100))
    const args = ['batch', path('cases.ndjson'), '--out', path('mine.ndjson'), '--policy', path('mine.json')]
    expect((await runCli([...args, '--skip', '100'])).code).toBe(1)
    expect((await stat(path('mine.ndjson'))).mode & 0o777).toBe(0o600)
  })

  it('are not written through a name that somebody put there', async () => {
    await write('victim.txt', 'untouched\n')
    // The names that a process number would give, as they could be foreseen.
    for (let pid = process.pid; pid < process.pid + 400; pid++)
      await symlink(path('victim.txt'), path(`planted.ndjson.${pid}.part`))
    expect((await runCli(['batch', path('cases.ndjson'), '--out', path('planted.ndjson')])).code).toBe(1)
    expect(await read('victim.txt')).toBe('untouched\n')
  })

  it('CSV in and out, by the names of files; a row knows its line in the file', async () => {
    const columns = columnsOf(shippedRuleSet()).filter(({ id }) =>
      /^(asOf|caseId|absence|returnToWork|employment)/.test(id),
    )
    const row = rowOf({ ...SAMPLE_SNAPSHOT, caseId: 'x' } as unknown as Snapshot, columns)
    const rows = [columns.map(({ id }) => id).join(','), row, row.replace('not-expected', 'x'), '', row]
    await write('cases.csv', `${rows.join('\r\n')}\r\n\r\n`)
    const counted = await runCli(['batch', path('cases.csv'), '--out', path('results.csv')])
    expect(counted).toMatchObject({ code: 1, stderr: 'regels: 4; met advies: 2; ongeldig: 2\n' })
    const results = await read('results.csv')
    expect(numbers(results)).toEqual([Number.NaN, 2, 3, 4, 5])
    expect(results).toContain('unknown-value@returnToWork.ownWork')
    const json = await runCli(['batch', '-', '--from', 'csv', '--to', 'ndjson'], { input: await read('cases.csv') })
    expect(JSON.parse(json.stdout.split('\n')[3] ?? '')).toEqual(
      JSON.parse(told.stdout.split('\n')[0]?.replace('"line":1,"caseId":"c0"', '"line":5,"caseId":"x"') ?? ''),
    )
    await runCli(['batch', path('cases.csv'), '--out', path('resumed.csv')])
    await write('resumed.csv', firstLines(results, 3))
    await runCli(['batch', path('cases.csv'), '--out', path('resumed.csv'), '--skip', '3'])
    expect(await read('resumed.csv')).toBe(results)
  })
})
