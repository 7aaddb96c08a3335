import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** The folder of the service. */
export const SERVICE = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly output: () => string
  /** Sends a signal and waits for the end: its code, or the signal that ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | string | null>
}

export interface StartOptions {
  readonly main?: string
  readonly args?: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
}

/** Starts the built service on a free port, and waits until it listens. */
export async function start({
  main = join(SERVICE, 'dist/main.js'),
  args = ['--embedded'],
  cwd = SERVICE,
  env = {},
  uid,
}: StartOptions = {}): Promise<Running> {
  const child = spawn(process.execPath, [main, ...args, '--port', '0'], {
    cwd,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', VERWIJSWIJZER_TOKEN: TOKEN, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text += String(chunk)
    })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`it did not start: ${text}`)))
    child.stdout?.on('data', function look(this: Readable) {
      const found = /"event":"listening","address":"([^"]+)"/.exec(text)?.[1]
      if (found === undefined) return
      // What is logged later is megabytes, and is not looked through again with each line.
      this.off('data', look)
      resolve(found)
    })
  })
  return {
    child,
    url,
    output: () => text,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode
      child.kill(signal)
      const [code, by] = await once(child, 'exit')
      return code ?? by
    },
  }
}

export const TOKEN = 'a-token-for-tests-of-processes'
export const HEADERS = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' } as const
