import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Only its owner may read and write it: what is written is about people, whatever is left out of it. */
export const OWNER_ONLY = 0o600

/** A file that is being written beside the one whose place it takes at the end. */
export interface FilePart {
  readonly fd: number
  /** Syncs it, closes it, and puts it in the place of the other. Throws the error of the system. */
  readonly keep: () => void
  /** Closes it and takes it away. */
  readonly discard: () => void
}

/**
 * Opens a file beside `target`, in the same folder so that it can take its place at once, for its owner alone and under
 * a name that nobody can foresee; never one that is there, which somebody may have put there. Throws the error of the system.
 */
export function openPart(target: string): FilePart {
  const part = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`)
  const fd = openSync(part, 'wx', OWNER_ONLY)
  const discard = (): void => {
    closeSync(fd)
    rmSync(part, { force: true })
  }
  return {
    fd,
    keep: () => {
      try {
        // Its content before its name: else a crash could leave a whole name on half a file.
        fsyncSync(fd)
        renameSync(part, target)
      } catch (error) {
        discard()
        throw error
      }
      closeSync(fd)
    },
    discard,
  }
}

/** Writes a file whole, or leaves what was there. Throws the error of the system. */
export function writePrivate(file: string, text: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  // A device or a pipe cannot be replaced.
  if (found && !found.isFile()) {
    const fd = openSync(file, 'w')
    try {
      writeAll(fd, text)
    } finally {
      closeSync(fd)
    }
    return
  }
  const part = openPart(found ? realpathSync(file) : file)
  try {
    writeAll(part.fd, text)
  } catch (error) {
    part.discard()
    throw error
  }
  part.keep()
}

/** Writes a text whole: one write may take a part of it. */
export function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}
