import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from './run'

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
  const contents = { ...files, 'package.json': JSON.stringify({ name: 'consumer', private: true, ...manifest }) }
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(dirname(join(project, name)), { recursive: true })
    await writeFile(join(project, name), text)
  }
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], {
    cwd: project,
  })
  if (installed.code !== 0) throw new Error(installed.stderr)
}
