import { describe, expect, it } from 'vitest'
import type { Advice, Recommendation } from '../../../src/core/advice'
import { peopleDate } from '../../../src/core/calendar/people-date'
import { renderAdvice } from '../../../src/reports/text/advice-text'
import { PLAIN } from '../../../src/reports/text/paint'
import { SAMPLE_ADVICE } from '../../support/sample-advice'

const dutch = renderAdvice(SAMPLE_ADVICE, { locale: 'nl' })
const english = renderAdvice(SAMPLE_ADVICE, { locale: 'en' })
const [first, held, possible] = SAMPLE_ADVICE.recommendations as [Recommendation, Recommendation, Recommendation]

/** The advice with one recommendation, changed. */
const only = (recommendation: Recommendation, change: Partial<Recommendation> = {}): Advice => ({
  ...SAMPLE_ADVICE,
  recommendations: [{ ...recommendation, ...change }],
})
const textOf = (advice: Advice): string => renderAdvice(advice, { locale: 'nl' }).replace(/\s+/g, ' ')

describe('the page', () => {
  it.each([
    ['refer-now', 'NU VERWIJZEN', 'REFER NOW'],
    ['plan-referral', 'VERWIJZING INPLANNEN', 'PLAN A REFERRAL'],
    ['more-information-needed', 'EERST MEER WETEN', 'FIND OUT MORE FIRST'],
    ['no-referral', 'GEEN VERWIJZING NODIG', 'NO REFERRAL NEEDED'],
  ] as const)('opens with the status %s', (status, nl, en) => {
    expect(renderAdvice({ ...SAMPLE_ADVICE, status }, { locale: 'nl' }).split('\n')[0]).toBe(nl)
    expect(renderAdvice({ ...SAMPLE_ADVICE, status }, { locale: 'en' }).split('\n')[0]).toBe(en)
  })

  it('is never wider than 100 columns, even around a word that is', () => {
    const long = only(first, {
      title: 'x'.repeat(250),
      reasons: first.reasons.map((r) => ({ ...r, text: 'y'.repeat(300) })),
    })
    for (const text of [dutch, english, renderAdvice(long, { locale: 'nl' })])
      expect(text.split('\n').filter((line) => line.length > 100)).toEqual([])
  })

  it('has no trailing spaces and ends in one new line', () => {
    expect(dutch).not.toMatch(/[ \t]$/m)
    expect(dutch).toMatch(/[^\n]\n$/)
  })

  it('paints words without changing them', () => {
    const mark = (text: string): string => `\u001b[1m${text}\u001b[22m`
    const paint = { bold: mark, dim: mark, red: mark, yellow: mark, green: mark, cyan: mark }
    const painted = renderAdvice(SAMPLE_ADVICE, { locale: 'nl', paint })
    expect(painted).not.toBe(dutch)
    expect(painted.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '')).toBe(dutch)
    expect(renderAdvice(SAMPLE_ADVICE, { locale: 'nl', paint: PLAIN })).toBe(dutch)
  })

  it('lets no control character of a rule set through', () => {
    const title = 'a\u001b[2Jb\u202ec\u0007d\ne'
    const page = renderAdvice(only(held, { title }), { locale: 'nl' })
    expect(page).toContain('A [2JB C D E\n')
    for (const mark of ['\u001b', '\u202e', '\u0007']) expect(page).not.toContain(mark)
  })

  it('says for whom it is and which rules spoke', () => {
    expect(dutch).toContain('niet voor de werkgever')
    expect(textOf({ ...SAMPLE_ADVICE, audience: 'employer' })).toContain('Versie voor de werkgever')
    expect(dutch).toContain('Regelset nl-referral-triage 1.2.3 (0123456789ab).')
  })
})

describe('a recommendation', () => {
  it('stands large when it is the first', () => {
    expect(dutch).toContain('\nARBEIDSDESKUNDIG ONDERZOEK\n==========================\n')
    expect(dutch).toContain('\nAdviesgesprek\n')
  })

  it('cites its reasons in short form', () => {
    expect(dutch).toContain('no-return/own-work-not-expected: cahier-32 3.2, 3.5.2; preventieve-ad-2026 4.12')
  })

  it('names the first step of what must be in place', () => {
    expect(dutch).toMatch(/Eerst regelen +Vraag de bedrijfsarts/)
    expect(dutch).toMatch(/Eerst nagaan +Vraag de werknemer/)
  })

  it('tells a hold with the day to look again, and starts nothing meanwhile', () => {
    expect(dutch).toMatch(
      /Aangehouden +Er is een arbeidsconflict vastgesteld\. Bekijk dit opnieuw op 6 december 2026\./,
    )
    expect(textOf(only(held))).toContain(
      'Niet zolang dit is aangehouden. Termijn: van 22 november 2026 tot en met 6 december 2026.',
    )
    expect(dutch).toMatch(/Mogelijk wachten +Verwijzen heeft nu wellicht geen zin/)
  })

  it('tells which waiver may apply', () => {
    expect(dutch).toMatch(/Vervalt mogelijk +Als dit blijkt te gelden: Er zijn geen benutbare mogelijkheden\./)
  })

  it('stands apart when it is only possible', () => {
    expect(dutch.indexOf('Mogelijk nodig')).toBeGreaterThan(dutch.indexOf('Adviesgesprek'))
    expect(dutch.indexOf('Dossiercheck')).toBeGreaterThan(dutch.indexOf('Mogelijk nodig'))
  })
})

