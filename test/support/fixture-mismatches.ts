import type { Advice, Recommendation } from '../../src/advice'
import type { Outcomes } from '../../src/evaluate/outcome'
import type { Expected, ExpectedRecommendation } from './load-fixtures'

/** Where an advice is not what a fixture expects: one line each, nothing when all of it holds. */
export function mismatches(expected: Expected, advice: Advice, outcomes: Outcomes): readonly string[] {
  const { recommendations, notices, openQuestions } = advice
  const noticeStates = new Map(notices.map(({ id, state }) => [id, state]))
  const services = recommendations.map(({ service }) => service)
  const asked = openQuestions.map(({ fact }) => fact)
  return [
    ...differs('outcome of', expected.outcomes, outcomes),
    ...differs('', pick(expected, ['status', 'complete']), new Map(Object.entries(advice))),
    ...differs('checklist', expected.checklists, new Map(advice.checklists.map(({ id, outcome }) => [id, outcome]))),
    ...(expected.recommendations ?? []).flatMap((claim) => recommendationMismatches(claim, recommendations)),
    ...listed('recommended', expected.excludes, services),
    ...differs('notice', expected.notices, noticeStates),
    ...listed('notice', expected.noNotices, [...noticeStates.keys()]),
    ...missing('asked', expected.asks, asked),
    ...listed('asked', expected.doesNotAsk, asked),
    ...calendarMismatches(expected.calendar, advice.calendar),
  ]
}

function recommendationMismatches(claim: ExpectedRecommendation, all: readonly Recommendation[]): string[] {
  const found = all.find(({ service }) => service === claim.service)
  if (!found) return [`${claim.service}: expected ${claim.certainty}, got none (got: ${all.map(describe).join(', ')})`]
  const reasons = found.reasons.map(({ rule }) => rule)
  const held = new Map(found.heldBy.map(({ rule, certainty }) => [rule, certainty]))
  const blocked = new Map(found.blockedBy.map(({ need, state }) => [need, state]))
  const waivers = found.waivedBy.map(({ rule }) => rule)
  return [
    ...differs('', pick(claim, ['certainty']), new Map(Object.entries(found))),
    ...differs('', pick(claim, ['state', 'startFrom', 'startBy']), new Map(Object.entries(found.timing))),
    ...differs('latest', startByOnly(claim.latestStartBy), new Map(Object.entries(found.timing.latest))),
    ...missing('timing depends on', claim.dependsOn, found.timing.dependsOn),
    ...missing('reason', claim.reasons, reasons),
    ...listed('reason', claim.notReasons, reasons),
    ...differs('held by', claim.heldBy, held),
    ...listed('held by', claim.notHeldBy, [...held.keys()]),
    ...differs('reviewed on', claim.reviewOn, new Map(found.heldBy.map(({ rule, reviewOn }) => [rule, reviewOn]))),
    ...differs('blocked by', claim.blockedBy, blocked),
    ...listed('blocked by', claim.notBlockedBy, [...blocked.keys()]),
    ...missing('waived by', claim.waivedBy, waivers),
    ...listed('waived by', claim.notWaivedBy, waivers),
  ].map((line) => `${claim.service}: ${line}`)
}

function calendarMismatches(claim: Expected['calendar'], found: Advice['calendar']): string[] {
  if (claim === undefined) return []
  if (claim === null || found === null)
    return claim === found
      ? []
      : [`calendar: expected ${claim?.effectiveFirstDay ?? null}, got ${found?.effectiveFirstDay ?? null}`]
  const milestones = new Map(found.milestones.map(({ id, on, state }) => [id, `${state} on ${on}`]))
  const claimed = Object.entries(claim.milestones ?? {}).map(
    ([id, { on, state }]) => [id, `${state} on ${on}`] as const,
  )
  const others = found.alternatives.map(describeAlternative)
  return [
    ...differs('', pick(claim, ['effectiveFirstDay', 'completedWeeks']), new Map(Object.entries(found))),
    ...missing('alternative', claim.alternatives?.map(describeAlternative), others),
    ...differs('milestone', Object.fromEntries(claimed), milestones),
    ...listed('milestone', claim.noMilestones, [...milestones.keys()]),
  ].map((line) => `calendar: ${line}`)
}

const describe = ({ service, certainty }: Recommendation): string => `${service} ${certainty}`

interface AlternativeWeeks {
  readonly effectiveFirstDay: string
  readonly completedWeeks: number
  readonly dependsOn: string | readonly string[]
}

const describeAlternative = ({ effectiveFirstDay, completedWeeks, dependsOn }: AlternativeWeeks): string =>
  `${effectiveFirstDay}, ${completedWeeks} weeks, by ${[dependsOn].flat().join(' ')}`

const startByOnly = (startBy: string | undefined): Record<string, string> => (startBy === undefined ? {} : { startBy })

function pick<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  keys: readonly Key[],
): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]]))
}

function differs(
  what: string,
  claims: Readonly<Record<string, unknown>> | undefined,
  found: ReadonlyMap<string, unknown>,
): string[] {
  return Object.entries(claims ?? {})
    .filter(([name, value]) => found.get(name) !== value)
    .map(([name, value]) => `${what} ${name}: expected ${value}, got ${found.get(name) ?? 'none'}`.trim())
}

const missing = (what: string, wanted: readonly string[] | undefined, found: readonly string[]): string[] =>
  (wanted ?? [])
    .filter((name) => !found.includes(name))
    .map((name) => `${what}: expected ${name}, got ${found.join(', ') || 'none'}`)

const listed = (what: string, unwanted: readonly string[] | undefined, found: readonly string[]): string[] =>
  (unwanted ?? []).filter((name) => found.includes(name)).map((name) => `${what}: expected no ${name}`)
