import { describe, expect, it } from 'vitest'
import { findGivesAway } from '../../../src/authoring/check/find-gives-away'
import { medicalWordsIn } from '../../../src/authoring/check/medical-words'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import { type Documents, readDocuments } from '../../../src/core/rules/read-documents'
import { SHIPPED_FILES } from '../../../src/index'
import { ownFiles } from '../../support/own-rule-set'
import { patched } from '../../support/patch-rule-set'

const findingsIn = (files: Readonly<Record<string, unknown>>) => {
  const loaded = loadRuleSet(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues[0]))
  return findGivesAway(readDocuments(files).documents as Documents, loaded.ruleSet)
}
const placesIn = (files: Readonly<Record<string, unknown>>): readonly string[] =>
  findingsIn(files).map(({ file, pointer }) => `${file}${pointer}`)

const replace = (file: string, pointer: string, value: unknown) => ({ op: 'replace', file, pointer, value }) as const
const TEXT = { nl: 'De werknemer heeft last van depressie.', en: 'The employee suffers from depression.' }
const CONFLICT = 'checklists/conflict.json'

describe('what gives away', () => {
  it('is not in the shipped rule set, nor in that of an organisation which asks the physician', () => {
    expect(placesIn(SHIPPED_FILES)).toEqual([])
    expect(placesIn(ownFiles())).toEqual([])
  })

  it('is an illness in a text that the employer reads: of a rule, a service or a need', () => {
    expect(placesIn(patched([replace(CONFLICT, '/rules/0/text', TEXT)]))).toEqual([`${CONFLICT}/rules/0/text`])
    expect(placesIn(patched([replace('services.json', '/services/0/title', TEXT)]))).toEqual([
      'services.json/services/0/title',
    ])
    expect(placesIn(patched([replace('services.json', '/needs/0/firstStep', TEXT)]))).toEqual([
      'services.json/needs/0/firstStep',
    ])
  })

  it('is not the text of a rule that only the physician reads', () => {
    const file = 'checklists/social-emotional-complaints.json'
    const rules = (SHIPPED_FILES[file] as { readonly rules: readonly { readonly text: unknown }[] }).rules
    expect(JSON.stringify(rules[0]?.text)).toMatch(/klachten/)
    expect(placesIn(patched([replace(file, '/rules/0/text', TEXT)]))).toEqual([])
  })

  it('is the title of a source that names an illness, cited where the employer reads it', () => {
    const sources = SHIPPED_FILES['sources.json'] as { readonly sources: readonly { readonly id: string }[] }
    const cited = (SHIPPED_FILES[CONFLICT] as { rules: { sources: { id: string }[] }[] }).rules[0]?.sources[0]?.id
    const at = sources.sources.findIndex(({ id }) => id === cited)
    const found = placesIn(patched([replace('sources.json', `/sources/${at}/title`, 'Werken met kanker')]))
    expect(found).toContain(`${CONFLICT}/rules/0/sources/0`)
  })

  it('is an employer question about an illness', () => {
    const { files, facts } = copy()
    const at = facts.findIndex(({ tier }) => tier === 'employer')
    Object.assign(facts[at] ?? {}, { question: { nl: 'Heeft de werknemer rugklachten?', en: 'Back pain?' } })
    expect(placesIn(files)).toEqual([`facts.json/facts/${at}/question`])
    expect(findingsIn(files)[0]).toMatchObject({ code: 'gives-away', level: 'warning' })
  })

  it('cannot be a medical question that somebody else may answer: it does not load', () => {
    const { files, facts } = copy()
    const at = facts.findIndex(({ tier }) => tier === 'medical')
    Object.assign(facts[at] ?? {}, { answeredBy: ['occupational-physician', 'case-manager'] })
    const loaded = loadRuleSet(files)
    expect(loaded.ok ? [] : loaded.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['tier-conflict', `/facts/${at}/answeredBy/1`],
    ])
  })
})

function copy() {
  const files = ownFiles() as Record<string, Record<string, unknown>>
  return { files, facts: files['facts.json']?.facts as Record<string, unknown>[] }
}

describe('medical words', () => {
  it.each([
    [
      'nl',
      'Vanwege rugklachten en een zwangerschap onder behandeling.',
      ['rugklachten', 'zwangerschap', 'behandeling'],
    ],
    ['nl', 'Chemotherapie na kanker', ['chemotherapie', 'kanker']],
    ['nl', 'Na het zwangerschapsverlof werkt de werknemer op arbeidstherapeutische basis.', []],
    ['nl', 'De bedrijfsarts adviseert te wachten tot de arbeidstherapie voorbij is.', []],
    ['en', 'Chronic back pain, terminal cancer.', ['chronic', 'back pain', 'terminal', 'cancer']],
    ['en', 'After maternity leave, therapeutic work in the terms of the law.', []],
  ] as const)('%s: %s', (locale, text, words) => {
    expect(medicalWordsIn(text, locale)).toEqual(words)
  })
})
