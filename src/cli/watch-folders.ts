import { statSync } from 'node:fs'
import process from 'node:process'
import { watch } from 'chokidar'

/** Editors write a file in several steps: what follows within this many milliseconds is one change. */
const TOGETHER = 100

/**
 * Calls back at once, and after each change in one of the folders or below it, until the program is interrupted. A change
 * during a call is followed by another call. Throws what a call throws, and what the file system does for a folder that
 * cannot be watched.
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
  // chokidar passes over what is not there.
  for (const folder of folders) statSync(folder)
  const watcher = watch([...folders], { ignoreInitial: true })
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.on('error', reject).on('all', () => {
        clearTimeout(timer)
        timer = setTimeout(() => run().catch(reject), TOGETHER)
      })
      process.once('SIGINT', () => resolve())
      run().catch(reject)
    })
  } finally {
    clearTimeout(timer)
    await watcher.close()
  }
}
