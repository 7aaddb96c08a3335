import type { Certainty, Status } from '../advice'
import { ownersOf } from '../diagram/diagram'
import type { Judgement } from '../evaluate/settle'
import { numberOr } from '../rules/policy'
import { coversAmong, idOf, isCertain, isDue, isPersonal, orderBetween, type Placed, stands } from './relate'
import { rulesByService, type ServiceRules } from './service-rules'
import { type Candidate, weighService } from './weigh-service'

/** Outcomes -> recommendations in their order, and the one step. Nothing of it is in words yet. */
export interface Decision {
  readonly judgement: Judgement
  /** In the order of the advice. */
  readonly placed: readonly Placed[]
  readonly next: Next
  /** The service that stands in for the step while that is blocked. */
  readonly meanwhile: string | undefined
  /** What is due now beside the step. */
  readonly also: readonly string[]
  readonly status: Status
  readonly settled: boolean
  /** The unanswered facts that can still change the recommendations, each with the services that it can change. */
  readonly decides: ReadonlyMap<string, readonly string[]>
  /** Those that can still change the step. */
  readonly unsettledBy: ReadonlyMap<string, readonly string[]>
}

export type Next =
  | { readonly kind: 'request' | 'plan' | 'arrange' | 'follow-up'; readonly placed: Placed }
  /** For what is under way, or for a hold to be looked at again. */
  | { readonly kind: 'wait'; readonly placed: Placed }
  | { readonly kind: 'ask' | 'none' }

export function decide(judgement: Judgement): Decision {
  const weigh = (rules: ServiceRules): Candidate | undefined => weighService(rules, judgement)
  // Where the budget ends between two questions, the service is weighed again with what every question has from then on.
  const weighed = rulesByService(judgement.ruleSet).flatMap(
    (rules) =>
      judgement.within(
        () => weigh(rules),
        () => weigh(rules),
      ) ?? [],
  )
  const first = place(weighed, judgement)
  const meanwhile = standIn(first.step, weighed, judgement)
  const { candidates, coveredBy } = meanwhile
    ? place([...weighed.filter((one) => idOf(one) !== idOf(meanwhile)), meanwhile], judgement)
    : first
  // What stands in for the step does not take its place, whatever its own rank.
  const { step } = first
  const after = afterWhat(step, candidates, meanwhile, judgement)
  const coveredFor = (one: Candidate): boolean =>
    (coveredBy.get(idOf(one)) ?? []).some(({ certainty }) => certainty === 'certain')
  const placed = inOrder(
    candidates.map((candidate) => ({
      candidate,
      coveredBy: coveredBy.get(idOf(candidate)) ?? [],
      // What is covered does not wait for its turn.
      after: coveredFor(candidate) ? [] : after(candidate),
    })),
    step,
    meanwhile,
    judgement,
  )
  const next = nextOf(placed, step, judgement)
  const rivals = rivalsOf(next, placed, judgement)
  return {
    judgement,
    placed,
    next,
    meanwhile: meanwhile && idOf(meanwhile),
    also: placed
      .filter((one) => isDueNow(one) && one.candidate !== step && one.after.length === 0 && one.candidate !== meanwhile)
      .map(({ candidate }) => idOf(candidate)),
    status: statusOf(placed),
    settled: rivals.length === 0,
    decides: factsOf(candidates, ({ decidedBy }) => decidedBy),
    unsettledBy: factsOf(rivals, (rival) => decidingStep(rival, next)),
  }
}

/** Covers, and the first of what is due: the step. */
function place(candidates: readonly Candidate[], judgement: Judgement) {
  const coveredBy = coversAmong(candidates, judgement)
  const free = (one: Candidate): boolean =>
    !(coveredBy.get(idOf(one)) ?? []).some(({ certainty }) => certainty === 'certain')
  const between = orderBetween(judgement)
  const waitsFor = underwayBefore(candidates, between)
  const step = candidates
    .filter((one) => isPersonal(one) && stands(one) && isDue(one) && free(one))
    .filter((one) => one.rules.service.beside === true || !waitsFor(one))
    .sort(between)[0]
  return { candidates, coveredBy, step }
}

/** What is asked for already goes before what comes after it: that brings what the other waits for. */
function underwayBefore(candidates: readonly Candidate[], between: (a: Candidate, b: Candidate) => number) {
  const underway = candidates.filter(
    (one) => one.life?.underway && isCertain(one) && isPersonal(one) && !one.held && one.rules.service.beside !== true,
  )
  return (one: Candidate): Candidate | undefined => underway.find((other) => other !== one && between(other, one) < 0)
}

