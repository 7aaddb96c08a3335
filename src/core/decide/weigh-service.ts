import { type Certainty, ENGINE_RULES } from '../advice'
import { perObject } from '../cache'
import { addDuration, type Day } from '../calendar/day'
import { answerTo } from '../case/case'
import { type Diagram, isKnown, ownersOf, valuesOf } from '../diagram/diagram'
import type { Judgement } from '../evaluate/settle'
import { outcomeOf } from '../evaluate/settle'
import { lengthOf } from '../rules/length'
import { durationOr } from '../rules/policy'
import type { Need, NeedUse, Rule } from '../rules/rule-set'
import { type DayWindow, decodeWindow, encodeWindow, moreUrgent, stateOf, type WindowState } from '../time/window'
import { type Core, coarseCore, exactCore, type LiveReason, ranksOf, whileSo } from './join-reasons'
import {
  type Judged,
  perhapsDelivered,
  quietedBy,
  reopenedOn,
  SERVICES,
  type ServiceLife,
  serviceLife,
  sinceFor,
  stillAsked,
} from './service-life'
import type { ReasonRule, ServiceRules } from './service-rules'

/** What holds a service, for certain or perhaps. */
export interface HeldBy {
  readonly id: string
  readonly rule: Rule | undefined
  readonly certainty: Certainty
  /** From when it holds, as far as anybody recorded; and the day to look again. */
  readonly since: Day
  readonly reviewOn: Day
  /** The need whose refusal it is. */
  readonly need?: Need
}

export interface UnmetNeed {
  readonly need: Need
  readonly state: 'unmet' | 'unknown'
  readonly before: boolean
}

/** What the facts come to for one service by itself, before it is held beside the others. */
export interface Candidate {
  readonly rules: ServiceRules
  /** In the order of the rules. */
  readonly live: readonly LiveReason[]
  readonly certainty: Certainty
  readonly answersAway: number
  /**
   * Whatever else is answered it can be started from its first day, and is to be started by its last: the latest of each
   * over the completions. Of several reasons in one completion the earliest of each counts.
   */
  readonly window: DayWindow
  readonly state: WindowState
  /** The window of the reason whose last day that is, as `encodeWindow` writes it. */
  readonly deadline: number
  /** The day from which "now" counts, where the last day is counted from it. */
  readonly since: Day | undefined
  /** The earliest of each, where the open answers still allow another. */
  readonly sooner: DayWindow | undefined
  readonly soonerDependsOn: readonly string[]
  /** Its rank, at worst, in every completion; and the best that an open answer can make of it. */
  readonly rank: number
  readonly bestRank: number
  readonly life: ServiceLife | undefined
  readonly holds: readonly HeldBy[]
  readonly held: boolean
  /** Held, and an open answer can make it a duty that neither a refusal nor the physician's word to wait takes away. */
  readonly mayBeFreed: boolean
  readonly needs: readonly UnmetNeed[]
  /** The rules, and the caveats of the engine, that may yet withdraw a reason. */
  readonly waivers: readonly (Rule | 'delivered' | 'not-for')[]
  /** The unanswered facts that can still change whether it is recommended, when, its rank, what holds it and what it needs. */
  readonly decidedBy: readonly string[]
}

/**
 * A service that some completion of the snapshot recommends; undefined for one that is excluded by what is known.
 *
 * @param standsIn The window of a blocked step, for the service that stands in while it is blocked.
 */
