import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createBriefTriage } from 'verwijswijzer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, type Served, serve } from './support/serve'
import { SNAPSHOT } from './support/snapshot'

let served: Served
let port: number
beforeAll(async () => {
  served = await serve({ limits: { streams: 2 } })
  await served.app.listen({ host: '127.0.0.1', port: 0 })
  port = (served.app.server.address() as AddressInfo).port
})
afterAll(() => served.app.close())

const HEADERS = { ...bearer('employer'), 'content-type': 'application/x-ndjson' }
const BATCH = '/v1/advice/batch?audience=employer'
const line = (at: number): string => `${JSON.stringify({ ...SNAPSHOT, caseId: `case-${at}` })}\n`

const send = (payload: string | Readable, url = BATCH, headers: object = HEADERS) =>
  served.app.inject({
    method: 'POST',
    url,
    payload: typeof payload === 'string' ? Readable.from([payload]) : payload,
    headers: { ...headers },
  })
const linesOf = (text: string): readonly Record<string, never>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one))

describe('a batch', () => {
  it('gives a line for each line, in order, and then how many there were', async () => {
    const answer = await send([line(1), '{"asOf":3}\n', 'no json\n', line(2)].join(''))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/x-ndjson')
    const lines = linesOf(answer.body)
    const advice = JSON.parse(JSON.stringify(createBriefTriage()({ ...SNAPSHOT, caseId: 'case-1' })))
    expect(lines).toEqual([
      { line: 1, caseId: 'case-1', advice },
      { line: 2, error: { issues: [{ code: 'wrong-type', path: ['asOf'] }] } },
      { line: 3, error: { issues: [{ code: 'not-json', path: [] }] } },
      { line: 4, caseId: 'case-2', advice },
      { end: true, decision: answer.headers['verwijswijzer-decision-id'], lines: 4, failed: 2 },
    ])
  })

  it('takes lines that come in pieces, and a last one without its end', async () => {
    const text = `${line(1)}${line(2).trimEnd()}`
    const pieces = Readable.from([...text].map((one) => Buffer.from(one)))
    expect(linesOf((await send(pieces)).body).at(-1)).toMatchObject({ end: true, lines: 2, failed: 0 })
  })

  it('passes over a line that is longer than any case, and goes on', async () => {
    const long = Readable.from([
      Buffer.from('"'),
      ...Array.from({ length: 40 }, () => Buffer.alloc(64 * 1024, 'x')),
      Buffer.from(`"\n${line(1)}`),
    ])
    const [first, second, end] = linesOf((await send(long)).body)
    expect(first).toEqual({ line: 1, error: { issues: [{ code: 'too-large', path: [] }] } })
    expect(second).toHaveProperty('advice')
    expect(end).toMatchObject({ lines: 2, failed: 1 })
  })

  it('passes over bytes that are no text', async () => {
    const [first] = linesOf((await send(Readable.from([Buffer.from([0xff, 0x0a])]))).body)
    expect(first).toEqual({ line: 1, error: { issues: [{ code: 'malformed-text', path: [] }] } })
  })

  it('does not tell an employer where the physician’s answer is wrong, nor which key stands twice', async () => {
    const twice = '{"asOf":"2026-11-22","health":{"course":"stable","course":"stable"}}\n'
    const wrong = `${JSON.stringify({ ...SNAPSHOT, health: { course: 1 } })}\n`
    const [first, second] = linesOf((await send(twice + wrong)).body)
    expect(first).toEqual({ line: 1, error: { issues: [{ code: 'duplicate-key', path: [] }] } })
    expect(second).toEqual({ line: 2, error: { issues: [{ code: 'physicians-answer', path: [] }] } })
  })

  it('must say for whom, and is no JSON', async () => {
    expect((await send(line(1), '/v1/advice/batch')).statusCode).toBe(422)
    expect((await send(line(1), '/v1/advice/batch?audience=full')).statusCode).toBe(403)
    expect((await send(line(1), BATCH, { ...HEADERS, 'content-type': 'application/json' })).statusCode).toBe(415)
  })

  it('an empty one has no lines', async () => {
    expect(linesOf((await send('')).body)).toEqual([expect.objectContaining({ end: true, lines: 0, failed: 0 })])
  })
})

/** A call of which the body is sent by hand. */
function open(): {
  readonly call: ReturnType<typeof request>
  readonly ended: Promise<{ readonly status?: number | undefined; readonly text: string; readonly cut: boolean }>
} {
  const call = request({ port, method: 'POST', path: BATCH, headers: { ...HEADERS, 'content-length': 10_000 } })
  const ended = new Promise<{ status?: number | undefined; text: string; cut: boolean }>((resolve) => {
    let [status, text] = [undefined as number | undefined, '']
    call.on('error', () => resolve({ status, text, cut: true }))
    call.on('response', (response) => {
      status = response.statusCode
      response.on('data', (chunk) => {
        text += String(chunk)
      })
      response.on('error', () => resolve({ status, text, cut: true }))
      response.on('end', () => resolve({ status, text, cut: !response.complete }))
    })
  })
  return { call, ended }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('a stream that is cut', () => {
  it('in its first line gets no 200, is logged as such, and leaves its place to others', async () => {
    for (let at = 0; at < 4; at++) {
      const { call, ended } = open()
      call.write(line(1).slice(0, 30))
      await pause(40)
      call.destroy()
      expect(await ended).toEqual({ status: undefined, text: '', cut: true })
    }
    await pause(100)
    expect(served.log()).toMatch(/"route":"\/v1\/advice\/batch","status":499/)
    expect(linesOf((await send(line(1))).body)).toHaveLength(2)
  })

  it('later has no end line', async () => {
    const { call, ended } = open()
    call.write(line(1))
    await pause(100)
    call.destroy()
    const { text } = await ended
    expect(text).not.toContain('"end"')
  })

  it('no more than so many at once', async () => {
    const running = [open(), open()]
    for (const { call } of running) call.write(line(1).slice(0, 30))
    await pause(100)
    const third = await send(line(1))
    expect([third.statusCode, third.headers['retry-after']]).toEqual([429, '5'])
    for (const { call, ended } of running) {
      call.destroy()
      await ended
    }
    await pause(100)
    expect((await send(line(1))).statusCode).toBe(200)
  })
})
