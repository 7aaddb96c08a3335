import { createHash, randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app'
import { SCOPES } from './caller'
import { codeOf, serviceLog } from './log'
import { type Loaded, makeWorld, readWorld, type World } from './world'

const HELP = `verwijswijzer-service --config DIR    serve what the folder says: authentication.json, tenants/*
verwijswijzer-service --embedded      serve the shipped rules on the loopback address, with one token
verwijswijzer-service --new-token     make a token, and what to write of it into authentication.json

  --host ADDRESS    127.0.0.1 unless told otherwise; --embedded takes no other
  --port NUMBER     8080 unless told otherwise; 0 for any that is free
  --closed-document openapi.json only with a token

SIGHUP reads the folder again: all of it counts, or nothing. SIGTERM ends the service when what was begun is answered.
`

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
/** A container is given up on after this; what was begun is answered long before. */
const GRACE = 10_000

/** The command. @returns The exit code; of a service that listens when it has ended. */
export async function main(args: readonly string[]): Promise<number> {
  let values: ReturnType<typeof flagsIn>
  try {
    values = flagsIn(args)
  } catch {
    process.stderr.write(HELP)
    return 2
  }
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (values['new-token']) {
    const token = newToken()
    process.stdout.write(`${token}\n`)
    process.stderr.write(
      `${JSON.stringify({ sha256: sha256(token), tenants: ['default'], scopes: ['advice:employer'] })}\n`,
    )
    return 0
  }
  const { config, embedded = false, host = '127.0.0.1' } = values
  const port = Number(values.port ?? process.env.VERWIJSWIJZER_PORT ?? 8080)
  const usage =
    (config === undefined) === !embedded
      ? 'give --config DIR, or --embedded'
      : embedded && !LOOPBACK.includes(host)
        ? '--embedded serves on the loopback address only: give --config DIR for any other'
        : Number.isInteger(port) && port >= 0 && port < 65_536
          ? undefined
          : 'give a --port from 0 to 65535'
  if (usage !== undefined) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  return serve({
    host,
    port,
    closed: values['closed-document'] ?? false,
    load: () => (embedded ? ownWorld() : readWorld(config ?? '')),
  })
}

function flagsIn(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      embedded: { type: 'boolean' },
      'new-token': { type: 'boolean' },
      'closed-document': { type: 'boolean' },
      host: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  return values
}

const newToken = (): string => randomBytes(32).toString('base64url')
const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex')

let embeddedToken: string | undefined

/** One tenant with the shipped rules, and one token: that of VERWIJSWIJZER_TOKEN, or one that is made and told. */
function ownWorld(): Loaded<{ world: World }> {
  const given = process.env.VERWIJSWIJZER_TOKEN
  if (given !== undefined && given.length < 16) return { ok: false, faults: ['VERWIJSWIJZER_TOKEN: out-of-range'] }
  if (given === undefined && embeddedToken === undefined) {
    embeddedToken = newToken()
    process.stderr.write(`token: ${embeddedToken}\n`)
  }
  const token = given ?? embeddedToken ?? newToken()
  return makeWorld([{ name: 'default' }], {
    tokens: [{ sha256: sha256(token), tenants: ['default'], scopes: SCOPES }],
    issuers: [],
  })
}

interface Serving {
  readonly host: string
  readonly port: number
  readonly closed: boolean
  readonly load: () => Loaded<{ world: World }>
}

async function serve({ host, port, closed, load }: Serving): Promise<number> {
  const log = serviceLog()
  const first = load()
  if (!first.ok) {
    for (const fault of first.faults) process.stderr.write(`${fault}\n`)
    return 1
  }
  let { world } = first
  const app = await buildApp({ world: () => world, log, openDocument: !closed })
  process.on('SIGHUP', () => {
    const next = load()
    if (next.ok) world = next.world
    // Paths of our own files and codes: a value of a file is in neither.
    log[next.ok ? 'info' : 'error']({
      line: { event: next.ok ? 'reloaded' : 'reload-refused', faults: next.ok ? undefined : next.faults },
    })
  })
  const ended = new Promise<number>((resolve) => {
    // A hang-up is for reading the folder again.
    closeWithGrace({ delay: GRACE, logger: undefined, skip: ['SIGHUP'] }, async ({ err }) => {
      if (err) log.error({ line: { event: 'fault', error: codeOf(err) } })
      await app.close()
      log.info({ line: { event: 'stopped' } })
      resolve(err ? 1 : 0)
    })
  })
  try {
    const address = await app.listen({ host, port })
    log.info({ line: { event: 'listening', address } })
  } catch (error) {
    process.stderr.write(`cannot listen: ${codeOf(error)}\n`)
    return 1
  }
  return ended
}
