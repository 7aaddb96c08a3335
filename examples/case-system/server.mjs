import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { parseJson, renderAdvice, renderWorklist, TriageError } from 'verwijswijzer'
import { NotFound } from './case-system.mjs'
import { homePage, page, physicianPage, problemPage, recordPage } from './pages.mjs'

const MOST_BYTES = 100_000
const [MANAGER, PHYSICIAN] = ['case-manager', 'occupational-physician']

// Each route: method, path, the roles that may, and what it answers: a page, or where to go on.
const ROUTES = [
  ['GET', /^\/$/, [MANAGER, PHYSICIAN], ({ system, today, user }) => homePage(user.role, today, system.caseIds())],
  ['GET', /^\/worklist$/, [MANAGER], ({ system }) => renderWorklist(system.worklist(), { format: 'html' })],
  [
    'GET',
    /^\/cases\/([\w-]{1,64})\/employer$/,
    [MANAGER],
    ({ system, today, id }) => renderAdvice(system.employerAdvice(id, today), { format: 'html', length: 'full' }),
  ],
  [
    'GET',
    /^\/cases\/([\w-]{1,64})\/physician$/,
    [PHYSICIAN],
    ({ system, today, id }) => physicianPage(id, system.fullAdvice(id, today), system.releaseChoices(id, today)),
  ],
  ['GET', /^\/cases\/([\w-]{1,64})\/record$/, [MANAGER], ({ system, id }) => recordPage(id, system.records(id))],
  [
    'POST',
    /^\/nightly$/,
    [MANAGER],
    async ({ system, today }) => {
      await system.nightly(today)
      return { to: '/worklist' }
    },
  ],
  [
    'POST',
    /^\/answers$/,
    [MANAGER, PHYSICIAN],
    ({ system, today, user, form }) => {
      const id = form.get('id') ?? ''
      const read = parseJson(form.get('answers') ?? '', { locale: 'nl' })
      if (!read.ok) throw new TriageError(read.issues)
      system.answer(id, read.value, user.role, today)
      return { to: user.role === PHYSICIAN ? `/cases/${id}/physician` : `/cases/${id}/employer` }
    },
  ],
  [
    'POST',
    /^\/cases\/([\w-]{1,64})\/release$/,
    [PHYSICIAN],
    ({ system, today, id, form }) => {
      system.release(id, Number(form.get('choice')), today)
      return { to: `/cases/${id}/physician` }
    },
  ],
  [
    'POST',
    /^\/cases\/([\w-]{1,64})\/decision$/,
    [MANAGER],
    ({ system, id, form, user }) => {
      const service = form.get('service')
      system.decide(id, user.name, {
        outcome: form.get('outcome'),
        services: service ? [service] : [],
        reason: form.get('reason') || undefined,
      })
      return { to: `/cases/${id}/record` }
    },
  ],
]

/**
 * The case system over HTTP, for one machine: give the server that it returns a loopback address to listen on.
 *
 * @param users Name to password and role (`case-manager`, `occupational-physician`): HTTP Basic, where a real system has its own login.
 * @param today The day, YYYY-MM-DD.
 */
export function caseServer({ system, users, today }) {
  return createServer(async (request, response) => {
    const send = (status, type, body, more = {}) =>
      response
        .writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
          ...HEADERS,
          ...more,
        })
        .end(body)
    const html = (status, body) => send(status, 'text/html', body)
    try {
      const user = userOf(request, users)
      if (!user) return send(401, 'text/plain', 'Wie bent u?', { 'www-authenticate': 'Basic realm="case system"' })
      const { pathname } = new URL(request.url, 'http://localhost')
      const [route] = ROUTES.filter(([method, path]) => method === request.method && path.test(pathname))
      if (!route) return html(404, page('Niet gevonden', ''))
      const [method, path, roles, answer] = route
      if (!roles.includes(user.role)) return html(403, page('Dit is niet voor u', ''))
      // A form of another site must not act in the name of who is logged in here.
      if (method === 'POST' && request.headers.origin !== `http://${request.headers.host}`)
        return html(403, page('Dit komt van een andere pagina', ''))
      const form = method === 'POST' ? new URLSearchParams(await bodyOf(request)) : undefined
      const result = await answer({ system, today: today(), user, form, id: path.exec(pathname)[1] })
      return typeof result === 'string' ? html(200, result) : send(303, 'text/plain', '', { location: result.to })
    } catch (error) {
      if (error instanceof TriageError) return html(422, problemPage(error.issues))
      if (error instanceof NotFound) return html(404, page('Niet gevonden', ''))
      if (error instanceof TooLarge) return html(413, page('Te groot', ''))
      console.error(error)
      return html(500, page('Er ging iets mis', ''))
    }
  })
}

/** No page runs a script from elsewhere; the worklist names its own script in a stricter policy of its own. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // The origin, which a form is checked by, goes to this server alone.
  'referrer-policy': 'same-origin',
}

function userOf(request, users) {
  const [, encoded] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? []
  const [name = '', ...rest] = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .split(':')
  const user = Object.hasOwn(users, name) ? users[name] : undefined
  const digest = (text) => createHash('sha256').update(text).digest()
  const isRight = timingSafeEqual(digest(rest.join(':')), digest(user?.password ?? ''))
  return user && isRight ? { name, role: user.role } : undefined
}

class TooLarge extends Error {}

async function bodyOf(request) {
  let body = ''
  for await (const part of request.setEncoding('utf8')) {
    body += part
    if (body.length > MOST_BYTES) throw new TooLarge()
  }
  return body
}
