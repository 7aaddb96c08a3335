import { spawn } from 'node:child_process'
import { cp, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, run } from './run'

const EXAMPLE = join(ROOT, 'examples', 'case-system')

/** The case system by itself: its own files, its own dependencies from its lockfile, and the library as it was built. */
export async function installCaseSystem(directory: string): Promise<void> {
  await cp(EXAMPLE, directory, { recursive: true, filter: (path) => !path.includes(join(EXAMPLE, 'node_modules')) })
  const installed = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: directory,
  })
  if (installed.code !== 0) throw new Error(installed.stderr)
  await mkdir(join(directory, 'node_modules'), { recursive: true })
  await symlink(ROOT, join(directory, 'node_modules', 'verwijswijzer'), 'dir')
}

export interface RunningCaseSystem {
  readonly url: string
  readonly passwords: Readonly<Record<string, string>>
  /** Ends it as a service manager would, and gives its exit code. */
  readonly stop: () => Promise<number | null>
}

/** Starts it with its own command, on some day. */
export async function startCaseSystem(directory: string, today: string): Promise<RunningCaseSystem> {
  const server = spawn(process.execPath, ['main.mjs'], {
    cwd: directory,
    env: { ...process.env, PORT: '0', CASE_SYSTEM_TODAY: today },
  })
  const ended = new Promise<number | null>((resolve) => server.on('close', resolve))
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    const listen = (chunk: Buffer) => {
      text += chunk.toString()
      if (/^physician: .+$/m.test(text)) resolve(text)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.on('close', () => reject(new Error(`it did not start: ${text}`)))
  })
  const [url = ''] = /http:\/\/\S+/.exec(said) ?? []
  const passwords = Object.fromEntries([...said.matchAll(/^(\w+): (\w+)$/gm)].map(([, name, word]) => [name, word]))
  const stop = () => {
    server.kill('SIGTERM')
    return ended
  }
  return { url, passwords, stop }
}
