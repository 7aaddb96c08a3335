import { describe, expect, it } from 'vitest'
import { checkRuleSet } from '../../../src/authoring/check/check-rule-set'
import type { FindingCode } from '../../../src/authoring/check/finding-codes'
import { FINDING_EXAMPLES } from '../../../src/authoring/check/finding-examples'
import { MEANING_EXAMPLES } from '../../../src/authoring/check/page-examples-meaning'
import { planted } from '../../support/planted-values'

const MEANING = Object.keys(MEANING_EXAMPLES) as FindingCode[]

describe('the example on the page of', () => {
  it.each(MEANING)('%s has it, with a case', (code) => {
    const found = checkRuleSet(planted(FINDING_EXAMPLES[code].bad)).findings.filter((finding) => finding.code === code)
    expect(found.length).toBeGreaterThan(0)
    for (const { witness } of found) expect(witness?.asOf).toBe('2026-01-01')
  })

  it('each finding about meaning has a good one without any finding', () => {
    const good = MEANING.flatMap((code) => [...FINDING_EXAMPLES[code].good])
    // A list of services can be written in one way at a time: the last is.
    const { findings } = checkRuleSet(planted(good))
    expect(findings.filter(({ code }) => code !== 'unused-name')).toEqual([])
  })
})
