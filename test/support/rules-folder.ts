import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes files below a folder that holds nothing else, and gives its path. */
export async function writeFolder(path: string, files: Readonly<Record<string, unknown>>): Promise<string> {
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`)
  }
  return path
}
