import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A directory outside the checkout, so that nothing of the checkout is found by looking upward. */
export async function emptyDirectory(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'verwijswijzer-')))
}

export const removeDirectory = (directory: string): Promise<void> => rm(directory, { recursive: true, force: true })
