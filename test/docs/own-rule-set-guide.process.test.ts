import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { pack } from '../support/pack'
import { ROOT, run } from '../support/run'

// Every command of the guide starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

interface Block {
  /** What follows the fence: `sh`, `sh fails`, `text`, or the language of a file. */
  readonly kind: string
  readonly text: string
  /** The name above a file. */
  readonly file: string | undefined
}

/** The fenced blocks of a page, in order; a line that is nothing but code names the file in the block below it. */
function blocksIn(page: string): readonly Block[] {
  const fences = [...page.matchAll(/(?:^`([^`\n]+)`\n\n)?^```([^\n]+)\n(.*?)^```$/gms)]
  return fences.map(([, file, kind = '', text = '']) => ({ kind, text, file }))
}

/** Text in which a line of three dots stands for any number of lines. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '...' ? '(?:.*\\n)*?.*' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('\\n')}\\n*$`,
  )

describe('the guide to a rule set of your own', () => {
  let directory: string
  let bin: string
  beforeAll(async () => {
    directory = await emptyDirectory()
    bin = join(directory, 'bin')
    const packed = await pack(directory)
    // The package as it is built and packed here stands in for the one in the registry; all else is npm's own.
    await mkdir(bin)
    const real = `PATH='${process.env.PATH ?? ''}' exec npm`
    const install = `${real} install --no-audit --no-fund --prefer-offline '${packed.tarball}'`
    await writeFile(join(bin, 'npm'), `#!/bin/sh\nexec > /dev/null\n[ "$1" = install ] || ${real} "$@"\n${install}\n`)
    await chmod(join(bin, 'npm'), 0o755)
    await mkdir(join(directory, 'home'), { recursive: true })
  })
  afterAll(() => removeDirectory(directory))

  it('can be followed to the letter, and shows what comes of it', async () => {
    const blocks = blocksIn(await readFile(join(ROOT, 'docs', 'own-rule-set.md'), 'utf8'))
    const commands = blocks.filter(({ kind }) => kind.startsWith('sh'))
    expect(commands.length).toBeGreaterThanOrEqual(9)
    expect(blocks.filter(({ kind }) => kind === 'text').length).toBeGreaterThanOrEqual(8)
    let folder = join(directory, 'home')
    let shown = ''
    for (const { kind, text, file } of blocks) {
      if (kind.startsWith('sh')) {
        const env = { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, npm_config_loglevel: 'error' }
        const finished = await run('sh', ['-e', '-c', `${text}pwd`], { cwd: folder, env })
        const { code, stdout, stderr } = finished
        const wanted = kind === 'sh fails' ? 1 : 0
        const told = code === wanted ? stderr : `${stdout}${stderr}`
        expect({ text, code, told }).toEqual({ text, code: wanted, told: '' })
        // A block can end in another folder, which its last line tells where it did not stop before.
        const lines = stdout.trimEnd().split('\n')
        if (code === 0) folder = lines.pop() as string
        shown = lines.join('\n')
      } else if (kind === 'text') expect(shown).toMatch(patternOf(text))
      else {
        if (file === undefined) throw new Error(`a file without a name: ${text.slice(0, 60)}`)
        await mkdir(dirname(join(folder, file)), { recursive: true })
        await writeFile(join(folder, file), text)
      }
    }
  })
})
