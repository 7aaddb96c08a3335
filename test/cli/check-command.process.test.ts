import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Ajv from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCheckCommand } from '../../src/cli/check-command'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ROOT } from '../support/run'
import { runCommand } from '../support/run-command'
import { SARIF } from '../support/sarif-schema'

const run = (...args: string[]) => runCommand(addCheckCommand, ['check', ...args])

let directory: string
let broken: string
let unloadable: string

/** A copy of the shipped rule set with a text in one of its files replaced. */
async function copyWith(name: string, file: string, from: string, to: string): Promise<string> {
  const copy = join(directory, name)
  await cp(join(ROOT, 'rules'), copy, { recursive: true })
  const text = await readFile(join(copy, file), 'utf8')
  expect(text).toContain(from)
  await writeFile(join(copy, file), text.replace(from, to))
  return copy
}

beforeAll(async () => {
  directory = await emptyDirectory()
  // Nobody is absent and at work at the same time.
  broken = await copyWith(
    'broken',
    'checklists/waiting-employer.json',
    '{ "fact": "absence.ongoing", "operator": "equal", "value": true }',
    '{ "fact": "absence.ongoing", "operator": "equal", "value": true }, { "fact": "absence.ongoing", "operator": "equal", "value": false }',
  )
  unloadable = await copyWith('unloadable', 'checklists/conflict.json', '"conflict/signal"', '"conflicts/signal"')
})
afterAll(() => removeDirectory(directory))

describe('verwijswijzer check', () => {
  it('says of the bundled rule set that nothing is wrong', async () => {
    const finished = await run('--locale', 'en')
    expect(finished).toMatchObject({ code: 0, stderr: '' })
    expect(finished.stdout).toMatch(/no findings, \d+ accepted\n$/)
    expect(finished.stdout).toContain('  accepted: ')
  })

  it('tells people where, what, and a case that shows it, in Dutch and in English', async () => {
    const [dutch, english] = [await run(broken), await run(broken, '--locale', 'en')]
    for (const { code, stdout, stderr } of [dutch, english]) {
      expect([code, stderr]).toEqual([1, ''])
      expect(stdout).toMatch(
        /broken\/checklists\/waiting-employer\.json:\d+:\d+ \/(positive|rules\/\d\/conditions) rule-never-met\n/,
      )
    }
    expect(dutch.stdout).toContain('geen enkel geval kan hieraan voldoen')
    expect(dutch.stdout).toMatch(/\n {2}geval: \{"asOf":"2026-01-01"/)
    expect(english.stdout).toContain('no case can meet this')
    expect(english.stdout).toMatch(/\n\d findings?, 4 accepted\n$/)
  })

  it('puts the place on the line where it is written', async () => {
    const [, file, line] = /(\S+waiting-employer\.json):(\d+):\d+/.exec((await run(broken)).stdout) ?? []
    const lines = (await readFile(String(file), 'utf8')).split('\n')
    expect(lines[Number(line) - 1]).toMatch(/"(positive|conditions)"/)
  })

  it('prints one JSON document, with --json and with --format json', async () => {
    const { code, stdout } = await run(broken, '--json')
    expect(code).toBe(1)
    const document = JSON.parse(stdout)
    expect(document.ruleSet.id).toBe('nl-early-referral')
    expect(document.findings[0]).toMatchObject({
      code: 'rule-never-met',
      level: 'error',
      file: 'checklists/waiting-employer.json',
      line: expect.any(Number),
      message: { nl: expect.any(String), en: expect.any(String) },
      witness: { asOf: '2026-01-01' },
    })
    expect(document.accepted).toContainEqual(
      expect.objectContaining({ code: 'rule-subsumed', reason: expect.any(String) }),
    )
    expect((await run(broken, '--format', 'json')).stdout).toBe(stdout)
  })

  it('prints SARIF 2.1.0', async () => {
    const { code, stdout } = await run(broken, '--format', 'sarif', '--locale', 'en')
    expect(code).toBe(1)
    const log = JSON.parse(stdout)
    const ajv = new Ajv({ strict: false })
    expect(ajv.validate(SARIF, log), JSON.stringify(ajv.errors)).toBe(true)
    const [{ tool, results }] = log.runs
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(results.filter((result: { suppressions?: unknown }) => result.suppressions)).toHaveLength(4)
  })

  it('prints JUnit, with every file and a failure for each finding', async () => {
    const { code, stdout } = await run(broken, '--format', 'junit')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="verwijswijzer check" tests="\d+"/,
    )
    const [failures, skipped] = [stdout.match(/<failure /g)?.length, stdout.match(/<skipped /g)?.length]
    expect(stdout).toContain(`failures="${failures}" skipped="${skipped}">`)
    expect(stdout).toContain('<testsuite name="sources.json" tests="1" failures="0" errors="0" skipped="0">')
    // Every element that is opened is closed, and nothing in a text is read as markup.
    const open: string[] = []
    for (const [, close, name, alone] of stdout.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name)
      else if (!alone) open.push(String(name))
    }
    expect(open).toEqual([])
  })

  it('tells what stops a rule set from loading, and of no other kind of fault', async () => {
    const { code, stdout } = await run(unloadable, '--json')
    expect(code).toBe(1)
    const { ruleSet, findings } = JSON.parse(stdout)
    expect(ruleSet).toBeNull()
    expect(findings).toEqual([
      expect.objectContaining({ code: 'invalid-document', file: 'checklists/conflict.json', pointer: '/rules/0/id' }),
    ])
  })

  it('finds a file that is no JSON', async () => {
    const copy = await copyWith('no-json', 'services.json', '"services"', '"services')
    const { code, stdout } = await run(copy, '--locale', 'en')
    expect(code).toBe(1)
    expect(stdout).toContain('services.json')
  })

  it('looks at the day that it is given', async () => {
    expect((await run('--on', '2025-12-31', '--json')).stdout).toContain('"not-yet-valid"')
    expect(await run('--on', '2027-06-30')).toMatchObject({ code: 0 })
  })

  it.each([
    ['a directory that is not there', ['nowhere']],
    ['a day that is no day', ['--on', '2026-02-30']],
    ['a format that does not exist', ['--format', 'xml']],
    ['an option that does not exist', ['--fix']],
  ])('refuses %s', async (_what, args) => {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: '' })
  })
})
