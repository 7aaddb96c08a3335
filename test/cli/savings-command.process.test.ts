import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { estimateSavings } from '../../src/index'
import { CAVEAT } from '../../src/reports/savings/savings-text'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { runCli } from '../support/run'

// Each case starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

const flat = (text: string): string => text.replace(/\s+/g, ' ')

describe('verwijswijzer savings', () => {
  it('tells the figures and the caveat, in Dutch and in English', async () => {
    const dutch = await runCli(['savings', '--daily-wage', '176'])
    expect(dutch).toMatchObject({ code: 0, stderr: '' })
    for (const part of ['€ 9.152', '€ 5.125', '€ 9.100', '€ 1.440', CAVEAT.nl])
      expect(flat(dutch.stdout)).toContain(part)
    const english = await runCli(['savings', '--daily-wage', '120', '--locale', 'en'])
    expect(english).toMatchObject({ code: 0, stderr: '' })
    for (const part of ['€6,240', '€3,494', CAVEAT.en]) expect(flat(english.stdout)).toContain(part)
    for (const line of `${dutch.stdout}${english.stdout}`.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    expect(dutch.stdout + english.stdout).not.toContain('\u001b')
  })

  it('is one JSON document with --json, the same as the library gives', async () => {
    const policy = join(directory, 'policy.json')
    await writeFile(policy, '{ "savings.assessmentCost": 1200 }')
    const flags = ['--daily-wage', '89,50', '--replacement', '150.25', '--policy', policy]
    const told = await runCli(['savings', ...flags, '--json'])
    expect(told).toMatchObject({ code: 0, stderr: '' })
    const input = { dailyWage: 89.5, replacementCostPerDay: 150.25 }
    const estimate = estimateSavings(input, { policy: { 'savings.assessmentCost': 1200 } })
    expect(told.stdout).toBe(`${JSON.stringify(estimate, null, 2)}\n`)
  })

  it.each([
    [[], 'bad-usage', '--daily-wage'],
    [['--daily-wage', 'veel'], 'bad-usage', 'veel'],
    [['--daily-wage', '1.000'], 'bad-usage', '1.000'],
    [['--daily-wage', '-1'], 'out-of-range', '-1'],
    [['--daily-wage', '99999'], 'out-of-range', '99999'],
    [['--daily-wage', '176', '--replacement', '-1'], 'out-of-range', '-1'],
    [['--daily-wage', '176', '--locale', 'fr'], 'bad-usage', 'fr'],
    [['--daily-wage', '176', 'case.json'], 'bad-usage', 'argument'],
    [['--daily-wage', '176', '--policy', 'absent.json'], 'unreadable-input', ''],
  ])('refuses %j', async (flags, code, part) => {
    const text = await runCli(['savings', ...flags])
    expect(text).toMatchObject({ code: 2, stdout: '' })
    expect(text.stderr).toContain(part)
    const json = await runCli(['savings', ...flags, '--json'])
    expect(json).toMatchObject({ code: 2, stderr: '' })
    expect(JSON.parse(json.stdout).error.code).toBe(code)
  })

  it('tells the place of what is wrong: a flag, or a name in the policy file', async () => {
    const policy = join(directory, 'misspelt.json')
    await writeFile(policy, '{ "savings.assesmentCost": 1200 }')
    const told = await runCli(['savings', '--daily-wage', '176', '--policy', policy])
    expect(told.stderr).toContain(`${policy}: savings.assesmentCost: `)
    expect(told.stderr).toContain('savings.assessmentCost')
    const wage = await runCli(['savings', '--daily-wage', '-1', '--locale', 'en'])
    expect(wage.stderr).toContain('--daily-wage: -1 is out of range')
  })
})
