import type { Advice, Recommendation } from '../../core/advice'
import type { RuleOutcomes } from '../../core/evaluate/conditions'
import {
  describeAlternative,
  passageText,
  type RecommendationClaim,
  shownOf,
  stepOf,
  textsIn,
} from './compare-expectation'
import type { Expectation, ExpectedRecommendation } from './expectation'

/**
 * The same expectation, about the same things, as this advice has them. Nothing is claimed that was not claimed before,
 * but that what was said to be absent is now said to be there, and the other way round.
 */
export function restateExpectation(expected: Expectation, advice: Advice, outcomes: RuleOutcomes): Expectation {
  const services = advice.recommendations.map(({ service }) => service)
  const claims = expected.recommendations ?? []
  const gone = claims.map(({ service }) => service).filter((service) => !services.includes(service))
  const [excludes, turnedUp] = apart(expected.excludes, services)
  const states = new Map(advice.notices.map(({ id, state }) => [id, state]))
  const notices = withFound(expected.notices, expected.noNotices, states)
  const asked = advice.openQuestions.map(({ fact }) => fact)
  const asks = bothWays(expected.asks, expected.doesNotAsk, asked)
  const checklists = new Map(advice.checklists.map(({ id, outcome }) => [id, outcome]))
  const ruled = new Map(
    Object.keys(expected.outcomes ?? {}).flatMap((rule) => {
      const outcome = outcomes.get(rule)
      return outcome ? [[rule, outcome] as const] : []
    }),
  )
  return filled<Expectation>(expected, {
    outcomes: withFound(expected.outcomes, undefined, ruled)[0],
    next: expected.next && restateStep(expected.next, advice),
    shows: expected.shows && restateShown(expected.shows, advice),
    first: expected.first && services[0],
    only: whole(expected.only, services),
    order: expected.order && orderOf(expected.order, services),
    settled: expected.settled === undefined ? undefined : advice.settled,
    also: whole(expected.also, advice.also),
    texts: expected.texts?.filter((words) => textsIn(advice).some((text) => text.includes(words))),
    status: expected.status && advice.status,
    complete: expected.complete === undefined ? undefined : advice.complete,
    recommendations: [
      ...claims.flatMap((claim) => restateRecommendation(claim, advice)),
      ...turnedUp.flatMap((service) => advice.recommendations.filter((one) => one.service === service).map(newClaim)),
    ],
    excludes: [...excludes, ...gone.filter((service) => !excludes.includes(service))],
    notices: notices[0],
    noNotices: notices[1],
    asks: asks[0],
    doesNotAsk: asks[1],
    checklists: withFound(expected.checklists, undefined, checklists)[0],
    calendar: restateCalendar(expected.calendar, advice.calendar),
  })
}

/** Fewer than two services have no order. */
function orderOf(expected: readonly string[], services: readonly string[]): readonly string[] | undefined {
  const found = services.filter((service) => expected.includes(service))
  return found.length < 2 ? undefined : found
}

/** Lists that say something when they are empty. */
const WHOLE: ReadonlySet<string> = new Set(['only', 'also', 'needs', 'after'])

/** Parts of what was claimed, those that came out empty or absent left away, in the order in which they stood. */
function filled<Claims extends object>(expected: Claims, parts: { readonly [Key in keyof Claims]?: unknown }): Claims {
  const said = (part: unknown): boolean =>
    part !== undefined && (typeof part !== 'object' || part === null || Object.keys(part).length > 0)
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(parts)])] as (keyof Claims)[]
  return Object.fromEntries(
    keys
      .filter((key) => said(parts[key]) || !(key in parts) || (parts[key] !== undefined && WHOLE.has(String(key))))
      .map((key) => [key, key in parts ? parts[key] : expected[key]]),
  ) as Claims
}

function newClaim({ service, certainty, timing, reasons }: Recommendation): ExpectedRecommendation {
  // Those that carry it: of a certain recommendation, what is only possible says nothing yet. Where no rule is certain
  // by itself, several that are possible cover every case between them, and all of them carry it.
  const carrying = reasons.filter((reason) => reason.certainty === certainty)
  return {
    service,
    certainty,
    state: timing.state,
    reasons: (carrying.length > 0 ? carrying : reasons).map(({ rule }) => rule),
  }
}

