import { type Audience, type Certainty, type NextStep, PACKAGE_VERSION, type Status } from './advice'
import { formatDay } from './calendar/day'
import type { Case } from './case/case'
import { type Decision, waitUntil } from './decide/decide'
import { idOf } from './decide/relate'
import { isKnown } from './diagram/diagram'
import type { ResolvedOptions, TriageOptions } from './options'
import { authoredPlaces } from './rules/authored-order'
import { digestOf } from './rules/digest'
import { decideCase, openSnapshot, settingsOf } from './triage'

/** What the advice on a case comes to, without a text: to store, to compare and to list. Days are `YYYY-MM-DD`. */
export interface BriefAdvice {
  readonly adviceVersion: 2
  readonly detail: 'brief'
  readonly asOf: string
  readonly ruleSet: { readonly id: string; readonly version: string; readonly digest: string }
  readonly package: string
  readonly audience: Audience
  readonly status: Status
  readonly next: BriefStep
  readonly also: readonly string[]
  readonly settled: boolean
  readonly complete: boolean
  readonly exact: boolean
  /** In the order of the advice. */
  readonly recommendations: readonly BriefRecommendation[]
  /** Fact ids, in authored order. */
  readonly openQuestions: readonly string[]
}

export interface BriefStep {
  readonly kind: NextStep['kind']
  readonly service?: string
  /** The last day to start on; of `wait` the day to look again. */
  readonly by?: string
  /** Of `plan`: the first day. */
  readonly from?: string
  readonly since?: string
  /** Of `arrange`: what must be there first, or `follow-up`. */
  readonly need?: string
  readonly level?: 'group'
}

export interface BriefRecommendation {
  readonly service: string
  readonly certainty: Certainty
  readonly startFrom: string
  readonly startBy: string
  readonly state: 'planned' | 'due' | 'overdue'
  readonly since?: string
  readonly underway?: 'requested' | 'planned'
  /** Certain ones only: a hold or a cover that depends on an unanswered fact does nothing yet. */
  readonly heldUntil?: string
  readonly coveredBy?: readonly string[]
  readonly after?: readonly string[]
  readonly blockedBy?: readonly string[]
  /** Rule ids; of what is certain only, as are the needs. */
  readonly reasons?: readonly string[]
}

/**
 * The advice in brief, for one case after the other: nothing is put into words.
 *
 * @throws TriageError at once for wrong options; what it returns throws it for a wrong snapshot.
 */
export function createBriefTriage(options?: TriageOptions): (snapshot: unknown) => BriefAdvice {
  const settings = settingsOf(options)
  return (snapshot) => adviseInBrief(openSnapshot(snapshot, settings), settings)
}

/** The same for a case that was read already. */
export const adviseInBrief = (opened: Case, settings: ResolvedOptions): BriefAdvice =>
  inBrief(decideCase(opened, settings), settings)

function inBrief(decision: Decision, { ruleSet, audience }: ResolvedOptions): BriefAdvice {
  const { judgement, decides, placed } = decision
  const places = authoredPlaces(ruleSet)
  return {
    adviceVersion: 2,
    detail: 'brief',
    asOf: formatDay(judgement.opened.asOf),
    ruleSet: {
      id: ruleSet.manifest.id,
      version: ruleSet.manifest.version,
      digest: digestOf(ruleSet, judgement.policy),
    },
    package: PACKAGE_VERSION,
    audience,
    status: decision.status,
    next: briefStep(decision),
    also: [...decision.also],
    settled: decision.settled,
    complete: decides.size === 0,
    exact: judgement.isExact(),
    recommendations: placed.map(briefRecommendation),
    openQuestions: [...decides.keys()].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
  }
}

function briefStep({ next }: Decision): BriefStep {
  if (!('placed' in next)) return { kind: next.kind }
  const { candidate } = next.placed
  const { window, since } = candidate
  const kind = next.kind === 'follow-up' ? 'arrange' : next.kind
  const need = next.kind === 'follow-up' ? 'follow-up' : candidate.needs.find(({ before }) => before)?.need.id
  return {
    kind,
    ...(candidate.rules.service.level === 'group' ? { level: 'group' as const } : {}),
    service: idOf(candidate),
    ...(kind === 'plan' ? { from: formatDay(window.from) } : {}),
    by: formatDay(kind === 'wait' ? waitUntil(candidate) : window.by),
    ...(since === undefined ? {} : { since: formatDay(since) }),
    ...(kind === 'arrange' && need !== undefined ? { need } : {}),
  }
}

function briefRecommendation({ candidate, coveredBy, after }: Decision['placed'][number]): BriefRecommendation {
  const { window, since, state, certainty, life, holds, needs, live } = candidate
  const certain = (relations: typeof coveredBy): readonly string[] =>
    relations.filter((relation) => relation.certainty === 'certain').map(({ service }) => service)
  const [covers, before] = [certain(coveredBy), certain(after)]
  const held = holds.filter((hold) => hold.certainty === 'certain').map(({ reviewOn }) => reviewOn)
  const told = {
    service: idOf(candidate),
    certainty,
    startFrom: formatDay(window.from),
    startBy: formatDay(window.by),
    state,
  }
  // Of what is only possible there is much, and nobody works off a list of it.
  if (certainty === 'possible') return told
  return {
    ...told,
    ...(since === undefined ? {} : { since: formatDay(since) }),
    ...(life?.underway ? { underway: life.underway.state } : {}),
    ...(held.length > 0 ? { heldUntil: formatDay(Math.max(...held)) } : {}),
    ...(covers.length > 0 ? { coveredBy: covers } : {}),
    ...(before.length > 0 ? { after: before } : {}),
    ...(needs.length > 0 ? { blockedBy: needs.map(({ need }) => need.id) } : {}),
    reasons: live.filter(({ speaks }) => isKnown(speaks, true)).map(({ id }) => id),
  }
}
