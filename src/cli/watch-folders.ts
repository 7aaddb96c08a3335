import { type FSWatcher, watch } from 'node:fs'
import process from 'node:process'

/** Editors write a file in several steps: what follows within this many milliseconds is one change. */
const TOGETHER = 100

/**
 * Calls back after each change in one of the folders or below it, until the program is interrupted. A change during a call
 * is followed by another call.
 */
export async function watchFolders(folders: readonly string[], changed: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let [running, again] = [false, false]
  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      await changed()
    } while (again)
    running = false
  }
  const watchers = folders.map(
    (folder): FSWatcher =>
      watch(folder, { recursive: true }, () => {
        clearTimeout(timer)
        timer = setTimeout(() => void run(), TOGETHER)
      }),
  )
  await new Promise((resolve) => process.once('SIGINT', resolve))
  clearTimeout(timer)
  for (const watcher of watchers) watcher.close()
}
