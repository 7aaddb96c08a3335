import fc from 'fast-check'
import { openCase } from '../../src/core/case/case'
import type { RulesInForce } from '../../src/core/evaluate/conditions'
import { conditionsOf } from '../../src/core/evaluate/conditions'
import { evaluateCompiled } from '../../src/core/evaluate/evaluate-compiled'
import { evaluateReference as evaluate } from '../../src/core/evaluate/evaluate-reference'
import { groundFor } from '../../src/core/evaluate/ground'
import type { Outcomes } from '../../src/core/evaluate/outcome'
import { deriveFacts, type Facts } from '../../src/core/facts/derive-facts'
import { loadRuleSet } from '../../src/core/rules/load-rule-set'
import { resolvePolicy } from '../../src/core/rules/policy'
import type { Snapshot } from '../../src/core/snapshot/snapshot'
import { conditionArbitrary } from './arbitrary-condition'
import { snapshotArbitrary } from './arbitrary-snapshot'
import { tinyFiles } from './tiny-rule-set'

export type Evaluator = (rules: RulesInForce, facts: Facts, asOf: number) => Outcomes | Promise<Outcomes | undefined>

/** A rule as the format has it: a condition, and for some a window that must exist. */
export interface WrittenRule {
  readonly condition: unknown
  readonly timing?: unknown
}

export interface Disagreement {
  readonly rules: readonly WrittenRule[]
  readonly snapshot: Snapshot
  readonly reference: string
  readonly compiled: string
}

const SNAPSHOTS_PER_RULE_SET = 250
const RULES_PER_RULE_SET = 4

const timings = fc.constantFrom(
  ...['over', 'overdue'].flatMap((whenPassed) =>
    ['absence.effectiveFirstDay', 'process.firstYearEvaluationOn', 'asOf'].map((anchor) => ({
      anchor,
      from: 'P2W',
      until: 'P13W',
      whenPassed,
      basis: 'product',
    })),
  ),
)
const ruleArbitrary: fc.Arbitrary<WrittenRule> = fc.oneof(
  conditionArbitrary.map((condition) => ({ condition })),
  fc.record({ condition: conditionArbitrary, timing: timings }),
)

/**
 * Random rule sets in the format times random snapshots, unknowns included: both evaluators must say the same of every
 * question. The first disagreement, made as small as it can be; undefined when there is none in so many pairs.
 */
export async function findDisagreement(
  pairs: number,
  seed: number,
  { reference = evaluate, compiled = evaluateCompiled }: { reference?: Evaluator; compiled?: Evaluator } = {},
): Promise<Disagreement | undefined> {
  const sets = Math.ceil(pairs / SNAPSHOTS_PER_RULE_SET)
  const written = fc.sample(fc.array(ruleArbitrary, { minLength: 1, maxLength: RULES_PER_RULE_SET }), {
    numRuns: sets,
    seed,
  })
  const snapshots = [1, 4].flatMap((share) =>
    fc.sample(snapshotArbitrary(share), { numRuns: Math.min(2_000, Math.ceil(pairs / 20)), seed }),
  )
  let at = 0
  for (const rules of written) {
    const inForce = rulesFrom(rules)
    for (let count = 0; count < SNAPSHOTS_PER_RULE_SET; count++) {
      const snapshot = snapshots[at++ % snapshots.length] as Snapshot
      const found = await compare(rules, inForce, snapshot, reference, compiled)
      if (found) return smallest(found, reference, compiled)
    }
  }
  return undefined
}

async function compare(
  rules: readonly WrittenRule[],
  inForce: RulesInForce,
  snapshot: Snapshot,
  reference: Evaluator,
  compiled: Evaluator,
): Promise<Disagreement | undefined> {
  const opened = openCase(snapshot)
  const facts = deriveFacts(opened, groundFor(inForce.ruleSet, inForce.policy))
  const [one, other] = [await reference(inForce, facts, opened.asOf), await compiled(inForce, facts, opened.asOf)]
  if (!one || !other) throw new Error('the engine was left out: unset DEBUG')
  const ids = conditionsOf(inForce.ruleSet).map(({ id }) => id)
  const differs = ids.findIndex((_, place) => one[place] !== other[place])
  if (differs < 0) return undefined
  return {
    rules,
    snapshot,
    reference: `${ids[differs]} ${one[differs]}`,
    compiled: `${ids[differs]} ${other[differs]}`,
  }
}

function rulesFrom(rules: readonly WrittenRule[]): RulesInForce {
  const files = tinyFiles(rules.map(({ condition }) => condition))
  const checklist = files['checklists/tiny.json'] as { readonly rules: readonly object[] }
  const timed = checklist.rules.map((rule, index) => {
    const { timing } = rules[index] as WrittenRule
    const event = { type: 'recommend', params: { services: ['light-advice'] } }
    return timing === undefined ? rule : { ...rule, event, timing }
  })
  const loaded = loadRuleSet({ ...files, 'checklists/tiny.json': { ...checklist, rules: timed } })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  const resolved = resolvePolicy(loaded.ruleSet.parameters)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues))
  return { ruleSet: loaded.ruleSet, policy: resolved.policy }
}

/** Takes away what the evaluators still disagree without, until nothing more can go. */
async function smallest(found: Disagreement, reference: Evaluator, compiled: Evaluator): Promise<Disagreement> {
  for (const [rules, snapshot] of [
    ...smallerRules(found.rules).map((rules) => [rules, found.snapshot] as const),
    ...smallerSnapshots(found.snapshot).map((snapshot) => [found.rules, snapshot] as const),
  ]) {
    const still = await compare(rules, rulesFrom(rules), snapshot, reference, compiled)
    if (still) return smallest(still, reference, compiled)
  }
  return found
}

const without = <Item>(items: readonly Item[], index: number): readonly Item[] => items.filter((_, at) => at !== index)

const smallerRules = (rules: readonly WrittenRule[]): (readonly WrittenRule[])[] => [
  ...(rules.length > 1 ? rules.map((_, index) => without(rules, index)) : []),
  ...rules.flatMap(({ condition, timing }, index) => [
    ...smallerConditions(condition).map((smaller) =>
      rules.with(index, timing === undefined ? { condition: smaller } : { condition: smaller, timing }),
    ),
    ...(timing === undefined ? [] : [rules.with(index, { condition })]),
  ]),
]

function smallerConditions(condition: unknown): unknown[] {
  for (const key of ['all', 'any'] as const) {
    const members = (condition as Record<string, unknown[]>)[key]
    if (!members) continue
    return [
      ...members,
      ...(members.length > 1 ? members.map((_, index) => ({ [key]: without(members, index) })) : []),
      ...members.flatMap((member, index) =>
        smallerConditions(member).map((smaller) => ({ [key]: members.with(index, smaller) })),
      ),
    ]
  }
  return []
}

/** Without a section, and without a fact in one. */
function smallerSnapshots(snapshot: Snapshot): Snapshot[] {
  const sections = Object.entries(snapshot).filter(([, value]) => typeof value === 'object')
  const withOut = (object: object, key: string): object =>
    Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
  return [
    ...sections.map(([name]) => withOut(snapshot, name)),
    ...sections.flatMap(([name, section]) =>
      Object.keys(section as object).map((key) => ({ ...snapshot, [name]: withOut(section as object, key) })),
    ),
  ] as Snapshot[]
}
