import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../src/run-service'
import { HEADERS, type Running, SERVICE, start, TOKEN } from './support/process'
import { SNAPSHOT } from './support/snapshot'

const BODY = JSON.stringify({ snapshot: SNAPSHOT, audience: 'employer' })
const RULES = join(SERVICE, '../../rules')
const SERVED = '"route":"/v1/advice","status":200'
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

let folder: string
let tenant: string
let running: Running
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verwijswijzer-service-'))
  const at = configure('reload')
  tenant = join(at, 'tenants/default')
  cpSync(RULES, join(tenant, 'rules'), { recursive: true })
  running = await start({ args: ['--config', at] })
})
afterAll(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function until(what: () => boolean): Promise<void> {
  for (let at = 0; at < 800 && !what(); at++) await pause(25)
  expect(what()).toBe(true)
}

interface Answer {
  readonly status: number | undefined
  readonly whole: boolean
}

/** One call, and whether its answer came whole; undefined where no connection was made. */
function ask(url: string): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const call = request(`${url}/v1/advice`, { method: 'POST', headers: { ...HEADERS, connection: 'close' } })
    let isSent = false
    call.on('socket', (socket) =>
      socket.on('connect', () => {
        isSent = true
      }),
    )
    call.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' || !isSent ? undefined : { status: undefined, whole: false }),
    )
    call.on('response', (response) => {
      response.resume()
      response.on('close', () => resolve({ status: response.statusCode, whole: response.complete }))
    })
    call.end(BODY)
  })
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function configure(name: string, tenant = 'default'): string {
  const at = join(folder, name)
  mkdirSync(join(at, 'tenants', tenant), { recursive: true })
  writeFileSync(
    join(at, 'authentication.json'),
    JSON.stringify({ tokens: [{ sha256: sha256(TOKEN), tenants: [tenant], scopes: ['advice:full'] }] }),
  )
  return at
}

/** How many answers were given before the load. */
let asked = 0

async function ruleSetOf({ url }: Running): Promise<{ readonly version: string; readonly digest: string }> {
  const answer = await fetch(`${url}/v1/advice`, { method: 'POST', headers: HEADERS, body: BODY })
  expect(answer.status).toBe(200)
  asked += 1
  return ((await answer.json()) as { advice: { ruleSet: { version: string; digest: string } } }).advice.ruleSet
}

describe('SIGHUP', () => {
  it('takes a new rule set or policy as a whole, and keeps the old one where anything is wrong', async () => {
    const before = await ruleSetOf(running)
    const reloads = (event: string): number => running.output().split(`"event":"${event}"`).length - 1

    const manifest = JSON.parse(readFileSync(join(RULES, 'manifest.json'), 'utf8'))
    writeFileSync(join(tenant, 'rules/manifest.json'), JSON.stringify({ ...manifest, version: 'not a version' }))
    running.child.kill('SIGHUP')
    await until(() => reloads('reload-refused') === 1)
    expect(await ruleSetOf(running)).toEqual(before)

    // A right rule set with a wrong policy beside it: nothing of it counts.
    writeFileSync(join(tenant, 'rules/manifest.json'), JSON.stringify(manifest))
    writeFileSync(join(tenant, 'policy.json'), '{ "no.such.parameter": 3 }')
    running.child.kill('SIGHUP')
    await until(() => reloads('reload-refused') === 2)
    expect(await ruleSetOf(running)).toEqual(before)

    writeFileSync(join(tenant, 'policy.json'), '{ "frequentAbsence.minReports": 4 }')
    running.child.kill('SIGHUP')
    await until(() => reloads('reloaded') === 1)
    const after = await ruleSetOf(running)
    expect(after.version).toBe(before.version)
    expect(after.digest).not.toBe(before.digest)
    expect(running.output()).toContain('tenants/default')
    expect(running.output()).not.toContain('not a version')
  })
})

