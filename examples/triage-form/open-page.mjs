import { spawn } from 'node:child_process'

const OPENERS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }

/** Asks the platform to open an address. Where it cannot, the address that was printed is there to copy. */
export function openPage(url) {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  opener.on('error', () => console.error(`${command} cannot be started: open the address yourself`))
  opener.unref()
}