describe('a window', () => {
  it.each([
    ['planned', 'Nog niet: start tussen 8 november 2026 en 6 december 2026.'],
    ['due', 'Nu: start uiterlijk op 6 december 2026.'],
    ['overdue', 'Te laat: dit had uiterlijk op 6 december 2026 moeten starten.'],
  ] as const)('that is known and %s tells its days', (state, text) => {
    expect(textOf(only(first, { timing: { ...first.timing, state } }))).toContain(text)
  })

  it.each([
    ['planned', 'Nog niet. De termijn ligt niet vast; de vroegst mogelijke begint op 20 november 2026.'],
    ['overdue', 'Mogelijk al te laat. De termijn ligt niet vast'],
  ] as const)('that an answer may move and is %s tells the question, not its last day', (state, text) => {
    const page = textOf(only(possible, { timing: { ...possible.timing, state } }))
    expect(page).toContain(text)
    expect(page).toContain('Op welke dagen meldde de werknemer zich ziek')
    expect(page).not.toContain('26 februari 2027')
  })

  it('that an answer may move and is due tells the most urgent day, the question and the least urgent day', () => {
    const page = textOf(only(possible))
    expect(page).toContain(
      'Nu: start uiterlijk op 26 februari 2027. Blijkt het minder dringend, dan uiterlijk op 26 maart 2027.',
    )
    expect(page).toContain('Op welke dagen meldde de werknemer zich ziek')
  })

  it('that many answers may move counts those it does not tell', () => {
    const dependsOn = ['absence.spells', 'returnToWork.buildUp', 'own.fact', 'other.fact']
    expect(textOf(only(first, { timing: { ...first.timing, dependsOn } }))).toContain('En nog 2 vragen.')
  })

  it('owns up to being a choice of these rules', () => {
    expect(dutch).toContain('Grondslag: eigen keuze van deze regels.')
  })
})

describe('what surrounds the recommendations', () => {
  it('groups questions by whom to ask, with the titles of what they decide', () => {
    const asked = dutch.slice(dutch.indexOf('Nog te vragen'), dutch.indexOf('Verzuim\n'))
    expect(asked.match(/Aan de casemanager/g)).toHaveLength(1)
    expect(asked.indexOf('Hoe verloopt')).toBeLessThan(asked.indexOf('Aan de bedrijfsarts'))
    expect(asked).toContain('Bepaalt mede: dossiercheck; arbeidsdeskundig onderzoek; early-wvp-check')
    expect(asked).toContain('(eerder gevraagd, toen niet bekend)')
  })

  it('lists deadlines by day, and leaves out what was met', () => {
    const deadlines = dutch.slice(dutch.indexOf('Termijnen'), dutch.indexOf('Nog te vragen'))
    expect(deadlines.match(/\d+ \w+ \d{4}(?= {2,})/g)).toEqual(['31 maart 2026', '24 november 2026', '2 februari 2027'])
    expect(deadlines).toContain('te laat, niet bekend of er redenen zijn opgegeven (wet)')
    expect(deadlines).not.toContain('Probleemanalyse')
  })

  it('tells completed weeks from the ordinal week', () => {
    expect(dutch).toContain('Voltooide weken: 41. Nu in de 42e week.')
    expect(english).toContain('Completed weeks: 41. Now in ordinal week 42.')
    expect(dutch).toContain('Voltooide weken: 29. Nu in de 30e week.')
    expect(textOf({ ...SAMPLE_ADVICE, calendar: null })).toContain('Er loopt geen verzuim')
  })

  it('gives each checklist a line', () => {
    expect(dutch).toMatch(/positief {2}Conflict\n {2}negatief {2}Functiebelasting\n {2}nog open {2}Vroege momenten\n/)
  })

  it('writes days as people do', () => {
    expect(peopleDate('2026-03-01', 'nl')).toBe('1 maart 2026')
    expect(peopleDate('2026-12-31', 'en')).toBe('31 December 2026')
  })
})
