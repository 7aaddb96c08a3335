import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkRuleSet, findWriting } from '../../../src/authoring/check/check-rule-set'
import { FINDING_CODES, type FindingCode } from '../../../src/authoring/check/finding-codes'
import { type ExampleValue, FINDING_EXAMPLES } from '../../../src/authoring/check/finding-examples'
import { FINDING_PAGES } from '../../../src/authoring/check/finding-page-texts'
import { MEANING_EXAMPLES } from '../../../src/authoring/check/page-examples-meaning'
import { renderFindingPages } from '../../../src/authoring/docs/finding-pages'
import { GENERATED } from '../../../src/authoring/docs/writer'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import { type Documents, readDocuments } from '../../../src/core/rules/read-documents'
import { LOCALES } from '../../../src/core/snapshot/fact'
import { brokenLinks, headingsOf } from '../../support/markdown-links'
import { planted } from '../../support/planted-values'
import { ROOT } from '../../support/run'

const ON = '2026-11-30'
const CODES = Object.keys(FINDING_CODES) as FindingCode[]
const MEANING = Object.keys(MEANING_EXAMPLES) as FindingCode[]
const WRITING = CODES.filter((code) => !MEANING.includes(code) && code !== 'accepted-without-finding')

function writingOf(values: readonly ExampleValue[]): readonly string[] {
  const files = planted(values)
  const loaded = loadRuleSet(files)
  const { documents } = readDocuments(files)
  if (!loaded.ok || !documents) throw new Error(JSON.stringify(loaded))
  return findWriting(files, documents as Documents, loaded.ruleSet, ON).map(({ code }) => code)
}

/** Those about meaning are tried by night: check-pages-meaning.property. */
describe('the example on the page of', () => {
  it.each(WRITING)('%s has it, and the good one has not', (code) => {
    expect(writingOf(FINDING_EXAMPLES[code].bad)).toContain(code)
    expect(writingOf(FINDING_EXAMPLES[code].good)).not.toContain(code)
  })

  it('accepted-without-finding has it', () => {
    const { findings } = checkRuleSet(planted(FINDING_EXAMPLES['accepted-without-finding'].bad))
    expect(findings.map(({ code }) => code)).toEqual(['accepted-without-finding'])
  })
})

describe.each(LOCALES)('the pages of findings in %s', (locale) => {
  const pages = renderFindingPages(locale)

  it('are one for each, and a list', () => {
    expect([...pages.keys()].sort()).toEqual(['README', ...CODES].map((name) => `findings/${name}.md`).sort())
    expect(Object.keys(FINDING_PAGES).sort()).toEqual([...CODES].sort())
  })

  it('are on disk as they are now: else run `npm run docs`', () => {
    const onDisk = readdirSync(join(ROOT, 'docs', locale, 'findings')).map((name) => `findings/${name}`)
    expect(onDisk.sort()).toEqual([...pages.keys()].sort())
    for (const [name, text] of pages)
      expect(readFileSync(join(ROOT, 'docs', locale, name), 'utf8').replaceAll('\r\n', '\n'), name).toBe(text)
  })

  it('say what, why, bad and good and hold no gap', () => {
    for (const [name, text] of pages) {
      expect(text.startsWith(`${GENERATED}\n\n# `), name).toBe(true)
      expect(text, name).not.toMatch(/undefined|\bnull\b|NaN|\[object|\n{3}|\t|[\u200B\u00A0]/)
      const headings = headingsOf(text).slice(1)
      if (name !== 'findings/README.md')
        expect(headings, name).toEqual(locale === 'nl' ? ['Waarom', 'Zo niet', 'Zo wel'] : ['Why', 'Bad', 'Good'])
    }
  })

  it('are linked from the list, and every link leads somewhere', () => {
    const inFolder = new Map([...pages].map(([name, text]) => [name.replace('findings/', ''), text]))
    expect(brokenLinks(inFolder)).toEqual([])
    for (const code of CODES) expect(pages.get('findings/README.md')).toContain(`(${code}.md)`)
  })
})
