import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { type Finished, ROOT, run } from '../support/run'

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

/** What the rule says of files that import like this: each pair is a file and what it imports, without `.ts`. */
async function verdictOn(name: string, imports: readonly (readonly [string, string])[], word = ''): Promise<Finished> {
  const project = join(directory, name)
  const files = new Map<string, string>()
  for (const [from, to] of imports) {
    const up = '../'.repeat(from.split('/').length - 1) || './'
    const line = `import ${word}{ one as one${files.size} } from '${up}${to}'\n`
    files.set(from, `${files.get(from) ?? ''}${line}`)
    files.set(to, files.get(to) ?? '')
  }
  const texts = new Map([...files].map(([file, text]) => [`src/${file}.ts`, `${text}export const one = 1\n`]))
  for (const [file, text] of [...texts, ['tsconfig.json', '{}'], ['package.json', '{}']] as const) {
    await mkdir(dirname(join(project, file)), { recursive: true })
    await writeFile(join(project, file), text)
  }
  const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  return run(process.execPath, [depcruise, 'src', '--config', CONFIG], { cwd: project })
}

const CONFIG = join(ROOT, '.dependency-cruiser.cjs')

const UP = [
  ['core/issue/issue', 'core/cache'],
  ['core/cache', 'core/rules/rule-set'],
  ['core/case/case', 'core/decide/core'],
  ['core/decide/core', 'core/triage'],
  ['core/advice', 'core/diagram/diagram'],
  ['core/triage', 'forms/form/form'],
  ['forms/form/form', 'interop/forms/codes'],
  ['interop/forms/codes', 'reports/text/page'],
  ['reports/text/page', 'authoring/check/finding'],
  ['authoring/check/finding', 'cli/main'],
  ['authoring/check/finding', 'index'],
] as const

describe('imports go down the list of rooms', () => {
  it.each(['', 'type '])('and an import that goes up is told: import %s', async (word) => {
    const { code, stdout } = await verdictOn(`up${word}`, UP, word)
    expect(code).toBe(UP.length)
    for (const [from, to] of UP) expect(stdout).toContain(`src/${from}.ts → src/${to}.ts`)
  })

  it('and nothing is told of imports that go down', async () => {
    const down = UP.map(([from, to]) => [to, from] as const)
    const inside = [['core/case/case', 'core/case/spell']] as const
    expect(await verdictOn('down', [...down, ...inside])).toMatchObject({ code: 0 })
  })

  it('for every file there is', () => {
    const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: readonly Forbidden[] }
    const rooms = [...forbidden.map(({ from }) => from.path), ...(forbidden.at(-1)?.to.path ?? [])].map(
      (path) => new RegExp(path),
    )
    const files = readdirSync(join(ROOT, 'src'), { recursive: true })
      .map((file) => `src/${String(file).replaceAll('\\', '/')}`)
      .filter((file) => /[.]ts$/.test(file))
    expect(files.filter((file) => !rooms.some((room) => room.test(file)))).toEqual([])
    for (const room of rooms) expect(files.filter((file) => room.test(file))).not.toEqual([])
  })
})

interface Forbidden {
  readonly from: { readonly path: string }
  readonly to: { readonly path: readonly string[] }
}
