import type { Advice, Recommendation } from '../../core/advice'
import { parseDay } from '../../core/calendar/day'
import type { TimelineChange, TimelineEntry } from './timeline'

/** What changed between the advice of one day and that of the next. A window counted from `asOf` moves along, and that is no change. */
export function compareAdvice(before: Advice, after: Advice): readonly TimelineChange[] {
  return [
    ...compareStatus(before, after),
    ...compareRecommendations(before, after),
    ...compareMilestones(before, after),
  ]
}

function compareStatus(before: Advice, after: Advice): TimelineChange[] {
  return before.status === after.status ? [] : [{ kind: 'status', from: before.status, to: after.status }]
}

function compareRecommendations(before: Advice, after: Advice): TimelineChange[] {
  const [old, now] = [byService(before), byService(after)]
  return [...new Set([...now.keys(), ...old.keys()])].sort().flatMap((service): TimelineChange[] => {
    const [was, is] = [old.get(service), now.get(service)]
    if (was && is && sameEntry(was, before.asOf, is, after.asOf)) return []
    const title = (is ?? (was as Recommendation)).title
    return [{ kind: 'recommendation', service, title, from: was ? entryOf(was) : null, to: is ? entryOf(is) : null }]
  })
}

function compareMilestones(before: Advice, after: Advice): TimelineChange[] {
  const old = new Map(before.calendar?.milestones.map((milestone) => [milestone.id, milestone]))
  const now = new Map(after.calendar?.milestones.map((milestone) => [milestone.id, milestone]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((milestone): TimelineChange[] => {
    const [was, is] = [old.get(milestone), now.get(milestone)]
    if (was?.state === is?.state) return []
    const title = (is ?? was)?.title ?? milestone
    return [{ kind: 'milestone', milestone, title, from: was?.state ?? null, to: is?.state ?? null }]
  })
}

const byService = (advice: Advice): Map<string, Recommendation> =>
  new Map(advice.recommendations.map((recommendation) => [recommendation.service, recommendation]))

function entryOf({ certainty, timing, heldBy, blockedBy, reasons }: Recommendation): TimelineEntry {
  return {
    certainty,
    state: timing.state,
    startFrom: timing.startFrom,
    startBy: timing.startBy,
    held: heldBy.some((hold) => hold.certainty === 'certain'),
    blockedBy: blockedBy.map(({ need, state }) => `${need} ${state}`),
    reasons: reasons.map(({ rule, certainty: how }) => `${rule} ${how}`).sort(),
  }
}

/** Equal but for days, and with days that either stand still or move along with `asOf`. */
function sameEntry(was: Recommendation, wasOn: string, is: Recommendation, isOn: string): boolean {
  const { startFrom, startBy, ...old } = entryOf(was)
  const { startFrom: from, startBy: by, ...now } = entryOf(is)
  if (JSON.stringify(old) !== JSON.stringify(now)) return false
  const stands = startFrom === from && startBy === by
  // The end can lag behind: a month counted from the 30th and from the 31st can end on one and the same day.
  const along = daysBetween(startFrom, from) === daysBetween(wasOn, isOn)
  return stands || along
}

const daysBetween = (from: string, to: string): number => (parseDay(to) ?? 0) - (parseDay(from) ?? 0)
