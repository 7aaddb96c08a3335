import * as z from 'zod'
import { PHYSICIAN_ADVICE } from '../../core/advice'
import { isoDay } from '../../core/rules/parameter'

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

/** One recommendation that must be listed, and what must hold of it; the rest of it may be anything. */
export const expectedRecommendation = z.strictObject({
  service: id,
  certainty,
  state: z.enum(['planned', 'due', 'overdue']).optional(),
  startFrom: isoDay.optional(),
  startBy: isoDay.optional(),
  /** The last day of the least urgent window that is still possible. */
  latestStartBy: isoDay.optional(),
  /** Unanswered facts among those that could still move the window to a later one. */
  dependsOn: some(factId).optional(),
  reasons: some(ruleId),
  notReasons: some(ruleId).optional(),
  heldBy: z.record(ruleId, certainty).optional(),
  notHeldBy: some(ruleId).optional(),
  /** The day on which a hold is looked at again, by rule. */
  reviewOn: z.record(ruleId, isoDay).optional(),
  blockedBy: z.record(id, z.enum(['unmet', 'unknown'])).optional(),
  notBlockedBy: some(id).optional(),
  waivedBy: some(ruleId).optional(),
  notWaivedBy: some(ruleId).optional(),
})

const weeks = { effectiveFirstDay: isoDay, completedWeeks: z.int().min(0) }
const calendar = z.strictObject({
  ...weeks,
  /** Other calendars that must be given too. */
  alternatives: some(z.strictObject({ ...weeks, dependsOn: factId.or(z.literal(PHYSICIAN_ADVICE)) })).optional(),
  milestones: z.record(id, z.strictObject({ on: isoDay, state: milestoneState })).optional(),
  noMilestones: some(id).optional(),
})

/** What an advice must say; what is not mentioned may be anything. */
export const expectation = z.strictObject({
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

export type Expectation = z.infer<typeof expectation>
export type ExpectedRecommendation = z.infer<typeof expectedRecommendation>

/** Whether it asserts anything at all: an empty list or object does not. */
export const saysSomething = (expected: Expectation): boolean =>
  Object.values(expected).some(
    (claim) => claim !== undefined && (typeof claim !== 'object' || claim === null || Object.keys(claim).length > 0),
  )