export function weighService(rules: ServiceRules, judgement: Judgement, standsIn?: DayWindow): Candidate | undefined {
  const { opened, policy, facts } = judgement
  const life = serviceLife(rules.service.id, opened, policy)
  const live = [...liveReasons(rules, life, judgement), ...standInReason(rules, standsIn, life, judgement)]
  if (live.length === 0) return undefined
  const core = judgement.within(
    () => exactCore(live, judgement),
    () => coarseCore(live, judgement),
  )
  if (!core) return undefined
  const { certainty, leastUrgent, present } = core
  const deadline = decodeWindow(leastUrgent)
  const window = { ...deadline, from: firstDay(core.latestStart, deadline, opened.asOf) }
  const ranks = ranksOf(live, certainty, judgement)
  const needs = needsOf(rules, live, judgement)
  const holds = holdsOf(rules, live, life, needs, judgement)
  const open = [
    ...holds.flatMap(({ rule }) => (rule ? [judgement.met(rule.id)] : [])),
    ...needs.map(({ diagram }) => diagram),
  ].filter(({ kind }) => kind === 'split')
  const decided = judgement.within(
    () => open.map((one) => ownersOf(facts.diagrams.combine(present, one, whilePresent))),
    () => open.map(ownersOf),
  )
  return {
    rules,
    live,
    certainty,
    answersAway: core.answersAway,
    window,
    state:
      certainty === 'possible' && stateOf(window, opened.asOf) === 'overdue' ? 'due' : stateOf(window, opened.asOf),
    deadline: leastUrgent,
    since: deadline.now ? deadline.from : undefined,
    sooner: soonerOf(core, opened.asOf),
    soonerDependsOn: core.windowDependsOn,
    rank: ranks.rank,
    bestRank: ranks.bestRank,
    life,
    holds,
    held: holds.some((hold) => hold.certainty === 'certain'),
    mayBeFreed: live.some(({ rule }) => isDuty(rule)) && holds.every(givesWay),
    needs: needs.flatMap(({ state, need, before }) => (state === 'refused' ? [] : [{ need, state, before }])),
    waivers: waiversOf(rules, live, life, judgement),
    decidedBy: [...new Set([...core.recommendedBy, ...ranks.rankedBy, ...decided.flat()])],
  }
}

/** Of what has begun the day on which the reason that sets the last day began, where it has. */
const firstDay = (start: Day, own: DayWindow, asOf: Day): Day => (start > asOf || own.from > asOf ? start : own.from)

/** Undefined where it can be neither started nor be too late any earlier than is certain. */
function soonerOf({ mostUrgent, leastUrgent, earliestStart, latestStart }: Core, asOf: Day): DayWindow | undefined {
  const [window, least] = [decodeWindow(mostUrgent), decodeWindow(leastUrgent)]
  if (window.by === least.by && Math.max(earliestStart, asOf) === Math.max(latestStart, asOf)) return undefined
  return { ...window, from: firstDay(earliestStart, window, asOf) }
}

const whilePresent = (present: boolean, open: boolean): boolean | null => (present ? open : null)

function liveReasons(rules: ServiceRules, life: ServiceLife | undefined, judgement: Judgement): readonly LiveReason[] {
  const { facts } = judgement
  const since = sinceFor(rules.service.id, judgement)
  const notFor = notForDiagram(rules, judgement)
  const reasons = rules.reasons.flatMap((reason): readonly LiveReason[] => {
    const { rule, rank, fixed } = reason
    const speaks = judgement.within(
      () => facts.diagrams.all([judgement.met(rule.id), stillAsked(rules.service, life, judgement)]),
      () => judgement.met(rule.id),
    )
    if (isKnown(speaks, false)) return []
    const planned = judgement.within(
      () => onceReopened(windowSince(rule, since, judgement), since, rules, life, judgement),
      () => judgement.window(rule),
    )
    const window = whileEmployed(planned, rules, judgement)
    const waived = judgement.within(
      () => withdrawnBy(reason, window, notFor, rules, life, judgement),
      () => facts.diagrams.any([notFor]),
    )
    // Also where it is withdrawn in each completion in which it speaks.
    const stands = judgement.within(
      () => facts.diagrams.all([speaks, facts.diagrams.not(waived)]),
      () => speaks,
    )
    return isKnown(stands, false) ? [] : [{ id: rule.id, rule, rank, fixed, speaks, waived, window }]
  })
  const advised = physicianAdvises(rules, life, judgement)
  return advised ? [...reasons, advised] : reasons
}

/** The window of a rule, whichever of several days it is first due on. */
function windowSince(rule: Rule, since: Diagram<Day>, judgement: Judgement): Diagram<number | null> {
  if (since.kind === 'known') return judgement.window(rule, since.value)
  const { diagrams } = judgement.facts
  return valuesOf(since)
    .map((day) =>
      diagrams.combine(
        diagrams.mapOnce(since, (other) => other === day),
        judgement.window(rule, day),
        whileSo,
      ),
    )
    .reduce((all, one) => diagrams.combine(all, one, moreUrgent))
}

function withdrawnBy(
  { waivers, fixed }: ReasonRule,
  window: Diagram<number | null>,
  notFor: Diagram<boolean>,
  { service }: ServiceRules,
  life: ServiceLife | undefined,
  judgement: Judgement,
): Diagram<boolean> {
  const { diagrams } = judgement.facts
  return diagrams.any([
    notFor,
    quietedBy(service, life, window, fixed, judgement),
    ...waivers.map(({ id }) => judgement.met(id)),
  ])
}

