import fc from 'fast-check'
import { shippedRuleSet } from '../../src/core/rules/bundled'
import { factsOf } from '../../src/core/rules/facts-of'
import type { RuleSet } from '../../src/core/rules/rule-set'
import type { BaseFact } from '../../src/core/snapshot/catalogue'
import { UNKNOWN_VALUES } from '../../src/core/snapshot/fact'
import type { Snapshot } from '../../src/core/snapshot/snapshot'
import { setFact } from './arbitrary-snapshot'

type Plain = Record<string, unknown>

/** Numbers from 0 up to 1, the same for the same seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const medicalFacts = (ruleSet: RuleSet = shippedRuleSet()): readonly BaseFact[] =>
  [...factsOf(ruleSet).values()].filter(({ id, tier }) => tier === 'medical' && id.split('.').length === 2)

/** The same case behind other medical answers, each of them drawn anew: known, not known or not asked. */
export function medicalWorld(snapshot: Snapshot, random: () => number, ruleSet: RuleSet = shippedRuleSet()): Snapshot {
  const world = structuredClone(snapshot) as Plain
  for (const fact of medicalFacts(ruleSet)) {
    const [section, name] = fact.id.split('.') as [string, string]
    const { [name]: _, ...others } = (world[section] ?? {}) as Plain
    world[section] = others
    const value = answerTo(fact, snapshot.asOf, random, ruleSet)
    if (value !== undefined) setFact(world, fact.id, value)
  }
  return world as Snapshot
}

/** The same case without a medical answer: what the employer's side can have filled in. */
export const withoutMedical = (snapshot: Snapshot): Snapshot => {
  const world = structuredClone(snapshot) as Plain
  for (const { id } of medicalFacts()) {
    const [section, name] = id.split('.') as [string, string]
    const { [name]: _, ...others } = (world[section] ?? {}) as Plain
    world[section] = others
  }
  return world as Snapshot
}

function answerTo(fact: BaseFact, asOf: string, random: () => number, { services }: RuleSet): unknown {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const dice = random()
  if (dice < 0.15) return undefined
  if (dice < 0.25) return pick(UNKNOWN_VALUES)
  const options = Object.keys(fact.options ?? {})
  if (fact.type === 'boolean') return random() < 0.5
  if (fact.type === 'choices') return options.filter(() => random() < 0.3)
  if (fact.type === 'raised') return random() < 0.5 ? [] : [{ id: pick(services).id, on: asOf }]
  return pick(options)
}

/** Cases to put other medical worlds behind: of a few answers, and of many. */
export const employerCases = (known: number, count: number, snapshots: fc.Arbitrary<Snapshot>): readonly Snapshot[] =>
  fc.sample(snapshots, { numRuns: count, seed: 20_261_130 + known })
