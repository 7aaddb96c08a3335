import { createHash, timingSafeEqual } from 'node:crypto'
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { type Caller, SCOPES } from './caller'
import { Refusal } from './problem'

/** A token of the file, by its SHA-256: the token itself is random, so that its digest tells nothing. */
export interface HashedToken {
  readonly sha256: string
  readonly tenants: readonly string[]
  readonly scopes: readonly string[]
}

/** Who signs JWTs. Of what a token claims only that counts which its issuer may give. */
export interface Issuer {
  readonly issuer: string
  readonly audience: string
  /** A key set, or the https address of one. */
  readonly jwks: JSONWebKeySet | string
  readonly tenants: readonly string[]
  readonly scopes: readonly string[]
  /** A token counts for one call (CDS Hooks: `jti` must not be used again). */
  readonly once?: boolean
  /** How many seconds lie at least between two looks at the address of the keys, for a key that is not known; else 30. */
  readonly lookAgainAfter?: number
}

export interface Authentication {
  readonly tokens: readonly HashedToken[]
  readonly issuers: readonly Issuer[]
}

export type Authenticate = (authorization: string | undefined) => Promise<Caller>

/** Asymmetric only. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA']
/** What a call takes, at most; a token that lives longer is not one for a call. */
const LONGEST_ONCE = 600
const MOST_SEEN = 100_000
const LONGEST_TOKEN = 8_000

/** @returns Who calls, by the `Authorization` header. It rejects with a Refusal, the same for whatever is wrong with it. */
export function authenticator({ tokens, issuers }: Authentication): Authenticate {
  const known = tokens.map((token) => ({ ...token, digest: Buffer.from(token.sha256, 'hex') }))
  const signers = new Map(issuers.map((issuer) => [issuer.issuer, { ...issuer, keys: keysOf(issuer) }]))
  const seen = new Map<string, number>()
  return async (authorization) => {
    const [, token] = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? '') ?? []
    if (token === undefined || token.length > LONGEST_TOKEN) throw new Refusal('unauthenticated')
    const digest = createHash('sha256').update(token).digest()
    // All are compared, so that the time tells nothing of which.
    const found = known.filter((one) => timingSafeEqual(one.digest, digest))[0]
    if (found) return { scopes: new Set(found.scopes), tenants: found.tenants }
    if (signers.size === 0 || token.split('.').length !== 3) throw new Refusal('unauthenticated')
    try {
      return await callerOf(token)
    } catch {
      throw new Refusal('unauthenticated')
    }
  }

  async function callerOf(token: string): Promise<Caller> {
    const signer = signers.get(String(decodeJwt(token).iss))
    if (!signer) throw new Refusal('unauthenticated')
    const { payload } = await jwtVerify(token, signer.keys, {
      issuer: signer.issuer,
      audience: signer.audience,
      algorithms: ALGORITHMS,
      requiredClaims: signer.once ? ['exp', 'iat', 'jti'] : ['exp'],
      ...(signer.once ? { maxTokenAge: LONGEST_ONCE } : {}),
    })
    if (signer.once) useOnce(`${signer.issuer} ${payload.jti}`, payload.exp ?? 0)
    const claimed = typeof payload.scope === 'string' ? payload.scope.split(' ') : signer.once ? signer.scopes : []
    const { tenant } = payload
    const tenants = tenant === undefined ? signer.tenants : signer.tenants.filter((name) => name === tenant)
    return { scopes: new Set(claimed.filter((scope) => signer.scopes.includes(scope))), tenants }
  }

  function useOnce(id: string, expires: number): void {
    const now = Date.now() / 1000
    for (const [old, until] of seen) if (until < now) seen.delete(old)
    if (seen.has(id) || seen.size >= MOST_SEEN || expires - now > LONGEST_ONCE) throw new Refusal('unauthenticated')
    seen.set(id, expires)
  }
}

const keysOf = ({ jwks, lookAgainAfter = 30 }: Issuer): JWTVerifyGetKey =>
  typeof jwks === 'string'
    ? createRemoteJWKSet(new URL(jwks), { cooldownDuration: lookAgainAfter * 1_000 })
    : createLocalJWKSet(jwks)

/** What is wrong with an authentication setting, by codes and places; a token or a key is not repeated. */
export function authenticationFaults(
  { tokens, issuers }: Authentication,
  tenants: readonly string[],
): readonly string[] {
  const grants = [
    ...tokens.map((one, at) => ['tokens', at, one] as const),
    ...issuers.map((one, at) => ['issuers', at, one] as const),
  ]
  return [
    ...(grants.length === 0 ? ['authentication: no token and no issuer'] : []),
    ...grants.flatMap(([list, at, { tenants: own, scopes }]) => [
      ...(Array.isArray(own) && own.length > 0 && own.every((name) => tenants.includes(name))
        ? []
        : [`${list}.${at}.tenants: unknown-tenant`]),
      ...(Array.isArray(scopes) && scopes.length > 0 && scopes.every((scope) => SCOPES.some((known) => known === scope))
        ? []
        : [`${list}.${at}.scopes: unknown-value`]),
    ]),
    ...tokens.flatMap(({ sha256 }, at) =>
      /^[0-9a-f]{64}$/.test(String(sha256)) ? [] : [`tokens.${at}.sha256: wrong-type`],
    ),
    ...issuers.flatMap(({ issuer, audience, jwks, lookAgainAfter = 30 }, at) =>
      typeof issuer === 'string' &&
      typeof audience === 'string' &&
      (isKeySet(jwks) || isHttps(jwks)) &&
      Number.isInteger(lookAgainAfter) &&
      lookAgainAfter >= 1
        ? []
        : [`issuers.${at}: wrong-type`],
    ),
  ]
}

const isHttps = (address: unknown): boolean =>
  typeof address === 'string' && URL.canParse(address) && new URL(address).protocol === 'https:'

/** A public key set: one with a symmetric or a private key in it is a mistake. */
const isKeySet = (jwks: unknown): boolean =>
  typeof jwks === 'object' &&
  jwks !== null &&
  Array.isArray((jwks as JSONWebKeySet).keys) &&
  (jwks as JSONWebKeySet).keys.length > 0 &&
  (jwks as JSONWebKeySet).keys.every(({ kty, d }) => kty !== 'oct' && d === undefined)
