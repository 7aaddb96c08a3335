import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../../src/core/calendar/day'
import { type Advice, type Recommendation, renderTimeline, TriageError, triageSync } from '../../../src/index'
import { loadFixtures } from '../../support/load-fixtures'
import { allOf, readSvg, type SvgElement } from '../../support/read-svg'
import { WRITTEN_ADVICE } from '../../support/written-advice'

type Options = Parameters<typeof renderTimeline>[1]

const [certain, held, possible] = WRITTEN_ADVICE.recommendations as [Recommendation, Recommendation, Recommendation]

const draw = (advice: Advice, options?: Options): readonly SvgElement[] =>
  allOf(readSvg(renderTimeline(advice, options)))
const named = (elements: readonly SvgElement[], name: string) => elements.filter((element) => element.name === name)
const only = (recommendation: Recommendation, change: Partial<Recommendation> = {}): Advice => ({
  ...WRITTEN_ADVICE,
  recommendations: [{ ...recommendation, ...change }],
})
const number = (element: SvgElement, name: string): number => Number(element.attributes[name])

/** The words that are seen, in one line and with plain spaces; and those for who cannot see them. */
const seen = (advice: Advice, options?: Options): string =>
  named(draw(advice, options), 'text')
    .map(({ text }) => text)
    .join(' ')
    .replaceAll('\u00a0', ' ')
const told = (advice: Advice, options?: Options): string =>
  named(draw(advice, options), 'desc')[0]?.text.replaceAll('\u00a0', ' ') ?? ''

/** The bar of a window: the rectangles with an outline, but for the flag of today. */
const barsIn = (elements: readonly SvgElement[]) =>
  named(elements, 'rect').filter(({ attributes }) => attributes.stroke !== undefined && attributes.height === '14')

/** Where texts and the picture touch what they should not: overlapping texts, and texts outside the view box. */
function collisions(elements: readonly SvgElement[]): string[] {
  const [, , width = 0, height = 0] = (elements[0]?.attributes.viewBox ?? '').split(' ').map(Number)
  const boxes = named(elements, 'text').map((element) => {
    const [x, y, size] = ['x', 'y', 'font-size'].map((name) => number(element, name)) as [number, number, number]
    const length = number(element, 'textLength')
    const left =
      { start: x, middle: x - length / 2, end: x - length }[element.attributes['text-anchor'] ?? 'start'] ?? x
    return { text: element.text, left, right: left + length, top: y - size * 0.75, bottom: y + size * 0.2 }
  })
  const outside = boxes.filter(
    ({ left, right, top, bottom }) => !(left >= 0 && right <= width && top >= 0 && bottom <= height),
  )
  const overlaps = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  )
  return [...outside.map(({ text }) => `outside: ${text}`), ...overlaps]
}

