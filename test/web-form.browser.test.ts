import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { peopleDate } from '../src/core/calendar/people-date'
import { audienceOf } from '../src/forms/interview/roles'
import { type Advice, type Locale, type Role, type Snapshot, triageSync } from '../src/index'
import { launchBrowser } from './support/browser'
import { emptyDirectory, removeDirectory } from './support/directory'
import { boxOf, fillIn } from './support/fill-form'
import { loadFixtures } from './support/load-fixtures'
import { ROOT } from './support/run'
import {
  type OpenedPage,
  openCase,
  openForm,
  type ServedForm,
  savedCase,
  serveForm,
  shownAdvice,
  shownOfEach,
} from './support/web-form'

const FIXTURES = loadFixtures()
const caseOf = (name: string): Snapshot => FIXTURES.find(({ path }) => path === name)?.snapshot as Snapshot
const BAKER = caseOf('practice/small-employer-few-jobs')

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
  const { page, faults }: OpenedPage = await openForm(browser, served.url, options)
  await work(page)
  expect(faults).toEqual([])
  await page.context().close()
}

const inWords = (advice: Advice) => ({
  certain: advice.recommendations.filter(({ certainty }) => certainty === 'certain').map(({ title }) => title),
  possible: advice.recommendations.filter(({ certainty }) => certainty === 'possible').map(({ title }) => title),
})
const adviceFor = (snapshot: Snapshot, role: Role, locale: Locale = 'nl'): Advice =>
  triageSync(snapshot, { locale, audience: audienceOf(role) })

/** Languages and widths, in pixels, in which the page is looked over. */
const LOOKS = {
  light: [
    ['nl', 1400],
    ['nl', 360],
    ['en', 360],
    ['en', 1400],
  ],
  dark: [['en', 1400]],
} as const

const changes = (page: Page) => page.locator('#changes')
const spellDay = (page: Page) => page.locator(`${boxOf('absence.spells')}-1-firstDay`)
const chosen = (page: Page, fact: string) => page.locator(`${boxOf(fact)} :checked`).getAttribute('value')

describe('the advice', () => {
  it('is that of the library, for a case that two roles fill in', async () => {
    await onPage(async (page) => {
      await page.check('#show-all')
      await page.fill('#as-of', BAKER.asOf)
      const own = await fillIn(page, BAKER)
      const { health: _, ...withoutHealth } = BAKER
      expect(await shownAdvice(page)).toMatchObject(inWords(adviceFor(withoutHealth, 'case-manager')))
      expect(await page.locator(boxOf('health.course')).count()).toBe(0)

      await page.selectOption('#role', 'occupational-physician')
      const others = await fillIn(page, BAKER)
      expect(others.filter((fact) => !own.includes(fact))).toEqual([
        'health.course',
        'health.permanentLimitation',
        'health.referralWithheld',
      ])
      const advice = adviceFor(BAKER, 'occupational-physician')
      expect(await shownAdvice(page)).toMatchObject({ headline: 'Nu verwijzen', ...inWords(advice) })
      const assessment = page.locator('.card.certain', { hasText: 'Arbeidsdeskundig onderzoek' })
      const text = (await assessment.textContent())?.replaceAll('\u00a0', ' ')
      const { timing, blockedBy, reasons } = advice.recommendations.find(
        ({ service }) => service === 'labour-expert-assessment',
      ) as Advice['recommendations'][number]
      expect(text).toContain(`Start uiterlijk op ${peopleDate(timing.startBy, 'nl')}.`)
      expect(text).toContain(`Eerst regelen: ${blockedBy[0]?.firstStep}`)
      for (const reason of reasons) expect(text).toContain(reason.text)
      expect(await savedCase(page)).toEqual(BAKER)
    })
  })

  it('is that of the library for every case of practice, and so are its deadlines', async () => {
    await onPage(async (page) => {
      await page.selectOption('#role', 'occupational-physician')
      const cases = FIXTURES.filter(({ path }) => path.startsWith('practice/'))
      const shown = await shownOfEach(
        page,
        cases.map(({ snapshot }) => snapshot),
      )
      for (const [index, { path, snapshot }] of cases.entries()) {
        const advice = adviceFor(snapshot as Snapshot, 'occupational-physician')
        const open = (advice.calendar?.milestones ?? []).filter(({ state }) => state !== 'on-time')
        expect(shown[index], path).toMatchObject({ ...inWords(advice), deadlines: open.length })
      }
    })
  })

  it('changes while someone types, and says what changed', async ({ annotate }) => {
    await onPage(async (page) => {
      await page.fill('#as-of', '2026-09-14')
      await page.locator(boxOf('absence.expectedReturn')).getByLabel('later', { exact: true }).check()
      await page.locator(`${boxOf('absence.spells')} button.add`).click()
      await page.keyboard.type('0606202')
      expect(await page.locator('.calendar').count()).toBe(0)
      await page.keyboard.type('6')
      expect(await spellDay(page).inputValue()).toBe('2026-06-06')
      expect((await page.locator('.calendar').textContent())?.replaceAll('\u00a0', ' ')).toContain('6 juni 2026')
      const answered: Snapshot = {
        asOf: '2026-09-14',
        absence: { spells: [{ firstDay: '2026-06-06' }], expectedReturn: 'later' },
      }
      const { certain } = inWords(adviceFor(answered, 'case-manager'))
      expect(certain.length).toBeGreaterThan(0)
      expect(await shownAdvice(page)).toMatchObject({ certain })
      await changes(page)
        .getByText(`Zeker nodig: ${certain.join(', ')}.`)
        .waitFor()
      await page.locator('.picture svg desc', { hasText: '6 juni 2026' }).waitFor({ state: 'attached' })
      const times = await page.evaluate<readonly number[]>(`
        Array.from({ length: 30 }, (_, share) => {
          const input = document.querySelector('${boxOf('absence.workedShare')} input')
          input.value = share
          const start = performance.now()
          input.dispatchEvent(new Event('input', { bubbles: true }))
          return performance.now() - start
        }).sort((a, b) => a - b)`)
      await annotate(`one key stroke: median ${times[15]?.toFixed(1)} ms, worst of 30 ${times[29]?.toFixed(1)} ms`)
    })
  })

  it('unfolds its reasons with their sources, and keeps them unfolded while answers change', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      const why = page.locator('.card.certain', { hasText: 'Arbeidsdeskundig onderzoek' }).locator('.why')
      await why.locator('summary').first().click()
      await why.locator('.sources summary').click()
      expect(await why.locator('cite').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining('AKC Cahier 32')]),
      )
      await page.locator(boxOf('process.services')).getByLabel('er is nog niets geleverd').check()
      await changes(page).filter({ hasText: /./ }).waitFor()
      expect(await why.locator('cite').first().isVisible()).toBe(true)
    })
  })
})