/** The same claim as this advice has it; none where the service is not recommended. */
export function restateRecommendation<Claim extends RecommendationClaim>(
  claim: Claim,
  { recommendations }: Advice,
): Claim[] {
  const found = recommendations.find(({ service }) => service === claim.service)
  if (!found) return []
  const reasons = found.reasons.map(({ rule }) => rule)
  const [kept, notReasons] = bothWays(claim.reasons, claim.notReasons, reasons)
  const held = withFound(claim.heldBy, claim.notHeldBy, new Map(found.heldBy.map((one) => [one.rule, one.certainty])))
  const review = new Map(found.heldBy.map(({ rule, reviewOn }) => [rule, reviewOn]))
  const blocks = new Map(found.blockedBy.map(({ need, state }) => [need, state]))
  const blocked = withFound(claim.blockedBy, claim.notBlockedBy, blocks)
  const waived = bothWays(
    claim.waivedBy,
    claim.notWaivedBy,
    found.waivedBy.map(({ rule }) => rule),
  )
  const { state, startFrom, startBy, sooner } = found.timing
  const covers = new Map(found.coveredBy.map((one) => [one.service, one.certainty]))
  const covered = withFound(claim.coveredBy, claim.notCoveredBy, covers)
  const passages = new Set(found.reasons.flatMap(({ sources }) => sources.map(passageText)))
  return [
    filled<Claim>(claim, {
      service: claim.service,
      certainty: claim.certainty && found.certainty,
      state: claim.state && state,
      startFrom: claim.startFrom && startFrom,
      startBy: claim.startBy && startBy,
      soonerStartBy: claim.soonerStartBy === undefined ? undefined : (sooner?.startBy ?? null),
      soonerDependsOn: claim.soonerDependsOn?.filter((fact) => sooner?.dependsOn.includes(fact)),
      // A recommendation always has a reason, and a claim names at least one.
      reasons: claim.reasons && kept.length === 0 ? reasons : kept,
      notReasons,
      heldBy: held[0],
      notHeldBy: held[1],
      reviewOn: withFound(claim.reviewOn, undefined, review)[0],
      blockedBy: blocked[0],
      notBlockedBy: blocked[1],
      waivedBy: waived[0],
      notWaivedBy: waived[1],
      needs: whole(claim.needs, [...blocks.keys()]),
      coveredBy: covered[0],
      notCoveredBy: covered[1],
      after: whole(
        claim.after,
        found.after.map((one) => one.service),
      ),
      underway: claim.underway === undefined ? undefined : (found.underway?.state ?? null),
      priority: claim.priority && found.priority,
      sources: claim.sources?.filter((passage) => passages.has(passageText(passage))),
      texts: claim.texts?.filter((words) => textsIn(found).some((text) => text.includes(words))),
    }),
  ]
}

/** A list that says everything, in the order in which it stood as far as it holds. */
const whole = (claim: readonly string[] | undefined, found: readonly string[]): readonly string[] | undefined =>
  claim && [...claim.filter((name) => found.includes(name)), ...found.filter((name) => !claim.includes(name))]

/** What the step has of what was claimed; of another kind, all that tells it. */
function restateStep(claim: NonNullable<Expectation['next']>, { next }: Advice): unknown {
  const found = stepOf(next)
  const keys = next.kind === claim.kind ? Object.keys(claim) : ['kind', 'service', 'from', 'by', 'need', 'for', 'until']
  return Object.fromEntries(keys.filter((key) => found[key] !== undefined).map((key) => [key, found[key]]))
}

function restateShown(claim: NonNullable<Expectation['shows']>, advice: Advice): unknown {
  const { underway, ...found } = shownOf(advice)
  const inOrder = Object.entries(found).map(([kind, services]) => [
    kind,
    whole(claim[kind as keyof typeof found], services),
  ])
  return { ...Object.fromEntries(inOrder), ...(claim.underway ? { underway } : {}) }
}

type ExpectedCalendar = Expectation['calendar']

function restateCalendar(claim: ExpectedCalendar, found: Advice['calendar']): ExpectedCalendar {
  if (claim === undefined || found === null) return claim && null
  const { effectiveFirstDay, completedWeeks } = found
  if (claim === null) return { effectiveFirstDay, completedWeeks }
  const others = found.alternatives.map(describeAlternative)
  const days = new Map(found.milestones.map(({ id, on, state }) => [id, { on, state }]))
  const [milestones, noMilestones] = withFound(claim.milestones, claim.noMilestones, days)
  return filled<NonNullable<ExpectedCalendar>>(claim, {
    effectiveFirstDay,
    completedWeeks,
    alternatives: claim.alternatives?.filter((one) => others.includes(describeAlternative(one))),
    milestones,
    noMilestones,
  })
}

/** Names that are not in a list, and those that are. */
function apart(names: readonly string[] = [], found: readonly string[]): [out: string[], inside: string[]] {
  return [names.filter((name) => !found.includes(name)), names.filter((name) => found.includes(name))]
}

/** Two lists, of names that must be found and of names that must not, each name in the one where it belongs. */
function bothWays(
  wanted: readonly string[] = [],
  unwanted: readonly string[] = [],
  found: readonly string[],
): [wanted: string[], unwanted: string[]] {
  const [lost, kept] = apart(wanted, found)
  const [out, turnedUp] = apart(unwanted, found)
  return [[...new Set([...kept, ...turnedUp])], [...new Set([...out, ...lost])]]
}

/** Values by name as they are found, with the names of which there must be none. */
function withFound<Value>(
  claims: Readonly<Record<string, unknown>> = {},
  unwanted: readonly string[] = [],
  found: ReadonlyMap<string, Value>,
): [found: Record<string, Value>, unwanted: string[]] {
  const [wanted, none] = bothWays(Object.keys(claims), unwanted, [...found.keys()])
  return [Object.fromEntries(wanted.map((name) => [name, found.get(name) as Value])), none]
}