describe('every picture', () => {
  const cases = loadFixtures().filter((_, index) => index % 5 === 0)
  const layouts = [{ width: 360 }, { width: 800 }, { width: 1200, locale: 'en' }] as const

  it('is well-formed, in one piece and without overlapping words, whatever the case', () => {
    expect(cases.length).toBeGreaterThan(100)
    cases.forEach(({ path, snapshot, options }, index) => {
      const audience = options?.audience ?? (index % 2 === 0 ? 'employer' : 'full')
      const advice = triageSync(snapshot, { ...options, audience } as Parameters<typeof triageSync>[1])
      const elements = draw(advice, layouts[index % layouts.length])
      expect(collisions(elements), path).toEqual([])
      expect(barsIn(elements).length, path).toBeLessThanOrEqual(advice.recommendations.length)
      const description = named(elements, 'desc')[0]?.text ?? ''
      for (const { title } of [...advice.recommendations, ...(advice.calendar?.milestones ?? [])])
        expect(description, path).toContain(title)
    })
  })

  it.each([
    ['nothing known', { asOf: '2026-11-22' }],
    ['at work', { asOf: '2026-11-22', absence: { spells: [], leaves: [] } }],
    ['no calendar, as the first day is not known', { asOf: '2026-11-22', absence: { spells: 'unknown' } }],
    ['absent for three years', { asOf: '2026-11-22', absence: { spells: [{ firstDay: '2023-11-01' }], leaves: [] } }],
    ['absent for thirty years', { asOf: '2026-11-22', absence: { spells: [{ firstDay: '1996-11-01' }], leaves: [] } }],
    ['absent since today', { asOf: '2026-11-22', absence: { spells: [{ firstDay: '2026-11-22' }], leaves: [] } }],
  ])('is drawn for %s', (_what, snapshot) => {
    for (const audience of ['full', 'employer'] as const) {
      const advice = triageSync(snapshot, { audience })
      for (const width of [320, 599, 600, 1600]) expect(collisions(draw(advice, { width }))).toEqual([])
    }
  })

  it('is the same bytes each time, and leaves the advice as it was', () => {
    const before = JSON.stringify(WRITTEN_ADVICE)
    const picture = renderTimeline(WRITTEN_ADVICE)
    expect(renderTimeline(JSON.parse(before) as Advice)).toBe(picture)
    expect(JSON.stringify(WRITTEN_ADVICE)).toBe(before)
    expect(picture).toMatch(/^<svg [^\n]*/)
    expect(picture).toMatch(/<\/svg>\n$/)
  })

  it('needs nothing that a strict Content-Security-Policy refuses, and nothing from outside', () => {
    for (const { name, attributes } of draw(WRITTEN_ADVICE)) {
      expect(['style', 'script', 'image', 'use', 'foreignObject', 'a', 'animate', 'set']).not.toContain(name)
      for (const [key, value] of Object.entries(attributes)) {
        expect(key).not.toMatch(/^(style|class|on.*|(xlink:)?href)$/)
        if (key !== 'xmlns') expect(value).not.toMatch(/https?:|javascript:|url\((?!#)/)
      }
    }
  })

  it('scales: it has a view box and no size of its own', () => {
    const [root] = draw(WRITTEN_ADVICE, { width: 640 })
    expect(root?.attributes.viewBox).toMatch(/^0 0 640 \d+$/)
    expect(root?.attributes).not.toHaveProperty('width')
  })

  it('shares no id with another picture in the same page', () => {
    const ids = [WRITTEN_ADVICE, only(certain)].flatMap((advice) =>
      [{}, { width: 360 }, { locale: 'en' as const }].map((options) =>
        draw(advice, options).flatMap(({ attributes }) => attributes.id ?? []),
      ),
    )
    expect(new Set(ids.flat()).size).toBe(ids.flat().length)
  })
})

describe('in black and white', () => {
  /** How a bar looks when every ink is black: paper stays paper. */
  const look = (recommendation: Recommendation) => {
    const [bar] = barsIn(draw(only(recommendation)))
    const fill = bar?.attributes.fill ?? ''
    return [
      fill.startsWith('url') ? 'hatched' : fill === '#ffffff' ? 'empty' : 'filled',
      bar?.attributes['stroke-dasharray'],
    ]
  }

  it('certain, possible and held differ in filling or outline', () => {
    expect(look(certain)).toEqual(['filled', undefined])
    expect(look(possible)).toEqual(['hatched', undefined])
    expect(look(held)).toEqual(['empty', '3 2'])
  })

  it('a hold that is only possible does not look like a hold, and is told', () => {
    const maybe = { ...certain, heldBy: held.heldBy.filter((hold) => hold.certainty === 'possible') }
    expect(look(maybe)).toEqual(look(certain))
    expect(seen(only(maybe))).toContain('Misschien moet dit wachten.')
  })

  it('the hatching is one of lines', () => {
    const elements = draw(only(possible))
    const [pattern] = named(elements, 'pattern')
    expect(barsIn(elements)[0]?.attributes.fill).toBe(`url(#${pattern?.attributes.id})`)
    expect(pattern?.children.map(({ name }) => name)).toEqual(['rect', 'line'])
  })

  it('how a milestone stands is told by its form', () => {
    const calendar = WRITTEN_ADVICE.calendar as NonNullable<Advice['calendar']>
    const [milestone] = calendar.milestones
    const form = (state: NonNullable<typeof milestone>['state']): string => {
      const milestones = milestone ? [{ ...milestone, state }] : []
      const drawn = draw({ ...WRITTEN_ADVICE, recommendations: [], calendar: { ...calendar, milestones } })
      const marks = drawn.filter(({ name }) => name === 'path' || name === 'circle')
      return JSON.stringify(marks.map(({ attributes }) => [attributes.d, attributes.fill === '#ffffff']))
    }
    expect(new Set((['upcoming', 'due', 'passed', 'on-time', 'late'] as const).map(form)).size).toBe(5)
  })

  it('every ink stands out from paper', () => {
    const luminance = (hex: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrast = (hex: string): number => 1.05 / (luminance(hex) + 0.05)
    const elements = draw(WRITTEN_ADVICE)
    for (const { attributes } of named(elements, 'text')) expect(contrast(attributes.fill ?? '')).toBeGreaterThan(4.5)
    for (const { attributes } of barsIn(elements)) expect(contrast(attributes.stroke ?? '')).toBeGreaterThan(4.5)
  })
})

describe('the axis', () => {
  const xOf = (element: SvgElement | undefined, share: string) => Number(element?.attributes[share])
  const axisLine = (elements: readonly SvgElement[]) =>
    named(elements, 'line').filter(
      ({ attributes }) => attributes['stroke-width'] === '1.5' && attributes.y1 === attributes.y2,
    )
  const todayLine = (elements: readonly SvgElement[]) =>
    named(elements, 'line').filter(
      ({ attributes }) =>
        attributes['stroke-width'] === '2' && attributes.x1 === attributes.x2 && Number(attributes.y2) > 100,
    )

  it('shows the next thirteen weeks large, and 104 weeks from the effective first day small', () => {
    const elements = draw(only(certain))
    const [near, far] = axisLine(elements)
    const place = (day: string, axis: SvgElement | undefined, first: number, days: number, more = 0): number => {
      const [left, right] = [xOf(axis, 'x1'), xOf(axis, 'x2')]
      return left + (((parseDay(day) ?? 0) + more - first) / days) * (right - left)
    }
    const [ahead, whole] = [(parseDay('2026-11-22') ?? 0) - 7, parseDay('2026-02-03') ?? 0]
    const todays = todayLine(elements).map((line) => xOf(line, 'x1'))
    expect(todays[0]).toBeCloseTo(place('2026-11-22', near, ahead, 98), 0)
    expect(todays[1]).toBeCloseTo(place('2026-11-22', far, whole, 728), 0)
    const [bar] = barsIn(elements)
    expect(xOf(bar, 'x') + xOf(bar, 'width')).toBeCloseTo(place('2026-12-06', near, ahead, 98, 1), 0)
    expect(seen(only(certain))).toContain('0 13 26 39 52 65 78 91 104')
    expect(told(only(certain))).toContain('Van 3 februari 2026 tot 1 februari 2028.')
  })

  it('gives an empty case nothing but what to ask', () => {
    const advice = triageSync({ asOf: '2026-11-22' }, { audience: 'full' })
    const elements = draw(advice)
    expect(barsIn(elements)).toEqual([])
    expect(seen(advice)).toContain('Nog geen tijdlijn te tekenen')
    expect(seen(advice)).toContain(advice.next.text.split('.')[0])
    // The rule above the foot, and the line of the hatching that nothing uses.
    expect(named(elements, 'line')).toHaveLength(2)
  })

  it('folds all that is only possible into one row', () => {
    const many = {
      ...WRITTEN_ADVICE,
      recommendations: [certain, possible, { ...possible, service: 'x', title: 'iets anders' }],
    }
    expect(barsIn(draw(many))).toHaveLength(2)
    expect(seen(many)).toContain('Misschien ook')
    expect(seen(many)).toContain('dossiercheck; iets anders.')
  })

  it('starts today where there is no calendar', () => {
    const advice: Advice = { ...WRITTEN_ADVICE, calendar: null }
    expect(told(advice)).toContain('Van 22 november 2026 tot 19 november 2028.')
    expect(seen(advice)).toContain('Weken vanaf vandaag')
    expect(told(advice)).toContain('of de eerste ziektedag is niet bekend')
  })

  it('ends where it is told to', () => {
    expect(told(WRITTEN_ADVICE, { until: '2027-02-02' })).toContain('tot 2 februari 2027.')
    expect(seen(WRITTEN_ADVICE, { until: '2027-02-02' })).toContain('Tijdlijn: 52 weken')
  })

  it('becomes longer for a case past 104 weeks, and says so when today is past that too', () => {
    const since = (firstDay: string) =>
      triageSync({ asOf: '2026-11-22', absence: { spells: [{ firstDay }], leaves: [] } }, { audience: 'full' })
    expect(seen(since('2024-11-01'))).toContain('Tijdlijn: 130 weken')
    expect(seen(since('2020-01-01'))).toContain('Tijdlijn: 208 weken')
    expect(told(since('2020-01-01'))).toContain('Vandaag valt buiten deze tijdlijn.')
    expect(told(since('2024-11-01'))).not.toContain('Vandaag valt buiten')
  })

  it('shows a window outside the weeks ahead by an arrow and in words', () => {
    const at = (change: Partial<typeof certain.timing>): Advice =>
      only(certain, { timing: { ...certain.timing, startFrom: '2026-11-22', ...change } })
    const arrows = (advice: Advice) =>
      named(draw({ ...advice, calendar: advice.calendar && { ...advice.calendar, milestones: [] } }), 'path').length
    const after = at({ startFrom: '2029-01-01', startBy: '2029-03-01', state: 'planned' })
    const endsAfter = at({ startBy: '2029-03-01' })
    expect([after, endsAfter].map((advice) => barsIn(draw(advice)).length)).toEqual([0, 1])
    // One beside the bar, one in the key.
    expect([after, endsAfter].map(arrows)).toEqual([2, 2])
    expect(arrows(at({}))).toBe(0)
    expect(seen(after)).toContain('Begint na deze weken.')
    expect(seen(endsAfter)).toContain('Loopt door na deze weken.')
  })

  it('tells what is late by its form', () => {
    const late = only(certain, {
      timing: { ...certain.timing, startFrom: '2026-11-01', startBy: '2026-11-16', state: 'overdue' },
    })
    const crosses = (advice: Advice) =>
      named(draw(advice), 'path').filter(({ attributes }) => (attributes.d?.split('M').length ?? 0) > 4)
    expect(crosses(late).length).toBe(2)
    expect(crosses(only(certain)).length).toBe(0)
    expect(seen(late)).toContain('te laat')
  })
})

describe('the words', () => {
  it('tell today, every milestone and every window to who cannot see them', () => {
    const words = told(WRITTEN_ADVICE)
    for (const part of [
      'Vandaag is 22 november 2026, in de 42e week.',
      'Probleemanalyse, 17 maart 2026, na 6 weken: op tijd gedaan.',
      'Eerstejaarsevaluatie, 2 februari 2027, na 52 weken: komt nog, kan vanaf 22 december 2026.',
      'arbeidsdeskundig onderzoek: Zeker. Uiterlijk 6 december.',
      'adviesgesprek: Zeker, aangehouden. Uiterlijk 6 december. Kijk op 6 december 2026 opnieuw.',
      'dossiercheck: Mogelijk. Vanaf 20 december, uiterlijk 26 maart 2027. Misschien al eerder nodig, uiterlijk 26 februari 2027.',
      'niet voor de werkgever',
    ])
      expect(words).toContain(part)
    const [root, title] = draw(WRITTEN_ADVICE)
    expect(root?.attributes).toMatchObject({ role: 'img', lang: 'nl' })
    expect(title?.name).toBe('title')
    const ids = draw(WRITTEN_ADVICE)
      .filter(({ name }) => name === 'title' || name === 'desc')
      .map(({ attributes }) => attributes.id)
    expect(root?.attributes['aria-labelledby']).toBe(ids.join(' '))
  })

  it('are in the language of the advice, or as asked', () => {
    const words = told(WRITTEN_ADVICE, { locale: 'en' })
    expect(words).toContain('Today is 22 November 2026, in ordinal week 42.')
    expect(draw(WRITTEN_ADVICE, { locale: 'en' })[0]?.attributes.lang).toBe('en')
    expect(draw({ ...WRITTEN_ADVICE, locale: 'en' })[0]?.attributes.lang).toBe('en')
    expect(draw(WRITTEN_ADVICE)[0]?.attributes.lang).toBe('nl')
  })

  it('stand above the bars where it is narrow, and beside them where it is not', () => {
    const placed = (width: number) => {
      const elements = draw(only(certain), { width })
      const title = named(elements, 'text').find(({ text }) => text.startsWith('Arbeidsdeskundig'))
      const [bar] = barsIn(elements)
      return bar && title ? [number(bar, 'y') > number(title, 'y'), number(bar, 'x') > 200] : []
    }
    expect(placed(360)[0]).toBe(true)
    expect(placed(800)).toEqual([false, true])
  })

  it('cannot break out of the picture, and are never cut off', () => {
    const odd = `<script>alert(1)</script> & "x" 'y' \u0000\u001b\u202e\ud800 ]]> ${'W'.repeat(200)} \u{1f600}`
    const calendar = WRITTEN_ADVICE.calendar as NonNullable<Advice['calendar']>
    const milestones = calendar.milestones.map((milestone) => ({ ...milestone, title: odd }))
    const advice: Advice = { ...only(certain, { title: odd }), calendar: { ...calendar, milestones } }
    for (const width of [320, 800]) {
      const elements = draw(advice, { width })
      expect(named(elements, 'script')).toEqual([])
      expect(seen(advice, { width })).toContain('<script>alert(1)</script> & "x"')
      const cut =
        named(elements, 'text')
          .map(({ text }) => text)
          .join('')
          .split('W').length - 1
      expect(cut).toBeGreaterThanOrEqual(4 * 200)
    }
  })
})

describe('what is wrong with the call', () => {
  const codesOf = (advice: unknown, options?: unknown): unknown => {
    try {
      return renderTimeline(advice as Advice, options as Options)
    } catch (error) {
      return error instanceof TriageError ? error.issues.map(({ code, path }) => [code, path.join('.')]) : error
    }
  }

  it.each([
    [{ locale: 'de' }, [['unknown-value', 'options.locale']]],
    [{ width: 10 }, [['out-of-range', 'options.width']]],
    [{ width: Number.NaN }, [['out-of-range', 'options.width']]],
    [{ until: '2027-02-30' }, [['invalid-date', 'options.until']]],
    [{ until: '2026-02-04' }, [['out-of-range', 'options.until']]],
    [{ until: '2036-02-04' }, [['out-of-range', 'options.until']]],
    [{ widht: 800 }, [['unknown-option', 'options.widht']]],
    [[], [['wrong-type', 'options']]],
  ])('is told of the options %j', (options, issues) => {
    expect(codesOf(WRITTEN_ADVICE, options)).toEqual(issues)
  })

  it('is told of an advice that is none', () => {
    for (const advice of [undefined, null, 'x', [], {}]) expect(codesOf(advice)).toEqual([['wrong-type', 'advice']])
    expect(codesOf({ ...WRITTEN_ADVICE, asOf: formatDay(0).slice(1) })).toEqual([['invalid-date', 'advice.asOf']])
    // A stored one that lost a part, or is of an earlier version.
    expect(codesOf({ ...WRITTEN_ADVICE, adviceVersion: 1 })).toEqual([['unknown-value', 'advice.adviceVersion']])
    for (const part of ['recommendations', 'calendar', 'openQuestions', 'next'] as const) {
      const { [part]: _, ...rest } = WRITTEN_ADVICE
      expect(JSON.stringify(codesOf(rest))).toContain(`advice.${part}`)
    }
  })
})
