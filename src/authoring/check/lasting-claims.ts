import type { Day } from '../../core/calendar/day'
import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import type { Policy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import { BASE_FACTS } from '../../core/snapshot/catalogue'
import { FIRST_DAY, REPORTS } from './case-facts'
import type { Reach } from './case-states'
import { type Claim, mayBeSo } from './claim'
import { daysToCheck } from './days-to-check'
import type { FindingCode } from './finding-codes'
import { policiesToCheck } from './policies-to-check'
import { withinBudget } from './within-budget'
import type { World } from './world'

export type Worlds = (day: Day, reach: Reach, policy?: Policy) => World

/** Those claims that also hold on other days than the one that was looked at, and under other policies than the defaults. */
export const lastingClaims = (
  claims: readonly Claim[],
  ruleSet: RuleSet,
  asOf: Day,
  worlds: Worlds,
  isGoing: () => boolean = () => true,
): readonly Claim[] => underEachPolicy(onEveryDay(claims, asOf, worlds, isGoing), ruleSet, asOf, worlds, isGoing)

/** Months differ in length: what is said of every case must be so on every day on which it is looked at. */
function onEveryDay(claims: readonly Claim[], asOf: Day, worlds: Worlds, isGoing: () => boolean): readonly Claim[] {
  const dated = claims.filter(({ byOneCase, reads }) => !byOneCase && reads.some(isDated))
  let left = dated
  for (const day of dated.length > 0 ? daysToCheck(asOf) : []) {
    if (left.length === 0 || !isGoing()) break
    const world = worlds(day, 'any')
    left = left.filter((claim) => withinBudget(world, () => mayBeSo(claim, world)) !== false)
  }
  return claims.filter((claim) => !dated.includes(claim) || left.includes(claim))
}

/** Whether a fact depends on how long ago a day is, or is a day from which a window counts. */
function isDated(fact: string): boolean {
  if (fact === 'absence.ongoing' || fact === REPORTS) return false
  const sources = DERIVED_FACTS.get(fact)?.from ?? [fact]
  return fact === FIRST_DAY || sources.some((id) => DATED.has(BASE_FACTS.get(id)?.type ?? 'date'))
}

const DATED: ReadonlySet<string> = new Set(['spells', 'date', 'document'])

/** What is so only while a parameter has its default is a choice of the policy, and not of the rules. */
function underEachPolicy(
  claims: readonly Claim[],
  ruleSet: RuleSet,
  asOf: Day,
  worlds: Worlds,
  isGoing: () => boolean,
): readonly Claim[] {
  let left = claims
  if (claims.some(({ code }) => OF_EVERY_POLICY.has(code)))
    for (const policy of policiesToCheck(ruleSet)) {
      if (!left.some(({ code }) => OF_EVERY_POLICY.has(code)) || !isGoing()) break
      const world = worlds(asOf, 'any', policy)
      const mayBe = (claim: Claim): boolean => withinBudget(world, () => mayBeSo(claim, world)) !== false
      left = left.filter((claim) => !OF_EVERY_POLICY.has(claim.code) || mayBe(claim))
    }
  return left
}

/** A rule that does nothing is worth telling under the defaults alone; one that does no harm is not. */
const OF_EVERY_POLICY: ReadonlySet<string> = new Set<FindingCode>([
  'constant-part',
  'part-without-effect',
  'waiver-without-effect',
  'hold-without-effect',
  'rule-equal',
  'rule-subsumed',
  'cover-without-effect',
  'meanwhile-without-effect',
  'not-for-without-effect',
  'beside-without-effect',
  'need-without-effect',
])
