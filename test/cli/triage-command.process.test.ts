import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { BASE_FACTS } from '../../src/core/snapshot/catalogue'
import { shippedRuleSet, triage } from '../../src/index'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { CLI, ROOT, run, runCli } from '../support/run'
import { MEDICAL_SNAPSHOT, SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

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

describe('a good case', () => {
  it('is told in Dutch, and in English when asked', async () => {
    const dutch = await runCli(['triage', path('case.json')])
    expect(dutch).toMatchObject({ code: 0, stderr: '' })
    expect(dutch.stdout).toContain('NU VERWIJZEN')
    expect(dutch.stdout).toContain('2 februari 2027')
    const english = await runCli(['triage', path('case.json'), '--locale', 'en'])
    expect(english).toMatchObject({ code: 0, stderr: '' })
    expect(english.stdout).toContain('REFER NOW')
  })

  it('is one JSON document with --json, the same as the library gives', async () => {
    const told = await runCli(['triage', path('case.json'), '--json'])
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(told.stdout).toBe(`${JSON.stringify(await triage(SAMPLE_SNAPSHOT), null, 2)}\n`)
  })

  it('may come from standard input, with a byte order mark too', async () => {
    const told = await runCli(['triage', path('case.json'), '--json'])
    expect(await runCli(['triage', '-', '--json'], { input: SAMPLE })).toEqual(told)
    expect(await runCli(['triage', '--json', '-'], { input: `\uFEFF${SAMPLE}` })).toEqual(told)
  })

  it('may be the snapshot of a fixture', async () => {
    const fixture = await write('fixture.json', JSON.stringify({ title: 'x', snapshot: SAMPLE_SNAPSHOT, expect: {} }))
    const told = await runCli(['triage', path('case.json'), '--json'])
    expect(await runCli(['triage', fixture, '--json'])).toEqual(told)
  })

  it('is judged by the policy and the rules that it is given', async () => {
    const policy = await write('policy.json', '{ "promptReferral": "P21D" }')
    const told = await runCli(['triage', path('case.json'), '--json', '--policy', policy])
    expect(told.stderr).toBe('')
    expect(JSON.parse(told.stdout)).toEqual(
      JSON.parse(JSON.stringify(await triage(SAMPLE_SNAPSHOT, { policy: { promptReferral: 'P21D' } }))),
    )
    const own = await runCli(['triage', path('case.json'), '--json', '--rules', RULES])
    expect(JSON.parse(own.stdout)).toEqual(JSON.parse(JSON.stringify(await triage(SAMPLE_SNAPSHOT))))
  })
})

describe('a pipe', () => {
  it('gets no colour, whatever the environment says', async () => {
    for (const env of [{ FORCE_COLOR: '1' }, { NO_COLOR: '1' }, { CLICOLOR_FORCE: '1', TERM: 'xterm-256color' }]) {
      const told = await runCli(['triage', path('case.json')], { env })
      expect(told.code).toBe(0)
      expect(told.stdout + told.stderr).not.toContain('\u001b')
    }
  })

  it('may be closed by its reader', async () => {
    const headed = await run('bash', [
      '-c',
      `"$0" "$1" triage "$2" | head -1`,
      process.execPath,
      CLI,
      path('case.json'),
    ])
    expect(headed).toMatchObject({ code: 0, stderr: '' })
    expect(headed.stdout.split('\n')).toHaveLength(2)

    const child = spawn(process.execPath, [CLI, 'triage', path('case.json')])
    child.stdout.destroy()
    const errors: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, Buffer.concat(errors).toString()]).toEqual([0, ''])
  })
})

describe('for the employer', () => {
  const medical = [...BASE_FACTS.values()].filter((fact) => fact.tier === 'medical')
  const input = JSON.stringify(MEDICAL_SNAPSHOT)

  it.each(['nl', 'en'] as const)('no page and no document shows a medical fact or question (%s)', async (locale) => {
    const flags = ['triage', '-', '--locale', locale]
    const pages = [
      await runCli([...flags, '--audience', 'employer'], { input }),
      await runCli([...flags, '--audience', 'employer', '--json'], { input }),
    ]
    for (const { code, stdout, stderr } of pages) {
      expect([code, stderr]).toEqual([0, ''])
      const text = stdout.replace(/\s+/g, ' ')
      for (const fact of medical) {
        expect(text).not.toContain(fact.id)
        expect(text).not.toContain(fact.question[locale])
      }
      // A checklist has its title in everybody's advice.
      const own = TITLES.reduce((rest, title) => rest.replaceAll(title, ''), text)
      expect(own).not.toMatch(MEDICAL_WORDS)
    }
    // Nor anything that another answer of the physician would have changed.
    const { health: _, ...others } = MEDICAL_SNAPSHOT
    for (const [at, flag] of [[], ['--json']].entries())
      expect(
        (await runCli([...flags, '--audience', 'employer', ...flag], { input: JSON.stringify(others) })).stdout,
      ).toBe(pages[at]?.stdout)
    // The same case says a good deal more to the physician: the words are there to leave out.
    const full = await runCli([...flags, '--audience', 'full'], { input })
    expect(full.stdout).not.toBe(pages[0]?.stdout)
    expect(full.stdout.replace(/\s+/g, ' ')).toMatch(MEDICAL_WORDS)
  })
})

const TITLES = shippedRuleSet().checklists.flatMap(({ title }) => [title.nl, title.en])

/** What only the physician's answers in this case could have brought into a text. */
const MEDICAL_WORDS =
  /verslechter|psychisch|duurzaam arbeidsongeschikt|blijvende beperking|prognose|behandeling|terminal|worsen|psycholog|permanently disabled|permanent limitation|prognosis|treatment/i
