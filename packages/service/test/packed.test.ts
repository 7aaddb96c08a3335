import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADERS, type Running, SERVICE, start, TOKEN } from './support/process'
import { SNAPSHOT } from './support/snapshot'

const run = promisify(execFile)
const LIBRARY = join(SERVICE, '../..')
/** Nobody's. */
const OTHER_USER = 65_534

/** Only root can start for another, and only where Node itself is not in a folder of root's own. */
const canBeAnother = (): boolean =>
  process.getuid?.() === 0 && spawnSync(process.execPath, ['--version'], { uid: OTHER_USER, cwd: '/' }).status === 0

let folder: string
let running: Running
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verwijswijzer-packed-'))
  await Promise.all(
    [LIBRARY, SERVICE].map((cwd) => run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd })),
  )
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  expect(tarballs).toHaveLength(2)
  writeFileSync(join(folder, 'package.json'), '{ "name": "host", "private": true }')
  const install = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  await run('npm', [...install, ...tarballs.map((name) => `./${name}`)], { cwd: folder })
  chmodSync(folder, 0o755)
  running = await start({
    main: join(folder, 'node_modules/verwijswijzer-service/dist/main.js'),
    // A folder in which another user can write nothing.
    cwd: '/',
    ...(canBeAnother() ? { uid: OTHER_USER } : {}),
  })
})
afterAll(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const BODY = JSON.stringify({ snapshot: SNAPSHOT, audience: 'employer' })

describe('the packed package in an empty folder', () => {
  it('holds what it needs and no more', () => {
    const own = join(folder, 'node_modules/verwijswijzer-service')
    expect(readdirSync(own).sort()).toEqual(['Dockerfile', 'README.md', 'dist', 'examples', 'package.json'])
    expect(readdirSync(join(folder, 'node_modules'))).toContain('verwijswijzer')
    expect(readdirSync(join(folder, 'node_modules'))).not.toContain('vitest')
  })

  it('is ready, and advises', async () => {
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
    const answer = await fetch(`${running.url}/v1/advice`, { method: 'POST', headers: HEADERS, body: BODY })
    expect(answer.status).toBe(200)
  })

  it('its health check ends with 0, and with 1 where nothing listens', async () => {
    const check = join(folder, 'node_modules/verwijswijzer-service/dist/healthcheck.js')
    const codeWith = (port: string): Promise<number> =>
      run(process.execPath, [check], { env: { ...process.env, VERWIJSWIJZER_PORT: port } }).then(
        () => 0,
        (error: { code: number }) => error.code,
      )
    expect(await Promise.all([new URL(running.url).port, '1'].map(codeWith))).toEqual([0, 1])
  })

  it('is called by curl', async () => {
    const { stdout } = await run('curl', [
      '--silent',
      '--fail-with-body',
      `${running.url}/v1/advice`,
      ...Object.entries(HEADERS).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
      '--data',
      BODY,
    ])
    expect(JSON.parse(stdout).advice.next.kind).toBe('request')
  })

  it('is called by a client that is generated from its document, and wrong calls do not compile', async () => {
    const document = (await (await fetch(`${running.url}/openapi.json`)).json()) as Parameters<typeof openapiTS>[0]
    const at = join(SERVICE, 'dist', 'generated-client')
    mkdirSync(at, { recursive: true })
    writeFileSync(join(at, 'document.ts'), astToString(await openapiTS(document)))
    writeFileSync(join(at, 'client.ts'), CLIENT)
    const program = ts.createProgram([join(at, 'client.ts')], {
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      skipLibCheck: true,
      types: [],
    })
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(faults).toEqual([])
    program.emit()
    const { stdout } = await run(process.execPath, [join(at, 'client.js'), running.url, TOKEN])
    expect(JSON.parse(stdout)).toEqual(['refer-now', 422, ['snapshot', 'asOf']])
    rmSync(at, { recursive: true })
  })

  it('bears a load, every answer of it an advice', async () => {
    const result = await autocannon({
      url: `${running.url}/v1/advice`,
      method: 'POST',
      headers: HEADERS,
      body: BODY,
      connections: 10,
      amount: 300,
    })
    expect([result.errors, result.timeouts, result.non2xx, result['2xx']]).toEqual([0, 0, 0, 300])
  })

  it('ends on SIGTERM with 0, and has written nothing of a body', async () => {
    expect(await running.stop()).toBe(0)
    expect(running.output()).not.toContain('not-expected')
  })
})

const CLIENT = `
import createClient from 'openapi-fetch'
import type { paths } from './document.js'

declare const process: { readonly argv: readonly string[] }
const [, , baseUrl = '', token = ''] = process.argv
const client = createClient<paths>({ baseUrl, headers: { authorization: \`Bearer \${token}\` } })
const snapshot = ${JSON.stringify(SNAPSHOT)} as const
const right = await client.POST('/v1/advice', { body: { snapshot: structuredClone(snapshot) as never, audience: 'employer' } })
const wrong = await client.POST('/v1/advice', { body: { snapshot: { asOf: 'soon' }, audience: 'employer' } })
// @ts-expect-error There is no such audience.
if (process.argv.length > 9) await client.POST('/v1/advice', { body: { snapshot: { asOf: '2026-11-22' }, audience: 'everybody' } })
// @ts-expect-error There is no such route.
if (process.argv.length > 9) await client.POST('/v1/nothing', {})
console.log(JSON.stringify([right.data?.advice.status, wrong.response.status, wrong.error?.issues[0]?.path]))
`

describe('the first command of the README', () => {
  it('starts the service, shows one advice, and stops it', async () => {
    const { stdout } = await run('bash', [join(SERVICE, 'examples/first-advice.sh')], {
      env: { ...process.env, VERWIJSWIJZER_PORT: '18080' },
    })
    expect(JSON.parse(stdout).advice.next).toMatchObject({ kind: 'request', service: 'labour-expert-assessment' })
  })
})
