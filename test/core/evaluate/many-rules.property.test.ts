import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileRules } from '../../../src/core/evaluate/compile-rules'
import { evaluateCompiled } from '../../../src/core/evaluate/evaluate-compiled'
import type { Outcome } from '../../../src/core/evaluate/outcome'
import { resolvePolicy } from '../../../src/core/rules/policy'
import { conditionArbitrary } from '../../support/arbitrary-condition'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { seeBoth } from '../../support/both-evaluators'
import { questionFor, tinyRuleSet } from '../../support/tiny-rule-set'

const SEED = 20_261_122
const RULES = 90
/** Where conditions stand whose clauses would be too many: nine pairs of comparisons have 512. */
const UNRULY = [5, 40, 89]

const written = fc.sample(conditionArbitrary, { numRuns: 2_000, seed: SEED }) as ({ readonly fact: string } | object)[]
const comparisons = written.filter((one) => 'fact' in one && !one.fact.startsWith('policy.'))

const unrulyFrom = (first: number): unknown => ({
  any: Array.from({ length: 9 }, (_, pair) => ({ all: comparisons.slice(first + 2 * pair, first + 2 * pair + 2) })),
})

/** Of two comparisons, so that each is a clause of its own. */
const eitherFrom = (first: number): unknown => ({ any: comparisons.slice(first, first + 2) })

it('both evaluators say the same of more rules and clauses than there are bits in a word', async () => {
  const conditions = Array.from({ length: RULES }, (_, at) =>
    UNRULY.includes(at) ? unrulyFrom(at) : at % 2 === 0 ? eitherFrom(at) : written[at],
  )
  const ruleSet = tinyRuleSet(conditions)
  const resolved = resolvePolicy(ruleSet.parameters, {})
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues))
  const rules = { ruleSet, policy: resolved.policy }
  const { clauseWords, conditionWords, memberwise, conditions: questions } = compileRules(ruleSet, rules.policy)
  expect(Math.min(clauseWords, conditionWords)).toBeGreaterThan(1)
  const places = memberwise.map(({ place }) => place)
  expect(new Set(places.map((place) => questions[place]?.id))).toEqual(new Set(UNRULY.map(questionFor)))
  expect(Math.max(...places)).toBeGreaterThan(64)

  const seen = new Map(places.map((place) => [place, new Set<Outcome>()]))
  for (const snapshot of fc.sample(snapshotArbitrary(1), { numRuns: 150, seed: SEED })) {
    const { outcomes: reference, facts, asOf } = await seeBoth(ruleSet, snapshot)
    const compiled = evaluateCompiled(rules, facts, asOf)
    expect(new Map(questions.map(({ id }, place) => [id, compiled[place]]))).toEqual(reference)
    for (const [place, outcomes] of seen) outcomes.add(compiled[place] as Outcome)
  }
  for (const outcomes of seen.values()) expect(outcomes.size).toBeGreaterThan(1)
})