/** The service that stands in while the step is blocked, with that as a reason; undefined where nothing can. */
function standIn(
  step: Candidate | undefined,
  weighed: readonly Candidate[],
  judgement: Judgement,
): Candidate | undefined {
  const service = step?.rules.service.meanwhile?.service
  // Not while nobody knows whether it is blocked: then it is the first step to find out.
  if (!step || !service || !step.needs.some(({ state }) => state === 'unmet')) return undefined
  const rules = rulesByService(judgement.ruleSet).find((one) => one.service.id === service)
  // What is due for reasons of its own keeps its own date: which step is blocked may still change.
  const own = weighed.find((one) => idOf(one) === service && stands(one) && isDue(one) && isCertain(one))
  const candidate = rules && weighService(rules, judgement, (own ?? step).window)
  if (!candidate || !stands(candidate) || !isDue(candidate)) return undefined
  // It helps only where it does not wait for the same.
  const waits = new Set(candidate.needs.map(({ need }) => need.id))
  return step.needs.some(({ need }) => !waits.has(need.id)) ? candidate : undefined
}

/** One at a time: what is due stands after the step, since what that brings decides whether it is still needed. */
function afterWhat(
  step: Candidate | undefined,
  candidates: readonly Candidate[],
  meanwhile: Candidate | undefined,
  judgement: Judgement,
): (one: Candidate) => Placed['after'] {
  const oneAtATime = numberOr(judgement.policy, 'oneAtATime') !== 0
  const waitsFor = underwayBefore(candidates, orderBetween(judgement))
  const certain = (other: Candidate): Placed['after'] => [{ service: idOf(other), certainty: 'certain' }]
  return (one) => {
    if (!oneAtATime || one === meanwhile || one.rules.service.beside === true) return []
    // What is under way goes before the step where an open answer makes it certain.
    if (one === step)
      return candidates
        .filter((other) => mayGoFirst(other, one, judgement))
        .map((other) => ({ service: idOf(other), certainty: 'possible' }))
    if (!stands(one) || !isDue(one) || !isPersonal(one)) return []
    const before = waitsFor(one)
    if (step) return certain(step)
    return before ? certain(before) : []
  }
}

/** Under way, and before the step by its rank if it comes to be advised for certain. */
const mayGoFirst = (other: Candidate, step: Candidate, judgement: Judgement): boolean =>
  other.life?.underway !== undefined &&
  !isCertain(other) &&
  isPersonal(other) &&
  other.rules.service.beside !== true &&
  orderBetween(judgement)({ ...other, rank: other.bestRank }, step) < 0

const isCovered = ({ coveredBy }: Placed): boolean => coveredBy.some(({ certainty }) => certainty === 'certain')
const isDueNow = (one: Placed): boolean =>
  stands(one.candidate) && isDue(one.candidate) && isPersonal(one.candidate) && !isCovered(one)

/** In the order of the advice; see docs on why this first. */
function inOrder(
  placed: readonly Placed[],
  step: Candidate | undefined,
  meanwhile: Candidate | undefined,
  judgement: Judgement,
): readonly Placed[] {
  const between = orderBetween(judgement)
  const kindOf = (one: Placed): number => {
    const { candidate } = one
    if (!isPersonal(candidate)) return 8
    if (candidate === step) return 0
    if (isCovered(one)) return 7
    if (!isCertain(candidate)) return 6
    if (candidate.held) return 5
    if (candidate.life?.underway) return 4
    if (!isDue(candidate)) return 3
    return candidate === meanwhile ? 1 : 2
  }
  return [...placed].sort((a, b) => {
    const [one, other] = [a.candidate, b.candidate]
    const kind = kindOf(a)
    if (kind !== kindOf(b)) return kind - kindOf(b)
    if (kind === 3) return one.window.from - other.window.from || between(one, other)
    if (!isCertain(one) || !isCertain(other))
      return certainFirst(one.certainty, other.certainty) || one.answersAway - other.answersAway || between(one, other)
    return between(one, other)
  })
}

const certainFirst = (a: Certainty, b: Certainty): number => Number(a !== 'certain') - Number(b !== 'certain')

