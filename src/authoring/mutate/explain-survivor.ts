import { type Day, parseDay } from '../../core/calendar/day'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import type { Snapshot } from '../../core/snapshot/snapshot'
import type { DifferenceKind } from '../check/case-difference'
import { isNever } from '../check/claim'
import { daysToCheck } from '../check/days-to-check'
import { policyOf } from '../check/policy-of'
import { findWitness } from '../check/witness'
import { type World, worldOn } from '../check/world'
import { countsMonths, policiesFor } from '../coverage/impossible-goals'
import { applyMutant, type Mutated } from './apply-mutant'
import { explainRelation, isBesideRules } from './explain-relation'
import type { Mutant } from './mutant'
import { runCaseUnder } from './run-case-under'
import {
  isSameButForWindows,
  isSameInEveryPart,
  isSameInEveryService,
  rulesBearing,
  suspectedIn,
  type TwoSides,
  twoSides,
} from './two-sides'

/** Why no fixture fails under a mutant. */
export type Survival =
  /** Proved: no case comes out otherwise. */
  | { readonly status: 'equivalent' }
  /** A case that a fixture could be made of, and in what it comes out otherwise. None where none was found. */
  | { readonly status: 'survived'; readonly witness?: MutantWitness }

export interface MutantWitness {
  readonly snapshot: Snapshot
  /** Policy values under which the case is looked at, where it takes others than the defaults. */
  readonly policy?: PolicyOverrides
  readonly kind: DifferenceKind | 'review' | 'rule' | 'advice'
  /** The rule, service, checklist or milestone that comes out otherwise. */
  readonly of: string
}

/** Exact over all cases, on days of every length of month, under the defaults and where policy values are compared under others. */
export function explainSurvivor(mutant: Mutant, ruleSet: RuleSet): Survival {
  const mutated = applyMutant(mutant, ruleSet)
  const [rule] = mutated.rules
  if (isBesideRules(mutated, ruleSet)) return explainRelation(mutated, ruleSet)
  if ((mutant.kind === 'rule' || mutant.kind === 'review') && rule) return explainByEffect(mutant.kind, rule, ruleSet)
  const asOf = parseDay(ruleSet.manifest.validFrom) as Day
  const policies = policiesToTry(mutated, ruleSet)
  for (const policy of policies) {
    const witness = differenceOn(asOf, mutated, ruleSet, policy)
    if (witness) return { status: 'survived', witness }
  }
  if (!isWholeInCases(mutated, ruleSet)) return { status: 'survived' }
  for (const policy of policies) {
    const days = daysThatMatter(twoSides(ruleSet, mutated.ruleSet, policy, asOf), mutated, asOf)
    for (const day of days) {
      if (isUnseen(twoSides(ruleSet, mutated.ruleSet, policy, day), mutated)) continue
      const witness = differenceOn(day, mutated, ruleSet, policy)
      return { status: 'survived', ...(witness && { witness }) }
    }
  }
  return { status: 'equivalent' }
}

/** Nothing comes out otherwise in any case; or windows of rules do, and never show. */
const isUnseen = (sides: TwoSides, mutated: Mutated): boolean =>
  isSameInEveryPart(sides, mutated) || (isSameButForWindows(sides, mutated) && isSameInEveryService(sides, mutated))

/** One day stands for all, unless something that bears on it counts in months. */
function daysThatMatter({ cases, before, after }: TwoSides, mutated: Mutated, asOf: Day): readonly Day[] {
  const bears = [before, after].some((rules) =>
    rulesBearing(rules, mutated).some((rule) => countsMonths(rule, { cases, facts: rules.facts, rules })),
  )
  return bears ? [asOf, ...daysToCheck(asOf)] : [asOf]
}

function policiesToTry({ rules, parameter }: Mutated, ruleSet: RuleSet): readonly PolicyOverrides[] {
  const concerned =
    parameter === undefined
      ? rules
      : ruleSet.rules.filter(({ when }) => JSON.stringify(when).includes(`policy.${parameter}"`))
  const texts = concerned.flatMap((rule) => [
    ...policiesFor(rule, ruleSet),
    ...policiesFor(ruleSet.rules.find(({ id }) => id === rule.id) ?? rule, ruleSet),
  ])
  const others = texts.filter((policy) => parameter === undefined || !(parameter in policy))
  return [...new Set(['{}', ...others.map((policy) => JSON.stringify(policy))])].map((text) => JSON.parse(text))
}

function differenceOn(
  day: Day,
  mutated: Mutated,
  ruleSet: RuleSet,
  policy: PolicyOverrides,
): MutantWitness | undefined {
  const sides = twoSides(ruleSet, mutated.ruleSet, policy, day)
  if (mutated.parameter === undefined && isSameInEveryPart(sides, mutated)) return undefined
  for (const { kind, of, shownBy, proves } of suspectedIn(sides)) {
    const snapshot = findWitness(shownBy, sides.cases, (found) => {
      const [before, after] = [ruleSet, mutated.ruleSet].map((one) => runCaseUnder(one, ruleSet, policy, found))
      return before !== undefined && after !== undefined && proves(before, after)
    })
    if (snapshot) return { snapshot, ...(Object.keys(policy).length > 0 && { policy }), kind, of }
  }
  return undefined
}

/** Parameters that bear on what the analysis of cases does not look at: deadlines, notices, reviews, what is not known. */
const BESIDE_THE_CASES: ReadonlySet<string> = new Set(['notice.horizon', 'calendar.longestCase'])

function isWholeInCases({ parameter }: Mutated, { rules, milestones }: RuleSet): boolean {
  if (parameter === undefined) return true
  const besides = [...milestones, ...rules.map(({ event }) => event.params)]
  return !BESIDE_THE_CASES.has(parameter) && !JSON.stringify(besides).includes(`"${parameter}"`)
}

/** A rule that is gone shows where it was met; the day of a review, where a recommended service is held. */
function explainByEffect(kind: 'rule' | 'review', rule: Rule, ruleSet: RuleSet): Survival {
  const original = ruleSet.rules.find(({ id }) => id === rule.id) ?? rule
  const asOf = parseDay(ruleSet.manifest.validFrom) as Day
  for (const policy of policiesFor(original, ruleSet))
    for (const day of [asOf, ...daysToCheck(asOf)]) {
      const world = worldOn(ruleSet, policyOf(ruleSet, policy), day, 'any')
      const shownBy = effectOf(kind, original, world)
      if (isNever(shownBy)) continue
      const snapshot = findWitness(shownBy, world.cases, (found) => {
        return runCaseUnder(ruleSet, ruleSet, policy, found)?.rule(rule.id) === 'met'
      })
      return { status: 'survived', ...(snapshot && { witness: { snapshot, kind, of: rule.id } }) }
    }
  return { status: 'equivalent' }
}

function effectOf(kind: 'rule' | 'review', rule: Rule, { cases: { diagrams }, rules }: World) {
  if (kind === 'rule' || rule.event.type !== 'hold') return rules.met(rule)
  const recommended = rule.event.params.services.map((id) =>
    diagrams.map(rules.recommended(id), (window) => window !== null),
  )
  return diagrams.all([rules.met(rule), diagrams.any(recommended)])
}
