import { cp, mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { CLI, type Finished, ROOT, run, runCli } from '../support/run'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

const RULES = join(ROOT, 'rules')
const SAMPLE = JSON.stringify(SAMPLE_SNAPSHOT)

// Each case starts a process or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

let directory: string
const path = (name: string): string => join(directory, name)
const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(path(name), content)
  return path(name)
}

beforeAll(async () => {
  directory = await emptyDirectory()
  await write('case.json', SAMPLE)
})
afterAll(() => removeDirectory(directory))

describe('input that cannot be used', () => {
  const refused = (code: string, ...place: string[]) => ({
    text: (finished: Finished) => {
      expect(finished).toMatchObject({ code: 2, stdout: '' })
      for (const part of [`[${code}]`, ...place]) expect(finished.stderr).toContain(part)
    },
    json: (finished: Finished) => {
      expect(finished).toMatchObject({ code: 2, stderr: '' })
      const { error } = JSON.parse(finished.stdout)
      expect(error.code).toBe(error.issues[0].code)
      expect(error.issues.map((issue: { code: string }) => issue.code)).toContain(code)
    },
  })

  it.each([
    ['empty', '', 'not-json'],
    ['prose', 'de casus van Jan', 'not-json'],
    ['cut-off', '{ "asOf": "2026-11-22"', 'not-json'],
    ['trailing-comma', '{ "asOf": "2026-11-22", }', 'not-json'],
    ['twice', '{ "asOf": "2026-11-22", "asOf": "2026-11-23" }', 'duplicate-key'],
    ['prototype', '{ "asOf": "2026-11-22", "__proto__": {} }', 'forbidden-key'],
    ['half-a-character', '{ "asOf": "2026-11-22", "caseId": "\\ud800" }', 'malformed-text'],
    ['not-utf-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), 'malformed-text'],
    ['utf-16', Buffer.from('\uFEFF{}', 'utf16le'), 'malformed-text'],
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
    ['deep-and-open', '{"a":'.repeat(100_000), 'too-deep'],
    ['a-list', '[]', 'wrong-type'],
    ['no-day', '{}', 'missing-key'],
    ['misspelt', '{ "asOf": "2026-11-22", "abscence": {} }', 'unknown-key'],
    ['no-such-day', '{ "asOf": "2026-02-30" }', 'invalid-date'],
    ['no-such-value', '{ "asOf": "2026-11-22", "conflict": { "status": "huge" } }', 'unknown-value'],
    ['a-fixture', '{ "snapshot": { "asOf": "2026-02-30" }, "expect": {} }', 'invalid-date'],
  ])('%s', async (name, content, code) => {
    const file = await write(`${name}.json`, content)
    const json = runCli(['triage', '-', '--json'], { input: content })
    refused(code, `${file}: `).text(await runCli(['triage', file]))
    refused(code).json(await json)
  })

  it('tells the place in the case, inside a fixture too', async () => {
    const spells = { asOf: '2026-11-22', absence: { spells: [{ firstDay: '2026-02-30' }] } }
    const plain = await runCli(['triage', '-'], { input: JSON.stringify(spells) })
    expect(plain.stderr).toContain('-: absence.spells[0].firstDay: ')
    const fixture = await runCli(['triage', '-'], { input: JSON.stringify({ snapshot: spells, expect: {} }) })
    expect(fixture.stderr).toContain('-: snapshot.absence.spells[0].firstDay: ')
  })

  it('never repeats a medical value or a name', async () => {
    const secret = { asOf: '2026-11-22', caseId: 'Jan Jansen 123456782', health: { course: 'depression' } }
    for (const flags of [[], ['--json'], ['--locale', 'en']]) {
      const told = await runCli(['triage', '-', ...flags], { input: JSON.stringify(secret) })
      expect(told.code).toBe(2)
      expect(told.stdout + told.stderr).not.toMatch(/Jansen|123456782|depression/)
    }
  })

  it.each([
    ['a wrong answer', '{ "asOf": "2026-11-22", "health": { "course": "GEHEIM" } }'],
    ['one in a fixture', '{ "snapshot": { "asOf": "2026-11-22", "causes": 1 }, "expect": {} }'],
    ['one that is given twice', '{ "asOf": "2026-11-22", "health": { "course": "stable", "course": "stable" } }'],
    ['the same in a fixture', '{ "snapshot": { "health": { "course": 1, "course": 2 } }, "expect": {} }'],
  ])('tells the employer nothing of what is medical: %s', async (_, input) => {
    const told = await runCli(['triage', '-', '--audience', 'employer', '--locale', 'en'], { input })
    refused('physicians-answer', '-: ').text(told)
    expect(told.stderr).not.toMatch(/health|causes|course|GEHEIM|stable|\d/)
    const json = await runCli(['triage', '-', '--audience', 'employer', '--json'], { input })
    expect(JSON.parse(json.stdout).error.issues).toMatchObject([{ code: 'physicians-answer', file: '-' }])
    expect((await runCli(['triage', '-', '--audience', 'full'], { input })).stderr).toMatch(/health|causes/)
  })

  it('tells the place of a service that the rule set does not have, and not under the name of the policy', async () => {
    const policy = await write('fine-policy.json', '{ "frequentAbsence.minReports": 4 }')
    const given = { asOf: '2026-11-22', process: { services: [{ service: 'no-such', on: '2026-01-01' }] } }
    const file = await write('stranger.json', JSON.stringify({ snapshot: given, expect: {} }))
    const place = `${file}: snapshot.process.services[0].service: `
    refused('unknown-service', place).text(await runCli(['triage', file, '--policy', policy]))
    refused('unknown-service', place).text(await runCli(['triage', file]))
  })

  it('is a directory, absent, or no file name at all', async () => {
    refused('unreadable-input', directory, 'map').text(await runCli(['triage', directory]))
    refused('unreadable-input', 'directory').text(await runCli(['triage', directory, '--locale', 'en']))
    refused('unreadable-input', 'absent.json').text(await runCli(['triage', path('absent.json')]))
    refused('unreadable-input').json(await runCli(['triage', path('absent.json'), '--json']))
    refused('unreadable-input').text(await runCli(['triage', join(path('case.json'), 'inside')]))
    refused('unreadable-input').text(await runCli(['triage', '']))
    refused('unreadable-input').text(await runCli(['triage', path('case.json'), '--rules', '']))
  })

  it('is refused for its size without being read', async () => {
    const huge = await write('huge.json', '')
    await truncate(huge, 100_000_000)
    const before = performance.now()
    refused('too-large', huge).text(await runCli(['triage', huge]))
    expect(performance.now() - before).toBeLessThan(10_000)
    refused('too-large').json(await runCli(['triage', huge, '--json']))
    refused('too-large').text(await run('bash', ['-c', `"$0" "$1" triage - < "$2"`, process.execPath, CLI, huge]))
    refused('too-large').text(await run('bash', ['-c', `yes | "$0" "$1" triage -`, process.execPath, CLI]))
    refused('too-large').text(await runCli(['triage', '/dev/zero']))
  })

  it('is a policy that the rule set does not have', async () => {
    const policy = await write('own-policy.json', '{ "frequentAbsence.minReport": 4, "promptReferral": 14 }')
    const told = await runCli(['triage', path('case.json'), '--policy', policy])
    refused('unknown-parameter', policy, 'frequentAbsence.minReports').text(told)
    refused('invalid-parameter').text(told)
    refused('wrong-type').text(await runCli(['triage', path('case.json'), '--policy', await write('list.json', '[]')]))
    refused('not-json').text(await runCli(['triage', path('case.json'), '--policy', await write('bad.json', '{')]))
    refused('unreadable-input').json(await runCli(['triage', path('case.json'), '--json', '--policy', path('absent')]))
  })

  it('is a rule set with faults: each is told with its file and pointer', async () => {
    const rules = (name: string) => ['triage', path('case.json'), '--rules', path(name)]
    refused('unreadable-input').text(await runCli(rules('absent')))
    refused('unreadable-input').text(await runCli(rules('case.json')))
    await mkdir(path('none'))
    refused('missing-file', 'manifest.json').text(await runCli(rules('none')))

    await cp(RULES, path('unread'), { recursive: true })
    await write('unread/services.json', '{ "services": [] "needs": [] }')
    await write('unread/sources.json', '{ "sources": [], "sources": [] }')
    const unread = await runCli(rules('unread'))
    refused('not-json', 'services.json').text(unread)
    refused('duplicate-key', 'sources.json').text(unread)

    await cp(RULES, path('faulty'), { recursive: true })
    await write('faulty/services.json', '{ "services": [{ "id": 1 }], "needs": [], "extra": 1 }')
    const faulty = await runCli(rules('faulty'))
    expect(faulty.stderr).toContain('services.json#/services/0/id: ')
    expect(faulty.stderr).toContain('services.json#/extra: ')
  })
})

describe('bad use', () => {
  it.each([
    [['triage']],
    [['triage', 'a.json', 'b.json']],
    [['triage', 'a.json', '--colour']],
    [['triage', 'a.json', '--locale', 'fr']],
    [['triage', 'a.json', '--audience', 'everyone']],
    [['triage', 'a.json', '--policy']],
    [['tirage', 'a.json']],
    [['--nonsense']],
    [[]],
  ])('%j', async (args) => {
    const told = await runCli(args)
    expect(told).toMatchObject({ code: 2, stdout: '' })
    expect(told.stderr).not.toBe('')
  })

  it.each([[['triage', '--json']], [['triage', 'a.json', '--json', '--locale', 'fr']], [['--json']]])(
    '%j: told as JSON',
    async (args) => {
      const told = await runCli(args)
      expect(told).toMatchObject({ code: 2, stderr: '' })
      expect(JSON.parse(told.stdout)).toMatchObject({ error: { code: 'bad-usage', issues: [{ code: 'bad-usage' }] } })
    },
  )

  it('is not asking for help or the version', async () => {
    const help = await runCli(['triage', '--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain('"expect"')
    expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})
