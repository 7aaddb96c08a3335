import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ROOT, run } from '../support/run'

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

/** What the rule says of files with these texts. */
async function verdictOn(files: Readonly<Record<string, string>>): Promise<string> {
  const project = join(directory, String(Object.keys(files)))
  for (const [name, text] of Object.entries({ ...files, 'tsconfig.json': '{}', 'package.json': '{}' })) {
    await mkdir(dirname(join(project, name)), { recursive: true })
    await writeFile(join(project, name), text)
  }
  const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = join(ROOT, '.dependency-cruiser.cjs')
  const found = await run(process.execPath, [depcruise, 'src', '--config', config], { cwd: project })
  expect(found.stderr).toBe('')
  return found.code === 0 ? 'right' : found.stdout
}

describe('imports go down the list of rooms', () => {
  it.each([
    ['core/case/case', 'core/decide/core'],
    ['core/decide/core', 'core/triage'],
    ['core/advice', 'core/diagram/diagram'],
    ['core/triage', 'forms/form/form'],
    ['forms/form/form', 'interop/forms/codes'],
    ['interop/forms/codes', 'reports/text/page'],
    ['reports/text/page', 'authoring/check/finding'],
    ['authoring/check/finding', 'cli/main'],
    ['authoring/check/finding', 'index'],
    ['core/cache', 'core/rules/rule-set'],
  ])('%s may not import from %s, nor its types', async (from, to) => {
    const name = (path: string) => `src/${path}.ts`
    const up = '../'.repeat(from.split('/').length - 1) || './'
    for (const word of ['', 'type ']) {
      const files = { [name(from)]: `import ${word}{ one } from '${up}${to}'\n`, [name(to)]: 'export type one = 1\n' }
      expect(await verdictOn(files)).toContain(`${name(from)} → ${name(to)}`)
    }
    const back = '../'.repeat(to.split('/').length - 1) || './'
    const files = { [name(to)]: `import { one } from '${back}${from}'\n`, [name(from)]: 'export const one = 1\n' }
    expect(await verdictOn(files)).toBe('right')
  })

  it('for every file there is', () => {
    const { ROOMS } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
      readonly ROOMS: readonly string[]
    }
    const rooms = ROOMS.map((room) => new RegExp(`^${room}(/|[.]ts$)`))
    const files = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[]).filter((file) =>
      /[.]ts$/.test(file),
    )
    expect(files.filter((file) => !rooms.some((room) => room.test(file)))).toEqual([])
    for (const room of rooms) expect(files.filter((file) => room.test(file))).not.toEqual([])
  })
})
