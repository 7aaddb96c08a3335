import type { Day } from '../calendar/day'
import { DERIVED_FACTS } from '../facts/fact-catalogue'
import type { Policy } from '../policy/policy'
import { expander } from '../rule-set/expand-condition'
import type { Documents } from '../rule-set/read-documents'
import type { Expanded, RuleSet } from '../rule-set/rule-set'
import { BASE_FACTS } from '../snapshot/catalogue'
import { FIRST_DAY, REPORTS } from './case-facts'
import type { Reach } from './case-states'
import { type Claim, isNever, isSo, mayBeSo } from './claim'
import { claimsOf } from './claims-of'
import { daysToCheck } from './days-to-check'
import { type Finding, findingAt } from './finding'
import type { FindingCode } from './finding-codes'
import { policiesToCheck } from './policies-to-check'
import { policyOf } from './policy-of'
import { runCase } from './run-case'
import { findWitness } from './witness'
import { type World, worldOn } from './world'

export interface Meaning {
  /** What the files themselves say. */
  readonly own: Documents
  /** That, with what it extends. */
  readonly ruleSet: RuleSet
  readonly extended: RuleSet | undefined
  /** The day on which cases are looked at. */
  readonly asOf: Day
}

/** What is wrong with what a rule set means, each with a case that shows it. */
export function findMeaning({ own, ruleSet, extended, asOf }: Meaning): readonly Finding[] {
  const worlds = worldsOf(ruleSet, coversOf(own))
  const world = worlds(asOf, 'any')
  // Shown by a case that is no longer than the calendar knows, where there is one.
  const near = worlds(asOf, 'longest-case')
  const inherited = extended ? inheritedClaims(extended, asOf) : new Set()
  const claims = claimsOf(own, ruleSet)
    .filter((claim) => isSo(claim, claim.byOneCase ? near : world))
    .filter((claim) => !inherited.has(keyOf(claim)))
  return withoutRepeats(underEachPolicy(onEveryDay(claims, asOf, worlds), ruleSet, asOf, worlds)).flatMap((claim) => {
    const proves = (snapshot: Parameters<typeof runCase>[1]): boolean => {
      const run = runCase(ruleSet, snapshot)
      return run !== undefined && claim.proves(run)
    }
    const seen = isNever(claim.shownBy(near)) ? world : near
    const witness = findWitness(claim.shownBy(seen), seen.cases, proves)
    return witness ? [findingAt(claim.code, claim.place, claim.message(world), witness)] : []
  })
}

type Worlds = (day: Day, reach: Reach, policy?: Policy) => World

function worldsOf(ruleSet: RuleSet, besides: readonly Expanded[]): Worlds {
  const defaults = policyOf(ruleSet)
  return (day, reach, policy = defaults) => worldOn(ruleSet, policy, day, reach, besides)
}

const coversOf = ({ checklists }: Documents): readonly Expanded[] =>
  [...checklists.values()].flatMap(({ conditions, covers }) => (covers ? [expander(conditions ?? {})(covers)] : []))

/** What is so of the rule set that is extended is not for its extension to mend. */
function inheritedClaims(extended: RuleSet, asOf: Day): ReadonlySet<string> {
  const world = worldsOf(extended, [])(asOf, 'any')
  const nothing = { checklists: new Map(), milestones: { milestones: [], doubts: {} } }
  return new Set(
    claimsOf(nothing, extended)
      .filter((claim) => isSo(claim, world))
      .map(keyOf),
  )
}

const keyOf = ({ code, about }: Claim): string => `${code} ${about}`

/** Months differ in length: what is said of every case must be so on every day on which it is looked at. */
function onEveryDay(claims: readonly Claim[], asOf: Day, worlds: Worlds): readonly Claim[] {
  const dated = claims.filter(({ byOneCase, reads }) => !byOneCase && reads.some(isDated))
  let left = dated
  for (const day of dated.length > 0 ? daysToCheck(asOf) : []) {
    const world = worlds(day, 'any')
    left = left.filter((claim) => mayBeSo(claim, world))
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
function underEachPolicy(claims: readonly Claim[], ruleSet: RuleSet, asOf: Day, worlds: Worlds): readonly Claim[] {
  let left = claims
  if (claims.some(({ code }) => OF_EVERY_POLICY.has(code)))
    for (const policy of policiesToCheck(ruleSet)) {
      const world = worlds(asOf, 'any', policy)
      left = left.filter((claim) => !OF_EVERY_POLICY.has(claim.code) || mayBeSo(claim, world))
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
])

/** One finding of a kind in a place, and none about the parts of what is told as a whole. */
function withoutRepeats(claims: readonly Claim[]): readonly Claim[] {
  const constant = claims.filter(({ code }) => WHOLE.has(code))
  const first = new Map(claims.map((claim) => [`${claim.code} ${textOf(claim)}`, claim] as const).reverse())
  return claims.filter(
    (claim) =>
      first.get(`${claim.code} ${textOf(claim)}`) === claim &&
      !(WHOLE.has(claim.code) && constant.some((other) => other !== claim && isInside(claim, other))),
  )
}

const WHOLE: ReadonlySet<string> = new Set([
  'rule-never-met',
  'rule-always-met',
  'constant-part',
  'part-without-effect',
])

/** What is inherited is told apart by what it is about. */
const textOf = ({ place: { file, path }, about }: Claim): string =>
  JSON.stringify([file, path, ...(file === 'manifest.json' ? [about] : [])])

const isInside = ({ place: inner }: Claim, { place: outer }: Claim): boolean =>
  inner.file === outer.file &&
  inner.path.length > outer.path.length &&
  outer.path.every((step, index) => inner.path[index] === step)
