import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { interview, type Role, type Snapshot, setAnswer, triageSync } from '../src/index'
import { launchBrowser } from './support/browser'
import { emptyDirectory, removeDirectory } from './support/directory'
import { boxOf, fillScreen } from './support/fill-form'
import { loadFixtures } from './support/load-fixtures'
import { draftOf, openCase, openForm, openSettings, type ServedForm, serveForm, shownStep } from './support/web-form'

const FIXTURES = loadFixtures()
const caseOf = (name: string): Snapshot => FIXTURES.find(({ path }) => path === name)?.snapshot as Snapshot
const BAKER = caseOf('practice/small-employer-few-jobs')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const withoutMedical = ({ health: _, causes: __, ...rest }: Snapshot): Snapshot => rest

let directory: string
let browser: Browser
let served: ServedForm

beforeAll(async () => {
  directory = await emptyDirectory()
  browser = await launchBrowser()
  served = await serveForm(directory)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  served?.stop()
  await removeDirectory(directory)
})

/** Opens the page, does something with it, and expects that nothing went wrong in it meanwhile. */
async function onPage(work: (page: Page) => Promise<void>, options?: Parameters<typeof openForm>[2]): Promise<void> {
  const { page, faults } = await openForm(browser, served.url, options)
  await page.locator('#body h2').first().waitFor()
  await work(page)
  expect(faults).toEqual([])
  await page.context().close()
}

const title = (page: Page): Promise<string> => page.locator('#body h2').first().innerText()
const stepFor = (snapshot: Snapshot, role: Role = 'case-manager'): string =>
  interview(snapshot, { role }).advice.next.text
const fragmentOf = (snapshot: unknown): string => `#case=${Buffer.from(JSON.stringify(snapshot)).toString('base64url')}`

describe('the screens', () => {
  it('are asked in the order of the interview, with the step of the library in view, until it is done', async () => {
    await onPage(async (page) => {
      await openSettings(page)
      await page.fill('#as-of', BAKER.asOf)
      let snapshot: Snapshot = { asOf: BAKER.asOf }
      for (let asked = 0; asked < 12; asked++) {
        const { next } = interview(snapshot, { role: 'case-manager', locale: 'nl' })
        if (next === null) break
        expect(await title(page)).toBe(next.title)
        await fillScreen(page, BAKER)
        snapshot = (await draftOf(page)) as Snapshot
        expect(await shownStep(page)).toBe(stepFor(snapshot))
        await page.click('#next')
      }
      expect(await title(page)).toBe('Er is hier niets meer te vragen.')
      expect(interview(snapshot, { role: 'case-manager' }).done).toBe(true)
      expect(await shownStep(page)).toBe(stepFor(withoutMedical(BAKER)))
    })
  })

  it('keep what was filled in while answers change, and say nothing that contradicts itself', async () => {
    await onPage(async (page) => {
      await page.locator(boxOf('absence.expectedReturn')).locator('input').nth(1).check()
      expect(await page.locator('.stands').count()).toBe(1)
      await page.locator(boxOf('absence.expectedReturn')).locator('.unknown select').selectOption('unknown:refused')
      expect((await draftOf(page))?.absence).toEqual({ expectedReturn: 'unknown:refused' })
      expect(await page.locator(`${boxOf('absence.expectedReturn')} :checked:not(option)`).count()).toBe(0)
      await page.locator(boxOf('absence.expectedReturn')).locator('input').first().check()
      expect((await draftOf(page))?.absence).toEqual({ expectedReturn: 'within-4-weeks' })
      // One control for not known, not applicable and rather not.
      const boxes = await page.locator('.question:visible').count()
      expect(await page.locator('.question:visible .unknown select').count()).toBe(boxes)
    })
  })

  it('begin without a list of what may be, and tell a changed step over nothing that is to be seen', async () => {
    await onPage(async (page) => {
      expect(await page.locator('.card:visible').count()).toBe(0)
      await page.click('#to-services')
      expect(await page.locator('.card:visible').count()).toBe(0)
      expect(await page.locator('.picture:visible').count()).toBe(0)
      const told = await page.locator('#changes').boundingBox()
      expect([told?.width, told?.height]).toEqual([1, 1])
    })
  })

  it('are answered with the keyboard alone: digits choose, Enter goes on, skip links lead past the head', async () => {
    await onPage(async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.id')).toBe('skip')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.id')).toBe('skip-step')
      await page
        .locator(`${boxOf('absence.expectedReturn')} input`)
        .first()
        .focus()
      await page.keyboard.press('3')
      expect((await draftOf(page))?.absence).toEqual({ expectedReturn: 'later' })
      await page.keyboard.press('Enter')
      await page.locator('#body h2', { hasText: 'Terugkeer naar werk' }).waitFor()
      expect(await page.evaluate('document.activeElement.id')).toBe('screen-title')
    })
  })

  it('do not count what the library refuses, which stands at the field', async () => {
    await onPage(async (page) => {
      await openSettings(page)
      await page.fill('#as-of', '2026-09-14')
      await page.locator(`${boxOf('absence.spells')} button.add`).click()
      await page.locator(`${boxOf('absence.spells')}-1-firstDay`).fill('2026-10-01')
      expect(
        (await page.locator(`${boxOf('absence.spells')} .problems`).textContent())?.replaceAll('\u00a0', ' '),
      ).toContain('1 oktober 2026 ligt na de dag')
      expect(await page.locator('.not-counted').count()).toBe(1)
      expect(await draftOf(page)).toEqual({ asOf: '2026-09-14' })
    })
  })
})