/** True where it is not for this person; as far as the budget goes, so that a caveat is never lost. */
export function notForDiagram(
  { service: { notFor } }: ServiceRules,
  { facts: { diagrams, fact }, opened, within }: Judgement,
): Diagram<boolean> {
  if (!notFor) return diagrams.known(false)
  const { regimes } = notFor
  return within(
    () => {
      const byRegime = diagrams.map(fact(REGIME), regimeIn(regimes))
      if (!needsEmployer(regimes)) return byRegime
      const ended = diagrams.mapOnce(fact(CONTRACT), (end) => end !== null && Number(end) < opened.asOf)
      return diagrams.any([byRegime, diagrams.all([diagrams.map(fact(REGIME), isEmployee), ended])])
    },
    () => diagrams.known(false),
  )
}

const REGIME = 'employment.regime'
const CONTRACT = 'employment.contractEndsOn'

/** A service that is not for the safety net without an employer. After the contract an employee is in it. */
const needsEmployer = (regimes: readonly string[]): boolean => regimes.includes('safety-net-uwv')

/** The last day of a contract that is known to end. */
function contractEnd({ answers }: Judgement['opened']): Day | undefined {
  const answer = answerTo(answers, 'employment.contractEndsOn')
  return answer?.state === 'known' && typeof answer.value === 'number' ? answer.value : undefined
}

/** With the contract end the windows of services that need the employer; one that would begin later is none. */
function whileEmployed(
  window: Diagram<number | null>,
  { service: { notFor } }: ServiceRules,
  { facts: { diagrams, fact }, opened, within }: Judgement,
): Diagram<number | null> {
  const ends = contractEnd(opened)
  if (ends === undefined || !notFor || !needsEmployer(notFor.regimes)) return window
  return within(
    () => {
      const employed = diagrams.map(fact(REGIME), isEmployee)
      const ended = diagrams.mapOnce(window, (code) => endedOn(ends, code))
      return diagrams.combine(
        diagrams.combine(employed, ended, whileSo),
        diagrams.combine(diagrams.not(employed), window, whileSo),
        moreUrgent,
      )
    },
    () => window,
  )
}

/** The window of a question that was answered and opened again: nothing of it lies before that day. */
export function onceReopened(
  window: Diagram<number | null>,
  since: Diagram<Day>,
  { service }: Pick<ServiceRules, 'service'>,
  life: ServiceLife | undefined,
  judgement: Judged,
): Diagram<number | null> {
  const { diagrams } = judgement.facts
  const last = life?.delivered.at(-1)
  const reopened = reopenedOn(service, life, judgement)
  if (last === undefined || isKnown(reopened, null)) return window
  const prompt = durationOr(judgement.policy, 'promptReferral')
  const from = diagrams.combine(reopened, since, (on, day) => (on === 'now' ? Math.max(day, last) : on))
  const isNow = diagrams.mapOnce(reopened, (on) => on === 'now')
  const begun = diagrams.combine(from, isNow, (on, now) =>
    on === null ? null : encodeWindow({ from: on, by: addDuration(on, prompt), now, basis: 'practice' }),
  )
  return diagrams.combine(window, begun, (code, start) => {
    if (code === null || start === null) return code
    const [own, least] = [decodeWindow(code), decodeWindow(start)]
    return own.from >= least.from ? code : encodeWindow({ ...least, basis: own.basis, by: Math.max(own.by, least.by) })
  })
}

const isEmployee = (regime: unknown): boolean => regime === 'employee'

function endedOn(ends: Day, code: number | null): number | null {
  if (code === null) return null
  const window = decodeWindow(code)
  if (window.by <= ends) return code
  return window.from > ends ? null : encodeWindow({ ...window, by: ends })
}

/** One function for each list, so that a manager finds what it gave. */
const regimeIn = perObject(
  (regimes: readonly string[]) =>
    (regime: unknown): boolean =>
      regimes.includes(String(regime)),
)

