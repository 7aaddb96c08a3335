import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addImportCommand } from '../../../src/cli/import/import-command'
import { absenceProfile, PROFILE_NAMES, parseSnapshotText } from '../../../src/index'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { SAMPLES } from '../../support/import-sample'
import { runCommand } from '../../support/run-command'

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

const at = (name: string) => join(directory, name)
const run = (...args: readonly string[]) =>
  runCommand(addImportCommand, ['import', '--as-of', '2026-11-22', '--locale', 'en', ...args])
const sampleOf = (name: (typeof PROFILE_NAMES)[number]) => `${SAMPLES}/${name}.${absenceProfile(name).format}`
const write = (name: string, text: string | Uint8Array) => {
  writeFileSync(at(name), text)
  return at(name)
}

describe.each(PROFILE_NAMES)('verwijswijzer import --profile %s', (name) => {
  it('writes a snapshot a line, and the report apart', async () => {
    const { snapshots, report } = JSON.parse(readFileSync(`${SAMPLES}/expected/${name}.json`, 'utf8'))
    const done = await run(sampleOf(name), '--profile', name, '--complete')
    expect(done.code).toBe(report.issues.length > 0 ? 1 : 0)
    const lines = done.stdout.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(snapshots)
    for (const line of lines) expect(parseSnapshotText(line).ok).toBe(true)
    expect(done.stderr).toContain(`rows: ${report.rows.read}; read: ${report.rows.mapped}; cases: ${snapshots.length}`)
    expect(done.stderr).not.toMatch(/wordt niet gelezen|\d{4}-\d{2}-\d{2}/)
  })
})

describe('files', () => {
  it('are readable by their owner only, whole, and nothing is left beside them', async () => {
    const [out, report, key] = [at('cases.ndjson'), at('report.json'), write('key', 'sixteen bytes or more\n')]
    const done = await run(sampleOf('loket'), '--profile', 'loket', '--out', out, '--report', report, '--key', key)
    expect(done).toEqual({ code: 0, stdout: '', stderr: '' })
    for (const file of [out, report]) expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(
      readFileSync(out, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).caseId),
    ).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)])
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      profile: 'loket',
      asOf: '2026-11-22',
      rows: { read: 4 },
    })
    expect((await readdir(directory)).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('that are there are replaced, also their rights, and links lead to what they link to', async () => {
    const out = write('before.ndjson', 'before')
    symlinkSync(out, at('link.ndjson'))
    await run(sampleOf('exact'), '--profile', 'exact', '--out', at('link.ndjson'))
    expect(readFileSync(out, 'utf8')).toContain('"asOf"')
    expect(statSync(out).mode & 0o777).toBe(0o600)
  })

  it('the same key gives the same ids, another key others', async () => {
    const idsWith = async (secret: string) => {
      const done = await run(sampleOf('exact'), '--profile', 'exact', '--key', write('secret', secret))
      return done.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).caseId)
    }
    const ids = await idsWith('0123456789abcdef')
    expect(await idsWith('0123456789abcdef\r\n')).toEqual(ids)
    expect(await idsWith('0123456789abcdeF')).not.toEqual(ids)
  })

  it('with --json there is one document on standard output', async () => {
    const done = await run(sampleOf('afas'), '--profile', 'afas', '--out', at('afas.ndjson'), '--json')
    expect(done).toMatchObject({ code: 1, stderr: '' })
    expect(JSON.parse(done.stdout)).toMatchObject({ profile: 'afas', issues: [{ code: 'unknown-value' }] })
  })

  it('are read as their declaration or --encoding says', async () => {
    const row = 'employment;first_day;note\ne;2026-09-01;caf\xe9\n'
    const csv = write('latin.csv', Buffer.from(row, 'latin1'))
    expect(await run(csv, '--profile', 'generic-csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('malformed-text'),
    })
    expect(await run(csv, '--profile', 'generic-csv', '--encoding', 'windows-1252')).toMatchObject({ code: 0 })
    const xml = readFileSync(sampleOf('sivi'), 'utf8').replace('wordt niet gelezen', '\xe9')
    expect(await run(write('latin.xml', Buffer.from(xml, 'latin1')), '--profile', 'sivi')).toMatchObject({ code: 1 })
  })
})

describe('refused, with a code and nothing written', () => {
  const rows = () => write('rows.csv', 'employment;first_day\ne;2026-09-01\n')
  it.each<[string, () => readonly string[], string]>([
    ['no profile', () => [rows()], ''],
    ['a profile that does not exist', () => [rows(), '--profile', 'afass'], 'bad-usage'],
    [
      'a profile of another shape',
      () => [rows(), '--profile', write('profile.json', '{"id":"x"}')],
      'invalid-document',
    ],
    ['a file that does not exist', () => [at('absent.csv'), '--profile', 'generic-csv'], 'unreadable-input'],
    ['a directory', () => [directory, '--profile', 'generic-csv'], 'unreadable-input'],
    [
      'a short key',
      () => [rows(), '--profile', 'generic-csv', '--key', write('short', '0123456789abcde\n')],
      'out-of-range',
    ],
    [
      'a history from after the day',
      () => [rows(), '--profile', 'generic-csv', '--history-from', '2026-11-23'],
      'date-after-as-of',
    ],
    ['the input as the output', () => [rows(), '--profile', 'generic-csv', '--out', at('rows.csv')], 'bad-usage'],
    [
      'one file for both outputs',
      () => [rows(), '--profile', 'generic-csv', '--out', at('one'), '--report', at('one')],
      'bad-usage',
    ],
    ['--json without --out', () => [rows(), '--profile', 'generic-csv', '--json'], 'bad-usage'],
    [
      'an entity bomb',
      () => [write('bomb.xml', '<!DOCTYPE V [<!ENTITY a "b">]><V>&a;</V>'), '--profile', 'sivi'],
      'forbidden-markup',
    ],
    ['10,000 levels', () => [write('deep.xml', '<a>'.repeat(10_000)), '--profile', 'sivi'], 'too-deep'],
    ['JSON that is none', () => [write('cut.json', '[{'), '--profile', 'loket'], 'not-json'],
    [
      'a place that cannot be written',
      () => [rows(), '--profile', 'generic-csv', '--out', at('no/such/folder')],
      'unwritable-output',
    ],
  ])('%s', async (_, args, code) => {
    const done = await run(...args())
    expect(done.code).toBe(2)
    expect(done.stdout + done.stderr).toContain(code)
    expect(done.stdout).not.toContain('"asOf"')
  })
})

it('a profile of the organisation itself is read from a file', async () => {
  const own = { ...absenceProfile('generic-csv'), id: 'own', employment: ['Dienstverband'], endMeans: 'last-day-ill' }
  const profile = write('own.json', JSON.stringify(own))
  const csv = write('own.csv', 'dienstverband,first_day,recovered_on\ne,2026-09-01,2026-09-30\n')
  const done = await run(csv, '--profile', profile, '--complete')
  expect(done.code).toBe(0)
  expect(JSON.parse(done.stdout).absence.spells).toEqual([{ firstDay: '2026-09-01', recoveredOn: '2026-10-01' }])
  const other = await run(csv, '--profile', profile, '--complete', '--end-means', 'first-day-fit')
  expect(JSON.parse(other.stdout).absence.spells).toEqual([{ firstDay: '2026-09-01', recoveredOn: '2026-09-30' }])
})
