import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ROOT, run } from './run'

export interface Packed {
  readonly tarball: string
  /** What is in it, by path, sorted. */
  readonly files: readonly string[]
}

/** Packs what was built, as it would be published. */
export async function pack(directory: string): Promise<Packed> {
  const packed = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', directory])
  if (packed.code !== 0) throw new Error(packed.stderr)
  const [found] = JSON.parse(packed.stdout) as { filename: string; files: { path: string }[] }[]
  if (!found) throw new Error('npm pack told of no tarball')
  return { tarball: join(directory, found.filename), files: found.files.map((file) => file.path).sort() }
}

/** A project with these files and the tarball installed in it. */
export async function installInto(
  project: string,
  tarball: string,
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const own = { name: 'consumer', private: true, overrides: lockedVersions(), ...manifest }
  const contents = { ...files, 'package.json': JSON.stringify(own) }
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(dirname(join(project, name)), { recursive: true })
    await writeFile(join(project, name), text)
  }
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], {
    cwd: project,
  })
  if (installed.code !== 0) throw new Error(installed.stderr)
}

/** The versions that this checkout is tested with, so that what the registry has today does not matter. */
function lockedVersions(): Record<string, string> {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
  return Object.fromEntries(
    Object.entries(packages).flatMap(([path, { version, dev }]) => {
      const name = path.split('node_modules/').at(-1)
      return path !== '' && name && !dev && path.lastIndexOf('node_modules/') === 0 ? [[name, version]] : []
    }),
  )
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: true }>>
}