/** The physician lets the employer act on it: a reason of its own, now or by the day given. */
function physicianAdvises(
  { service }: ServiceRules,
  life: ServiceLife | undefined,
  judgement: Judgement,
): LiveReason | undefined {
  const { opened, facts, policy } = judgement
  const prompt = durationOr(policy, 'promptReferral')
  const lastDay = ({ on, by }: { readonly on: Day; readonly by: Day | undefined }): Day => by ?? addDuration(on, prompt)
  // Of several the most urgent counts, in whatever order they stand.
  const advised = opened.physician.advises
    .filter((one) => one.service === service.id)
    .sort((a, b) => lastDay(a) - lastDay(b) || a.on - b.on)[0]
  if (!advised) return undefined
  // Delivered, declined or planned after the physician said so: followed.
  if (life?.delivered.some((on) => on >= advised.on)) return undefined
  const by = lastDay(advised)
  const { diagrams } = facts
  const speaks = diagrams.mapOnce(
    facts.fact('absence.effectiveFirstDay'),
    (first) => first === null || (first as Day) <= advised.on,
  )
  if (isKnown(speaks, false)) return undefined
  return {
    id: ENGINE_RULES.physicianAdvises,
    rule: undefined,
    rank: service.rank,
    fixed: false,
    // Advice from before this illness was about something else.
    speaks,
    // Nobody said what was done: it may have been followed.
    waived: life ? diagrams.known(false) : perhapsDelivered(service, judgement),
    window: diagrams.known(encodeWindow({ from: advised.on, by, now: advised.by === undefined, basis: 'practice' })),
  }
}

/** That it stands in while the step is blocked is a reason as well, unless it was delivered lately or is not for this person. */
function standInReason(
  rules: ServiceRules,
  standsIn: DayWindow | undefined,
  life: ServiceLife | undefined,
  judgement: Judgement,
): readonly LiveReason[] {
  if (!standsIn) return []
  const { diagrams } = judgement.facts
  const window = diagrams.known<number | null>(encodeWindow(standsIn))
  const waived = diagrams.any([
    notForDiagram(rules, judgement),
    quietedBy(rules.service, life, window, false, judgement),
  ])
  if (isKnown(waived, true)) return []
  const { rank } = rules.service
  const speaks = diagrams.known(true)
  return [{ id: ENGINE_RULES.meanwhile, rule: undefined, rank, fixed: false, speaks, waived, window }]
}

interface WeighedNeed extends Omit<UnmetNeed, 'state'> {
  readonly state: 'unmet' | 'unknown' | 'refused'
  /** True in the completions in which it is needed and not met. */
  readonly diagram: Diagram<boolean>
}

/**
 * What is not in place, or not known to be, of what the service needs and of what its reasons need besides: that only where
 * such a reason speaks. What must be there first stops the request only where the reason is certain.
 */
function needsOf({ service }: ServiceRules, live: readonly LiveReason[], judgement: Judgement): readonly WeighedNeed[] {
  const { facts, holds, within } = judgement
  const { diagrams } = facts
  const always = diagrams.known(true)
  const all: readonly NeedBy[] = [
    ...service.needs.map((use) => ({ use, speaks: always, waived: diagrams.known(false) })),
    ...live.flatMap(({ rule, speaks, waived }) => (rule?.needs ?? []).map((use) => ({ use, speaks, waived }))),
  ]
  return [...new Set(all.map(({ use }) => use.need.id))].flatMap((id): readonly WeighedNeed[] => {
    const uses = all.filter(({ use }) => use.need.id === id)
    const [{ use: one }] = uses as [NeedBy]
    const { need } = one
    const absent = diagrams.map(facts.fact(need.fact), isNotTrue)
    const needed = ({ use: { when }, speaks }: NeedBy): Diagram<boolean> =>
      diagrams.all([speaks, when ? holds(when) : always])
    const asked = (by: NeedBy): Diagram<boolean> => diagrams.all([needed(by), diagrams.not(by.waived)])
    const whereNeeded = (where: (by: NeedBy) => Diagram<boolean>): Diagram<boolean> =>
      within(
        () => diagrams.all([absent, diagrams.any(uses.map(where))]),
        () => absent,
      )
    // As with windows: a caveat takes away no need while it is open.
    const outcome = outcomeOf(whereNeeded(needed))
    const diagram = whereNeeded(asked)
    if (outcome === 'not-met') return []
    const before = uses.some(({ use, speaks }) => use.before && isKnown(speaks, true))
    const refused = outcome === 'met' && need.whenRefused !== undefined && isKnown(facts.fact(need.fact), false)
    return [{ need, before, diagram, state: refused ? 'refused' : outcome === 'met' ? 'unmet' : 'unknown' }]
  })
}

/** A need, and the completions in which it is asked for. */
interface NeedBy extends Pick<LiveReason, 'speaks' | 'waived'> {
  readonly use: NeedUse
}

