import type { Day } from '../../core/calendar/day'
import { expander } from '../../core/rules/expand-condition'
import type { Documents } from '../../core/rules/read-documents'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { type Claim, isNever, isSo } from './claim'
import { claimsOf } from './claims-of'
import { disabledConditions } from './find-gaps'
import { type Finding, findingAt } from './finding'
import { lastingClaims, type Worlds } from './lasting-claims'
import { policyOf } from './policy-of'
import { runCase } from './run-case'
import { A_WORLD, AT_FIRST, type Decided, withinBudget } from './within-budget'
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

export interface FoundMeaning {
  readonly findings: readonly Finding[]
  /** What would have taken too much to decide. */
  readonly undecided: readonly Claim[]
}

/** Told how far it is, after each question; ends the search where it says no. */
export type Proceed = (done: number, total: number) => boolean

/** What is wrong with what a rule set means, each with a case that shows it. */
export function findMeaning({ own, ruleSet, extended, asOf }: Meaning, proceed: Proceed = () => true): FoundMeaning {
  const besides = [...coversOf(own), ...(extended ? disabledConditions(ruleSet, extended) : [])]
  const worlds = worldsOf(ruleSet, besides)
  let world = worlds(asOf, 'any')
  // Shown by a case that is no longer than the calendar knows, where there is one.
  let near = worlds(asOf, 'longest-case')
  const inherited = extended ? inheritedClaims(extended, asOf) : new Set()
  const all = claimsOf(own, ruleSet, extended)
  let going = true
  let done = 0
  const askEach = (claims: readonly Claim[], budget: number | undefined): readonly Answered[] => {
    world = worlds(asOf, 'any')
    near = worlds(asOf, 'longest-case')
    return claims.map((claim) => {
      going &&= proceed(done, all.length)
      if (world.cases.diagrams.size() > A_WORLD) world = worlds(asOf, 'any')
      if (near.cases.diagrams.size() > A_WORLD) near = worlds(asOf, 'longest-case')
      const seen = claim.byOneCase ? near : world
      const so = going ? withinBudget(seen, () => isSo(claim, seen), budget) : 'undecided'
      if (so !== 'undecided') done += 1
      return { claim, so }
    })
  }
  const quick = askEach(all, AT_FIRST)
  const slow = askEach(
    quick.filter(({ so }) => so === 'undecided').map(({ claim }) => claim),
    undefined,
  )
  const undecided = slow.filter(({ so }) => so === 'undecided').map(({ claim }) => claim)
  const found = new Set([...quick, ...slow].filter(({ so }) => so === true).map(({ claim }) => claim))
  const asked = all.filter((claim) => found.has(claim) && !inherited.has(keyOf(claim)))
  const lasting = lastingClaims(asked, ruleSet, asOf, worlds, () => going && proceed(all.length, all.length))
  const findings = withoutRepeats(lasting).flatMap((claim) => {
    const proves = (snapshot: Parameters<typeof runCase>[1]): boolean => {
      going &&= proceed(all.length, all.length)
      const run = going ? runCase(ruleSet, snapshot) : undefined
      return run !== undefined && claim.proves(run)
    }
    going &&= proceed(all.length, all.length)
    const shown = !going
      ? 'undecided'
      : withinBudget(world, () => {
          const seen = isNever(claim.shownBy(near)) ? world : near
          const witness = findWitness(claim.shownBy(seen), seen.cases, proves)
          return witness ? [findingAt(claim.code, claim.place, claim.message(world), witness)] : []
        })
    if (shown !== 'undecided') return shown
    undecided.push(claim)
    return []
  })
  return { findings, undecided }
}

interface Answered {
  readonly claim: Claim
  readonly so: Decided<boolean>
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
      .filter((claim) => withinBudget(world, () => isSo(claim, world)) === true)
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
