import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Snapshot, triageSync } from '../src/index'
import { launchBrowser } from './support/browser'
import { emptyDirectory, removeDirectory } from './support/directory'
import { asAsked, fillRenderer, QUESTIONS } from './support/fill-renderer'
import { loadFixtures } from './support/load-fixtures'
import { PAGES, type RendererPage, type ServedRenderers, serveRenderers } from './support/renderers'

const caseOf = (name: string): Snapshot =>
  loadFixtures().find(({ path }) => path === `practice/${name}`)?.snapshot as Snapshot
/** An answer of each kind: a pick, yes and no, a word for unknown, a day, a number, ticks, lists, none, a document. */
const EACH_KIND: Snapshot = {
  asOf: '2026-09-14',
  employment: { regime: 'employee', jobGroupElevatedAbsence: 'unknown:refused', contractEndsOn: 'none' },
  absence: {
    spells: [{ firstDay: '2025-02-03', recoveredOn: '2025-02-10', notCounted: false }, { firstDay: '2025-07-21' }],
    leaves: [],
    workedShare: 20,
  },
  returnToWork: { ownWork: 'not-expected', secondTrackStarted: false },
  health: { permanentLimitation: true, criticalLimitations: ['1.1', '5.1'] },
  process: { firstYearEvaluationOn: '2026-07-16', capacityDocument: { type: 'FML', on: '2026-07-16' } },
}
/** By night a case with an answer to every question that it asks. */
const CASE = process.env.NIGHT === '1' ? asAsked(caseOf('relapse-within-four-weeks')) : EACH_KIND

let directory: string
let browser: Browser
let served: ServedRenderers

beforeAll(async () => {
  directory = await emptyDirectory()
  ;[browser, served] = await Promise.all([launchBrowser(), serveRenderers(directory)])
})

afterAll(async () => {
  await browser?.close()
  served?.stop()
  await removeDirectory(directory)
})

async function open(name: RendererPage): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1366, height: 900 } })
  context.setDefaultTimeout(100_000)
  const page = await context.newPage()
  // Some ask whether a row is to go.
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(`${served.url}/${name}`)
  await page
    .getByText(QUESTIONS.at(-1)?.question.nl ?? '', { exact: false })
    .first()
    .waitFor()
  return page
}

const words = (text: string): string => text.replace(/\s+/g, ' ')

describe.each(PAGES)('%s', (name) => {
  it('shows every question, answers none by itself, and gives back what is filled in', async () => {
    const page = await open(name)
    const shown = words(await page.locator('body').innerText())
    expect(QUESTIONS.filter(({ question }) => !shown.includes(words(question.nl))).map(({ fact }) => fact)).toEqual([])
    expect(await page.evaluate('window.readBack()')).toMatchObject({ ok: false, issues: [{ path: ['asOf'] }] })
    await fillRenderer(page, name, CASE)
    // Some take a moment to hand on what was typed last.
    await expect
      .poll(() => page.evaluate('window.readBack()'), { timeout: 30_000 })
      .toMatchObject({ ok: true, snapshot: CASE })
    const { advice } = await page.evaluate<{ advice: unknown }>('window.readBack()')
    expect(advice).toEqual(JSON.parse(JSON.stringify(triageSync(CASE, { audience: 'full' }))))
    await page.context().close()
  })
})
