import { addDuration, type Day } from '../calendar/day'
import type { Case, GivenService } from '../case/case'
import type { Diagram } from '../diagram/diagram'
import type { Judgement } from '../evaluate/settle'
import { durationOr, type Policy } from '../rules/policy'
import type { Service } from '../rules/rule-set'
import { decodeWindow } from '../time/window'

/** The fact that tells what became of services. */
export const SERVICES = 'process.services'
const DOCUMENT = 'process.capacityDocument'
const FIRST_DAY = 'absence.effectiveFirstDay'

/** What was done about one service so far; undefined where nobody said what was done about any. */
export interface ServiceLife {
  /** The days on which it was delivered, up to `asOf`, in order. */
  readonly delivered: readonly Day[]
  /** Requested or planned, and not delivered or declined since. */
  readonly underway:
    | { readonly state: 'requested' | 'planned'; readonly since: Day; readonly expectedBy: Day }
    | undefined
  /** Declined, and not yet to be looked at again. */
  readonly declined: { readonly since: Day; readonly until: Day } | undefined
}

/** Of what happened on one day, the later stage counts. */
const STAGES: readonly GivenService['state'][] = ['requested', 'planned', 'declined', 'delivered']

export function serviceLife(service: string, { services, asOf }: Case, policy: Policy): ServiceLife | undefined {
  if (!services) return undefined
  const events = services
    .filter((event) => event.service === service && (event.on <= asOf || event.state === 'planned'))
    .sort((a, b) => a.on - b.on || STAGES.indexOf(a.state) - STAGES.indexOf(b.state))
  const delivered = events.filter(({ state }) => state === 'delivered').map(({ on }) => on)
  const last = events.at(-1)
  if (last?.state === 'requested') {
    const expectedBy = addDuration(last.on, durationOr(policy, 'services.leadTime'))
    return { delivered, underway: { state: 'requested', since: last.on, expectedBy }, declined: undefined }
  }
  if (last?.state === 'planned')
    return { delivered, underway: { state: 'planned', since: last.on, expectedBy: last.on }, declined: undefined }
  const until =
    last?.state === 'declined' ? (last.until ?? addDuration(last.on, durationOr(policy, 'services.declinedFor'))) : asOf
  return {
    delivered,
    underway: undefined,
    declined: last?.state === 'declined' && asOf < until ? { since: last.on, until } : undefined,
  }
}

/**
 * The day from which "now" counts for a service: that on which it was first so, or on which its turn came. What was raised
 * before this illness is raised in it from its first day on, which may be open.
 */
export function sinceFor(
  service: string,
  { opened: { asOf, raised, services }, facts: { diagrams, fact } }: Pick<Judgement, 'opened' | 'facts'>,
): Diagram<Day> {
  const first = raised.findLast(({ id }) => id === service)?.on
  if (first === undefined || first > asOf) return diagrams.known(asOf)
  // What stood before it was delivered only then.
  const turns = (services ?? [])
    .filter((event) => event.state === 'delivered' && event.service !== service && event.on <= asOf)
    .map(({ on }) => on)
  const since = Math.max(first, ...turns)
  return diagrams.mapOnce(fact(FIRST_DAY), (day) => Math.max(since, day === null ? since : (day as Day)))
}

/** The first day on which a delivered service can be a reason again. */
export const repeatFrom = (delivered: Day, policy: Policy): Day =>
  addDuration(delivered, durationOr(policy, 'services.repeatAfter'))

/** What it reads of a judgement: so that it can be asked of every case at once too. */
export type Judged = Pick<Judgement, 'facts' | 'opened' | 'policy' | 'holds' | 'ruleSet'>

/**
 * True in the completions in which what was delivered leaves a reason nothing to ask for: it was delivered inside the
 * window or after it, or lately. `window` is that of the reason, `fixed` says that a delivery before the window does not
 * count.
 */
