import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { conditionText } from '../../../src/authoring/docs/condition-text'
import { durationText, lengthText, windowText } from '../../../src/authoring/docs/length-text'
import { renderDocs } from '../../../src/authoring/docs/render-docs'
import { checklistPage, GENERATED, plain, writerFor } from '../../../src/authoring/docs/writer'
import type { TimingDocument } from '../../../src/core/rules/document'
import { type Expanded, leavesOf } from '../../../src/core/rules/rule-set'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { LOCALES, type Locale } from '../../../src/core/snapshot/fact'
import { loadRuleSet, type RuleSet, SHIPPED_FILES, shippedRuleSet } from '../../../src/index'
import { ASSUMPTION_NAMES } from '../../../src/reports/savings/assumptions'
import { CAVEAT } from '../../../src/reports/savings/savings-text'
import { anchorsOf, brokenLinks, headingsOf } from '../../support/markdown-links'
import { ROOT } from '../../support/run'

const RULE_SET = shippedRuleSet()
const PAGES = renderDocs(RULE_SET, 'en')
const IN = { nl: renderDocs(RULE_SET, 'nl'), en: PAGES }

const page = (name: string, locale: Locale = 'en'): string => IN[locale].get(name) ?? ''

/** The part of a page under a heading, up to the next heading of any kind. */
function partUnder(heading: string, text: string): string {
  const [, after = ''] = text.split(`\n${heading}\n`)
  return after.split(/\n#+ /)[0] ?? ''
}

describe('the pages on disk', () => {
  it.each(LOCALES)('in %s are what the rules say now: else run `npm run docs`', (locale) => {
    const DIRECTORY = join(ROOT, 'docs', locale)
    const present = readdirSync(DIRECTORY).filter((name) => name.endsWith('.md'))
    const texts = new Map(present.map((name) => [name, readFileSync(join(DIRECTORY, name), 'utf8')]))
    const stale = [...PAGES.keys()].filter((name) => texts.get(name)?.replaceAll('\r\n', '\n') !== page(name, locale))
    expect(stale).toEqual([])
    const leftOver = present.filter((name) => !PAGES.has(name) && texts.get(name)?.startsWith(GENERATED))
    expect(leftOver).toEqual([])
  })
})

describe('the pages', () => {
  it('are one a checklist, and eight others', () => {
    const checklists = RULE_SET.checklists.map(({ id }) => checklistPage(id))
    const others = [
      'README.md',
      'services.md',
      'policy.md',
      'deadlines.md',
      'sources.md',
      'coverage.md',
      'savings.md',
      'why-this-first.md',
    ]
    expect([...PAGES.keys()].sort()).toEqual([...checklists, ...others].sort())
  })

  it('are the same in both languages, each with nothing of the other', () => {
    expect([...IN.nl.keys()]).toEqual([...IN.en.keys()])
    const count = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0
    for (const [name, nl] of IN.nl) {
      const en = page(name)
      for (const marks of [/^#{1,3} /gm, /^\| /gm, /^> /gm])
        expect(count(nl, marks), `${name} ${marks}`).toBe(count(en, marks))
      expect(nl, name).not.toMatch(/\*\*(English|Nederlands)\.\*\*/)
    }
    // What stands on every page of one language and on none of the other.
    const words = { nl: /\b(Bronnen|Grondslag|peildag)\b/, en: /\b(Sources|Basis|reference day)\b/ }
    for (const { rules, headings } of [{ rules: RULE_SET.rules, headings: RULE_SET.checklists }]) {
      expect(rules.length * headings.length).toBeGreaterThan(0)
      for (const { id } of headings) {
        expect(page(checklistPage(id), 'nl')).toMatch(words.nl)
        expect(page(checklistPage(id), 'nl')).not.toMatch(words.en)
        expect(page(checklistPage(id))).toMatch(words.en)
        expect(page(checklistPage(id))).not.toMatch(words.nl)
      }
    }
  })

  it('have the note of a rule in their own language, and every shipped note has both', () => {
    const noted = RULE_SET.rules.filter(({ note }) => note !== undefined)
    expect(noted.length).toBeGreaterThan(20)
    for (const { note, checklist, id } of noted) {
      if (typeof note !== 'object') throw new Error(`the note of ${id} is in one language`)
      for (const locale of LOCALES) {
        expect(page(checklistPage(checklist), locale)).toContain(plain(note[locale]))
        const other = locale === 'nl' ? 'en' : 'nl'
        expect(page(checklistPage(checklist), locale)).not.toContain(plain(note[other]))
      }
    }
  })

  it('say that they are generated, hold no gap in a sentence, and end in one new line', () => {
    for (const [name, text] of PAGES) {
      expect(text.startsWith(`${GENERATED}\n\n# `), name).toBe(true)
      expect(text, name).not.toMatch(/undefined|\bnull\b|NaN|\[object|\n{3}|\t/)
      expect(text, name).toMatch(/[^\n]\n$/)
    }
  })

  it('have links that all lead somewhere, and no heading twice', () => {
    expect(brokenLinks(PAGES)).toEqual([])
    for (const [name, text] of PAGES) expect(new Set(anchorsOf(text)).size, name).toBe(anchorsOf(text).length)
  })

  it('are the same whatever the order in the files of the rule set', () => {
    const backwards = Object.entries(SHIPPED_FILES)
      .reverse()
      .map(([name, file]) => {
        const { rules, checklists, ...rest } = structuredClone(file) as Record<string, unknown[]>
        return [
          name,
          {
            ...rest,
            ...(rules && { rules: rules.reverse() }),
            ...(checklists && { checklists: checklists.reverse() }),
          },
        ]
      })
    const loaded = loadRuleSet(Object.fromEntries(backwards))
    expect(loaded.ok).toBe(true)
    if (loaded.ok) expect([...renderDocs(loaded.ruleSet, 'en')]).toEqual([...PAGES])
  })
})

describe('each', () => {
  it.each(RULE_SET.rules.map((rule) => [rule.id, rule] as const))(
    'rule %s: its facts, sources and text',
    (id, rule) => {
      for (const locale of LOCALES) {
        const part = partUnder(`### \`${id}\``, page(checklistPage(rule.checklist), locale))
        for (const piece of rule.text[locale].split(/\{[^{}]*\}/)) expect(part).toContain(plain(piece))
      }
      const part = partUnder(`### \`${id}\``, page(checklistPage(rule.checklist)))
      for (const { fact } of leavesOf(rule.when)) expect(part).toContain(fact.replace('policy.', ''))
      for (const source of rule.sources) expect(part).toContain(`(sources.md#${source.id}) ${plain(source.section)}, “`)
      if ('services' in rule.event.params)
        for (const service of rule.event.params.services) expect(part).toContain(`(services.md#${service})`)
    },
  )

  it('question of a checklist, in both languages', () => {
    for (const { id, questions } of RULE_SET.checklists)
      for (const fact of questions) {
        expect(page(checklistPage(id))).toContain(`\`${fact}\``)
        for (const locale of LOCALES)
          expect(page(checklistPage(id), locale)).toContain(plain(BASE_FACTS.get(fact)?.question[locale] ?? ''))
      }
  })

  it('service, parameter, deadline and source has its heading', () => {
    const headings = (name: string): string[] => headingsOf(page(name)).slice(1)
    expect(headings('services.md')).toEqual(RULE_SET.services.map(({ id }) => id))
    expect(headings('policy.md')).toEqual([...RULE_SET.parameters.keys()])
    expect(headings('sources.md')).toEqual([...RULE_SET.sources.keys()])
    expect(headings('deadlines.md')).toEqual(expect.arrayContaining(RULE_SET.milestones.map(({ id }) => id)))
  })

  it('parameter stands with its value, range, basis and day, and with the rules that name it', () => {
    for (const { name, default: value, range, checkedOn } of RULE_SET.parameters.values()) {
      const part = partUnder(`## \`${name}\``, page('policy.md'))
      for (const piece of [String(value), String(range[0]), String(range[1]), checkedOn]) expect(part).toContain(piece)
      for (const rule of RULE_SET.rules)
        if (JSON.stringify([rule.when, rule.timing, rule.event, rule.text]).match(new RegExp(`[".{]${name}["}]`)))
          expect(part, `${name} in ${rule.id}`).toContain(`\`${rule.id}\``)
    }
  })

  it('section of a source that something cites names what cites it', () => {
    for (const rule of RULE_SET.rules)
      for (const { id, section } of rule.sources) {
        const row = partUnder(`## \`${id}\``, page('sources.md'))
          .split('\n')
          .find((line) => line.startsWith(`| ${plain(section)} |`))
        expect(row, `${id} ${section}`).toContain(`\`${rule.id}\``)
      }
  })

  it('assumption of the savings estimate has its heading, and the caveat stands above them', () => {
    expect(headingsOf(page('savings.md')).slice(1)).toEqual(ASSUMPTION_NAMES.map((name) => `savings.${name}`))
    for (const locale of LOCALES) expect(page('savings.md', locale).split('## ')[0]).toContain(CAVEAT[locale])
  })

  it('service names the rules that recommend, hold and waive it', () => {
    for (const { id } of RULE_SET.services) {
      const part = partUnder(`## \`${id}\``, page('services.md'))
      for (const rule of RULE_SET.rules)
        if ('services' in rule.event.params && rule.event.params.services.includes(id))
          expect(part, rule.id).toContain(`\`${rule.id}\``)
    }
  })
})

describe('a condition in words', () => {
  const text = (condition: Expanded, locale: 'nl' | 'en' = 'nl'): string =>
    conditionText(condition, writerFor(RULE_SET, locale))
  const signal: Expanded = { fact: 'conflict.status', operator: 'equal', value: 'signal' }
  const ongoing: Expanded = { fact: 'absence.ongoing', operator: 'equal', value: true }
  const weeks: Expanded = {
    fact: 'absence.completedWeeks',
    operator: 'greaterThanInclusive',
    value: { fact: 'policy.assessment.firstYearFromWeek' },
  }
  const link = '[`assessment.firstYearFromWeek`](policy.md#assessmentfirstyearfromweek)'

  it('of one comparison', () => {
    expect(text(signal)).toBe(
      'Als dit klopt:\n\n- “Speelt er een arbeidsconflict?”: **er zijn signalen** (`conflict.status`)',
    )
    expect(text(signal, 'en')).toBe(
      'If this holds:\n\n- “Is there a conflict at work?”: **there are signals** (`conflict.status`)',
    )
  })

  it('of groups in groups: one of a single member is its member, and the same kind runs on', () => {
    const nested: Expanded = {
      all: [{ all: [ongoing, { any: [signal] }] }, { any: [weeks, { all: [signal, ongoing] }] }],
    }
    expect(text(nested, 'en').split('\n')).toEqual([
      'If all of these hold:',
      '',
      '- absent through illness now: **yes** (`absence.ongoing`)',
      '- “Is there a conflict at work?”: **there are signals** (`conflict.status`)',
      '- at least one of the following:',
      `  - completed weeks of illness: **42** or more (\`absence.completedWeeks\`; ${link})`,
      '  - all of the following:',
      '    - “Is there a conflict at work?”: **there are signals** (`conflict.status`)',
      '    - absent through illness now: **yes** (`absence.ongoing`)',
    ])
    expect(text({ any: [signal, ongoing] })).toMatch(/^Als minstens een van deze punten klopt:/)
    expect(text({ all: [] })).toBe('Altijd.')
  })

  it.each([
    ['equal', 3, '**3**', '**3**'],
    ['notEqual', 3, 'niet **3**', 'not **3**'],
    ['in', [3, 4, 5], '**3**, **4** of **5**', '**3**, **4** or **5**'],
    ['notIn', [3, 4], 'niet **3** of **4**', 'not **3** or **4**'],
    ['lessThan', 3, 'minder dan **3**', 'less than **3**'],
    ['lessThanInclusive', 3, '**3** of minder', '**3** or less'],
    ['greaterThan', 3, 'meer dan **3**', 'more than **3**'],
    ['greaterThanInclusive', 3, '**3** of meer', '**3** or more'],
  ] as const)('with %s', (operator, value, nl, en) => {
    const leaf: Expanded = { fact: 'absence.completedWeeks', operator, value }
    expect(text(leaf)).toContain(`volle ziekteweken: ${nl} (`)
    expect(text(leaf, 'en')).toContain(`completed weeks of illness: ${en} (`)
  })

  it('with contains and doesNotContain', () => {
    const leaf = (operator: 'contains' | 'doesNotContain'): Expanded => ({
      fact: 'health.criticalLimitations',
      operator,
      value: '5.1',
    })
    expect(text(leaf('contains'))).toContain('onder andere **zitten sterk beperkt**')
    expect(text(leaf('doesNotContain'), 'en')).toContain('not among them: **sitting strongly limited**')
  })
})

describe('time in words', () => {
  const writer = { nl: writerFor(RULE_SET, 'nl'), en: writerFor(RULE_SET, 'en') }

  it.each([
    ['P14D', '14 dagen', '14 days'],
    ['P1D', '1 dag', '1 day'],
    ['P42W', '42 weken', '42 weeks'],
    ['P1W', '1 week', '1 week'],
    ['P4M', '4 maanden', '4 months'],
    ['P1M2W', '1 maand en 2 weken', '1 month and 2 weeks'],
    ['P1Y2M3D', '1 jaar, 2 maanden en 3 dagen', '1 year, 2 months and 3 days'],
    ['P0D', '0 dagen', '0 days'],
  ])('%s', (iso, nl, en) => {
    expect([durationText(iso, writer.nl), durationText(iso, writer.en)]).toEqual([nl, en])
  })

  it('names the parameter of a length', () => {
    expect(lengthText({ policy: 'promptReferral' }, writer.nl)).toBe(
      '14 dagen ([`promptReferral`](policy.md#promptreferral))',
    )
  })

  it('a window from its anchor, between two lengths of time, and on one day', () => {
    const rest = { whenPassed: 'over', basis: 'practice' } as const
    const told = (timing: Pick<TimingDocument, 'anchor' | 'from' | 'until'>): string | undefined =>
      windowText({ ...timing, ...rest }, writer.en).split('. ')[0]
    expect(told({ anchor: 'asOf', from: 'P0D', until: 'P14D' })).toBe(
      'When: from the reference day, at latest 14 days later',
    )
    expect(told({ anchor: 'absence.effectiveFirstDay', from: 'P4M', until: 'P9M' })).toBe(
      'When: from 4 months to 9 months after the first day of illness (spells joined)',
    )
    expect(told({ anchor: 'process.firstYearEvaluationOn', from: 'P0D', until: 'P0D' })).toBe(
      'When: on the day in “On which day was the first-year evaluation held?”',
    )
    expect(windowText({ anchor: 'asOf', from: 'P0D', until: 'P1D', ...rest }, writer.nl)).toMatch(
      /Grondslag van de termijn: praktijk\. .*vervalt de aanbeveling\.$/,
    )
  })
})

describe('a rule set of an organisation', () => {
  it('may lack what the table of the sources names, without a link that leads nowhere', () => {
    const [first] = RULE_SET.checklists
    const rules = RULE_SET.rules.filter(({ checklist }) => checklist === first?.id)
    const cited = new Set(rules.flatMap(({ sources }) => sources.map(({ id }) => id)))
    const services = new Set(rules.flatMap(({ event }) => ('services' in event.params ? event.params.services : [])))
    const bare: RuleSet = {
      ...RULE_SET,
      checklists: RULE_SET.checklists.slice(0, 1).map((checklist) => ({ ...checklist, sources: [] })),
      rules,
      services: RULE_SET.services.filter(({ id }) => services.has(id)).map((service) => ({ ...service, sources: [] })),
      needs: new Map(),
      milestones: [],
      parameters: new Map([...RULE_SET.parameters].map(([name, parameter]) => [name, { ...parameter, sources: [] }])),
      sources: new Map([...RULE_SET.sources].filter(([id]) => cited.has(id))),
    }
    const pages = renderDocs({ ...bare, doubts: {} as RuleSet['doubts'] }, 'nl')
    expect(bare.sources.has('celsus-2015')).toBe(false)
    expect(pages.get('coverage.md')).toContain('`celsus-2015` 1.1')
    expect(brokenLinks(pages)).toEqual([])
  })

  it('may call a checklist as a page is called, and write markup in a text', () => {
    const renamed: RuleSet = {
      ...RULE_SET,
      checklists: RULE_SET.checklists.map((checklist) =>
        checklist.id === 'conflict'
          ? { ...checklist, id: 'services', title: { nl: 'a | b', en: '[x](y) <b> *c*' } }
          : checklist,
      ),
      rules: RULE_SET.rules.map((rule) => (rule.checklist === 'conflict' ? { ...rule, checklist: 'services' } : rule)),
    }
    const pages = renderDocs(renamed, 'en')
    expect(pages.size).toBe(PAGES.size)
    expect(pages.get('services-checklist.md')).toContain('# \\[x\\](y) \\<b\\> \\*c\\*')
    expect(brokenLinks(pages).filter((target) => !target.includes('](y)') && !target.endsWith(': y'))).toEqual([])
  })
})
