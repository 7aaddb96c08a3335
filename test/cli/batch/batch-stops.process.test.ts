import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { CLI, type Finished, run, runCli } from '../../support/run'
import { SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

// Each case starts a process or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const LINE = `${JSON.stringify(SAMPLE_SNAPSHOT)}\n`
const SHORT = '{}\n'

let directory: string
/** The results of the short cases. */
let whole: string
const path = (name: string): string => join(directory, name)
const read = (name: string): Promise<string> => readFile(path(name), 'utf8')
const lineCount = (text: string): number => text.split('\n').length - 1
const firstLines = (text: string, count: number): string =>
  text
    .split('\n')
    .slice(0, count)
    .map((line) => `${line}\n`)
    .join('')
const bash = (script: string, ...args: string[]): Promise<Finished> =>
  run('bash', ['-c', script, process.execPath, CLI, ...args])

beforeAll(async () => {
  directory = await emptyDirectory()
  await writeFile(path('cases.ndjson'), SHORT.repeat(1000))
  whole = (await runCli(['batch', path('cases.ndjson')])).stdout
})
afterAll(() => removeDirectory(directory))

describe('a closed pipe', () => {
  it.each(['', '--jobs 2'])('ends it quietly %s', async (flags) => {
    const told = await bash(`set -o pipefail; "$0" "$1" batch "$2" ${flags} | head -2`, path('cases.ndjson'))
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(told.stdout).toBe(firstLines(whole, 2))
  })
})

describe('a full disk', () => {
  it('ends it with what to do, on standard output and in a file', async () => {
    for (const script of ['"$0" "$1" batch "$2" > /dev/full', '"$0" "$1" batch "$2" --out /dev/full']) {
      const told = await bash(script, path('cases.ndjson'))
      expect(told).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('(ENOSPC)') })
    }
  })

  it.each(['> "$3"', '--out "$3"', '--jobs 2 --out "$3"'])('leaves whole lines, to go on from: %s', async (to) => {
    const told = await bash(`ulimit -f 64; "$0" "$1" batch "$2" ${to}`, path('cases.ndjson'), path('half.ndjson'))
    const half = await read('half.ndjson')
    const count = lineCount(half)
    expect(told).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`--skip ${count} `) })
    expect(half.length).toBeGreaterThan(60_000)
    expect(half).toBe(whole.slice(0, half.length))
    expect(half.endsWith('\n')).toBe(true)
    // Of what went to standard output nobody kept how it was made: it goes on there.
    const goOn = to.startsWith('>') ? '>> "$3"' : to
    await bash(`"$0" "$1" batch "$2" ${goOn} --skip ${count}`, path('cases.ndjson'), path('half.ndjson'))
    expect((await read('half.ndjson')) === whole).toBe(true)
  })
})

describe('Ctrl-C', () => {
  const start = (args: readonly string[]): ChildProcessWithoutNullStreams => spawn(process.execPath, [CLI, ...args])
  /** What a child says until it ends. */
  async function ended(child: ChildProcessWithoutNullStreams): Promise<Finished> {
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    const [code] = await once(child, 'close')
    return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }
  }
  const written = async (name: string): Promise<boolean> => {
    const part = (await readdir(directory)).find((file) => file.startsWith(`.${name}.`) && !file.includes('run.json'))
    return part !== undefined && (await read(part)) !== ''
  }

  it.each([[[]], [['--jobs', '2']]])('leaves whole lines in a file, and tells how to go on %j', async (flags) => {
    await writeFile(path('stopped.ndjson'), 'older results\n')
    const child = start(['batch', '-', '--out', path('stopped.ndjson'), ...flags])
    const finished = ended(child)
    // The rest of the input is still to come when it is stopped.
    child.stdin.write(SHORT.repeat(150))
    await vi.waitFor(async () => expect(await written('stopped.ndjson')).toBe(true), { timeout: 50_000, interval: 20 })
    expect(await read('stopped.ndjson')).toBe('older results\n')
    child.kill('SIGINT')
    const told = await finished
    const count = lineCount(await read('stopped.ndjson'))
    expect(told).toMatchObject({ code: 2, stdout: '' })
    expect(told.stderr).toContain(`--skip ${count} [interrupted]`)
    expect(count).toBeGreaterThan(0)
    expect(await read('stopped.ndjson')).toBe(firstLines(whole, count))
    expect((await readdir(directory)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('before the first result leaves what was there', async () => {
    await writeFile(path('kept.ndjson'), 'older results\n')
    const child = start(['batch', '-', '--out', path('kept.ndjson')])
    const finished = ended(child)
    const opened = async () => (await readdir(directory)).some((name) => /^\.kept\.ndjson\..*\.part$/.test(name))
    await vi.waitFor(async () => expect(await opened()).toBe(true), { timeout: 50_000, interval: 20 })
    child.kill('SIGTERM')
    expect(await finished).toMatchObject({ code: 2, stderr: expect.stringContaining('[interrupted]') })
    expect(await read('kept.ndjson')).toBe('older results\n')
    expect(await opened()).toBe(false)
  })
})

describe('memory', () => {
  /** Runs with a small heap, and tells the most memory it had, in MB. */
  async function measured(args: readonly string[]): Promise<Finished & { readonly most: number }> {
    const tell =
      'data:text/javascript,process.on("exit",()=>process.stderr.write("most "+process.resourceUsage().maxRSS))'
    const told = await run(process.execPath, ['--max-old-space-size=48', '--import', tell, CLI, ...args])
    return { ...told, most: Number(/most (\d+)/.exec(told.stderr)?.[1]) / 1024 }
  }

  it('holds no line that is longer than any case', async () => {
    await writeFile(path('long.ndjson'), LINE)
    await truncate(path('long.ndjson'), 300_000_000)
    const told = await measured(['batch', path('long.ndjson')])
    expect(told.code).toBe(1)
    expect(JSON.parse(told.stdout.split('\n')[1] ?? '')).toMatchObject({ line: 2, error: { code: 'too-large' } })
    expect(told.most).toBeLessThan(250)
  })

  it('holds neither the input nor the results', async () => {
    await writeFile(path('many.ndjson'), `${' '.repeat(998)}{}\n`.repeat(100_000) + LINE.repeat(3200))
    const told = await measured(['batch', path('many.ndjson'), '--out', path('many.out'), '--skip', '100000', '--full'])
    expect(told.code).toBe(0)
    expect((await readFile(path('many.out'))).length).toBeGreaterThan(100_000_000)
    expect(told.most).toBeLessThan(200)
  })
})