/** Under way, and longer than it should be: ask what became of it. */
export const isLate = ({ life }: Candidate, asOf: number): boolean =>
  life?.underway !== undefined && asOf > life.underway.expectedBy

function nextOf(placed: readonly Placed[], step: Candidate | undefined, judgement: Judgement): Next {
  const own = placed.find(({ candidate }) => candidate === step)
  if (own) return { kind: isNotToBeRequested(own.candidate) ? 'arrange' : 'request', placed: own }
  const people = placed.filter(({ candidate }) => isPersonal(candidate) && isCertain(candidate))
  const late = people.find(({ candidate }) => isLate(candidate, judgement.opened.asOf) && !candidate.held)
  if (late) return { kind: 'follow-up', placed: late }
  const group = placed.find(({ candidate }) => !isPersonal(candidate) && stands(candidate) && isDue(candidate))
  if (group) return { kind: 'request', placed: group }
  const planned = people.find((one) => stands(one.candidate) && !isDue(one.candidate) && !isCovered(one))
  if (planned) return { kind: 'plan', placed: planned }
  if (people.length === 0) return { kind: placed.length > 0 ? 'ask' : 'none' }
  const waiting = [...people].sort((a, b) => waitUntil(a.candidate) - waitUntil(b.candidate))[0]
  return waiting ? { kind: 'wait', placed: waiting } : { kind: 'none' }
}

const isNotToBeRequested = ({ needs }: Candidate): boolean => needs.some(({ before }) => before)

/** The day to look again at something that is held or under way. */
export function waitUntil({ holds, life, window }: Candidate): number {
  const days = holds.filter(({ certainty }) => certainty === 'certain').map(({ reviewOn }) => reviewOn)
  if (days.length > 0) return Math.max(...days)
  return life?.underway?.expectedBy ?? window.by
}

function statusOf(placed: readonly Placed[]): Status {
  const people = placed.filter(({ candidate }) => isPersonal(candidate))
  const certain = people.filter(({ candidate }) => isCertain(candidate))
  const underway = new Set(certain.flatMap(({ candidate }) => (candidate.life?.underway ? [idOf(candidate)] : [])))
  if (certain.some((one) => isDueNow(one) && !one.after.some(({ service }) => underway.has(service))))
    return 'refer-now'
  if (certain.length > 0) return 'plan-referral'
  return people.length > 0 ? 'more-information-needed' : 'no-referral'
}

/** What an open answer could still put in the place of the step; the step itself, where an answer can move it. */
function rivalsOf(next: Next, placed: readonly Placed[], judgement: Judgement): readonly Candidate[] {
  const { asOf } = judgement.opened
  const candidates = placed.map(({ candidate }) => candidate)
  if (next.kind !== 'request' && next.kind !== 'plan') return candidates.filter((one) => one.decidedBy.length > 0)
  const step = next.placed.candidate
  return candidates.filter((one) => {
    if (one === step) return one.sooner !== undefined
    if (mayGoFirst(one, step, judgement)) return true
    if ((one.held && !one.mayBeFreed) || one.life?.underway) return false
    const starts = (one.sooner ?? one.window).from
    const mayCome = !isCertain(one) || one.sooner !== undefined
    // What is for a group never goes before what is for the person and due.
    if (isPersonal(step) && !isPersonal(one)) return next.kind === 'plan' && mayCome && starts <= asOf
    if (!isPersonal(step) && isPersonal(one)) return mayCome && starts <= asOf
    if (next.kind === 'plan') return mayCome && starts <= step.window.from
    return (mayCome || one.bestRank < one.rank) && starts <= asOf && one.bestRank <= step.rank
  })
}

/** The facts by which a rival could take the place of the step. */
function decidingStep(rival: Candidate, next: Next): readonly string[] {
  if ('placed' in next && next.placed.candidate === rival)
    return next.kind === 'request' || next.kind === 'plan' ? rival.soonerDependsOn : rival.decidedBy
  const better = rival.live.filter(({ rank }) => rank < rival.rank).flatMap(({ speaks }) => ownersOf(speaks))
  return [...new Set([...rival.decidedBy, ...(isCertain(rival) ? better : [])])]
}

function factsOf(
  candidates: readonly Candidate[],
  facts: (candidate: Candidate) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const services = new Map<string, string[]>()
  for (const candidate of candidates)
    for (const fact of facts(candidate)) services.set(fact, [...(services.get(fact) ?? []), idOf(candidate)])
  return services
}