const isNotTrue = (value: unknown): boolean => value !== true

/** What holds it: rules, the physician's word to wait, a refusal, and that somebody declined it. */
function holdsOf(
  { holds, service }: ServiceRules,
  live: readonly LiveReason[],
  life: ServiceLife | undefined,
  needs: readonly WeighedNeed[],
  { opened, policy, facts, met }: Judgement,
): readonly HeldBy[] {
  const { asOf, raised, physician } = opened
  const sinceOf = (id: string): Day => Math.min(asOf, raised.findLast((one) => one.id === id)?.on ?? asOf)
  const byRules = holds.flatMap((rule): readonly HeldBy[] => {
    const diagram = met(rule.id)
    if (isKnown(diagram, false) || rule.event.type !== 'hold') return []
    const { params } = rule.event
    const since = sinceOf(rule.id)
    const fact = 'reviewOn' in params ? facts.fact(params.reviewOn) : undefined
    const day = fact?.kind === 'known' && typeof fact.value === 'number' ? fact.value : undefined
    const reviewOn = 'reviewAfter' in params ? addDuration(since, lengthOf(params.reviewAfter, policy)) : (day ?? asOf)
    return [{ id: rule.id, rule, certainty: isKnown(diagram, true) ? 'certain' : 'possible', since, reviewOn }]
  })
  const own = (id: string, reviewOn: Day, since: Day, need?: Need, certainty: Certainty = 'certain'): HeldBy => ({
    id,
    rule: undefined,
    certainty,
    since,
    reviewOn,
    ...(need ? { need } : {}),
  })
  const waitUntil = physician.waitUntil
  const waits = typeof waitUntil === 'number' && asOf < waitUntil && service.level === 'person'
  const yields = yieldingTo(live)
  const declined = life?.declined
  return [
    ...byRules,
    ...(waits && yields ? [own(ENGINE_RULES.physicianWaits, waitUntil, asOf, undefined, yields)] : []),
    ...needs.flatMap(({ state, need }) => {
      if (state !== 'refused' || !need.whenRefused) return []
      const since = sinceOf(ENGINE_RULES.notWilling)
      return [
        own(ENGINE_RULES.notWilling, addDuration(since, lengthOf(need.whenRefused.reviewAfter, policy)), since, need),
      ]
    }),
    ...(declined && yields ? [own(ENGINE_RULES.declined, declined.until, declined.since, undefined, yields)] : []),
  ]
}

const givesWay = ({ id, certainty }: HeldBy): boolean =>
  certainty === 'possible' || id === ENGINE_RULES.physicianWaits || id === ENGINE_RULES.declined

/**
 * Whether a word to wait or a refusal holds it: a duty by statute or official rule cannot be put off or declined away.
 * While only a duty may yet speak, so may what holds it not. Beside another certain reason it is held until the duty is
 * certain: to go against the physician's word takes more than an unanswered question.
 */
function yieldingTo(live: readonly LiveReason[]): Certainty | undefined {
  if (isStatutory(live) || live.every(({ rule }) => isDuty(rule))) return undefined
  const isSure = live.some(({ speaks }) => isKnown(speaks, true)) || live.every(({ rule }) => !isDuty(rule))
  return isSure ? 'certain' : 'possible'
}

/** Whether a certain reason stands on statute or an official rule. */
export const isStatutory = (live: readonly LiveReason[]): boolean =>
  live.some(({ rule, speaks }) => isKnown(speaks, true) && isDuty(rule))

const isDuty = (rule: Rule | undefined): boolean => rule?.basis === 'statute' || rule?.basis === 'official'

function waiversOf(
  rules: ServiceRules,
  live: readonly LiveReason[],
  life: ServiceLife | undefined,
  judgement: Judgement,
): Candidate['waivers'] {
  const open = live.filter(({ waived }) => waived.kind === 'split')
  if (open.length === 0) return []
  const ids = new Set(open.map(({ id }) => id))
  const waivers = rules.reasons
    .filter(({ rule }) => ids.has(rule.id))
    .flatMap((reason) => reason.waivers)
    .filter(({ id }) => judgement.outcome(id) === 'open')
  const notFor = notForDiagram(rules, judgement).kind === 'split'
  const delivered = !life && open.some(({ waived }) => ownersOf(waived).includes(SERVICES))
  return [
    ...new Set(waivers),
    ...(notFor ? (['not-for'] as const) : []),
    ...(delivered ? (['delivered'] as const) : []),
  ]
}
