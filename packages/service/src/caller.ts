import type { Audience, Role } from 'verwijswijzer'
import { Refusal } from './problem'

export const AUDIENCES = ['employer', 'full'] as const satisfies readonly Audience[]
export const ROLES = [
  'case-manager',
  'employee',
  'occupational-physician',
  'delegate',
  'labour-expert',
] as const satisfies readonly Role[]

/** `advice:full` holds `advice:employer`. */
export const SCOPES = ['advice:employer', 'advice:full', ...ROLES.map((role) => `role:${role}` as const)] as const

export type Scope = (typeof SCOPES)[number]

/** Whoever calls, as far as the service needs to know. */
export interface Caller {
  readonly scopes: ReadonlySet<string>
  /** The tenants it may call for. */
  readonly tenants: readonly string[]
}

/** What the token says goes before what the body asks. @throws Refusal where it asks for more. */
export function mayRead({ scopes }: Caller, audience: Audience): void {
  const enough = audience === 'full' ? ['advice:full'] : ['advice:full', 'advice:employer']
  if (!enough.some((scope) => scopes.has(scope))) throw new Refusal('out-of-scope')
}

/** @throws Refusal where the token does not hold the role. */
export function mayAnswerAs({ scopes }: Caller, role: Role): void {
  if (!scopes.has(`role:${role}`)) throw new Refusal('out-of-scope')
}

/** The tenant that a request is for: the one that its header names, or the token's only one. @throws Refusal. */
export function tenantName({ tenants }: Caller, header: unknown): string {
  if (header === undefined) {
    const [only, ...others] = tenants
    if (only === undefined) throw new Refusal('unknown-tenant')
    if (others.length > 0) throw new Refusal('bad-request', [{ code: 'missing-key', path: ['Verwijswijzer-Tenant'] }])
    return only
  }
  // One that is another's and one that is nobody's: which of the two it is, is not for this caller to know.
  if (typeof header !== 'string' || !tenants.includes(header)) throw new Refusal('unknown-tenant')
  return header
}
