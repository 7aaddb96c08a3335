import type { Day } from '../../core/calendar/day'
import { expander } from '../../core/rules/expand-condition'
import type { Documents } from '../../core/rules/read-documents'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { type Claim, isNever, isSo } from './claim'
import { claimsOf } from './claims-of'
import { type Finding, findingAt } from './finding'
import { lastingClaims, type Worlds } from './lasting-claims'
import { policyOf } from './policy-of'
import { runCase } from './run-case'
import { findWitness } from './witness'
import { worldOn } from './world'

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
  return withoutRepeats(lastingClaims(claims, ruleSet, asOf, worlds)).flatMap((claim) => {
    const proves = (snapshot: Parameters<typeof runCase>[1]): boolean => {
      const run = runCase(ruleSet, snapshot)
      return run !== undefined && claim.proves(run)
    }
    const seen = isNever(claim.shownBy(near)) ? world : near
    const witness = findWitness(claim.shownBy(seen), seen.cases, proves)
    return witness ? [findingAt(claim.code, claim.place, claim.message(world), witness)] : []
  })
}

function worldsOf(ruleSet: RuleSet, besides: readonly Expanded[]): Worlds {
  const defaults = policyOf(ruleSet)
  return (day, reach, policy = defaults) => worldOn(ruleSet, policy, day, reach, besides)
}

const coversOf = ({ checklists }: Documents): readonly Expanded[] =>
  [...checklists.values()].flatMap(({ conditions, covers }) => (covers ? [expander(conditions ?? {})(covers)] : []))

/** What is so of the rule set that is extended is not for its extension to mend. */
function inheritedClaims(extended: RuleSet, asOf: Day): ReadonlySet<string> {
  const world = worldsOf(extended, [])(asOf, 'any')
  const nothing = { checklists: new Map(), milestones: { milestones: [], doubts: {} }, services: NOTHING }
  return new Set(
    claimsOf(nothing, extended)
      .filter((claim) => isSo(claim, world))
      .map(keyOf),
  )
}

const NOTHING = { services: [], needs: [] }

const keyOf = ({ code, about }: Claim): string => `${code} ${about}`

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
