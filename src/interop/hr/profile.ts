import { frozen } from '../../core/frozen'
import { type Issue, TriageError } from '../../core/issue/issue'
import * as z from '../../core/zod'
import afas from './profiles/afas.json'
import exact from './profiles/exact.json'
import genericCsv from './profiles/generic-csv.json'
import loket from './profiles/loket.json'
import nmbrs from './profiles/nmbrs.json'
import sivi from './profiles/sivi.json'
import vismaVerzuim from './profiles/visma-verzuim.json'

/** Names of columns that hold the same thing; the first that is filled counts. `a.b` is the key b inside a. */
const column = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

/** What a source's code means, by the code as it is written. A code that is not in its table is reported. */
const codes = <const Meaning extends string>(meanings: readonly Meaning[]) =>
  z.record(z.string().min(1), z.enum(meanings)).optional()

/**
 * What the day of an end means. One day decides whether two spells are one case (WIA 23, BW 7:629(10): less than four
 * weeks apart), so a profile must say it. `unstated`: no public text of the source does.
 */
export const END_MEANS = ['first-day-fit', 'last-day-ill', 'first-working-day', 'unstated'] as const
/** Whether an end is the last day ill or the first day fit. */
export type EndMeans = (typeof END_MEANS)[number]

/** What a row says that is never carried into a snapshot: only counted. */
const NEVER_CARRIED = ['cause', 'free-text', 'safety-net-kind', 'no-risk', 'person'] as const
/** What is in such data and never comes into a snapshot. */
export type NeverCarried = (typeof NEVER_CARRIED)[number]

export const PROFILE_FACTS = [
  'process.problemAnalysisOn',
  'process.actionPlanOn',
  'process.medicalAdviceOn',
  'process.firstYearEvaluationOn',
] as const

/**
 * How the absence data of one source are read: data, not code. `mapAbsence` takes one; the shipped ones can be copied
 * and changed (`{ ...ABSENCE_PROFILES.afas, endMeans: 'last-day-ill' }`) where an organisation knows more of its own
 * source than its public description tells.
 */
const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  title: text,
  /** Where the columns and codes were read. */
  sources: z.array(z.string().min(1)).min(1),
  format: z.enum(['xml', 'json', 'csv']),
  /** XML: the element that is a row. What stands above it counts for it too, as `Parent.Element`. */
  element: z.string().min(1).optional(),
  /** JSON: lists inside a record, from the outside in; each item of the innermost is a row. */
  lists: z.array(z.string().min(1)).optional(),
  /** `iso-or-dutch`: also 5-1-2026, the day first. */
  dates: z.enum(['iso', 'iso-or-dutch']),
  endMeans: z.enum(END_MEANS),
  /** An employment; with more parts, all of them together name it. Never the person: two employments are two cases. */
  employment: z.array(column).min(1),
  report: z.strictObject({
    id: column.optional(),
    previousId: column.optional(),
    operation: column.optional(),
    sequence: column.optional(),
    kind: column.optional(),
    /** Where a source has none, the first `changedOn` is it. */
    firstDay: column.optional(),
    /** From which day this row holds. */
    changedOn: column.optional(),
    previousChangedOn: column.optional(),
    ended: column.optional(),
    /** `changedOn`: a row that says that it is over tells on which day by its own first day. */
    end: column.optional(),
    endReason: column.optional(),
    expectedEnd: column.optional(),
  }),
  share: z
    .strictObject({
      column,
      /** What 100 would mean: wholly absent, wholly present, or wholly recovered. */
      hundredIs: z.enum(['absent', 'present', 'recovered']),
      /** Whether the rest is hours worked with wage value; else a share between is known to nobody. */
      restIsWorked: z.boolean(),
      therapeutic: column.optional(),
    })
    .optional(),
  contract: z
    .strictObject({
      endsOn: column.optional(),
      /** The source tells of every employment when it ends, so that no end is one that runs on. */
      emptyMeansRunning: z.boolean().optional(),
      selfInsured: column.optional(),
      safetyNet: column.optional(),
    })
    .optional(),
  leave: z.strictObject({ from: column, end: column, endMeans: z.enum(END_MEANS) }).optional(),
  facts: z.partialRecord(z.enum(PROFILE_FACTS), column).optional(),
  /** A yes here is told as a question that is worth asking, never as an answer. */
  ask: z.partialRecord(z.enum(['conflict.status']), column).optional(),
  codes: z.strictObject({
    operation: codes(['start', 'change', 'end', 'correction', 'deletion']),
    kind: codes(['illness', 'pregnancy-leave', 'other-leave']),
    ended: codes(['yes', 'no']),
    /** `over`: death, state pension, the end of the waiting period: there is no case any more. */
    endReason: codes(['recovered', 'not-recovered', 'left-ill', 'leave', 'over']),
    /** `no-employer`: the kinds of safety net in which nobody has to pay wages; the others change no duty of an employer. */
    safetyNet: codes(['none', 'employer', 'no-employer', 'unknown']),
    selfInsured: codes(['yes', 'no']),
    ask: codes(['yes', 'no']),
  }),
  never: z.partialRecord(z.enum(NEVER_CARRIED), z.array(z.string().min(1))),
  /** Whether a whole export names every pregnancy leave, so that none named is none. */
  coversLeave: z.boolean(),
  /** Columns in which empty means none, where it else means not asked. */
  emptyMeansNone: z.array(z.enum(['contractEndsOn', 'therapeutic'])).optional(),
  /** What was taken for likely, because no public text of the source says it; told in every report. */
  presumed: z.array(text).optional(),
})

