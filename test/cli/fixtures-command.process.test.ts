import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/authoring/coverage/coverage'
import { runFixture } from '../../src/authoring/testing/run-fixture'
import { addFixturesCommand } from '../../src/cli/fixtures-command'
import { addTestCommand } from '../../src/cli/test-command'
import { shippedRuleSet } from '../../src/core/rules/bundled'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { loadFixtures } from '../support/load-fixtures'
import { runCommand } from '../support/run-command'

const run = (args: readonly string[]) => runCommand(addFixturesCommand, [...args, '--locale', 'en'])
const RULE_SET = shippedRuleSet()

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).map((name) => name.replace('.json', '')).sort()

describe('fixtures', () => {
  it('writes both sides of each boundary, and what decides alone, for a person to confirm', async () => {
    const dir = join(directory, 'window')
    const { code, stdout } = await run([
      'fixtures',
      'early-process-moments/early-wvp-check',
      '--dir',
      dir,
      '--on',
      '2026-09-14',
    ])
    expect(code).toBe(0)
    expect(stdout).toMatch(/\n12 written to .*, for a person to confirm\n$/)
    const folder = join(dir, 'early-process-moments', 'early-wvp-check')
    expect(await namesIn(folder)).toEqual([
      'build-up-decides',
      'build-up-not-known',
      'build-up-not-met',
      'day-past-the-window',
      'day-short-of-the-window',
      'employer-attitude-decides',
      'employer-attitude-not-known',
      'expected-return-not-known',
      'expected-return-not-met',
      'first-day-of-the-window',
      'last-day-of-the-window',
      'window-not-known',
    ])
    expect(JSON.parse(await readFile(join(folder, 'day-short-of-the-window.json'), 'utf8'))).toEqual({
      note: expect.stringContaining('day short of the window. Confirm what is expected'),
      generated: true,
      snapshot: {
        asOf: '2026-09-14',
        absence: { spells: [{ firstDay: '2026-05-15' }], expectedReturn: 'within-3-months' },
        returnToWork: { buildUp: 'behind' },
      },
      // The window opens tomorrow.
      expect: {
        outcomes: { 'early-process-moments/early-wvp-check': 'not-met' },
        excludes: ['early-wvp-check'],
      },
    })
    const listed = await runCommand(addTestCommand, ['test', dir, '--locale', 'en'])
    expect(listed.stdout).toContain('12 fixtures wait for a person to confirm what a program wrote')
  })

  it('puts a case on either side of each mark', async () => {
    const dir = join(directory, 'mark')
    await run(['fixtures', 'progressive-illness/shortened-waiting-period', '--dir', dir, '--on', '2026-09-14'])
    const spellIn = async (name: string) => {
      const file = join(dir, 'progressive-illness', 'shortened-waiting-period', `completed-weeks-${name}.json`)
      return JSON.parse(await readFile(file, 'utf8')).snapshot.absence.spells
    }
    // Three weeks to the day, and a day less.
    expect(await spellIn('at-the-mark')).toEqual([{ firstDay: '2026-08-24' }])
    expect(await spellIn('short-of-the-mark')).toEqual([{ firstDay: '2026-08-25' }])
    // Two spells of which nobody said whether the gap between them was leave.
    expect(await spellIn('not-known')).toHaveLength(2)
  })

  it('writes nothing twice, and overwrites nothing', async () => {
    const dir = join(directory, 'twice')
    const args = ['fixtures', 'conflict/signal', '--dir', dir]
    await run(args)
    const file = join(dir, 'conflict', 'signal', 'status-decides.json')
    const text = (await readFile(file, 'utf8')).replace('"generated": true,', '')
    await writeFile(file, text)
    expect((await run(args)).stdout).toBe(`0 written to ${dir}\n`)
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  it('writes all that covers a rule, also where only another policy shows what decides', async () => {
    const dir = join(directory, 'shown')
    const { code } = await run(['fixtures', 'conflict/established-hold', '--dir', dir])
    expect(code).toBe(0)
    const rule = RULE_SET.rules.filter(({ id }) => id === 'conflict/established-hold')
    const confirmed = loadFixtures(dir).map(({ generated: _, ...fixture }) => fixture)
    expect(confirmed.map((fixture) => runFixture(fixture).ok)).not.toContain(false)
    const { kinds } = coverageOf(RULE_SET, confirmed)
    const missing = kinds.flatMap(({ items }) =>
      items.filter(({ of, outcome }) => of === rule[0]?.id && outcome === 'missing'),
    )
    expect(missing).toEqual([])
  })

  it('refuses a rule that does not exist, and names the nearest', async () => {
    const { code, stderr } = await run(['fixtures', 'conflict/signals', '--dir', join(directory, 'none')])
    expect(code).toBe(2)
    expect(stderr).toContain('there is no rule "conflict/signals"; the nearest is conflict/signal [unknown-rule]')
  })

  it('refuses a day that is none', async () => {
    expect((await run(['fixtures', 'conflict/signal', '--on', '2026-02-30'])).code).toBe(2)
  })
})
