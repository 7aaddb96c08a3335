import { describe, expect, it } from 'vitest'
import { rulesCovering } from '../../../src/authoring/docs/coverage-page'
import { SITUATIONS } from '../../../src/authoring/docs/situations'
import { OUTSIDE } from '../../../src/authoring/docs/situations-outside'
import type { Citation } from '../../../src/core/advice'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { shippedRuleSet } from '../../../src/index'
import { ASSUMPTION_NAMES, ASSUMPTIONS } from '../../../src/reports/savings/assumptions'

const RULE_SET = shippedRuleSet()

const isListed = ({ id, section }: Citation): boolean =>
  RULE_SET.sources.get(id)?.sections.some((found) => found.id === section) ?? false

const named = ({ source, title }: { source: Citation; title: { en: string } }): string =>
  `${source.id} ${source.section}: ${title.en}`

const countOf = (id: string, section?: string): number =>
  SITUATIONS.filter(({ source }) => source.id === id && (section === undefined || source.section === section)).length

describe('the situations and services of the sources', () => {
  it('are all there: as many as each document names', () => {
    expect(countOf('cahier-32', '3.2')).toBe(11)
    expect(countOf('cahier-32', '3.5.1')).toBe(3)
    expect(countOf('cahier-32', '3.5.2')).toBe(11)
    expect(countOf('akc-folder', 'situations')).toBe(10)
    expect(countOf('akc-folder', 'examples')).toBe(9)
    expect(countOf('akc-factsheet')).toBeGreaterThan(0)
    expect(countOf('preventieve-ad-2026')).toBeGreaterThan(0)
    expect(countOf('celsus-2015')).toBeGreaterThan(0)
  })

  it('are each covered by a rule', () => {
    expect(SITUATIONS.filter((situation) => rulesCovering(situation, RULE_SET).length === 0).map(named)).toEqual([])
  })

  it('lead to checklists, services and facts that exist', () => {
    const checklists = new Set(RULE_SET.checklists.map(({ id }) => id))
    const services = new Set(RULE_SET.services.map(({ id }) => id))
    const strange = SITUATIONS.flatMap((situation) =>
      situation.leadsTo
        .filter(
          ({ checklist, service, fact }) =>
            (checklist !== undefined && !checklists.has(checklist)) ||
            (service !== undefined && !services.has(service)) ||
            (fact !== undefined && !BASE_FACTS.has(fact)),
        )
        .map((selector) => `${named(situation)} -> ${JSON.stringify(selector)}`),
    )
    expect(strange).toEqual([])
  })

  it('have each a source whose section is in the catalogue of sources, also where no rule takes them up', () => {
    expect([...SITUATIONS, ...OUTSIDE].filter(({ source }) => !isListed(source)).map(named)).toEqual([])
  })

  it('are named once a section', () => {
    const names = [...SITUATIONS, ...OUTSIDE].map(named)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('every checklist, service and rule', () => {
  it('of which a checklist is where a situation of the sources leads', () => {
    const led = new Set(SITUATIONS.flatMap((situation) => rulesCovering(situation, RULE_SET)))
    const idle = RULE_SET.checklists.filter(
      ({ id }) => !RULE_SET.rules.some((rule) => rule.checklist === id && led.has(rule.id)),
    )
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  it('of which a service is recommended by a rule', () => {
    const idle = RULE_SET.services.filter(
      ({ id }) => rulesCovering({ leadsTo: [{ service: id }] }, RULE_SET).length === 0,
    )
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  it('of which a rule has a source, and each source a section in the catalogue', () => {
    const { rules, checklists, services, milestones, parameters, needs } = RULE_SET
    const citing = [...rules, ...checklists, ...services, ...milestones, ...needs.values()]
    const faulty = citing.filter(({ sources }) => sources.length === 0 || !sources.every(isListed)).map(({ id }) => id)
    expect(faulty).toEqual([])
    expect(ASSUMPTION_NAMES.filter((name) => !isListed(ASSUMPTIONS[name].source))).toEqual([])
    expect([...parameters.values()].filter(({ sources }) => !sources.every(isListed)).map(({ name }) => name)).toEqual(
      [],
    )
  })
})
