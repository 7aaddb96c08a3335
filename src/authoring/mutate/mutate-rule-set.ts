import type { RuleSet } from '../../core/rules/rule-set'
import type { Proceed } from '../check/find-meaning'
import { ownParts } from '../coverage/goal'
import type { Fixture } from '../testing/fixture'
import { runFixture } from '../testing/run-fixture'
import { applyMutant } from './apply-mutant'
import { explainSurvivor, type Survival } from './explain-survivor'
import { killMutant } from './kill-mutant'
import type { Mutant } from './mutant'
import { mutantsOf } from './mutants-of'
import { prepareFixture } from './prepared-fixture'

/** What came of the mutants of a rule set. */
export interface MutationRun {
  readonly ruleSet: { readonly id: string; readonly version: string }
  /** Fixtures that were tried: confirmed by a person, and holding against the rule set as it is. */
  readonly fixtures: number
  /** Files that do not count, because nobody confirmed them yet. */
  readonly unconfirmed: readonly string[]
  /** Files that fail against the rule set as it is. */
  readonly failing: readonly string[]
  /** In the order of the documents. */
  readonly results: readonly MutantResult[]
  /** Mutants for which there was no time. */
  readonly untried: number
}

/** What became of one planted fault. */
export type MutantResult = { readonly mutant: Mutant } & ({ readonly status: 'killed'; readonly by: string } | Survival)

/**
 * Makes every mutant of a rule set and tells which of them the fixtures notice: some expectation fails under it. Of the
 * others either a case is given that comes out otherwise, or it is proved that none does.
 *
 * @param base What the rule set extends: then only what it adds or says otherwise is mutated.
 */
export function mutateRuleSet(
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  base?: RuleSet,
  proceed: Proceed = () => true,
): MutationRun {
  const confirmed = fixtures.filter(({ generated }) => !generated)
  const run = confirmed.map((fixture) => runFixture(fixture, ruleSet)).filter(({ ok }) => ok)
  const holding = run.map(({ fixture }) => fixture)
  const prepared = run.map(({ fixture, advice }) => prepareFixture(fixture, ruleSet, advice))
  const mutants = mutantsOf(ruleSet, ownParts(ruleSet, base))
  let going = true
  const results = mutants.flatMap((mutant, at): readonly MutantResult[] => {
    going &&= proceed(at, mutants.length)
    if (!going) return []
    const by = killMutant(applyMutant(mutant, ruleSet), ruleSet, prepared)
    return [by === undefined ? { mutant, ...explainSurvivor(mutant, ruleSet) } : { mutant, status: 'killed', by }]
  })
  const { id, version } = ruleSet.manifest
  return {
    ruleSet: { id, version },
    fixtures: holding.length,
    unconfirmed: fixtures.filter(({ generated }) => generated).map(({ file }) => file),
    failing: confirmed.filter((fixture) => !holding.includes(fixture)).map(({ file }) => file),
    results,
    untried: mutants.length - results.length,
  }
}

/** Of the mutants that differ in some case, the share that is killed: of a hundred, one decimal, never rounded up. */
export function mutationScore({ results }: MutationRun): {
  readonly killed: number
  readonly survived: number
  readonly equivalent: number
  readonly score: number
} {
  const count = (status: MutantResult['status']): number => results.filter((one) => one.status === status).length
  const [killed, survived, equivalent] = [count('killed'), count('survived'), count('equivalent')]
  const score = killed + survived === 0 ? 100 : Math.floor((killed * 1000) / (killed + survived)) / 10
  return { killed, survived, equivalent, score }
}