/** How one HR system writes absence: columns, words, days. */
export type AbsenceProfile = z.Infer<typeof profileSchema>
export type Column = z.Infer<typeof column>

/** The profile itself, once it has the right shape. Throws a `TriageError` with `invalid-document`, a place each. */
export function checkedProfile(profile: unknown): AbsenceProfile {
  const parsed = profileSchema.safeParse(profile)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(
    ({ path, message }): Issue => ({
      code: 'invalid-document',
      path: ['profile', ...path.map((step) => (typeof step === 'number' ? step : String(step).slice(0, 64)))],
      message: `the import profile does not have its shape here (${message}): compare it with a shipped one`,
    }),
  )
  const [first, ...rest] = issues
  if (!first)
    throw new TriageError([{ code: 'invalid-document', path: ['profile'], message: 'give an import profile' }])
  throw new TriageError([first, ...rest])
}

/** Every column of a profile that is read; what a reader of files need not keep is not in it. */
export function columnsOf(profile: AbsenceProfile): readonly string[] {
  const { employment, report, share, contract, leave, facts, ask } = profile
  const given: (Column | undefined)[] = [
    ...employment,
    ...Object.values(report),
    share?.column,
    share?.therapeutic,
    contract?.endsOn,
    contract?.selfInsured,
    contract?.safetyNet,
    leave?.from,
    leave?.end,
    ...Object.values(facts ?? {}),
    ...Object.values(ask ?? {}),
  ]
  return [...new Set(given.flatMap((names) => names ?? []))]
}

/** The HR systems that there is a profile for. */
export const PROFILE_NAMES = frozen([
  'sivi',
  'visma-verzuim',
  'afas',
  'loket',
  'nmbrs',
  'exact',
  'generic-csv',
] as const)
/** A name of `PROFILE_NAMES`. */
export type ProfileName = (typeof PROFILE_NAMES)[number]

const DOCUMENTS: Readonly<Record<ProfileName, unknown>> = {
  sivi,
  'visma-verzuim': vismaVerzuim,
  afas,
  loket,
  nmbrs,
  exact,
  'generic-csv': genericCsv,
}

/** A copy of a shipped profile, which its caller may change. */
export function absenceProfile(name: ProfileName): AbsenceProfile {
  return structuredClone(checkedProfile(DOCUMENTS[name]))
}
