import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BriefRecommendation, createBriefTriage } from '../../../src/core/brief-advice'
import { openCase } from '../../../src/core/case/case'
import { parseSnapshot } from '../../../src/core/snapshot/parse-snapshot'
import { loadRuleSet } from '../../../src/index'
import { writtenAdvice } from '../../../src/reports/batch/written-advice'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { loadFixtures } from '../../support/load-fixtures'
import { ownFiles } from '../../support/own-rule-set'

const extended = loadRuleSet(ownFiles())
if (!extended.ok) throw new Error(JSON.stringify(extended.issues))
const WAYS = [
  createBriefTriage(),
  createBriefTriage({ audience: 'employer' }),
  createBriefTriage({ ruleSet: extended.ruleSet }),
]

/** The window as members of the recommendation. */
const flat = ({ service, certainty, window, held, blockedBy }: BriefRecommendation) => {
  const { startFrom, startBy, state } = window
  return { service, certainty, startFrom, startBy, state, held, blockedBy }
}

function expectWritten(snapshot: unknown, caseId: string | undefined): number {
  const parsed = parseSnapshot(snapshot)
  if (!parsed.ok) return 0
  for (const triage of WAYS) {
    const advice = triage(openCase(parsed.snapshot))
    // In the order of contract: where it belongs, then what is advised.
    const recommendations = advice.recommendations.map(flat)
    const whole = { line: 7, ...(caseId === undefined ? {} : { caseId }), ...advice, recommendations }
    expect(writtenAdvice(advice, { line: 7, caseId })).toBe(JSON.stringify(whole))
  }
  return 1
}

describe('a brief advice as one line', () => {
  it('is what JSON.stringify writes, of every fixture', () => {
    const written = loadFixtures().reduce((count, { snapshot }) => count + expectWritten(snapshot, 'a_1-B'), 0)
    expect(written).toBeGreaterThan(500)
  })

  it('is what JSON.stringify writes, of any case', () => {
    fc.assert(
      fc.property(snapshotArbitrary(), (snapshot) => {
        expectWritten(snapshot, undefined)
      }),
      { numRuns: 500 },
    )
  })
})
