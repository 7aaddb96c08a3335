import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownParts } from '../../../src/authoring/coverage/goal'
import { applyMutant } from '../../../src/authoring/mutate/apply-mutant'
import { explainSurvivor } from '../../../src/authoring/mutate/explain-survivor'
import { killMutant } from '../../../src/authoring/mutate/kill-mutant'
import { mutantText } from '../../../src/authoring/mutate/mutant'
import { mutantsOf } from '../../../src/authoring/mutate/mutants-of'
import { prepareFixture } from '../../../src/authoring/mutate/prepared-fixture'
import { runCaseUnder } from '../../../src/authoring/mutate/run-case-under'
import type { Fixture } from '../../../src/authoring/testing/fixture'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import type { Snapshot } from '../../../src/core/snapshot/snapshot'
import { conditionArbitrary } from '../../support/arbitrary-condition'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { questionFor, tinyFiles } from '../../support/tiny-rule-set'

const RUNS = 15
const SNAPSHOTS = 40
const SEED = 20_261_122
const RULE = questionFor(0)

function ruleSetOf(condition: unknown): RuleSet | undefined {
  const loaded = loadRuleSet(tinyFiles([condition]))
  return loaded.ok ? loaded.ruleSet : undefined
}

/** What expectations can state of a rule set of one notice. */
function said(ruleSet: RuleSet, loaded: RuleSet, snapshot: Snapshot): unknown {
  const run = runCaseUnder(ruleSet, loaded, {}, snapshot)
  return run && [run.rule(RULE), run.advice.notices.map(({ id, state }) => [id, state]), run.advice.checklists]
}

describe('the mutants of any condition', () => {
  const snapshots = fc.sample(snapshotArbitrary(), { numRuns: SNAPSHOTS, seed: SEED })

  it('are told apart by the case that is given, or by none', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(conditionArbitrary, (condition) => {
        const ruleSet = ruleSetOf(condition)
        fc.pre(ruleSet !== undefined)
        const mutants = mutantsOf(ruleSet, {
          ...ownParts(ruleSet, undefined),
          parameters: new Set(),
          milestones: new Set(),
        })
        for (const mutant of mutants) {
          const survival = explainSurvivor(mutant, ruleSet)
          const mutated = applyMutant(mutant, ruleSet)
          if (survival.status === 'equivalent')
            for (const snapshot of snapshots)
              expect(said(mutated.ruleSet, ruleSet, snapshot), mutantText(mutant)).toEqual(
                said(ruleSet, ruleSet, snapshot),
              )
          else {
            expect(survival.witness, mutantText(mutant)).toBeDefined()
            const snapshot = survival.witness?.snapshot as Snapshot
            expect(said(mutated.ruleSet, ruleSet, snapshot), mutantText(mutant)).not.toEqual(
              said(ruleSet, ruleSet, snapshot),
            )
            // A fixture that is made of it kills it.
            const run = runCaseUnder(ruleSet, ruleSet, {}, snapshot)
            const fixture: Fixture = {
              file: 'witness.json',
              path: 'witness',
              note: 'The case that tells a mutant apart.',
              snapshot: snapshot as Fixture['snapshot'],
              expect: {
                outcomes: { [RULE]: run?.rule(RULE) ?? 'open' },
                checklists: Object.fromEntries((run?.advice.checklists ?? []).map(({ id, outcome }) => [id, outcome])),
              },
            }
            expect(killMutant(mutated, ruleSet, [prepareFixture(fixture, ruleSet)]), mutantText(mutant)).toBe(
              'witness.json',
            )
          }
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
  })
})