describe('the answers', () => {
  it('keep four kinds of no answer apart, and can be taken back', async () => {
    await onPage(async (page) => {
      const fact = 'employment.functionVariety'
      const box = page.locator(boxOf(fact))
      for (const word of ['unknown', 'unknown:not-applicable', 'unknown:refused', 'few']) {
        await box.locator(`input[value="${word}"]`).check()
        expect((await savedCase(page)).employment).toEqual({ functionVariety: word })
        expect(await chosen(page, fact)).toBe(word)
      }
      await box.getByRole('button', { name: 'Antwoord wissen' }).click()
      expect(await box.locator(':checked').count()).toBe(0)
      expect(await savedCase(page)).not.toHaveProperty('employment')
    })
  })

  it('do not count where the library refuses them, which stands at the field', async () => {
    await onPage(async (page) => {
      await page.fill('#as-of', '2026-09-14')
      const add = page.locator(`${boxOf('absence.spells')} button.add`)
      const problems = page.locator(`${boxOf('absence.spells')} .problems`)
      await add.click()
      await spellDay(page).fill('2026-10-01')
      expect((await problems.textContent())?.replaceAll('\u00a0', ' ')).toBe(
        'Rij 1: 1 oktober 2026 ligt na de dag waarop de casus wordt bekeken: gebruik een dag tot en met 14 september 2026.',
      )
      expect(await spellDay(page).getAttribute('aria-invalid')).toBe('true')
      expect(await page.locator('.not-counted li').count()).toBe(1)
      expect(await savedCase(page)).toEqual({ asOf: '2026-09-14' })
      // Another answer can be what was wrong.
      await page.fill('#as-of', '2026-10-02')
      expect(await problems.textContent()).toBe('')
      expect((await savedCase(page)).absence).toEqual({ spells: [{ firstDay: '2026-10-01' }] })

      // Of a list, what is not finished or wrong does not count, and the rest does.
      await add.click()
      await page.locator('#case-id').focus()
      expect(await problems.textContent()).toContain('eerste ziektedag (rij 2)')
      await page.locator(`${boxOf('absence.spells')}-2-firstDay`).fill('2026-10-02')
      expect(await problems.textContent()).toContain('Rij 2: deze ziekmelding en rij 1 hebben geen hersteldag')
      await page.click('#language-en')
      expect(await problems.textContent()).toContain('Row 2: this spell and row 1 have no recovery')
      expect((await savedCase(page)).absence).toEqual({ spells: [{ firstDay: '2026-10-01' }] })
      await page.getByRole('button', { name: 'Remove report of illness 2' }).click()
      expect(await problems.textContent()).toBe('')
      expect(await page.locator('.not-counted').count()).toBe(0)
    })
  })

  it('stand in the order of the interview, the next one marked, until it is done', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      const next = page.locator('.question.next')
      const seen: string[] = []
      while ((await next.count()) > 0) {
        await page.getByRole('button', { name: 'Volgende vraag' }).click()
        seen.push(await page.evaluate<string>(`document.activeElement.closest('fieldset.next').id`))
        await next.locator('input[value="unknown"]').check()
      }
      const order = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('.question')].map(({ id }) => id)`,
      )
      expect(seen.length).toBeGreaterThan(15)
      expect(seen).toEqual(order.filter((id) => seen.includes(id)))
      expect(await page.locator('.progress .done').textContent()).toContain(
        'Wat dit advies nog kan veranderen, is aan anderen.',
      )
    })
  })

  it('are saved and opened as a file, without the medical ones where the role may not hold them', async () => {
    await onPage(async (page) => {
      const { health: _, ...withoutHealth } = BAKER
      await openCase(page, BAKER)
      expect(await page.locator('#file-message').textContent()).toContain(
        'De medische antwoorden uit het bestand zijn weggelaten',
      )
      expect(await savedCase(page)).toEqual(withoutHealth)
      expect(await page.content()).not.toContain('health')
      await openCase(page, '{ "asOf": "2026-09-14", "absense": {} }')
      expect(await page.locator('#file-message').textContent()).toContain(
        'absense: de sleutel "absense" is niet bekend: gebruik "absence"',
      )
      await openCase(page, 'no case')
      expect(await page.locator('#file-message').textContent()).toContain('geen JSON')
      expect(await savedCase(page)).toEqual(withoutHealth)
    })
  })

  it('are not thrown away without asking', async () => {
    await onPage(async (page) => {
      expect(await page.inputValue('#as-of')).toBe(await page.evaluate(`new Date().toLocaleDateString('sv')`))
      await page.locator(boxOf('employment.functionVariety')).locator('input[value="few"]').check()
      const asked: string[] = []
      page.once('dialog', (dialog) => asked.push(dialog.message()) && dialog.dismiss())
      await page.click('#start-over')
      expect(await chosen(page, 'employment.functionVariety')).toBe('few')
      page.once('dialog', (dialog) => asked.push(dialog.message()) && dialog.accept())
      await page.click('#start-over')
      expect(await page.locator('.question :checked').count()).toBe(0)
      expect(asked).toEqual(Array(2).fill(expect.stringContaining('niet bewaard')))
    })
  })

  it('show a physician the advice as the employer may read it', async () => {
    await onPage(async (page) => {
      await page.selectOption('#role', 'occupational-physician')
      const snapshot = caseOf('practice/progressive-illness-absent')
      await openCase(page, snapshot)
      await page.selectOption('#version', 'employer')
      const employer = triageSync(snapshot, { audience: 'employer' })
      expect(await shownAdvice(page)).toMatchObject(inWords(employer))
      expect(await page.locator('#advice').textContent()).toContain(
        'Versie voor de werkgever: zonder medische gegevens.',
      )
      expect(await page.locator(boxOf('health.course')).isVisible()).toBe(true)
    })
  })
})

describe('the page', () => {
  it('speaks Dutch and English, and keeps the answers between them', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      expect(await page.locator('html').getAttribute('lang')).toBe('nl')
      await page.click('#language-en')
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await page.title()).toBe('Triage: is a labour expert needed?')
      const { health: _, ...withoutHealth } = BAKER
      expect(await shownAdvice(page)).toMatchObject({
        headline: 'Refer now',
        ...inWords(adviceFor(withoutHealth, 'case-manager', 'en')),
      })
      expect(
        await page.getByRole('group', { name: 'What is the attitude of the employer towards re-integration?' }).count(),
      ).toBe(1)
      expect(await chosen(page, 'employment.employerAttitude')).toBe('willing')
      expect(await page.evaluate('document.activeElement.id')).toBe('language-en')
      await page.locator('.picture svg[lang=en]').waitFor()
      expect(await page.locator('body').innerText()).not.toMatch(/\b(Vragen|Advies|Wissen|niet bekend|Peildatum)\b/)
    })
    await onPage(async (page) => expect(await page.locator('html').getAttribute('lang')).toBe('en'), {
      locale: 'en-GB',
    })
  })

  it('is filled in with the keyboard alone', async () => {
    await onPage(async (page) => {
      const press = async (...keys: readonly string[]) => {
        for (const key of keys) await page.keyboard.press(key)
      }
      await press('Tab')
      expect(await page.evaluate('document.activeElement.id')).toBe('skip')
      await press('Enter', 'Tab', 'Enter')
      await press('Space', 'Tab', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'ArrowDown', 'ArrowDown')
      expect((await savedCase(page)).employment).toEqual({
        regime: 'employee',
        functionVariety: 'several',
        employerAttitude: 'unwilling',
      })
      await page.locator(`${boxOf('absence.spells')} button.add`).focus()
      await press('Enter')
      await page.keyboard.type('06062026')
      expect((await savedCase(page)).absence).toEqual({ spells: [{ firstDay: '2026-06-06' }] })
      await page.getByRole('button', { name: 'Ziekmelding 1 verwijderen' }).focus()
      await press('Enter')
      expect(await page.evaluate('document.activeElement.className')).toBe('add')
      expect(await savedCase(page)).not.toHaveProperty('absence')
      // Everything that can have the focus gets it in view, and not under the head of the questions.
      for (const width of [1400, 360]) {
        await page.setViewportSize({ width, height: 800 })
        const hidden = await page.evaluate<readonly string[]>(`
          [...document.querySelectorAll('#questions input, #questions button:not(.main)')]
            .filter((control) => control.checkVisibility())
            .filter((control) => {
              control.focus()
              const under = document.querySelector('.progress').getBoundingClientRect().bottom
              return document.activeElement !== control || control.getBoundingClientRect().top < under
            })
            .map(({ id, name }) => id || name)`)
        expect(hidden, `${width} px`).toEqual([])
      }
    })
  })

  it('has no fault that axe finds: in both languages, wide, narrow and dark, with everything unfolded', async () => {
    const axe = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8')
    for (const colorScheme of ['light', 'dark'] as const)
      await onPage(
        async (page) => {
          await page.evaluate(axe)
          await openCase(page, BAKER)
          await page.locator(`${boxOf('absence.spells')} button.add`).click()
          await page.fill(`${boxOf('absence.workedShare')} input`, '140')
          for (const [language, width] of LOOKS[colorScheme]) {
            await page.click(`#language-${language}`)
            await page.setViewportSize({ width, height: 900 })
            await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`)
            await page.locator(`.picture svg[lang=${language}]`).waitFor()
            const found = await page.evaluate<readonly string[]>(
              `axe.run(${colorScheme === 'dark' ? "{ runOnly: ['color-contrast'] }" : ''}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
            )
            expect(found, `${language}, ${width} px, ${colorScheme}`).toEqual([])
            expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
          }
        },
        { bypassCSP: true, colorScheme },
      )
  })

  it('prints the advice and the picture, unfolded, and not the form', async () => {
    await onPage(async (page) => {
      await openCase(page, BAKER)
      const assessed = page.locator('.card.certain', { hasText: 'Arbeidsdeskundig onderzoek' })
      await assessed.locator('.why > summary').click()
      await assessed.locator('.sources > summary').click()
      const cited = await page.locator('.certain cite').filter({ visible: true }).count()
      expect(cited).toBeGreaterThan(0)
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
      await page.emulateMedia({ media: 'print' })
      for (const gone of ['#head', '#questions']) expect(await page.locator(gone).isVisible(), gone).toBe(false)
      for (const there of ['.headline', '.picture svg', '.certain .reason', '.deadlines'])
        expect(await page.locator(there).first().isVisible(), there).toBe(true)
      expect(await page.locator('.certain .why:not([open])').count()).toBe(0)
      // What was unfolded by hand is printed too, and no more.
      expect(await page.locator('.certain cite').filter({ visible: true }).count()).toBe(cited)
      expect(await page.locator('.possible .why').filter({ visible: true }).count()).toBe(0)
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
      expect(await page.locator('.certain .why[open]').count()).toBe(1)
    })
  })

  it('holds to a policy under which nothing can be fetched, sent or run from elsewhere', async () => {
    const { page, faults } = await openForm(browser, served.url)
    const refused = await page.evaluate<readonly string[]>(`
      Promise.all([
        fetch('form.css').then(() => 'fetched', () => 'refused'),
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.textContent = 'document.title = "run"'
          document.body.append(script)
          resolve(document.title === 'run' ? 'run' : 'refused')
        }),
      ])`)
    expect(refused).toEqual(['refused', 'refused'])
    await expect.poll(() => faults.filter((fault) => /refused: (connect|script)-src/.test(fault)).length).toBe(2)
    expect(faults.filter((fault) => fault.startsWith('request'))).toEqual([])
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, ''])
    await page.context().close()
  })
})