export function quietedBy(
  service: Service,
  life: ServiceLife | undefined,
  window: Diagram<number | null>,
  fixed: boolean,
  judgement: Judged,
): Diagram<boolean> {
  const { diagrams } = judgement.facts
  const { asOf } = judgement.opened
  if (!life)
    return fixed
      ? diagrams.all([perhapsDelivered(service, judgement), diagrams.mapOnce(window, (code) => hasBegun(code, asOf))])
      : perhapsDelivered(service, judgement)
  const last = life.delivered.at(-1)
  if (last === undefined) return diagrams.known(false)
  const recent = !fixed && asOf < repeatFrom(last, judgement.policy)
  if (recent) return diagrams.known(true)
  const inWindow = diagrams.mapOnce(window, (code) => {
    if (code === null) return false
    const { from, now } = decodeWindow(code)
    return !now && life.delivered.some((on) => on >= from)
  })
  return inWindow
}

/**
 * False in the completions in which the question of a service was answered and nothing reopens it. Not a caveat: that
 * nobody said whether the capacity changed does not make an assessment due again that was done.
 */
export function stillAsked(service: Service, life: ServiceLife | undefined, judgement: Judged): Diagram<boolean> {
  const { diagrams } = judgement.facts
  if (!service.answersQuestion || !life || life.delivered.length === 0) return diagrams.known(true)
  return diagrams.not(answered(service, life, judgement))
}

/** A fixed moment that has begun may have had its conversation; one that is still to come cannot. */
const hasBegun = (code: number | null, asOf: Day): boolean => code !== null && decodeWindow(code).from <= asOf

/** Each service can have been delivered or not, whatever was done of the others. Above every fact: nothing else turns on it. */
export function perhapsDelivered(
  service: Service,
  { facts: { diagrams }, ruleSet: { services } }: Judged,
): Diagram<boolean> {
  const level = (1 + services.indexOf(service)) / (2 + services.length) - 1
  return diagrams.split({ level, owners: [SERVICES] }, [diagrams.known(true), diagrams.known(false)])
}

/**
 * The day on which the question of a service that was delivered was opened again: that of the newer description of the
 * capacity. Where something else opened it nobody knows the day, and it counts as "now". Null in the completions in which
 * it was never answered in this case.
 */
export function reopenedOn(
  service: Service,
  life: ServiceLife | undefined,
  judgement: Judged,
): Diagram<Day | 'now' | null> {
  const { diagrams, fact } = judgement.facts
  const last = life?.delivered.at(-1)
  if (!service.answersQuestion || last === undefined) return diagrams.known<Day | 'now' | null>(null)
  return diagrams.combine(inCase(last, judgement), fact(DOCUMENT), (isIn, described) => {
    if (!isIn) return null
    return described !== null && (described as Day) > last ? (described as Day) : 'now'
  })
}

/** Delivered in this case, and the capacity was neither described anew since nor, once, is the question reopened. */
function answered(service: Service, { delivered }: ServiceLife, judgement: Judged): Diagram<boolean> {
  const { diagrams, fact } = judgement.facts
  const last = delivered.at(-1) as Day
  const inThisCase = inCase(last, judgement)
  const describedSince = diagrams.mapOnce(fact(DOCUMENT), (day) => day !== null && (day as Day) > last)
  const reopenedBy = service.answersQuestion?.reopenedBy
  const once = diagrams.mapOnce(
    fact(FIRST_DAY),
    (first) => delivered.filter((on) => first !== null && on >= (first as Day)).length === 1,
  )
  const reopened = reopenedBy ? diagrams.all([once, judgement.holds(reopenedBy)]) : diagrams.known(false)
  return diagrams.all([inThisCase, diagrams.not(diagrams.any([describedSince, reopened]))])
}

/** True in the completions in which the case had begun by that day. */
const inCase = (day: Day, { facts: { diagrams, fact } }: Judged): Diagram<boolean> =>
  diagrams.mapOnce(fact(FIRST_DAY), (first) => first !== null && (first as Day) <= day)
