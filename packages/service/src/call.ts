import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Audience, type Locale, type RuleSet, TriageError } from 'verwijswijzer'
import { AUDIENCES, type Caller, mayRead, tenantName } from './caller'
import { wordOf } from './json-body'
import { issuesAt, Refusal } from './problem'
import type { Tenant, World } from './world'

/** What the log line of a request takes from its handling. */
export interface Trace {
  tenant?: string
  ruleSet?: string
  codes?: readonly string[]
  started: number
}

/** A call that was let in: everything below it works on one world, however often that is replaced meanwhile. */
export interface Call {
  readonly decision: string
  readonly caller: Caller
  readonly tenant: Tenant
  readonly ruleSet: RuleSet
  readonly body: unknown
  readonly query: Readonly<Record<string, unknown>>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export const LOCALES = ['nl', 'en'] as const satisfies readonly Locale[]

/** Lets a request in, by its token, and finds whose rules it is for. @throws Refusal. */
export async function callOf(request: FastifyRequest, reply: FastifyReply, world: World, trace: Trace): Promise<Call> {
  const caller = await world.authenticate(request.headers.authorization)
  const tenant = world.tenants.get(tenantName(caller, request.headers['verwijswijzer-tenant']))
  if (!tenant) throw new Refusal('unknown-tenant')
  trace.tenant = tenant.name
  const query = request.query as Readonly<Record<string, unknown>>
  const ruleSet = ruleSetFor(tenant, query.ruleSet)
  trace.ruleSet = nameOf(ruleSet)
  reply.header('Verwijswijzer-Rule-Set', nameOf(ruleSet))
  const digests = tenant.digests(ruleSet)
  if (!digests.some((digest) => isWanted(request, digest))) throw new Refusal('other-digest')
  const [digest, ...others] = digests
  if (digest !== undefined && others.length === 0) reply.header('Verwijswijzer-Digest', digest)
  return { decision: request.id, caller, tenant, ruleSet, body: request.body, query, request, reply }
}

const nameOf = ({ manifest }: RuleSet): string => `${manifest.id}@${manifest.version}`

function ruleSetFor({ ruleSets }: Tenant, name: unknown): RuleSet {
  const found = name === undefined ? ruleSets[0] : ruleSets.find((one) => nameOf(one) === name)
  if (!found) throw new Refusal('unknown-rule-set')
  return found
}

/** The audience must be said, and the token must hold it. */
export function audienceOf({ caller }: Call, value: unknown): Audience {
  const audience = wordOf('audience', value, AUDIENCES)
  mayRead(caller, audience)
  return audience
}

export const localeOf = ({ tenant }: Call, value: unknown): Locale =>
  value === undefined ? tenant.locale : wordOf('locale', value, LOCALES)

/** What the library does; what it refuses becomes a Refusal, its places under this member of the body. */
export function asked<Answer>(member: string, work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof TriageError)) throw error
    throw new Refusal('refused', issuesAt(member, error.issues))
  }
}

/** The digest of rules and policy, told in the headers; a client that asked for another one gets no answer. */
export function pinned({ request, reply }: Call, { ruleSet }: { readonly ruleSet: { readonly digest: string } }): void {
  if (!isWanted(request, ruleSet.digest)) throw new Refusal('other-digest')
  reply.header('Verwijswijzer-Digest', ruleSet.digest)
}

/** Whether the client asked for no digest, for any, or for this one among others. */
function isWanted({ headers: { 'if-match': wanted } }: FastifyRequest, digest: string): boolean {
  return wanted === undefined || wanted.split(',').some((one) => ['*', `"${digest}"`].includes(one.trim()))
}
