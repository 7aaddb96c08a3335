import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { advise, answers, changes, interviewOf, migrations, timeline } from './advice-routes'
import { batch } from './batch-route'
import { type Call, callOf, type Trace } from './call'
import { CATALOGUES, catalogue, form } from './catalogue-routes'
import { cards, discovery, feedback } from './cds-routes'
import { addSchemas, DOCUMENT, describe, type RouteText } from './document'
import { fhirAdvice } from './fhir-route'
import { jsonOf } from './json-body'
import { codeOf } from './log'
import { outcomeOf, PROBLEMS, type ProblemCode, problemOf, Refusal } from './problem'
import type { World } from './world'

export interface Limits {
  /** Of a body that is no stream, in bytes. */
  readonly body: number
  /** Streams at once. */
  readonly streams: number
  /** Until a body is in, in milliseconds. */
  readonly patience: number
  /** Until a connection on which nothing happens is closed, in milliseconds. */
  readonly idle: number
}

export const LIMITS: Limits = { body: 64 * 1024, streams: 4, patience: 10_000, idle: 60_000 }

export interface AppOptions {
  /** The world as it is now: what a request begins with it keeps. */
  readonly world: () => World
  readonly log: Logger
  readonly limits?: Partial<Limits>
  /** Whether the document is for everybody; without a token it is, unless this says otherwise. */
  readonly openDocument?: boolean
}

const JSON_TYPE = 'application/json'
const FHIR_JSON = 'application/fhir+json'
const NDJSON = 'application/x-ndjson'

