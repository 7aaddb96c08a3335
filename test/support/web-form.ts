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

/** The snapshot in the draft that the browser keeps. */
export const draftOf = async (page: Page): Promise<Snapshot | undefined> => {
  const text = await page.evaluate<string | null>(`localStorage.getItem('verwijswijzer-draft')`)
  return text === null ? undefined : (JSON.parse(text) as { readonly snapshot: Snapshot }).snapshot
}

/** Opens what is folded in the head. */
export async function openSettings(page: Page): Promise<void> {
  if (!(await page.evaluate<boolean>(`document.querySelector('#settings').open`)))
    await page.click('#settings > summary')
}

/** The sentence of the step as it is shown. */
export const shownStep = (page: Page): Promise<string> => page.locator('#step-text').innerText()
