import { extname } from 'node:path'
import type { Audience } from '../../core/advice'
import { createTriage } from '../../core/create-triage'
import { type Issue, TriageError } from '../../core/issue/issue'
import { shippedRuleSet } from '../../core/rules/bundled'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { Locale } from '../../core/snapshot/fact'
import type { BatchOptions, BatchSettings, InputForm, OutputForm } from '../../reports/batch/batch-settings'
import { readFile } from '../read-input'
import { refuse, refuseFile } from '../refusal'
import { type RulesFlags, rulesOf } from '../rules-options'
import { BATCH_TEXTS } from './batch-texts'

export const FORMATS = ['ndjson', 'csv'] as const
export type Format = (typeof FORMATS)[number]
/** A worklist can be a page too. */
export const OUTPUT_FORMATS = [...FORMATS, 'html'] as const

/** The options of `batch`. */
export interface BatchFlags extends RulesFlags {
  readonly out?: string
  readonly from?: Format
  readonly to?: (typeof OUTPUT_FORMATS)[number]
  readonly full?: true
  /** What the last run wrote. */
  readonly previous?: string
  readonly changedOnly?: true
  readonly worklist?: true
  /** Lines of the input that are passed over. */
  readonly skip: number
  readonly jobs: number
  readonly json?: true
  readonly locale: Locale
  readonly audience: Audience
  readonly policy?: string
}

const BY_EXTENSION: Readonly<Record<string, Format>> = { '.csv': 'csv', '.ndjson': 'ndjson', '.jsonl': 'ndjson' }

const byName = (file: string | undefined): Format | undefined =>
  file === undefined ? undefined : BY_EXTENSION[extname(file).toLowerCase()]

/** What goes in: as asked, else as the name of the file says, else NDJSON. */
export const inputFormat = (source: string, { from }: BatchFlags): Format => from ?? byName(source) ?? 'ndjson'

/** What comes out: as asked, else as the name of the file says, else what goes in. */
export function outputFormat(input: Format, { to, out, previous, worklist }: BatchFlags): Format {
  // What is compared or listed is read again before it is written.
  if (worklist || previous !== undefined || to === 'html') return 'ndjson'
  return to ?? byName(out) ?? input
}

/** Everything that a thread needs to look at lines as the others do: plain data. */
export interface BatchSetup {
  readonly from: InputForm
  readonly to: OutputForm
  readonly locale: Locale
  readonly audience: Audience
  readonly policy?: PolicyOverrides
  readonly rules: RulesFlags
  /** Of the rule set that the first thread read. */
  readonly fingerprint: string
}

/** How the flags say that a case is looked at. Throws a Refusal with everything that is wrong with rules or policy. */
export async function readOptions(flags: BatchFlags): Promise<BatchOptions> {
  const { locale, audience, policy: file } = flags
  const ruleSet = (await rulesOf(flags, locale)) ?? shippedRuleSet()
  if (file === undefined) return { locale, audience, ruleSet }
  // Its shape is for the library to judge, as that of every other input.
  const options = { locale, audience, ruleSet, policy: (await readFile(file, locale)) as PolicyOverrides }
  try {
    createTriage(options)
  } catch (error) {
    if (!(error instanceof TriageError)) throw error
    throw refuseFile(file, error.issues.map(inPolicy))
  }
  return options
}

/** The path in the policy file, of which the library sees no more than an option. */
function inPolicy(issue: Issue): Issue {
  const [option, name, ...path] = issue.path
  return option === 'options' && name === 'policy' ? { ...issue, path } : issue
}

/** What another thread is told, to look at lines in the same way. */
export function setupOf({ from, to, options }: BatchSettings, { rules, base }: RulesFlags): BatchSetup {
  const { locale, audience, policy, ruleSet } = options
  return {
    from,
    to,
    locale,
    audience,
    ...(policy === undefined ? {} : { policy }),
    rules: { ...(rules === undefined ? {} : { rules }), ...(base === undefined ? {} : { base }) },
    fingerprint: ruleSet.fingerprint,
  }
}

/** The settings in that thread, which reads the rules itself. Throws a Refusal where they are not the same any more. */
export async function settingsIn(setup: BatchSetup): Promise<BatchSettings> {
  const { from, to, locale, audience, policy, rules, fingerprint } = setup
  const ruleSet = (await rulesOf(rules, locale)) ?? shippedRuleSet()
  if (ruleSet.fingerprint !== fingerprint) throw refuse('unreadable-input', BATCH_TEXTS.rulesChanged[locale])
  return { from, to, options: { locale, audience, ruleSet, ...(policy === undefined ? {} : { policy }) } }
}
