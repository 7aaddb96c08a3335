import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import inspector from 'node:inspector/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

/** The bundle keeps a line with the name of each file before its code. In the checkout, so that it finds its packages. */
const FOLDER = mkdtempSync('.warm-call-')
const BUNDLE = join(FOLDER, 'library.mjs')

let library: typeof import('../../src/index')
let starts: readonly { readonly at: number; readonly file: string }[]

beforeAll(async () => {
  await build({
    entryPoints: ['src/index.ts'],
    outfile: BUNDLE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  library = await import(/* @vite-ignore */ pathToFileURL(BUNDLE).href)
  const lines = readFileSync(BUNDLE, 'utf8').matchAll(/^\/\/ (src\/\S+)$/gm)
  starts = [...lines].map((line) => ({ at: line.index, file: line[1] as string }))
})

afterAll(() => rmSync(FOLDER, { recursive: true }))

/** The files of which a call runs a function, once everything it needs is there. */
async function filesRun(call: () => unknown): Promise<readonly string[]> {
  for (let times = 0; times < 5; times++) call()
  const session = new inspector.Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  // What ran until here is told, and counts no more.
  await session.post('Profiler.takePreciseCoverage')
  call()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  const functions = result.find(({ url }) => url.endsWith(BUNDLE))?.functions ?? []
  const offsets = functions
    .flatMap(({ ranges }) => ranges)
    .filter(({ count, startOffset }) => count > 0 && startOffset > 0)
    .map(({ startOffset }) => startOffset)
  return [...new Set(offsets.map((offset) => starts.findLast(({ at }) => at <= offset)?.file ?? ''))].sort()
}

describe('a warm call', () => {
  const MOST = 45

  it.each(['employer', 'full'] as const)('of createTriage for %s runs code of few files', async (audience) => {
    const advise = library.createTriage({ audience })
    const files = await filesRun(() => advise(SAMPLE_SNAPSHOT))
    expect(files).toContain('src/core/triage.ts')
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(MOST)
  })

  it('of triageSync runs code of few files', async () => {
    const files = await filesRun(() => library.triageSync(SAMPLE_SNAPSHOT))
    expect(files).toContain('src/core/triage.ts')
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(MOST)
  })
})
