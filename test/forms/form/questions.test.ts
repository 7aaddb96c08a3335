import { describe, expect, it } from 'vitest'
import { ASK_WORDS } from '../../../src/cli/ask/ask-words'
import { BASE_FACTS, type BaseFact } from '../../../src/core/snapshot/catalogue'
import { exportForm } from '../../../src/index'

/** Who says so: a source by its name, or we ourselves. */
const MARKED_NL =
  /onze keuze|eigen (?:voorbeeld|omschrijving)|NIOSH|BAuA|cahier-32|celsus-2015|preventieve-ad-2026|akc-factsheet|BW 7|WIA art|STECR|Fleten|Regeling procesgang/i
const MARKED_EN =
  /our own (?:choice|example|description)|NIOSH|BAuA|cahier-32|celsus-2015|preventieve-ad-2026|akc-factsheet|BW 7|WIA art|STECR|Fleten|Regeling procesgang/i

/** What nobody can answer without being told from where on it counts. */
const NEEDS_ANCHOR = [...BASE_FACTS.values()].filter(
  ({ id, type }) =>
    id.startsWith('taskLoad.') ||
    [
      'employment.functionVariety',
      'employment.employerAttitude',
      'employment.demandingEnvironment',
      'employment.jobGroupElevatedAbsence',
      'returnToWork.buildUp',
      'returnToWork.suitableWorkClear',
      'returnToWork.otherWorkWithEmployer',
      'conflict.status',
      'health.lengthyRecovery',
      'health.usableCapacity',
    ].includes(id) ||
    (id.startsWith('signals.') && type === 'boolean' && id !== 'signals.demandsExceedCapacity'),
)

describe('a question', () => {
  it.each([...BASE_FACTS.values()].map((fact) => [fact.id, fact] as const))('%s has help', (_, { help }) => {
    expect(help?.nl).toBeDefined()
    expect(help?.en).toBeDefined()
  })

  it.each(NEEDS_ANCHOR.map((fact) => [fact.id, fact] as const))(
    '%s says what counts, and whether a source says so or we do',
    (_, { help }: BaseFact) => {
      expect(help?.nl).toMatch(MARKED_NL)
      expect(help?.en).toMatch(MARKED_EN)
    },
  )

  it('about a load says what low, raised and high are', () => {
    for (const { id, type, help } of BASE_FACTS.values()) {
      if (!id.startsWith('taskLoad.') || type !== 'choice') continue
      for (const word of ['Hoog:', 'Verhoogd:', 'Laag:']) expect(help?.nl, id).toContain(word)
      for (const word of ['High:', 'Raised:', 'Low:']) expect(help?.en, id).toContain(word)
    }
  })

  it('has its unit in the language of the terminal', () => {
    const units = [...BASE_FACTS.values()].flatMap(({ unit }) => (unit === undefined ? [] : [unit]))
    expect(units.length).toBeGreaterThan(0)
    for (const unit of units) {
      expect(ASK_WORDS.nl.units[unit]).toBeDefined()
      expect(ASK_WORDS.nl.units[unit]).not.toBe(unit)
      expect(ASK_WORDS.en.units[unit]).toBeDefined()
    }
  })

  it('has a type beside each list of values in the JSON Schema, without which some libraries show no field', () => {
    const lists: Record<string, unknown>[] = []
    const look = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return
      if ('oneOf' in part) lists.push(part as Record<string, unknown>)
      Object.values(part).forEach(look)
    }
    look(exportForm('json-schema', { audience: 'full' }))
    expect(lists.length).toBeGreaterThan(35)
    for (const list of lists) {
      const types = (list.oneOf as readonly { readonly enum: readonly unknown[] }[]).map((one) => typeof one.enum[0])
      expect([list.type].flat().sort()).toEqual([...new Set(types)].sort())
    }
  })
})
