import { AUDIENCES, type Audience } from './advice'
import { issuesFor } from './audience/employer-issues'
import { openCase } from './case/case'
import { contradictions, daysBeforeCase, unknownServices } from './case-issues'
import type { Issue } from './issue/issue'
import { oneOf, unknownOptions } from './options'
import { isLoaded } from './rules/build-rule-set'
import type { RuleSet } from './rules/rule-set'
import { type CheckedSnapshot, checkSnapshot, checkSnapshotText } from './snapshot/check-snapshot'
import { LOCALES, type Locale } from './snapshot/fact'

/** How a snapshot is checked. */
export interface ParseOptions {
  /** Who will read the issues; `employer` by default. */
  readonly audience?: Audience | undefined
  /** The language of messages; `nl` by default. */
  readonly locale?: Locale | undefined
  /** Whose own facts may be answered, under `own`, and whose services named; a rule set from `loadRuleSet`. */
  readonly ruleSet?: RuleSet | undefined
}

export type { CheckedSnapshot } from './snapshot/check-snapshot'

/** What `parseSnapshot` gives: a snapshot to rely on, or every issue. */
export type ParsedSnapshot =
  | {
      readonly ok: true
      readonly snapshot: CheckedSnapshot
      /** Answers that seldom go together: worth a look, and no reason to refuse. Absent where there are none. */
      readonly doubts?: readonly Issue[]
    }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Checks a case that comes from outside, and makes it safe to reason about.
 *
 * @param input Any value; `snapshotSchema` and the contract say what a right one is. It is copied, never changed,
 *   and no getter of it is called.
 * @returns The snapshot, deeply frozen and with its keys in the order of the vocabulary; or every issue, sorted the
 *   same whatever the order of the input's keys. What is not plain JSON data is refused before its meaning is looked
 *   at. Never throws. A snapshot is returned whole or not at all: nothing is dropped, defaulted or repaired. The
 *   snapshot itself holds every answer, medical ones too, whatever the audience.
 *
 * Issues have stable codes (`ISSUE_CODES`) and paths into the input. For the audience `employer` whatever is wrong with
 * the physician's answers is one issue, `physicians-answer`, that says no more than that; these can be shown to the
 * employer's side. For `full` each issue names its place, and so which medical question was answered; they are for the
 * physician's side. Whoever reads: a value is quoted only in employer-tier facts, and only when it is short and
 * machine-like; a text never is. Without a `ruleSet` services are not checked by name: `triage` does that.
 */
export const parseSnapshot = (input: unknown, options?: ParseOptions): ParsedSnapshot =>
  parsedWith(options, (settings) => checkSnapshot(input, settings))

/** `parseSnapshot` for JSON text, which may also be refused for its size, its form or a key that is given twice. */
export const parseSnapshotText = (text: string, options?: ParseOptions): ParsedSnapshot =>
  parsedWith(options, (settings) => checkSnapshotText(text, settings))

/** The widest that a policy may merge spells: nothing is refused here that `triage` takes under some policy. */
const WIDEST_MERGE = 56

interface ParseSettings {
  readonly audience: Audience
  readonly locale: Locale
  readonly ruleSet: RuleSet | undefined
}

function parsedWith(
  options: unknown,
  check: (settings: ParseSettings) => ReturnType<typeof checkSnapshot>,
): ParsedSnapshot {
  const settings = parseSettings(options)
  if ('issues' in settings) return { ok: false, issues: settings.issues }
  const { audience, ruleSet, locale } = settings
  const checked = check(settings)
  if (!checked.ok) return { ok: false, issues: issuesFor(checked.issues, settings) }
  const opened = openCase(checked.snapshot, ruleSet?.facts)
  const issues = [
    ...(ruleSet ? unknownServices(opened, { ruleSet, audience, locale }) : []),
    ...daysBeforeCase(opened, WIDEST_MERGE, locale),
    ...contradictions(opened, 'impossible', settings),
  ]
  if (issues.length > 0) return { ok: false, issues }
  const doubts = contradictions(opened, 'unlikely', settings)
  return { ok: true, snapshot: checked.snapshot, ...(doubts.length > 0 ? { doubts } : {}) }
}

const NAMES = ['audience', 'locale', 'ruleSet']

function parseSettings(options: unknown = {}): ParseSettings | { readonly issues: readonly Issue[] } {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    return { issues: [{ code: 'wrong-type', path: ['options'], message: 'give the options as an object' }] }
  const given = options as Readonly<Record<string, unknown>>
  const issues: Issue[] = unknownOptions(given, NAMES)
  const audience = oneOf('audience', given.audience, 'employer', AUDIENCES, issues)
  const locale = oneOf('locale', given.locale, 'nl', LOCALES, issues)
  const { ruleSet } = given
  if (ruleSet !== undefined && !isLoaded(ruleSet)) {
    const message = 'give the ruleSet of a loadRuleSet that succeeded'
    issues.push({ code: 'rule-set-not-loaded', path: ['options', 'ruleSet'], message })
  }
  if (issues.length > 0 || !audience || !locale) return { issues }
  return { audience, locale, ruleSet: isLoaded(ruleSet) ? ruleSet : undefined }
}
