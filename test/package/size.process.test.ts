import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const sizeOf = (code: string | Uint8Array): number => gzipSync(code, { level: 9 }).length / 1000

async function bundleOf(source: string): Promise<{ readonly size: number; readonly inputs: readonly string[] }> {
  const built = await build({
    stdin: { contents: source, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return { size: sizeOf(built.outputFiles[0]?.contents ?? ''), inputs: Object.keys(built.metafile.inputs) }
}

/** Kilobytes, minified and compressed by gzip, with everything that the entry needs, the rule set included. */
const BUDGETS = [
  ["import { createTriage } from './dist/sync.js'; console.log(createTriage)", 188],
  ["import * as all from './dist/sync.js'; console.log(all)", 216],
] as const

describe('the entry without json-rules-engine', () => {
  it.each(BUDGETS)('%s fits in %i kB', async (source, budget) => {
    const { size, inputs } = await bundleOf(source)
    expect(size).toBeLessThan(budget)
    // Well below it, the budget should come down.
    expect(size).toBeGreaterThan(budget * 0.8)
    expect(inputs.filter((input) => /json-rules-engine|commander/.test(input))).toEqual([])
  })

  it('comes as one file for a page, in 219 kB', () => {
    const code = readFileSync('dist/browser.js')
    expect(sizeOf(code)).toBeLessThan(219)
    expect(code.toString()).not.toMatch(/\bfrom\s*"[a-z@]/)
  })

  it('is smaller than the entry with it', async () => {
    const all = await bundleOf("import * as all from './dist/index.js'; console.log(all)")
    expect(all.inputs.some((input) => input.includes('json-rules-engine'))).toBe(true)
    expect(all.size).toBeLessThan(300)
  })

  it('is as large as the README says', async () => {
    const readme = readFileSync('README.md', 'utf8')
    const stated = (pattern: RegExp): number => Number(pattern.exec(readme)?.[1])
    const sizes = await Promise.all(
      [...BUDGETS.map(([source]) => source), "import * as all from './dist/index.js'; console.log(all)"].map(
        async (source) => (await bundleOf(source)).size,
      ),
    )
    const rows = [
      stated(/only `createTriage` of it is (\d+)/),
      stated(/^\| `verwijswijzer\/sync` .* (\d+) \|$/m),
      stated(/^\| `verwijswijzer` .* (\d+) \|$/m),
      stated(/^\| `verwijswijzer\/browser` .* (\d+) \|$/m),
    ]
    ;[...sizes, sizeOf(readFileSync('dist/browser.js'))].forEach((size, at) => {
      expect(Math.abs(size - (rows[at] as number))).toBeLessThan(1)
    })
  })
})
