import type { Relation } from '../advice'
import { isKnown } from '../diagram/diagram'
import type { Judgement } from '../evaluate/settle'
import type { Service } from '../rules/rule-set'
import { repeatFrom, serviceLife } from './service-life'
import { catalogueOrder } from './service-rules'
import type { Candidate } from './weigh-service'

type Cover = Service['covers'][number]

/** A candidate beside the others. */
export interface Placed {
  readonly candidate: Candidate
  readonly coveredBy: readonly Relation[]
  readonly after: readonly Relation[]
}

export const isCertain = ({ certainty }: Candidate): boolean => certainty === 'certain'
export const isPersonal = ({ rules }: Candidate): boolean => rules.service.level === 'person'
export const isDue = ({ state }: Candidate): boolean => state !== 'planned'
/** Something that it needs is not met, or not known to be. */
export const isBlocked = ({ needs }: Candidate): boolean => needs.length > 0
export const idOf = ({ rules }: Candidate): string => rules.service.id
/** Certain, and neither held nor asked for already. */
export const stands = (candidate: Candidate): boolean =>
  isCertain(candidate) && !candidate.held && candidate.life?.underway === undefined

/** Among services that are due: rank, then the last day, then the catalogue. */
export function orderBetween({ ruleSet }: Judgement): (a: Candidate, b: Candidate) => number {
  const places = catalogueOrder(ruleSet)
  const place = (one: Candidate): number => places.get(idOf(one)) ?? 0
  return (a, b) => a.rank - b.rank || a.window.by - b.window.by || place(a) - place(b)
}

/** What each candidate is covered by. Only what stands before a service covers it, and not while that is covered itself. */
export function coversAmong(
  candidates: readonly Candidate[],
  judgement: Judgement,
): ReadonlyMap<string, readonly Relation[]> {
  const between = orderBetween(judgement)
  const inOrder = [...candidates].sort(
    (a, b) =>
      Number(!isDue(a)) - Number(!isDue(b)) ||
      (isDue(a) ? between(a, b) : a.window.from - b.window.from || between(a, b)),
  )
  const coveredBy = new Map<string, readonly Relation[]>()
  const isCovered = (one: Candidate): boolean =>
    (coveredBy.get(idOf(one)) ?? []).some((by) => by.certainty === 'certain')
  const delivered = deliveredLately(judgement)
  for (const one of inOrder) {
    if (!isCertain(one)) continue
    const certain: { readonly service: string; readonly cover: Cover }[] = []
    const possible: Relation[] = []
    for (const service of judgement.ruleSet.services) {
      const covers = service.covers.filter((cover) => cover.service === idOf(one))
      if (covers.length === 0) continue
      const by = candidates.find((other) => idOf(other) === service.id)
      for (const cover of covers) {
        if (delivered.has(service.id) && cover.upToRank === undefined) certain.push({ service: service.id, cover })
        else if (by && isCertain(by) && !by.held && !isCovered(by) && standsBefore(by, one, between)) {
          if (coversNow(by, cover)) certain.push({ service: service.id, cover })
          else if (mayCover(by, cover)) possible.push({ service: service.id, certainty: 'possible' })
        } else if (by && !isCertain(by) && !by.held && by.bestRank < one.rank)
          possible.push({ service: service.id, certainty: 'possible' })
      }
    }
    const reasons = one.live.filter(({ speaks }) => isKnown(speaks, true))
    const standing = reasons.length > 0 ? reasons : one.live
    const whole = standing.every((reason) => certain.some(({ cover }) => coversReason(cover, reason)))
    const relations: Relation[] = whole
      ? certain
          .filter(({ cover }) => standing.some((reason) => coversReason(cover, reason)))
          .map(({ service }) => ({ service, certainty: 'certain' }))
      : possible
    coveredBy.set(
      idOf(one),
      relations.filter(({ service }, at) => relations.findIndex((other) => other.service === service) === at),
    )
  }
  return coveredBy
}

const coversReason = (cover: Cover, { id, fixed }: Candidate['live'][number]): boolean =>
  (cover.reasons === undefined || cover.reasons.includes(id)) && (cover.fixedMoments !== true || fixed)

/** Due, asked for or planned before the other. */
function standsBefore(by: Candidate, one: Candidate, between: (a: Candidate, b: Candidate) => number): boolean {
  const active = isDue(by) || by.life?.underway !== undefined
  if (isDue(one)) return active && between(by, one) < 0
  return active || by.window.from <= one.window.from
}

const coversNow = (by: Candidate, cover: Cover): boolean =>
  (cover.evenBlocked === true || !isBlocked(by)) && (cover.upToRank === undefined || by.rank <= cover.upToRank)

/** Once what it needs is known to be met, or an open reason puts it first. */
const mayCover = (by: Candidate, cover: Cover): boolean =>
  (cover.evenBlocked === true || by.needs.every(({ state }) => state === 'unknown')) &&
  (cover.upToRank === undefined || by.bestRank <= cover.upToRank)

/** What was delivered within `services.repeatAfter` makes the same superfluous as when it was still to come. */
function deliveredLately({ opened, policy, ruleSet }: Judgement): ReadonlySet<string> {
  const lately = ruleSet.services.filter(({ id, covers }) => {
    const last = covers.length > 0 ? serviceLife(id, opened, policy)?.delivered.at(-1) : undefined
    return last !== undefined && opened.asOf < repeatFrom(last, policy)
  })
  return new Set(lately.map(({ id }) => id))
}
