import type { Advice, NextStep, Recommendation } from '../../core/advice'
import type { RuleOutcomes } from '../../core/evaluate/conditions'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Expectation, ExpectedRecommendation } from './expectation'
import { containing, differs, exactly, listed, type Mismatch, mismatch, missing } from './mismatch'

/** Where an advice is not what is expected: nothing when all of it holds. */
export function compareExpectation(
  expected: Expectation,
  advice: Advice,
  outcomes: RuleOutcomes,
  ruleSet: RuleSet,
): readonly Mismatch[] {
  const { recommendations, notices, openQuestions } = advice
  const noticeStates = new Map(notices.map(({ id, state }) => [id, state]))
  const asked = openQuestions.map(({ fact }) => fact)
  const itself = (rule: string) => ({ rules: [rule] })
  const saying = (notice: string) => ({ rules: rulesThatSay(notice, ruleSet) })
  const fact = (id: string) => ({ facts: [id] })
  const claimed = (expected.recommendations ?? []).flatMap((claim, index) =>
    recommendationMismatches(claim, recommendations, ['recommendations', String(index)], ruleSet),
  )
  return [
    ...differs(['outcomes'], 'outcome of', expected.outcomes, outcomes, itself),
    ...decisionMismatches(expected, advice),
    ...differs([], '', pick(expected, ['status', 'complete']), new Map(Object.entries(advice)), (name) =>
      name === 'status' ? { rules: certainRules(recommendations) } : { facts: asked },
    ),
    ...differs(
      ['checklists'],
      'checklist',
      expected.checklists,
      new Map(advice.checklists.map(({ id, outcome }) => [id, outcome])),
      (id) => ({ rules: ruleSet.rules.filter(({ checklist }) => checklist === id).map((rule) => rule.id) }),
    ),
    ...claimed,
    ...(expected.excludes ?? []).flatMap((service) => {
      const found = recommendations.find((one) => one.service === service)
      if (!found) return []
      const about = { rules: found.reasons.map(({ rule }) => rule) }
      return [mismatch(['excludes'], null, service, `recommended: expected no ${service}`, about)]
    }),
    ...differs(['notices'], 'notice', expected.notices, noticeStates, saying),
    ...listed(['noNotices'], 'notice', expected.noNotices, [...noticeStates.keys()], saying),
    ...missing(['asks'], 'asked', expected.asks, asked, fact),
    ...listed(['doesNotAsk'], 'asked', expected.doesNotAsk, asked, fact),
    ...calendarMismatches(expected.calendar, advice.calendar),
  ]
}

/** What is said of one recommendation. */
export type RecommendationClaim = Pick<ExpectedRecommendation, 'service'> & Partial<ExpectedRecommendation>

