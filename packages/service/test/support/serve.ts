import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type Authentication, buildApp, type Limits, makeWorld, serviceLog, type TenantFiles } from '../../src/index'

export const TOKENS = {
  employer: 'token-of-a-case-system-for-employers',
  full: 'token-of-a-physicians-system',
  two: 'token-for-two-tenants',
  nothing: 'token-that-may-nearly-nothing',
} as const

const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex')

export const AUTHENTICATION: Authentication = {
  tokens: [
    { sha256: sha256(TOKENS.employer), tenants: ['default'], scopes: ['advice:employer', 'role:case-manager'] },
    {
      sha256: sha256(TOKENS.full),
      tenants: ['default'],
      scopes: ['advice:full', 'role:case-manager', 'role:occupational-physician'],
    },
    { sha256: sha256(TOKENS.two), tenants: ['default', 'other'], scopes: ['advice:employer'] },
    { sha256: sha256(TOKENS.nothing), tenants: ['default'], scopes: ['role:labour-expert'] },
  ],
  issuers: [],
}

export interface Served {
  readonly app: FastifyInstance
  /** Every line that was logged so far. */
  readonly log: () => string
}

export interface ServeOptions {
  readonly tenants?: readonly TenantFiles[]
  readonly authentication?: Authentication
  readonly limits?: Partial<Limits>
  readonly openDocument?: boolean
}

/** The service with these tenants, and its log in memory. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const { tenants = TENANTS, authentication = AUTHENTICATION, limits, openDocument } = options
  const made = makeWorld(tenants, authentication)
  if (!made.ok) throw new Error(made.faults.join('; '))
  const app = await buildApp({
    world: () => made.world,
    log: serviceLog(destination),
    ...(limits ? { limits } : {}),
    ...(openDocument === undefined ? {} : { openDocument }),
  })
  return { app, log: () => lines.join('') }
}

export const TENANTS: readonly TenantFiles[] = [
  { name: 'default', recordKey: 'a key of at least sixteen bytes' },
  { name: 'other', locale: 'en' },
]

export const bearer = (token: keyof typeof TOKENS): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${TOKENS[token]}`,
})
