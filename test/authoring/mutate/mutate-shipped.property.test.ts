import { describe, expect, it } from 'vitest'
import { mutantText } from '../../../src/authoring/mutate/mutant'
import { mutateRuleSet, mutationScore } from '../../../src/authoring/mutate/mutate-rule-set'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadFixtures } from '../../support/load-fixtures'

/** Some twelve hundred faults and six hundred fixtures. */
const TIMEOUT = 120_000

describe('the fixtures of the shipped rule set', () => {
  it('notice every fault in it, or it is proved to be none', { timeout: TIMEOUT }, () => {
    const run = mutateRuleSet(shippedRuleSet(), loadFixtures())
    expect(run.failing).toEqual([])
    const alive = run.results.filter(({ status }) => status === 'survived')
    expect(alive.map(({ mutant }) => mutantText(mutant))).toEqual([])
    expect(mutationScore(run)).toMatchObject({ survived: 0, score: 100 })
    expect(run.results.length).toBeGreaterThan(1_000)
    const same = run.results.flatMap(({ mutant, status }) => (status === 'equivalent' ? [mutantText(mutant)] : []))
    expect(same).toEqual([
      // Whoever is not absent has no first day of illness, and so no window that counts from it.
      'checklists/social-emotional-complaints.json#/rules/0/conditions: without absence.ongoing equal true',
      // A raised absence of the group asks for the same services in the same window, with or without the load.
      'checklists/task-load.json#/rules/6/timing/from: P0D -> P1D',
      'checklists/task-load.json#/rules/6/timing/until: promptReferral -> P15D',
      'checklists/task-load.json#/rules/7/timing/from: P0D -> P1D',
      'checklists/task-load.json#/rules/7/timing/until: promptReferral -> P15D',
      'checklists/waiting-employer.json#/rules/1/conditions: without absence.ongoing equal true',
    ])
  })
})
