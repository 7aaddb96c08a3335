import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Snapshot } from '../../src/index'
import { ROOT } from './run'

/** The page as `npm run form` serves it, on the browser build of the package. */
export interface ServedForm {
  readonly url: string
  readonly stop: () => void
}

/** Builds and serves the page with its own command. */
export async function serveForm(directory: string): Promise<ServedForm> {
  const script = join(ROOT, 'examples', 'triage-form', 'build.mjs')
  const server = spawn(process.execPath, [script, '--out', directory, '--serve'])
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const listen = (text: Buffer) => {
      said += text.toString()
      const found = /http:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.on('close', () => reject(new Error(`the page was not served: ${said}`)))
  })
  return { url, stop: () => server.kill() }
}

/** A page with what went wrong in it: whatever it wrote to the console, threw, refused, or asked of elsewhere. */
export interface OpenedPage {
  readonly page: Page
  readonly faults: readonly string[]
}

export async function openForm(browser: Browser, url: string, options?: BrowserContextOptions): Promise<OpenedPage> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1400, height: 900 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    if (
      !request
        .url()
        .replace(/^blob:/, '')
        .startsWith(url) &&
      request.url() !== 'data:,'
    )
      faults.push(`request: ${request.url()}`)
  })
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => console.error('refused: ' + event.violatedDirective))",
  )
  await page.goto(url)
  return { page, faults }
}

/** Opens a snapshot, or another text, as a file, as a person would. */
export async function openCase(page: Page, snapshot: unknown): Promise<void> {
  const buffer = Buffer.from(typeof snapshot === 'string' ? snapshot : JSON.stringify(snapshot))
  await page.evaluate(`document.getElementById('file-message').textContent = ''`)
  await page.setInputFiles('#open-file', { name: 'casus.json', mimeType: 'application/json', buffer })
  await page.locator('#file-message', { hasText: /./ }).waitFor()
}

/** The snapshot in the file that the page saves. */
export async function savedCase(page: Page): Promise<Snapshot> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** What the page shows of the advice. */
export interface ShownAdvice {
  readonly headline: string
  readonly certain: readonly string[]
  readonly possible: readonly string[]
  /** How many deadlines still ask for something. */
  readonly deadlines: number
}

const SHOWN = `({
  headline: document.querySelector('.headline').textContent,
  certain: [...document.querySelectorAll('.card.certain h4')].map((title) => title.firstChild.textContent),
  possible: [...document.querySelectorAll('.card.possible h4')].map((title) => title.textContent),
  deadlines: document.querySelectorAll('.deadlines li').length,
})`

export const shownAdvice = (page: Page): Promise<ShownAdvice> => page.evaluate(SHOWN)

/** What the page shows of each of many cases that are opened one after the other. */
export const shownOfEach = (page: Page, snapshots: readonly unknown[]): Promise<readonly ShownAdvice[]> =>
  page.evaluate(`(async () => {
    const shown = []
    for (const snapshot of ${JSON.stringify(snapshots)}) {
      document.getElementById('file-message').textContent = ''
      const chosen = new DataTransfer()
      chosen.items.add(new File([JSON.stringify(snapshot)], 'casus.json'))
      const input = document.getElementById('open-file')
      input.files = chosen.files
      input.dispatchEvent(new Event('change'))
      while (document.getElementById('file-message').textContent === '') await new Promise((go) => setTimeout(go))
      shown.push(${SHOWN})
    }
    return shown
  })()`)
