import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ROOT, run } from '../support/run'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

const SNAPSHOT = JSON.stringify(SAMPLE_SNAPSHOT)

/** Counts what makes code of text from here on; calls of it still work, as they do where nothing forbids them. */
const COUNTING = `
let generated = 0
const Original = globalThis.Function
globalThis.Function = new Proxy(Original, {
  construct: (target, args) => { generated++; return Reflect.construct(target, args) },
  apply: (target, self, args) => { generated++; return Reflect.apply(target, self, args) },
})
const run = globalThis.eval
globalThis.eval = (text) => { generated++; return run(text) }
`

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

/** How often code was made of text while the steps ran. */
async function generatedBy(name: string, steps: string): Promise<number> {
  const file = join(directory, name)
  await writeFile(file, `${COUNTING}${steps}\n;(async () => { await work(); console.log(generated) })()`)
  const { code, stdout, stderr } = await run(process.execPath, [file])
  expect(code, stderr).toBe(0)
  return Number(stdout.trim())
}

const dist = (name: string): string => pathToFileURL(join(ROOT, 'dist', name)).href

const WORK = `
  const snapshot = ${SNAPSHOT}
  await all.triage?.(snapshot)
  all.createTriage?.()(snapshot)
  all.parseSnapshot?.({ asOf: 'soon', signals: { employeeAsks: 3 }, process: { capacityDocument: {} } })
  all.loadRuleSet?.(all.SHIPPED_FILES ?? {})
  all.exportForm?.('json-schema')
  all.interview?.(snapshot)
`

describe('no entry makes code of text', () => {
  it.each(['index.js', 'sync.js', 'testing.js', 'authoring.js', 'browser.js'])('%s', async (name) => {
    const steps = `async function work() { const all = await import('${dist(name)}');${WORK}}`
    expect(await generatedBy(`${name}.mjs`, steps)).toBe(0)
  })

  it.each(['index.cjs', 'sync.cjs', 'testing.cjs', 'authoring.cjs'])('%s', async (name) => {
    const steps = `async function work() { const all = require(${JSON.stringify(join(ROOT, 'dist', name))});${WORK}}`
    expect(await generatedBy(`${name}.cjs`, steps)).toBe(0)
  })

  it('and zod still does for the host', async () => {
    const zod = pathToFileURL(join(ROOT, 'node_modules/zod/index.js')).href
    const steps = `async function work() {
      const { shippedRuleSet } = await import('${dist('index.js')}')
      shippedRuleSet()
      const { config, object, string } = await import('${zod}')
      if (config().jitless) throw new Error('the configuration of zod was changed')
      object({ name: string() }).parse({ name: 'host' })
    }`
    expect(await generatedBy('host.mjs', steps)).toBeGreaterThan(0)
  })
})
