import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** In the checkout, so that it finds its packages. */
const BUNDLE = '.warm-call.mjs'
/** What a reader can hold in mind of one call. */
const MOST = 45

let found: Readonly<Record<string, readonly string[]>>

beforeAll(async () => {
  const entryPoints = ['test/support/warm-call.ts']
  await build({ entryPoints, outfile: BUNDLE, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
  found = JSON.parse(execFileSync(process.execPath, [BUNDLE], { encoding: 'utf8' }))
})

afterAll(() => rmSync(BUNDLE))

describe('a warm call', () => {
  it.each(['full', 'employer', 'triageSync'])('%s runs code of few files', (name) => {
    const files = found[name] ?? []
    expect(files).toContain('src/core/triage.ts')
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(MOST)
  })
})
