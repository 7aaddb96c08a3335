import { describe, expect, it } from 'vitest'
import type { Advice, Recommendation } from '../../../src/core/advice'
import { createTriage } from '../../../src/core/create-triage'
import { TriageError } from '../../../src/core/issue/issue'
import { adviceText, MOST_LINES, renderAdvice } from '../../../src/reports/text/render-advice'
import { loadFixtures } from '../../support/load-fixtures'
import { WRITTEN_ADVICE } from '../../support/written-advice'

const brief = renderAdvice(WRITTEN_ADVICE)
const full = renderAdvice(WRITTEN_ADVICE, { length: 'full' })
const flat = (text: string): string => text.replace(/\s+/g, ' ')
const linesOf = (text: string): readonly string[] => text.slice(0, -1).split('\n')
const [first] = WRITTEN_ADVICE.recommendations as [Recommendation]
const withFirst = (change: Partial<Recommendation>): Advice => ({
  ...WRITTEN_ADVICE,
  recommendations: [{ ...first, ...change }, ...WRITTEN_ADVICE.recommendations.slice(1)],
})

describe('the brief form', () => {
  it('says the step, by when, why, what comes first and what can be done meanwhile', () => {
    expect(linesOf(brief)[0]).toMatch(/^NU VERWIJZEN +week 42 van het verzuim, 22 november 2026$/)
    expect(linesOf(brief)[2]).toMatch(/^1 {2}arbeidsdeskundig onderzoek +uiterlijk 6 december$/)
    expect(flat(brief)).toContain('Volgens de bedrijfsarts is terugkeer in het eigen werk niet te verwachten')
    expect(flat(brief)).toContain('Eerst: vraag de bedrijfsarts om een actuele functionelemogelijkhedenlijst.')
    expect(flat(brief)).toContain('Intussen: adviesgesprek.')
  })

  it('says what waits, the next two deadlines, and the question that matters', () => {
    expect(flat(brief)).toContain('LATER Adviesgesprek: wacht; kijk op 6 december opnieuw.')
    expect(flat(brief)).toContain('TERMIJNEN Ziekmelding bij UWV: uiterlijk 24 november')
    expect(flat(brief)).toContain('1 VRAAG DIE HET MEEST UITMAAKT Op welke dagen meldde de werknemer zich ziek')
    expect(brief).not.toContain('Probleemanalyse')
  })

  it('says once that a person decides, and for whom it is', () => {
    expect(brief.match(/een mens beslist/g)).toHaveLength(1)
    expect(brief).toContain('niet voor de werkgever')
  })

  it('says where the step is settled', () => {
    const settled = renderAdvice({ ...WRITTEN_ADVICE, settled: true, ask: [] })
    expect(settled).toContain('VRAGEN     De stap staat vast. 3 open vragen maken het dossier nog compleet.')
  })

  it('has at most 25 lines of 100 columns whatever the length of texts', () => {
    const long = withFirst({
      title: 'x'.repeat(250),
      reasons: first.reasons.map((reason) => ({ ...reason, text: 'y '.repeat(900) })),
      blockedBy: Array.from({ length: 12 }, (_, index) => ({
        need: `n${index}`,
        title: 'z',
        state: 'unmet' as const,
        firstStep: 'w '.repeat(200),
      })),
    })
    const lines = linesOf(renderAdvice(long))
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    expect(lines.at(-1)).toContain('een mens beslist')
  })

  it('is one screen for every fixture, in both languages and for both readers', () => {
    const found: string[] = []
    for (const audience of ['full', 'employer'] as const)
      for (const locale of ['nl', 'en'] as const) {
        const advise = createTriage({ audience, locale })
        for (const { path, snapshot, options } of loadFixtures()) {
          const policy = options?.policy
          const advice = policy ? createTriage({ policy, audience, locale })(snapshot) : advise(snapshot)
          const lines = linesOf(renderAdvice(advice))
          if (lines.length > MOST_LINES || lines.some((line) => line.length > 100 || /[ \t]$/.test(line)))
            found.push(`${path} ${locale} ${audience}: ${lines.length}`)
        }
      }
    expect(found).toEqual([])
  })
})