export function recommendationMismatches(
  claim: RecommendationClaim,
  all: readonly Recommendation[],
  path: readonly string[],
  ruleSet: RuleSet,
): Mismatch[] {
  const { service, certainty = 'to be recommended', reasons: claimed = [] } = claim
  const found = all.find((one) => one.service === service)
  if (!found) {
    const text = `${service}: expected ${certainty}, got none (got: ${all.map(describe).join(', ')})`
    return [mismatch(path, service, null, text, { rules: unique([...claimed, ...rulesFor(service, ruleSet)]) })]
  }
  const reasons = found.reasons.map(({ rule }) => rule)
  const held = new Map(found.heldBy.map((hold) => [hold.rule, hold.certainty]))
  const blocked = new Map(found.blockedBy.map(({ need, state }) => [need, state]))
  const waivers = found.waivedBy.map(({ rule }) => rule)
  const covered = new Map(found.coveredBy.map((relation) => [relation.service, relation.certainty]))
  const standing = new Map<string, unknown>([
    ['underway', found.underway?.state ?? null],
    ['priority', found.priority],
  ])
  const passages = found.reasons.flatMap(({ sources }) => sources.map(passageText))
  const { sooner } = found.timing
  const review = new Map(found.heldBy.map(({ rule, reviewOn }) => [rule, reviewOn]))
  const speaking = () => ({ rules: unique([...claimed, ...reasons]) })
  const itself = (rule: string) => ({ rules: [rule] })
  const deciding = (need: string) => ({ facts: [ruleSet.needs.get(need)?.fact ?? ''].filter(Boolean) })
  const at = (key: string): readonly string[] => [...path, key]
  const timing = new Map<string, unknown>(Object.entries(found.timing))
  return [
    ...differs(path, '', pick(claim, ['certainty']), new Map(Object.entries(found)), speaking),
    ...differs(path, '', pick(claim, ['state', 'startFrom', 'startBy']), timing, speaking),
    ...soonerMismatches(claim.soonerStartBy, found, at('soonerStartBy')),
    ...missing(at('soonerDependsOn'), 'sooner depends on', claim.soonerDependsOn, sooner?.dependsOn ?? [], (id) => ({
      facts: [id],
    })),
    ...missing(at('reasons'), 'reason', claim.reasons, reasons, itself),
    ...listed(at('notReasons'), 'reason', claim.notReasons, reasons, itself),
    ...differs(at('heldBy'), 'held by', claim.heldBy, held, itself),
    ...listed(at('notHeldBy'), 'held by', claim.notHeldBy, [...held.keys()], itself),
    ...differs(at('reviewOn'), 'reviewed on', claim.reviewOn, review, itself),
    ...differs(at('blockedBy'), 'blocked by', claim.blockedBy, blocked, deciding),
    ...listed(at('notBlockedBy'), 'blocked by', claim.notBlockedBy, [...blocked.keys()], deciding),
    ...missing(at('waivedBy'), 'waived by', claim.waivedBy, waivers, itself),
    ...listed(at('notWaivedBy'), 'waived by', claim.notWaivedBy, waivers, itself),
    ...exactly(at('needs'), 'needs', claim.needs, [...blocked.keys()]),
    ...differs(at('coveredBy'), 'covered by', claim.coveredBy, covered),
    ...listed(at('notCoveredBy'), 'covered by', claim.notCoveredBy, [...covered.keys()]),
    ...exactly(
      at('after'),
      'after',
      claim.after,
      found.after.map((relation) => relation.service),
    ),
    ...differs(path, '', pick(claim, ['underway', 'priority']), standing),
    ...missing(at('sources'), 'source', claim.sources?.map(passageText), passages, speaking),
    ...containing(at('texts'), claim.texts, textsIn(found)),
  ].map((one) => ({ ...one, text: `${service}: ${one.text}` }))
}

function soonerMismatches(
  claim: string | null | undefined,
  { timing: { sooner }, reasons }: Recommendation,
  path: readonly string[],
): Mismatch[] {
  const startBy = sooner?.startBy ?? null
  if (claim === undefined || claim === startBy) return []
  const about = { rules: reasons.map(({ rule }) => rule), facts: sooner?.dependsOn ?? [] }
  return [
    mismatch(path, claim, startBy, `sooner startBy: expected ${claim ?? 'none'}, got ${startBy ?? 'none'}`, about),
  ]
}

export const passageText = ({ id, section }: { readonly id: string; readonly section: string }): string =>
  `${id} ${section}`

function calendarMismatches(claim: Expectation['calendar'], found: Advice['calendar']): Mismatch[] {
  const about = () => ({ facts: ['absence.effectiveFirstDay'] })
  if (claim === undefined || claim === found) return []
  if (claim === null || found === null) {
    const [expected, actual] = [claim?.effectiveFirstDay ?? null, found?.effectiveFirstDay ?? null]
    return [mismatch(['calendar'], expected, actual, `calendar: expected ${expected}, got ${actual}`, about())]
  }
  const milestones = new Map(found.milestones.map(({ id, on, state }) => [id, `${state} on ${on}`]))
  const wanted = Object.entries(claim.milestones ?? {}).map(([id, { on, state }]) => [id, `${state} on ${on}`] as const)
  const others = found.alternatives.map(describeAlternative)
  const alternatives = claim.alternatives?.map(describeAlternative)
  const days = new Map(Object.entries(found))
  return [
    ...differs(['calendar'], '', pick(claim, ['effectiveFirstDay', 'completedWeeks']), days, about),
    ...missing(['calendar', 'alternatives'], 'alternative', alternatives, others, about),
    ...differs(['calendar', 'milestones'], 'milestone', Object.fromEntries(wanted), milestones, about),
    ...listed(['calendar', 'noMilestones'], 'milestone', claim.noMilestones, [...milestones.keys()], about),
  ].map((one) => ({ ...one, text: `calendar: ${one.text}` }))
}

/** What the status stands on: what is certain, for and against. */
const certainRules = (recommendations: readonly Recommendation[]): string[] =>
  unique(
    recommendations
      .flatMap(({ reasons, heldBy }) => [...reasons, ...heldBy])
      .filter(({ certainty }) => certainty === 'certain')
      .map(({ rule }) => rule),
  )

