import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { AUDIENCES, PHYSICIAN_ADVICE } from '../../src/advice'
import { ROOT } from './run'

const CASES = join(ROOT, 'fixtures', 'cases')

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const ruleId = z.string().regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/)
const factId = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/)
const isoDay = z.iso.date()
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
const recommendation = z.strictObject({
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

const expected = z.strictObject({
  /** Of rules, in strong Kleene logic, on all facts of the snapshot whatever the audience. */
  outcomes: z.record(ruleId, z.enum(['met', 'not-met', 'open'])).optional(),
  status: z.enum(['refer-now', 'plan-referral', 'no-referral', 'more-information-needed']).optional(),
  complete: z.boolean().optional(),
  recommendations: some(recommendation).optional(),
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

const fixtureDocument = z.strictObject({
  /** What the case stands for, and why an expert expects this. */
  note: z.string().min(20),
  /** The text that the case is taken from. */
  source: z.strictObject({ id, section: z.string().min(1) }).optional(),
  snapshot: z.looseObject({ asOf: isoDay }),
  options: z
    .strictObject({
      policy: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
      audience: z.enum(AUDIENCES).optional(),
    })
    .optional(),
  expect: expected.refine((claims) => Object.values(claims).some(saysSomething), 'expect nothing at all'),
})

export type Expected = z.infer<typeof expected>
export type ExpectedRecommendation = z.infer<typeof recommendation>

export interface Fixture extends z.infer<typeof fixtureDocument> {
  /** Below fixtures/cases, with forward slashes and without `.json`. */
  readonly path: string
}

/** Every fixture case, in the order of their paths. Throws on the first file that is not a fixture. */
export function loadFixtures(directory = CASES): readonly Fixture[] {
  return filesBelow(directory).map((file) => {
    const path = relative(directory, file).replaceAll('\\', '/')
    if (!path.endsWith('.json')) throw new Error(`${path}: a fixture is a .json file`)
    const parsed = fixtureDocument.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`)
    return { path: path.slice(0, -'.json'.length), ...parsed.data }
  })
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

/** An empty list or object asserts nothing. */
function saysSomething(claim: unknown): boolean {
  if (claim === undefined) return false
  return typeof claim !== 'object' || claim === null || Object.keys(claim).length > 0
}
