import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Locale } from '../../core/snapshot/fact'
import { unwritable } from '../docs-folder'

/** Only its owner may read and write it: what is written is about people, whatever is left out of it. */
const OWNER_ONLY = 0o600

/**
 * Writes a file whole, or leaves what was there: under a name that nobody can foresee, synced, and then renamed.
 * Throws a Refusal that names the file.
 */
export function writePrivate(file: string, text: string, locale: Locale): void {
  try {
    const found = statSync(file, { throwIfNoEntry: false })
    // A device or a pipe cannot be replaced.
    if (found && !found.isFile()) {
      writeAll(openSync(file, 'w'), text, false)
      return
    }
    const target = found ? realpathSync(file) : file
    const part = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`)
    const fd = openSync(part, 'wx', OWNER_ONLY)
    try {
      writeAll(fd, text, true)
      renameSync(part, target)
    } catch (error) {
      rmSync(part, { force: true })
      throw error
    }
  } catch (error) {
    throw unwritable(error, file, locale)
  }
}

function writeAll(fd: number, text: string, sync: boolean): void {
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
    if (sync) fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
