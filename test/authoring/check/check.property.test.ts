import { describe, expect, it } from 'vitest'
import { checkRuleSet, FINDING_CODES } from '../../../src/authoring'
import { triageSync } from '../../../src/core/create-triage'
import { SHIPPED_FILES } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import { patched } from '../../support/patch-rule-set'
import { PLANTED_FAULTS } from '../../support/planted-faults'

describe('the shipped rule set', () => {
  const checked = checkRuleSet(SHIPPED_FILES, { on: '2026-12-01' })

  it('has no finding', () => expect(checked.findings).toEqual([]))

  it('leaves no question undecided', () => expect(checked.undecided).toEqual([]))

  it('accepts what it accepts with a reason', () => {
    for (const { reason, code } of checked.accepted) {
      expect(reason).toMatch(/\w{3,}.*\.$/)
      expect(Object.keys(FINDING_CODES)).toContain(code)
    }
  })
})

describe('a planted fault', () => {
  it('is of each kind that speaks about meaning', () => {
    const codes = Object.keys(FINDING_CODES)
    const meaning = codes.slice(0, codes.indexOf('gap') + 1)
    expect(new Set(PLANTED_FAULTS.map(({ code }) => code))).toEqual(new Set(meaning))
  })

  it.each(PLANTED_FAULTS)(
    'is found, with a case that shows it: $fault',
    ({ changes, code, file, at, about, shows }) => {
      const files = patched(changes)
      const { findings } = checkRuleSet(files)
      const found = findings.find((one) => one.code === code && one.file === file && one.pointer.startsWith(at))
      expect(found, JSON.stringify(findings.map((one) => [one.code, one.file, one.pointer]))).toBeDefined()
      const { witness, message } = found as NonNullable<typeof found>
      for (const text of Object.values(message)) expect(text).toMatch(/^[a-z].{20,}[^.]$/)
      expect(Object.keys(witness ?? {}).sort()).toEqual(['asOf', ...about].sort())
      const loaded = loadRuleSet(files)
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
      expect(shows(triageSync(witness, { audience: 'full', ruleSet: loaded.ruleSet }))).toBe(true)
    },
  )
})