describe('the browser', () => {
  it('goes back and forward between screens, with the answers that count', async () => {
    await onPage(async (page) => {
      await page.locator(`${boxOf('absence.expectedReturn')} input[value=later]`).check()
      await page.click('#next')
      const second = await title(page)
      await page.goBack()
      expect(await page.locator(`${boxOf('absence.expectedReturn')} input[value=later]`).isChecked()).toBe(true)
      await page.locator(`${boxOf('absence.expectedReturn')} input[value=within-4-weeks]`).check()
      await page.goForward()
      expect(await title(page)).toBe(second)
      await page.goBack()
      expect(await page.locator(`${boxOf('absence.expectedReturn')} input[value=within-4-weeks]`).isChecked()).toBe(
        true,
      )
      expect((await draftOf(page))?.absence).toEqual({ expectedReturn: 'within-4-weeks' })
    })
  })

  it('keeps a draft over a reload until it is discarded, and keeps none where that was switched off', async () => {
    await onPage(async (page) => {
      await page.locator(`${boxOf('absence.expectedReturn')} input[value=later]`).check()
      await page.reload()
      await page.locator('#file-message', { hasText: 'Verder met het concept' }).waitFor()
      expect((await draftOf(page))?.absence).toEqual({ expectedReturn: 'later' })
      await openSettings(page)
      page.once('dialog', (dialog) => dialog.accept())
      await page.click('#start-over')
      expect((await draftOf(page))?.absence).toBeUndefined()
      await page.uncheck('#keep-draft')
      await page.locator(`${boxOf('absence.expectedReturn')} input[value=later]`).check()
      expect(await draftOf(page)).toBeUndefined()
      expect(await page.locator('.kept').innerText()).toContain('Er wordt niets bewaard')
      await page.reload()
      await page.locator(boxOf('absence.expectedReturn')).waitFor()
      expect(await page.locator(`${boxOf('absence.expectedReturn')} :checked:not(option)`).count()).toBe(0)
    })
  })

  it('takes a case from the fragment of the address, and takes it out of there', async () => {
    await onPage(async (page) => {
      await page.goto('about:blank')
      await page.goto(`${served.url}${fragmentOf(BAKER)}`)
      await page.locator('#file-message', { hasText: 'Ingevuld vanuit het dossiersysteem' }).waitFor()
      expect(page.url()).not.toContain('case=')
      expect(await draftOf(page)).toEqual(withoutMedical(BAKER))
      expect(await shownStep(page)).toBe(stepFor(BAKER))
    })
  })

  it('takes a case by message from an origin that it trusts, and from no other', async () => {
    await onPage(async (page) => {
      const send = (origin: string) =>
        page.evaluate(
          `dispatchEvent(new MessageEvent('message', { origin: ${origin}, data: { type: 'verwijswijzer/case', snapshot: ${JSON.stringify(BAKER)} } }))`,
        )
      await send(`'https://elsewhere.example'`)
      expect(await page.locator('#file-message').innerText()).toBe('')
      await send('location.origin')
      await page.locator('#file-message', { hasText: 'Ingevuld vanuit het dossiersysteem' }).waitFor()
      expect(await draftOf(page)).toEqual(withoutMedical(BAKER))
    })
  })

  it('prints one page with the step and the answers', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('#paper dd').count()).toBeGreaterThan(8)
      expect(await page.locator('#paper dd').first().isVisible()).toBe(true)
      expect(await page.locator('#nav').isVisible()).toBe(false)
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
    })
  })
})