const rulesFor = (service: string, { rules }: RuleSet): string[] =>
  rules.filter(({ event }) => 'services' in event.params && event.params.services.includes(service)).map(({ id }) => id)

const rulesThatSay = (notice: string, { rules }: RuleSet): string[] =>
  rules.filter(({ event }) => event.type === 'notice' && event.params.notice === notice).map(({ id }) => id)

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

const describe = ({ service, certainty }: Recommendation): string => `${service} ${certainty}`

interface AlternativeWeeks {
  readonly effectiveFirstDay: string
  readonly completedWeeks: number
  readonly dependsOn: string | readonly string[]
}

export const describeAlternative = ({ effectiveFirstDay, completedWeeks, dependsOn }: AlternativeWeeks): string =>
  `${effectiveFirstDay}, ${completedWeeks} weeks, by ${[dependsOn].flat().join(' ')}`

function pick<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  keys: readonly Key[],
): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]]))
}

/** Where the decision is not what is expected: the step, what is shown as certain, what is listed and in which order. */
function decisionMismatches(expected: Expectation, advice: Advice): readonly Mismatch[] {
  const services = advice.recommendations.map(({ service }) => service)
  const reasonsOf = (service: string) => ({
    rules: (advice.recommendations.find((one) => one.service === service)?.reasons ?? []).map(({ rule }) => rule),
  })
  const found = new Map<string, unknown>([
    ['settled', advice.settled],
    ['first', services[0] ?? null],
  ])
  const { first, settled } = expected
  return [
    ...differs(['next'], 'next', expected.next, new Map(Object.entries(stepOf(advice.next))), () =>
      'service' in advice.next ? reasonsOf(advice.next.service) : {},
    ),
    ...Object.entries(shownOf(advice)).flatMap(([kind, shown]) =>
      exactly(['shows', kind], `shown as ${kind}`, expected.shows?.[kind as ShownKind], shown, reasonsOf),
    ),
    ...differs(
      [],
      '',
      { ...(first === undefined ? {} : { first }), ...(settled === undefined ? {} : { settled }) },
      found,
    ),
    ...exactly(['only'], 'listed', expected.only, services, reasonsOf),
    ...exactly(['also'], 'also due', expected.also, advice.also, reasonsOf),
    ...orderMismatches(expected.order, services),
    ...containing(['texts'], expected.texts, textsIn(advice)),
  ]
}

/** The step without its words, and of what may come sooner only the day. */
export function stepOf(next: NextStep): Readonly<Record<string, unknown>> {
  const { text: _, ...step } = next
  return { ...step, ...('sooner' in next && next.sooner ? { sooner: next.sooner.startBy } : {}) }
}

type ShownKind = 'certain' | 'planned' | 'held' | 'after' | 'covered' | 'underway'

/** What an advice shows as certain, by the place that it has there, in its order. */
export function shownOf({ recommendations }: Pick<Advice, 'recommendations'>): Readonly<Record<ShownKind, string[]>> {
  const shown: Record<ShownKind, string[]> = {
    certain: [],
    planned: [],
    held: [],
    after: [],
    covered: [],
    underway: [],
  }
  for (const one of recommendations) if (one.certainty === 'certain') shown[placeOf(one)].push(one.service)
  return shown
}

function placeOf({ coveredBy, heldBy, underway, after, timing }: Recommendation): ShownKind {
  if (coveredBy.some(({ certainty }) => certainty === 'certain')) return 'covered'
  if (heldBy.some(({ certainty }) => certainty === 'certain')) return 'held'
  if (underway) return 'underway'
  if (after.some(({ certainty }) => certainty === 'certain')) return 'after'
  return timing.state === 'planned' ? 'planned' : 'certain'
}

function orderMismatches(claim: readonly string[] | undefined, services: readonly string[]): Mismatch[] {
  if (claim === undefined) return []
  const found = services.filter((service) => claim.includes(service))
  if (found.join() === claim.join()) return []
  return [mismatch(['order'], claim, found, `order: expected ${claim.join(', ')}, got ${found.join(', ') || 'none'}`)]
}

/** Every text in a part of an advice. */
export function textsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' && TEXTS.has(key) ? [value] : textsIn(value),
  )
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'statusText', 'title', 'firstStep', 'question'])
