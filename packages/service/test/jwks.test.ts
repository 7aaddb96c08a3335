import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './support/process'
import { SNAPSHOT } from './support/snapshot'

const ISSUER = 'https://host.example'
const AUDIENCE = 'https://service.example'

interface Signer {
  readonly kid: string
  readonly alg: string
  readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey']
  readonly jwk: JWK
}

let folder: string
let keyServer: Server
/** What the address of the keys answers with now, and how often it was asked. */
let published: readonly Signer[]
let looks = 0
let running: Running
let [old, next, rsa, rsaPss, never]: Signer[] = []

async function signer(kid: string, alg = 'ES256'): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg } }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verwijswijzer-keys-'))
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name)) as [string, string]
  // A certificate of its own, which nobody but this test trusts.
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', '-x509', ...made, ...name, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
  ;[old, next, rsa, rsaPss, never] = await Promise.all([
    signer('old'),
    signer('next'),
    signer('rsa', 'RS256'),
    signer('rsa-pss', 'PS256'),
    signer('never'),
  ])
  published = [old, rsa] as Signer[]
  keyServer = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_request, response) => {
    looks += 1
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ keys: published.map(({ jwk }) => jwk) }))
  })
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve))
  const { port } = keyServer.address() as AddressInfo
  mkdirSync(join(folder, 'tenants/default'), { recursive: true })
  const issuer = {
    issuer: ISSUER,
    audience: AUDIENCE,
    jwks: `https://localhost:${port}/jwks`,
    tenants: ['default'],
    scopes: ['advice:employer'],
    lookAgainAfter: 1,
  }
  writeFileSync(join(folder, 'authentication.json'), JSON.stringify({ issuers: [issuer] }))
  running = await start({ args: ['--config', folder], env: { NODE_EXTRA_CA_CERTS: certificate } })
})
afterAll(async () => {
  await running?.stop()
  keyServer?.close()
  rmSync(folder, { recursive: true, force: true })
})

function sign(by: Signer | undefined, claims: JWTPayload = {}, header: object = {}): Promise<string> {
  const { kid, alg, privateKey } = by as Signer
  return new SignJWT({ iss: ISSUER, aud: AUDIENCE, scope: 'advice:employer', ...claims })
    .setProtectedHeader({ alg, kid, typ: 'JWT', ...header })
    .setExpirationTime(claims.exp ?? '5m')
    .sign(privateKey)
}

async function statusWith(token: string, audience = 'employer'): Promise<number> {
  const { status } = await fetch(`${running.url}/v1/advice`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ snapshot: SNAPSHOT, audience }),
  })
  return status
}

const now = Math.floor(Date.now() / 1000)

describe('keys at an https address', () => {
  it('are fetched once, for tokens of each of them', async () => {
    expect(await statusWith(await sign(old))).toBe(200)
    expect(await statusWith(await sign(rsa))).toBe(200)
    expect(await statusWith(await sign(old, { scope: 'advice:employer advice:full' }), 'full')).toBe(403)
    expect(looks).toBe(1)
  })

  it.each<readonly [string, () => Promise<string> | string]>([
    ['that is over', () => sign(old, { exp: now - 60 })],
    ['for another audience', () => sign(old, { aud: 'https://other.example' })],
    ['of another issuer', () => sign(old, { iss: 'https://other.example' })],
    ['signed by a key that is not published, under a name that is', () => sign({ ...(never as Signer), kid: 'old' })],
    ['of another algorithm than its key is for', () => sign({ ...(rsaPss as Signer), kid: 'rsa' })],
    [
      'that nobody signed',
      () => new UnsecuredJWT({ iss: ISSUER, aud: AUDIENCE, scope: 'advice:employer' }).setExpirationTime('5m').encode(),
    ],
    // What is public is a secret to nobody.
    [
      'signed with the public key as a shared secret',
      () =>
        new SignJWT({ iss: ISSUER, aud: AUDIENCE, scope: 'advice:employer' })
          .setProtectedHeader({ alg: 'HS256', kid: 'old' })
          .setExpirationTime('5m')
          .sign(new TextEncoder().encode(JSON.stringify(old?.jwk))),
    ],
    [
      'that names the address of its own keys',
      () => sign({ ...(never as Signer), kid: 'own' }, {}, { jku: 'https://thief.example/jwks' }),
    ],
    ['that brings its own key', () => sign({ ...(never as Signer), kid: 'old' }, {}, { jwk: never?.jwk })],
  ])('a token %s is refused', async (_name, make) => {
    expect(await statusWith(await make())).toBe(401)
  })

  it('change, and are looked for again: the new one counts, the old one no longer, and strangers cannot make it look each time', async () => {
    const [before, withNext] = [await sign(old), await sign(next)]
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    published = [next as Signer]
    const asked = looks
    expect(await statusWith(withNext)).toBe(200)
    expect(await statusWith(before)).toBe(401)
    const stranger = await sign(never)
    const statuses = await Promise.all(Array.from({ length: 20 }, () => statusWith(stranger)))
    expect(new Set(statuses)).toEqual(new Set([401]))
    expect(looks - asked).toBe(1)
  })

  it('of a server that is not trusted are none', async () => {
    const strange = await start({ args: ['--config', folder] })
    const asked = looks
    const answer = await fetch(`${strange.url}/v1/rules`, { headers: { authorization: `Bearer ${await sign(next)}` } })
    expect(answer.status).toBe(401)
    expect(looks).toBe(asked)
    expect(await strange.stop()).toBe(0)
    expect(strange.output()).not.toContain('"event":"fault"')
  })

  it('nothing of a token is in the log', () => {
    expect(running.output()).not.toMatch(/eyJ|Bearer/)
    expect(running.output()).toContain('"unauthenticated"')
  })
})