/** The service, not yet listening. It holds no case and remembers none. */
export async function buildApp({
  world,
  log,
  limits: given,
  openDocument = true,
}: AppOptions): Promise<FastifyInstance> {
  const limits = { ...LIMITS, ...given }
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: limits.body,
    connectionTimeout: limits.idle,
    keepAliveTimeout: 5_000,
    http: { maxHeaderSize: 8 * 1024, headersTimeout: limits.patience },
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 64, ignoreTrailingSlash: false },
    frameworkErrors: (error, request, reply) => {
      fail(error, request, reply as FastifyReply)
    },
  })
  const traces = new WeakMap<FastifyRequest, Trace>()
  const traceOf = (request: FastifyRequest): Trace => {
    const trace = traces.get(request) ?? { started: performance.now() }
    traces.set(request, trace)
    return trace
  }

  // The library checks what comes in, and tells an employer no more than it may: schemas are for the document.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser([JSON_TYPE, FHIR_JSON], { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, jsonOf(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  app.addContentTypeParser(NDJSON, (_request, payload, done) => done(null, payload))

  app.addHook('onRequest', (request, reply, done) => {
    traceOf(request)
    reply.headers({
      'Verwijswijzer-Decision-Id': request.id,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    const encoding = request.headers['content-encoding']
    done(encoding === undefined || encoding === 'identity' ? undefined : new Refusal('wrong-content-type'))
  })
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (/^application[/](fhir[+])?json/i.test(request.headers['content-type'] ?? ''))
      hurry(payload as IncomingMessage, limits.patience)
    done(null, payload)
  })
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    // A connection that was in use when the service began to stop is not waited for once it is idle.
    if (closing) setImmediate(() => app.server.closeIdleConnections())
    logRequest(request, reply.statusCode, Number(reply.getHeader('content-length')) || undefined)
    done()
  })
  app.addHook('onRequestAbort', (request, done) => {
    logRequest(request, 499)
    done()
  })

  function logRequest(request: FastifyRequest, status: number, bytes?: number): void {
    const { tenant, ruleSet, codes, started } = traceOf(request)
    const ms = Math.round((performance.now() - started) * 10) / 10
    const route = request.routeOptions?.url ?? 'none'
    log.info({
      line: {
        event: 'request',
        decision: request.id,
        tenant,
        method: request.method,
        route,
        status,
        ms,
        bytes,
        ruleSet,
        codes,
      },
    })
  }

  function fail(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = error instanceof Refusal ? error : new Refusal(problemFor(error))
    traceOf(request).codes = [refusal.code, ...new Set(refusal.issues.map(({ code }) => code))]
    if (refusal.code === 'unexpected')
      log.error({ line: { event: 'fault', decision: request.id, error: codeOf(error) } })
    if (refusal.code === 'unauthenticated') reply.header('WWW-Authenticate', 'Bearer')
    if (refusal.code === 'too-many' || refusal.code === 'draining') reply.header('Retry-After', '5')
    if (/^[/](cds-services|fhir)[/]/.test(request.url)) {
      const type = request.url.startsWith('/fhir/') ? FHIR_JSON : JSON_TYPE
      reply
        .code(refusal.statusCode)
        .type(type)
        .send(JSON.stringify(outcomeOf(refusal)))
      return
    }
    reply
      .code(refusal.statusCode)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(refusal, request.id)))
  }
  app.setErrorHandler(fail)
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const isKnown = ['GET', 'POST'].some((method) => app.findRoute({ url: path, method: method as 'GET' }) !== null)
    fail(new Refusal(isKnown ? 'wrong-method' : 'not-found'), request, reply)
  })

  await app.register(swagger, DOCUMENT)
  addSchemas(app)

  type Work = (call: Call) => unknown
  const serve = (method: 'GET' | 'POST', url: string, text: RouteText, work: Work): void => {
    app.route({
      method,
      url,
      schema: describe(text),
      // Before the body is read: who may not call does not send either.
      onRequest: async (request, reply) => {
        calls.set(request, await callOf(request, reply, world(), traceOf(request)))
        const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
        const taken = text.ndjson ? [NDJSON] : text.fhir ? [FHIR_JSON, JSON_TYPE] : [JSON_TYPE]
        if (method === 'POST' && !taken.includes(type ?? '')) throw new Refusal('wrong-content-type')
      },
      handler: async (request, reply) => {
        const call = calls.get(request)
        if (!call) throw new Refusal('unexpected')
        const answer = await work({ ...call, body: request.body })
        if (answer === undefined) return reply.send()
        if (typeof answer === 'string') return reply.send(answer)
        return answer
      },
    })
  }
  const calls = new WeakMap<FastifyRequest, Call>()

  serve('POST', '/v1/advice', { operation: 'advice' }, advise)
  serve('POST', '/v1/changes', { operation: 'changes' }, changes)
  serve('POST', '/v1/timeline', { operation: 'timeline' }, timeline)
  serve('POST', '/v1/interview', { operation: 'interview' }, interviewOf)
  serve('POST', '/v1/answers', { operation: 'answers' }, answers)
  serve('POST', '/v1/migrations', { operation: 'migrations' }, migrations)
  let streams = 0
  serve('POST', '/v1/advice/batch', { operation: 'batch', ndjson: true }, async (call) => {
    if (streams >= limits.streams) throw new Refusal('too-many')
    streams += 1
    call.reply.raw.once('close', () => {
      streams -= 1
    })
    const results = await batch(call)
    call.reply.type(NDJSON)
    return results
  })
  for (const name of CATALOGUES) serve('GET', `/v1/${name}`, { operation: name }, (call) => catalogue(name, call))
  serve('GET', '/v1/forms/:format', { operation: 'form' }, form)

  serve('POST', '/cds-services/:id', { operation: 'cards' }, cards)
  serve('POST', '/cds-services/:id/feedback', { operation: 'feedback' }, (call) => {
    const { outcomes } = feedback(call)
    log.info({ line: { event: 'feedback', decision: call.decision, tenant: call.tenant.name, ...outcomes } })
    return {}
  })
  serve('POST', '/fhir/:release/$advice', { operation: 'fhir', fhir: true }, fhirAdvice)

  app.get('/cds-services', { schema: describe({ operation: 'discovery' }) }, () => discovery())
  app.get('/livez', { schema: describe({ operation: 'live' }) }, (_request, reply) => reply.send())
  // Every tenant was tried before the service listened, and before a change of rules took effect.
  app.get('/readyz', { schema: describe({ operation: 'ready' }) }, (_request, reply) => reply.send())
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    if (!openDocument) await world().authenticate(request.headers.authorization)
    return reply.type(JSON_TYPE).send(JSON.stringify(app.swagger()))
  })
  await app.ready()
  return app
}

/** A body that drips in is cut off. */
function hurry(payload: IncomingMessage, patience: number): void {
  const timer = setTimeout(() => payload.destroy(new Refusal('too-slow')), patience)
  timer.unref()
  for (const event of ['end', 'close', 'error']) payload.once(event, () => clearTimeout(timer))
}

/** What the framework found wrong, by the status it gives; whatever else went wrong is ours. */
function problemFor(error: unknown): ProblemCode {
  const { statusCode, code } = (error ?? {}) as { readonly statusCode?: unknown; readonly code?: unknown }
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'not-json'
  const found = (Object.keys(PROBLEMS) as ProblemCode[]).find(
    (name) => PROBLEMS[name][0] === statusCode && name !== 'not-json' && name !== 'cut-stream',
  )
  return found ?? 'unexpected'
}
