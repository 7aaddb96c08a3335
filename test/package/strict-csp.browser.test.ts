import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser'
import { ROOT } from '../support/run'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

/** As hosts with medical data set it: scripts of their own, and no code made of text. Whatever is refused is reported. */
const POLICY = "default-src 'none'; script-src 'self'; report-uri /refused"

const WORK = `
  const snapshot = ${JSON.stringify(SAMPLE_SNAPSHOT)}
  document.title = 'begun'
  Promise.resolve((all.triage ?? all.triageSync ?? all.createTriage?.() ?? (() => ({ status: 'none' })))(snapshot)).then((advice) => {
    all.parseSnapshot?.({ asOf: 'soon', process: { capacityDocument: {} } })
    all.loadRuleSet?.(all.SHIPPED_FILES ?? {})
    all.exportForm?.('json-schema')
    all.interview?.(snapshot)
    document.title = advice.status
  }, (error) => { document.title = 'failed: ' + error })
`

let browser: Browser
let server: Server
/** Scripts by path. */
const scripts = new Map<string, string>()
const refused: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/refused') {
      request.on('data', (text: Buffer) => refused.push(text.toString()))
      request.on('end', () => response.end())
      return
    }
    const script = scripts.get(path)
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(script ?? `<!doctype html><script type="module" src="${path}.js"></script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await browser.close()
  server.close()
})

async function titleOf(entry: string, source: string): Promise<string> {
  const built = await build({
    stdin: { contents: source, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
  })
  scripts.set(`/${entry}.js`, built.outputFiles[0]?.text ?? '')
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${entry}`)
  await page.waitForFunction("!['', 'begun'].includes(document.title)")
  const title = await page.title()
  // A report is sent after the page has gone on.
  await page.waitForTimeout(200)
  await page.close()
  return title
}

describe('under a strict Content-Security-Policy nothing is refused or reported', () => {
  it.each(['index', 'sync', 'authoring', 'browser'])('%s', async (entry) => {
    refused.length = 0
    const file = join(ROOT, 'dist', `${entry}.js`)
    const title = await titleOf(entry, `import * as all from ${JSON.stringify(file)}\n${WORK}`)
    expect(title).toMatch(/^(refer-now|plan-referral|no-referral|more-information-needed|none)$/)
    expect(refused).toEqual([])
  })

  it('and a report comes where code is made of text', async () => {
    refused.length = 0
    await titleOf('planted', "try { new Function('') } catch {}\ndocument.title = 'done'")
    expect(refused.join()).toContain('script-src')
  })
})