describe('the full form', () => {
  it('gives every service with its reasons and sources', () => {
    for (const { title, reasons } of WRITTEN_ADVICE.recommendations) {
      expect(full).toContain(title)
      for (const { text } of reasons) expect(flat(full)).toContain(text)
    }
    expect(flat(full)).toContain('cahier-32 3.2, 3.5.2; preventieve-ad-2026 4.12')
    expect(flat(full)).toContain('Termijn: onze richtlijn, geen wet.')
  })

  it('gives every deadline, question, notice and checklist', () => {
    expect(full).toContain('Probleemanalyse')
    for (const { question } of WRITTEN_ADVICE.openQuestions) expect(flat(full)).toContain(question)
    for (const { title } of WRITTEN_ADVICE.checklists) expect(full).toContain(title)
    expect(flat(full)).toContain('Verlaag de contracturen niet vrijwillig.')
    expect(flat(full)).toContain('Regelset nl-referral-triage 1.2.3')
    expect(flat(full)).toContain('Zolang dit niet vaststaat, misschien ook:')
  })

  it('says a caveat of several services once', () => {
    const caveat = {
      rule: 'recently-delivered',
      certainty: 'possible' as const,
      text: 'Niet nodig als dit al is gedaan.',
    }
    const shared = {
      ...WRITTEN_ADVICE,
      recommendations: WRITTEN_ADVICE.recommendations.map((one) => ({ ...one, waivedBy: [caveat] })),
    }
    expect(renderAdvice(shared, { length: 'full' }).match(/Niet nodig als dit al is gedaan/g)).toHaveLength(1)
  })

  it('shows the physician what to release, and the employer nothing of it', () => {
    expect(flat(full)).toContain('arbeidsdeskundig onderzoek, uiterlijk 6 december')
    const { toRelease: _, ...without } = WRITTEN_ADVICE
    const employer = renderAdvice({ ...without, audience: 'employer' }, { length: 'full' })
    expect(employer).not.toContain('VRIJ TE GEVEN')
  })
})

describe('a terminal', () => {
  it('paints words without changing them', () => {
    const mark = (text: string): string => `\u001b[1m${text}\u001b[22m`
    const paint = { bold: mark, dim: mark, red: mark, yellow: mark, green: mark, cyan: mark }
    for (const length of [false, true]) {
      const painted = adviceText(WRITTEN_ADVICE, length, paint)
      const plain = adviceText(WRITTEN_ADVICE, length)
      expect(painted).not.toBe(plain)
      expect(painted.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '')).toBe(plain)
    }
  })

  it('gets no control character of a rule set', () => {
    const page = renderAdvice(withFirst({ title: 'a\u001b[2Jb\u202ec\u0007d\ne' }), { length: 'full' })
    for (const sign of ['\u001b', '\u202e', '\u0007']) expect(page).not.toContain(sign)
  })
})

describe('the page in HTML', () => {
  const page = renderAdvice(WRITTEN_ADVICE, { format: 'html', length: 'full' })

  it('says the same words', () => {
    const words = page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ')
    for (const word of ['Nu verwijzen', 'arbeidsdeskundig onderzoek', 'uiterlijk 6 december', 'een mens beslist'])
      expect(words).toContain(word)
    expect(page).toContain('<html lang="nl">')
  })

  it('runs nothing, asks nothing of a network, and escapes every text', () => {
    const evil = '<script>alert(1)</script><img src="http://x.example/a">&"\''
    const hostile = renderAdvice(
      {
        ...withFirst({ title: evil }),
        statusText: evil,
        notices: [{ ...WRITTEN_ADVICE.notices[0], text: evil } as never],
      },
      { format: 'html', length: 'full' },
    )
    expect(hostile).not.toMatch(/<script|<img|<link|javascript:|onerror|<iframe/i)
    expect(hostile).toContain('&lt;script&gt;')
    expect(hostile).toContain("default-src 'none'")
    expect(page).not.toMatch(/https?:/)
  })
})

describe('bad input', () => {
  const issuesOf = (run: () => unknown): readonly string[] => {
    try {
      run()
    } catch (error) {
      if (error instanceof TriageError) return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
      throw error
    }
    return []
  }

  it.each([
    [null, 'wrong-type advice'],
    ['text', 'wrong-type advice'],
    [{ ...WRITTEN_ADVICE, adviceVersion: 1 }, 'unknown-value advice.adviceVersion'],
    [{ ...WRITTEN_ADVICE, asOf: 'yesterday' }, 'invalid-date advice.asOf'],
    [{ ...WRITTEN_ADVICE, recommendations: undefined }, 'wrong-type advice.recommendations'],
    [{ ...WRITTEN_ADVICE, next: { kind: 'dance' } }, 'unknown-value advice.next.kind'],
  ])('names what is wrong with an advice (%#)', (advice, issue) => {
    expect(issuesOf(() => renderAdvice(advice as Advice))).toContain(issue)
  })

  it('names every option that is wrong', () => {
    const options = { format: 'pdf', lenght: 'full' } as never
    expect(issuesOf(() => renderAdvice(WRITTEN_ADVICE, options))).toEqual([
      'unknown-value options.format',
      'unknown-option options.lenght',
    ])
    expect(issuesOf(() => renderAdvice(WRITTEN_ADVICE, null as never))).toEqual(['wrong-type options'])
  })
})
