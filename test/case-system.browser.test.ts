import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Snapshot, triageSync } from '../src/index'
import { launchBrowser } from './support/browser'
import { installCaseSystem, type RunningCaseSystem, startCaseSystem } from './support/case-system'
import { emptyDirectory, removeDirectory } from './support/directory'
import { loadFixtures } from './support/load-fixtures'
import { run } from './support/run'

const DRIVER = loadFixtures().find(({ path }) => path === 'practice/bus-driver-back-pain')?.snapshot as Snapshot
const { asOf: MONDAY, health, causes, ...employerAnswers } = DRIVER
const TUESDAY = '2026-06-16'
const LATER = '2026-07-06'

let directory: string
let browser: Browser
let running: RunningCaseSystem | undefined

beforeAll(async () => {
  directory = await emptyDirectory()
  browser = await launchBrowser()
  await installCaseSystem(directory)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await removeDirectory(directory)
})

const faults: string[] = []

async function on(day: string): Promise<RunningCaseSystem> {
  await running?.stop()
  running = await startCaseSystem(directory, day)
  return running
}

/** A browser in which somebody has logged in; what goes wrong in its pages is kept. */
async function as(name: string, path: string): Promise<Page> {
  const { url, passwords } = running as RunningCaseSystem
  const context = await browser.newContext({ httpCredentials: { username: name, password: passwords[name] ?? '' } })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => faults.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(request.url())
  })
  await page.goto(`${url}${path}`)
  return page
}

/** Soon enough to tell what is not there. */
const PATIENCE = 10_000

const text = (page: Page): Promise<string> => page.locator('body').innerText()
const recordsOf = async (): Promise<readonly string[]> =>
  (await as('manager', '/cases/driver/record')).locator('tr:has(td)').allInnerTexts()
const night = async (): Promise<{ readonly changed: number; readonly refused: number }> =>
  JSON.parse((await run(process.execPath, ['main.mjs', 'nightly'], { cwd: directory, env: dayOf(today) })).stdout)
let today = MONDAY
const dayOf = (day: string) => ({ CASE_SYSTEM_TODAY: day })

async function handIn(page: Page, id: string | undefined, answers: unknown): Promise<void> {
  if (id !== undefined) await page.fill('input[name=id]', id)
  await page.fill('#answers', JSON.stringify(answers))
  await page.click('button:text("Bewaar")')
}

describe('the case system of the examples', { timeout: 60_000 }, () => {
  it('takes a case in, and gives the employer what rests on what the employer knows', async () => {
    await on(MONDAY)
    const page = await as('manager', '/')
    await handIn(page, 'driver', employerAnswers)
    expect(page.url()).toMatch(/\/cases\/driver\/employer$/)
    expect(await text(page)).toContain('Er is nog niets zeker')
    const physician = await as('physician', '/cases/driver/physician')
    await handIn(physician, undefined, { health, causes })
    expect(await physician.locator('#step').innerText()).toBe(triageSync(DRIVER, { audience: 'full' }).next.text)
    await page.reload()
    expect(await text(page)).toContain('Er is nog niets zeker')
  })

  it('refuses in words what a role may not answer, and who may not ask', async () => {
    const page = await as('manager', '/')
    await handIn(page, 'driver', { health: { course: 'worsening' } })
    expect(await text(page)).toContain('Dit kan niet')
    await page.goBack()
    await handIn(page, 'driver', { returnToWork: { ownWrok: '<b>x' } })
    expect(await text(page)).toContain('ownWork')
    expect(await page.locator('main b').count()).toBe(0)
    expect((await page.goto(`${running?.url}/cases/driver/physician`))?.status()).toBe(403)
    const physician = await as('physician', '/')
    expect((await physician.goto(`${running?.url}/worklist`))?.status()).toBe(403)
    expect((await fetch(`${running?.url}/`)).status).toBe(401)
    const { passwords, url } = running as RunningCaseSystem
    const authorization = `Basic ${Buffer.from(`manager:${passwords.manager}`).toString('base64')}`
    const foreign = { method: 'POST', headers: { authorization, origin: 'http://elsewhere.example' } }
    expect((await fetch(`${url}/nightly`, foreign)).status).toBe(403)
    faults.splice(0, faults.length, ...faults.filter((one) => !/status of 4(03|22)/.test(one)))
  })

  it('shows the worklist of the night, and no change in the next', async () => {
    const page = await as('manager', '/')
    await page.click('button:text("Draai de nacht")')
    expect(page.url()).toMatch(/\/worklist$/)
    expect(await text(page)).toContain('driver')
    const before = await recordsOf()
    await on(TUESDAY)
    today = TUESDAY
    expect(await night()).toMatchObject({ cases: 1, changed: 0, refused: 0 })
    expect(await recordsOf()).toEqual(before)
  })

  it('gives the employer what the physician releases, by the day that it had for the physician, and tells when that has gone by', async () => {
    const physician = await as('physician', '/cases/driver/physician')
    await physician.click('form:has-text("medisch adviestraject") button:text("Geef vrij")')
    const page = await as('manager', '/cases/driver/employer')
    expect(await text(page)).toContain('De bedrijfsarts adviseert dit')
    expect(await text(page)).toContain('uiterlijk 29 juni')
    await on(LATER)
    today = LATER
    expect(await night()).toMatchObject({ changed: 1, refused: 0 })
    const list = await as('manager', '/worklist')
    expect(await text(list)).toMatch(/driver\s+te laat\s[\s\S]*2026-06-29/)
  })

  it('keeps a record of every advice and decision, which comes out the same when it is run again', async () => {
    const page = await as('manager', '/cases/driver/record')
    await page.selectOption('select[name=outcome]', 'accepted')
    await page.selectOption('select[name=service]', 'medical-advice-trajectory')
    await page.click('button:text("Leg vast")')
    const rows = await recordsOf()
    expect(rows.at(-1)).toContain('besluit: accepted medical-advice-trajectory')
    const advised = rows.filter((row) => row.includes('advies:'))
    expect(advised.length).toBeGreaterThan(2)
    for (const row of advised) expect(row).toContain('klopt')
  })

  it('lets only its owner read what it stores, asks nothing of elsewhere, and stops when it is told to', async () => {
    for (const file of ['cases.db', 'records.key'])
      expect((await stat(join(directory, file))).mode & 0o777, file).toBe(0o600)
    expect(faults).toEqual([])
    expect(await running?.stop()).toBe(0)
    running = undefined
  })
})
