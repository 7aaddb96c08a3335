import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where Debian, other Linux distributions and macOS keep a Chromium; the variable goes before them. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** It asks nothing of any network by itself, so that every request seen is the page's. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** A headless Chromium. Throws where there is none: a page that was not tried is not a page that works. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (!executablePath)
    throw new Error('no Chromium found: install it (apt-get install chromium) or name it in the variable CHROMIUM')
  return chromium.launch({ executablePath, args: QUIET })
}