describe('SIGTERM under load, with a stream under way', () => {
  let told: readonly Answer[]
  let stream: string
  let code: number | string | null

  beforeAll(async () => {
    const line = `${JSON.stringify(SNAPSHOT)}\n`
    const call = request(`${running.url}/v1/advice/batch?audience=employer`, {
      method: 'POST',
      headers: { ...HEADERS, 'content-type': 'application/x-ndjson' },
    })
    const streamed = new Promise<string>((resolve) => {
      call.on('response', (response) => {
        let all = ''
        response.on('data', (chunk) => {
          all += String(chunk)
        })
        response.on('end', () => resolve(all))
      })
    })
    call.write(line)
    const answers: Promise<Answer | undefined>[] = []
    let on = true
    const load = (async () => {
      while (on) {
        answers.push(ask(running.url), ask(running.url), ask(running.url))
        await pause(5)
      }
    })()
    const served = running.output().split(SERVED).length
    await until(() => running.output().split(SERVED).length > served + 30)
    const ended = running.stop()
    await pause(300)
    on = false
    await load
    // The stream is still open, and so the service has not ended.
    expect(running.child.exitCode).toBe(null)
    call.end(line)
    stream = await streamed
    code = await ended
    told = (await Promise.all(answers)).filter((answer) => answer !== undefined)
  })

  it('loses no answer that was begun, and ends with 0', () => {
    expect(code).toBe(0)
    expect(told.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
    // Whoever came after gets no connection or a 503; whoever was let in gets the whole of an answer.
    expect(told.filter(({ status, whole }) => !whole && status !== undefined)).toEqual([])
    expect(
      new Set(told.map(({ status }) => status).filter((status) => status !== undefined && status !== 503)),
    ).toEqual(new Set([200]))
    // Those of the test of SIGHUP are logged too.
    expect(running.output().split(SERVED).length - 1).toBe(told.filter(({ status }) => status === 200).length + asked)
    expect(running.output()).toContain('"event":"stopped"')
  })

  it('waits for the stream: each line has its answer, and the last tells that it is whole', () => {
    expect(stream.trimEnd().split('\n').at(-1)).toMatch(/^{"end":true,.*"lines":2,"failed":0}$/)
  })
})

describe('a start that is refused', () => {
  it.each([
    ['nothing to serve', []],
    ['two ways at once', ['--embedded', '--config', 'x']],
    ['an embedded one for the world', ['--embedded', '--host', '0.0.0.0']],
    ['an unknown option', ['--fast']],
    ['a port that is none', ['--embedded', '--port', '99999999']],
  ])('%s', async (_name, args) => {
    expect(await main(args)).toBe(2)
  })

  it.each([
    ['no authentication', (at: string) => rmSync(join(at, 'authentication.json'))],
    ['authentication for nobody', (at: string) => writeFileSync(join(at, 'authentication.json'), '{}')],
    [
      'a token in the clear',
      (at: string) =>
        writeFileSync(
          join(at, 'authentication.json'),
          '{"tokens":[{"token":"x","tenants":["default"],"scopes":["advice:full"]}]}',
        ),
    ],
    [
      'an unknown scope',
      (at: string) =>
        writeFileSync(
          join(at, 'authentication.json'),
          JSON.stringify({ tokens: [{ sha256: sha256('x'), tenants: ['default'], scopes: ['all'] }] }),
        ),
    ],
    ['no tenant', (at: string) => rmSync(join(at, 'tenants'), { recursive: true })],
    ['a policy that is no JSON', (at: string) => writeFileSync(join(at, 'tenants/default/policy.json'), 'no')],
    ['an unknown setting', (at: string) => writeFileSync(join(at, 'tenants/default/tenant.json'), '{"colour":"red"}')],
    [
      'a key that is short',
      (at: string) => writeFileSync(join(at, 'tenants/default/tenant.json'), '{"recordKey":"short"}'),
    ],
  ])('%s', async (name, spoil) => {
    const at = configure(`refused ${name}`)
    spoil(at)
    expect(await main(['--config', at, '--port', '0'])).toBe(1)
  })
})
