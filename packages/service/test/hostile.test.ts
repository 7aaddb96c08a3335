import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { HEADERS, type Running, start } from './support/process'
import { SNAPSHOT } from './support/snapshot'

const REQUESTS = 10_000
const AT_ONCE = 32
/** Planted in every mutated body: nothing of a body may come into the log. */
const PLANTED = 'Pietersen-900101'

/** Numbers from a seed, so that a run that fails can be run again. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

const BODY = JSON.stringify({ snapshot: { ...SNAPSHOT, caseId: PLANTED }, audience: 'full' })
const ROUTES = [
  '/v1/advice',
  '/v1/advice/batch?audience=full',
  '/v1/interview',
  '/v1/answers',
  '/v1/timeline',
  '/v1/changes',
  '/v1/migrations',
  '/cds-services/triage-full',
  '/cds-services/triage-full/feedback',
  '/fhir/R4/$advice',
  '/v1/forms/json-schema',
  '/v1/rules',
]
const PIECES = [
  '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{}},',
  '[[[[[[[[',
  '}}}}',
  '\u0000',
  '\ud800',
  '"asOf":1e999,',
  '-0',
  '"',
  ',',
  '\\u0000',
  `"${PLANTED}"`,
  '9'.repeat(400),
  '{"a":'.repeat(300),
  'null',
  'true',
  '2026-02-30',
  '../..',
  '%00',
  '$' + '{7*7}',
  '<script>',
]

interface Shot {
  readonly path: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

function mutated(below: (n: number) => number): Shot {
  const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item
  const bytes = Buffer.from(BODY)
  let body: Buffer = bytes
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(body.length || 1)
    const change = below(5)
    if (change === 0) body = body.subarray(0, at)
    else if (change === 1) body = Buffer.concat([body.subarray(0, at), Buffer.from(pick(PIECES)), body.subarray(at)])
    else if (change === 2)
      body = Buffer.concat([body.subarray(0, at), Buffer.from([below(256)]), body.subarray(at + 1)])
    else if (change === 3) body = Buffer.concat([body.subarray(0, at), body.subarray(at + 1 + below(20))])
    else body = Buffer.concat([body, body.subarray(at)])
  }
  const path =
    below(4) === 0
      ? `${pick(ROUTES)}${pick(['/', '?ruleSet=x', '%2e%2e', '//', `?${PLANTED}=1`, '/%ff', ';a=b', '?__proto__[a]=1'])}`
      : pick(ROUTES)
  const odd: Record<string, string> = [
    {},
    {},
    {},
    {},
    {
      'content-type': pick([
        'text/plain',
        'application/x-ndjson',
        'application/json; charset=x',
        'multipart/form-data',
        'a/b',
      ]),
    },
    { authorization: pick(['', 'Bearer', 'Bearer x.y.z', `Bearer ${PLANTED}`, 'Basic eDp5']) },
    { 'if-match': pick(['*', '"x"', PLANTED]) },
    { 'verwijswijzer-tenant': pick(['', 'other', PLANTED, '__proto__']) },
    { 'content-encoding': 'gzip' },
    { accept: pick(['image/svg+xml', '*/*', 'a']) },
    { 'x-long': 'x'.repeat(below(9_000)) },
  ][below(11)] as Record<string, string>
  return {
    path,
    method: below(12) === 0 ? pick(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']) : 'POST',
    headers: { ...HEADERS, ...odd },
    body,
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** The status and the text; 0 where the connection was closed. */
function shoot(
  { url }: Running,
  { path, method, headers, body }: Shot,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const call = request(url + path, { method, agent, headers: { ...headers, 'content-length': body.length } })
    call.on('error', () => resolve({ status: 0, text: '' }))
    call.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (chunk: Buffer) => parts.push(chunk))
      response.on('close', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
    })
    call.end(body)
  })
}

/** Resident memory, in megabytes. */
const memoryOf = ({ child }: Running): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024

describe('10,000 hostile requests', () => {
  it('leave the service answering, its memory flat and nothing of a body in its log', async () => {
    const running = await start()
    const below = numbersFrom(Number(process.env.PROPERTY_SEED ?? 19))
    const statuses = new Map<number, number>()
    const faults: string[] = []
    const memory: number[] = []
    let sent = 0
    const worker = async (): Promise<void> => {
      while (sent < REQUESTS) {
        sent += 1
        if (sent % 1_000 === 0) memory.push(memoryOf(running))
        const shot = mutated(below)
        const { status, text } = await shoot(running, shot)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status >= 500 || (status !== 200 && text.includes(PLANTED)))
          faults.push(`${status} ${shot.method} ${shot.path} ${text.slice(0, 200)}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    expect(faults).toEqual([])
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(REQUESTS)
    // Some are harmless, most are refused, and each in its way.
    for (const status of [200, 400, 401, 404, 405, 415, 422])
      expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0)
    const [warm = 0] = memory.slice(2)
    expect(Math.max(...memory.slice(3)) - warm).toBeLessThan(60)
    const log = running.output()
    expect(log).not.toContain(PLANTED)
    expect(log).not.toContain('"event":"fault"')
    expect(log.split('\n').filter((line) => line.includes('"event":"request"')).length).toBeGreaterThan(REQUESTS / 2)
    const still = await fetch(`${running.url}/v1/advice`, { method: 'POST', headers: HEADERS, body: BODY })
    expect(still.status).toBe(200)
    expect(await running.stop()).toBe(0)
  })
})
