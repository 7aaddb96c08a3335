import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addCheckCommand } from '../../src/cli/check-command'
import { readRules } from '../../src/cli/rules-options'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ROOT } from '../support/run'
import { runCommand } from '../support/run-command'

vi.setConfig({ testTimeout: 30_000 })

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
  await cp(join(ROOT, 'rules'), directory, { recursive: true })
})
afterAll(() => removeDirectory(directory))

const FILE = 'checklists/conflict.json'

/** The conflict checklist with its `positive` in so many groups. */
async function nest(levels: number): Promise<void> {
  const text = await readFile(join(ROOT, 'rules', FILE), 'utf8')
  const { positive, ...rest } = JSON.parse(text)
  const whole = JSON.stringify({ ...rest, positive: '?' })
  const nested = `${'{"all":['.repeat(levels)}${JSON.stringify(positive)}${']}'.repeat(levels)}`
  await writeFile(join(directory, FILE), whole.replace('"?"', nested))
}

describe('a rule file that is nested deeply', () => {
  it('is read from a folder as loadRuleSet reads it: more than a case may nest, and not without end', async () => {
    await nest(20)
    expect((await readRules(directory, 'nl')).checklists.map(({ id }) => id)).toContain('conflict')
  })

  it.each([40, 3_000, 20_000])(
    'is refused with its file and the limit at %i levels, and is no fault of the tool',
    async (levels) => {
      await nest(levels)
      const { code, stdout, stderr } = await runCommand(addCheckCommand, ['check', directory, '--budget', '1'])
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      expect(stdout).toMatch(
        /conflict\.json(:1:1)? too-deep\n {2}objecten en lijsten zijn te diep genest: gebruik ten hoogste 64 niveaus/,
      )
    },
  )
})
