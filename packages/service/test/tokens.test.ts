import { createHash } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Authenticate, type Authentication, authenticationFaults, authenticator } from '../src/tokens'

const ISSUER = 'https://host.example'
const AUDIENCE = 'https://service.example'
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']
let [key, strange]: (Key | undefined)[] = []
let authentication: Authentication
let authenticate: Authenticate

beforeAll(async () => {
  const pair = await generateKeyPair('ES384')
  key = pair.privateKey
  strange = (await generateKeyPair('ES384')).privateKey
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES384' }] }
  const grant = { audience: AUDIENCE, jwks, tenants: ['a', 'b'], scopes: ['advice:employer', 'role:case-manager'] }
  authentication = {
    tokens: [
      { sha256: createHash('sha256').update('a-random-token').digest('hex'), tenants: ['a'], scopes: ['advice:full'] },
    ],
    issuers: [
      { issuer: ISSUER, ...grant },
      { issuer: 'https://ehr.example', ...grant, once: true },
    ],
  }
  authenticate = authenticator(authentication)
})

const sign = (claims: JWTPayload, by = key, header: object = {}): Promise<string> =>
  new SignJWT({ iss: ISSUER, aud: AUDIENCE, ...claims })
    .setProtectedHeader({ alg: 'ES384', kid: 'one', typ: 'JWT', ...header })
    .setIssuedAt(claims.iat)
    .setExpirationTime(claims.exp ?? '5m')
    .sign(by as Key)

describe('a token of the file', () => {
  it('is known by its digest, and only whole', async () => {
    expect(await authenticate('Bearer a-random-token')).toEqual({ scopes: new Set(['advice:full']), tenants: ['a'] })
    for (const header of ['Bearer a-random-toke', 'a-random-token', 'Basic a-random-token', 'Bearer', '', undefined])
      await expect(authenticate(header)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('a JWT', () => {
  it('says who calls, as far as its issuer may', async () => {
    const caller = await authenticate(`Bearer ${await sign({ scope: 'advice:employer advice:full', tenant: 'a' })}`)
    expect([...caller.scopes]).toEqual(['advice:employer'])
    expect(caller.tenants).toEqual(['a'])
  })

  it('without a scope may do nothing', async () => {
    expect((await authenticate(`Bearer ${await sign({})}`)).scopes.size).toBe(0)
  })

  it('of a tenant that its issuer is not for is for none', async () => {
    expect((await authenticate(`Bearer ${await sign({ tenant: 'c' })}`)).tenants).toEqual([])
  })

  const now = Math.floor(Date.now() / 1000)
  const SECRET = new TextEncoder().encode('a shared secret of thirty-two bytes and more')
  it.each<readonly [string, () => Promise<string> | string]>([
    ['of another signer', () => sign({}, strange)],
    ['of another issuer', () => sign({ iss: 'https://other.example' })],
    ['for another audience', () => sign({ aud: 'https://other.example' })],
    ['that is over', () => sign({ exp: now - 10 })],
    ['that does not begin yet', () => sign({ nbf: now + 1_000 })],
    ['that nobody signed', () => new UnsecuredJWT({ iss: ISSUER, aud: AUDIENCE }).setExpirationTime('5m').encode()],
    [
      'signed with a shared secret',
      () =>
        new SignJWT({ iss: ISSUER, aud: AUDIENCE })
          .setProtectedHeader({ alg: 'HS256' })
          .setExpirationTime('5m')
          .sign(SECRET),
    ],
    ['that is changed', async () => `${(await sign({})).slice(0, -6)}AAAAAA`],
    ['that is no JWT', () => 'a.b.c'],
    ['that is too long', () => 'x'.repeat(9_000)],
  ])('%s is refused', async (_name, make) => {
    await expect(authenticate(`Bearer ${await make()}`)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('a JWT of a client of CDS Hooks', () => {
  const EHR = { iss: 'https://ehr.example' }

  it('counts once', async () => {
    const token = await sign({ ...EHR, jti: 'one' })
    expect([...(await authenticate(`Bearer ${token}`)).scopes]).toEqual(['advice:employer', 'role:case-manager'])
    await expect(authenticate(`Bearer ${token}`)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it.each([
    ['without a jti', {}],
    ['that lives for a day', { jti: 'two', exp: Math.floor(Date.now() / 1000) + 86_400 }],
    ['that was made long ago', { jti: 'three', iat: Math.floor(Date.now() / 1000) - 3_600 }],
  ])('%s is refused', async (_name, claims) => {
    await expect(authenticate(`Bearer ${await sign({ ...EHR, ...claims })}`)).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })
})

describe('an authentication setting', () => {
  it('that is right has no faults', () => {
    expect(authenticationFaults(authentication, ['a', 'b'])).toEqual([])
  })

  it.each([
    ['a shared key', { kty: 'oct', k: 'AAAA' }],
    ['a private key', { kty: 'EC', crv: 'P-384', x: 'x', y: 'y', d: 'd' }],
  ])('with %s is refused', (_name, jwk) => {
    const [issuer] = authentication.issuers
    const given = { tokens: [], issuers: [{ ...issuer, jwks: { keys: [jwk] } }] } as unknown as Authentication
    expect(authenticationFaults(given, ['a', 'b'])).toEqual(['issuers.0: wrong-type'])
  })

  it.each([
    ['keys fetched in the clear', { jwks: 'http://host.example/jwks' }],
    ['an address of keys that is none', { jwks: 'https://' }],
    ['a look at the keys with every call', { jwks: 'https://host.example/jwks', lookAgainAfter: 0 }],
  ])('with %s is refused', (_name, change) => {
    const [issuer] = authentication.issuers
    const given = { tokens: [], issuers: [{ ...issuer, ...change }] } as unknown as Authentication
    expect(authenticationFaults(given, ['a', 'b'])).toEqual(['issuers.0: wrong-type'])
  })
})
