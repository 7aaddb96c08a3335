import { describe, expect, it } from 'vitest'
import { checkRuleSet } from '../../../src/authoring'
import { bigFiles } from '../../support/big-rule-set'

const FILES = bigFiles(60, 60)

describe('a rule set of many rules over many facts', () => {
  it('is checked as far as it goes, and what was not decided is named', () => {
    let asked = 0
    const { findings, undecided, ruleSet } = checkRuleSet(FILES, {
      proceed: (done, total) => {
        asked = Math.max(asked, done)
        return done < total / 10
      },
    })
    expect(ruleSet).toBeDefined()
    expect(asked).toBeGreaterThan(0)
    expect(undecided.length).toBeGreaterThan(0)
    for (const { code, about, file } of undecided)
      expect([code, about, file].every((text) => text.length > 0)).toBe(true)
    // What is seen without looking at cases is found whatever the budget.
    expect(findings.every(({ code }) => code !== 'gap')).toBe(true)
  })
})