/** A case of practice in which the physician's advice asks for more than the employer's. */
function releasable() {
  for (const { snapshot } of FIXTURES) {
    const { toRelease } = triageSync(snapshot, { audience: 'full' })
    if (toRelease && toRelease.advises.length > 0) return { snapshot: snapshot as Snapshot, items: toRelease.advises }
  }
  throw new RangeError('no case with anything to release')
}

describe('the parts', () => {
  it('show every answer, and lead to the question to change it', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      await page.click('#to-answers')
      expect(await page.locator('dd', { hasText: 'weinig' }).count()).toBeGreaterThan(0)
      await page.getByRole('button', { name: 'Wijzigen: Hoeveel verschillende functies' }).click()
      await page.locator(`${boxOf('employment.functionVariety')} input[value=many]`).check()
      expect((await draftOf(page))?.employment?.functionVariety).toBe('many')
    })
  })

  it('show every service behind a link: those of the library, and nothing possible unfolded', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      await page.click('#to-services')
      const advice = triageSync(BAKER, { audience: 'employer' })
      const titles = (certainty: string) =>
        advice.recommendations.filter((one) => one.certainty === certainty).map((one) => one.title)
      expect(await page.locator('.card.certain h4').allTextContents()).toEqual(titles('certain'))
      expect(await page.locator('.card.possible h4').allTextContents()).toEqual(titles('possible'))
      for (const card of await page.locator('.card.possible').all()) expect(await card.isVisible()).toBe(false)
    })
  })

  it('let a physician release, a tick for each item, with what the employer will read shown before', async () => {
    await onPage(async (page) => {
      await openSettings(page)
      await page.selectOption('#role', 'occupational-physician')
      const { snapshot, items } = releasable()
      await openCase(page, snapshot)
      await page.click('#to-release')
      expect(await page.locator('.ticks input').count()).toBeGreaterThanOrEqual(items.length)
      expect(items.length).toBeGreaterThan(0)
      expect(await page.locator('#employer-now').innerText()).toBe(stepFor(snapshot))
      await page.check('#release-0')
      const first = { service: items[0]?.service, on: snapshot.asOf, by: items[0]?.by }
      const after = setAnswer(snapshot, 'physician.advises', [first], { role: 'occupational-physician' })
      expect(await page.locator('#employer-then').innerText()).toBe(stepFor(after))
      expect((await draftOf(page))?.physician).toBeUndefined()
      await page.click('#release')
      expect((await draftOf(page))?.physician?.advises).toEqual([first])
    })
  })

  it('speak Dutch and English, and keep the answers between them', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      await page.click('#language-en')
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await shownStep(page)).toBe(interview(BAKER, { role: 'case-manager', locale: 'en' }).advice.next.text)
      expect(await draftOf(page)).toEqual(withoutMedical(BAKER))
      expect(await page.evaluate('document.activeElement.id')).toBe('language-en')
    })
  })
})

describe('who looks in another way', () => {
  const LOOKS = [
    [375, 740, 'light'],
    [768, 1024, 'light'],
    [1366, 768, 'light'],
    [1366, 768, 'dark'],
    // 200% zoom of a laptop.
    [683, 384, 'light'],
  ] as const

  it.each(LOOKS)(
    'finds no fault of axe and nothing beside the page at %i x %i, %s',
    async (width, height, colorScheme) => {
      await onPage(
        async (page) => {
          const looks = async (where: string) => {
            await page.evaluate(AXE)
            const found = await page.evaluate<readonly string[]>(
              `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`,
            )
            expect(found, where).toEqual([])
            expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), where).toBeLessThanOrEqual(
              0,
            )
          }
          await looks('empty')
          await openSettings(page)
          await page.selectOption('#role', 'occupational-physician')
          await openCase(page, caseOf('practice/progressive-illness-absent'))
          for (const part of ['questions', 'answers', 'services', 'release']) {
            await page.click(`#to-${part}`)
            await looks(part)
          }
        },
        { viewport: { width, height }, colorScheme, bypassCSP: true },
      )
    },
  )

  it('has the step in view on a phone while the questions scroll', async () => {
    await onPage(
      async (page) => {
        await openCase(page, BAKER)
        await page.evaluate('scrollTo(0, document.body.scrollHeight)')
        const box = await page.locator('#step-text').boundingBox()
        expect(box?.y ?? -1).toBeGreaterThanOrEqual(0)
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(740 / 2)
      },
      { viewport: { width: 375, height: 740 } },
    )
  })
})
