import { isoDay } from '../../core/rules/parameter'
import * as z from '../../core/zod'
import { decidedBy, factsNamed, type Seen } from './decided-by'
import type { Mismatch } from './mismatch'
import { decidedLines } from './run-text'

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const ruleId = z.string().regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/)
const factId = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/)
const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1)

const certainty = z.enum(['certain', 'possible'])
const milestoneState = z.enum([
  'upcoming',
  'due',
  'passed',
  'on-time',
  'late',
  'late-motivated',
  'late-motivation-unknown',
])

const passage = z.strictObject({ id: z.string(), section: z.string() })
const words = z.string().regex(/\S/)

/** The one step, as far as the claim says. */
const step = z.strictObject({
  kind: z.enum(['request', 'plan', 'arrange', 'ask', 'wait', 'none']),
  service: id.optional(),
  level: z.literal('group').optional(),
  from: isoDay.optional(),
  by: isoDay.optional(),
  since: isoDay.optional(),
  /** The last day of its window if open answers turn out so. */
  sooner: isoDay.optional(),
  meanwhile: id.optional(),
  need: id.optional(),
  of: z.string().optional(),
  for: id.optional(),
  until: isoDay.optional(),
})

/** Everything that the advice shows as certain, each service once. */
const shown = z.strictObject({
  /** Due now and after nothing: the step, what stands beside it, and what is for the job group. */
  certain: z.array(id),
  planned: z.array(id),
  held: z.array(id),
  after: z.array(id),
  covered: z.array(id),
  underway: z.array(id).optional(),
})

/** One recommendation that must be listed, and what must hold of it; the rest of it may be anything. */
const expectedRecommendation = z.strictObject({
  service: id,
  certainty,
  state: z.enum(['planned', 'due', 'overdue']).optional(),
  startFrom: isoDay.optional(),
  /** The last day to start on whatever else is answered. */
  startBy: isoDay.optional(),
  /** The last day of the most urgent window that open answers still allow; null where they allow no other. */
  soonerStartBy: isoDay.nullable().optional(),
  /** Unanswered facts among those that decide whether that is so. */
  soonerDependsOn: some(factId).optional(),
  reasons: some(ruleId),
  notReasons: some(ruleId).optional(),
  heldBy: z.record(ruleId, certainty).optional(),
  notHeldBy: some(ruleId).optional(),
  /** The day on which a hold is looked at again, by rule. */
  reviewOn: z.record(ruleId, isoDay).optional(),
  blockedBy: z.record(id, z.enum(['unmet', 'unknown'])).optional(),
  notBlockedBy: some(id).optional(),
  /** Everything that it is blocked by, and nothing else. */
  needs: z.array(id).optional(),
  /** How surely it is made superfluous by another service, by its id. */
  coveredBy: z.record(id, certainty).optional(),
  notCoveredBy: some(id).optional(),
  /** The services that it stands after, and no others. */
  after: z.array(id).optional(),
  /** Asked for already, or planned; null where nobody did. */
  underway: z.enum(['requested', 'planned']).nullable().optional(),
  /** Where it stands among services that are due: 1 goes first. */
  priority: z.int().min(1).optional(),
  waivedBy: some(ruleId).optional(),
  notWaivedBy: some(ruleId).optional(),
  /** Passages that its reasons rest on. */
  sources: some(passage).optional(),
  /** What some text of it must contain, in the language of the fixture. */
  texts: some(words).optional(),
})

const weeks = { effectiveFirstDay: isoDay, completedWeeks: z.int().min(0) }
const calendar = z.strictObject({
  ...weeks,
  /** Other calendars that must be given too. */
  alternatives: some(z.strictObject({ ...weeks, dependsOn: factId })).optional(),
  milestones: z.record(id, z.strictObject({ on: isoDay, state: milestoneState })).optional(),
  noMilestones: some(id).optional(),
})

/** What an advice must say; what is not mentioned may be anything. */
export const expectation = z.strictObject({
  /** What an expert would ask for first. */
  next: step.optional(),
  shows: shown.optional(),
  /** On which passage the step rests, and what it says there: for people, nothing is compared. */
  support: z.derived(() => passage.extend({ passage: words })).optional(),
  /** The service that is listed first. */
  first: id.optional(),
  /** Every service that is listed, and nothing else, in any order. */
  only: z.array(id).optional(),
  /** These services stand in this order; others may stand between them. */
  order: z.array(id).min(2).optional(),
  /** No open answer can replace the step. */
  settled: z.boolean().optional(),
  /** What is due now beside the step, and nothing else. */
  also: z.array(id).optional(),
  /** What some text of the advice must contain, in the language of the fixture. */
  texts: some(words).optional(),
  /** Of rules, in strong Kleene logic, on all facts of the snapshot whatever the audience. */
  outcomes: z.record(ruleId, z.enum(['met', 'not-met', 'open'])).optional(),
  status: z.enum(['refer-now', 'plan-referral', 'no-referral', 'more-information-needed']).optional(),
  complete: z.boolean().optional(),
  recommendations: some(expectedRecommendation).optional(),
  /** Services that must not be listed, not even as possible. */
  excludes: some(id).optional(),
  notices: z.record(id, z.union([z.enum(['applies', 'may-apply']), milestoneState])).optional(),
  noNotices: some(id).optional(),
  /** Facts that must be among the open questions. */
  asks: some(factId).optional(),
  doesNotAsk: some(factId).optional(),
  checklists: z.record(id, z.enum(['positive', 'negative', 'open'])).optional(),
  calendar: calendar.nullable().optional(),
})

/** What a fixture expects of an advice; what is left out is not looked at. */
export type Expectation = z.Infer<typeof expectation>
/** What a fixture expects of one service. */
export type ExpectedRecommendation = z.Infer<typeof expectedRecommendation>

/** Lists that say everything even when they are empty. */
const WHOLE: readonly string[] = ['only', 'also']

/** Whether it asserts anything at all: an empty list or object does not, nor does what only people read. */
export const saysSomething = (expected: Expectation): boolean =>
  Object.entries(expected).some(
    ([name, claim]) =>
      name !== 'support' &&
      claim !== undefined &&
      (typeof claim !== 'object' || claim === null || WHOLE.includes(name) || Object.keys(claim).length > 0),
  )

/** What an assertion throws. vitest and node:test show the difference between `actual` and `expected`. */
export class ExpectationError extends Error {
  override readonly name = 'AssertionError'
  readonly code = 'ERR_ASSERTION'
  readonly generatedMessage = false
  readonly operator = 'expectAdvice'
  readonly actual: unknown
  readonly expected: unknown

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message)
    this.actual = actual
    this.expected = expected
  }
}

/** `seen` must be the case without its medical facts: a message can end up in any log. */
export function messageFor(headline: string, mismatches: readonly Mismatch[], seen: Seen): string {
  const decided = decidedLines(decidedBy(mismatches, seen, false), factsNamed(mismatches, seen, false))
  return [headline, ...mismatches.map(({ text }) => `  ${text}`), ...decided].join('\n')
}
