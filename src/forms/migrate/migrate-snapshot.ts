import { issuesFor, physiciansAnswer } from '../../core/audience/employer-issues'
import { openCase } from '../../core/case/case'
import { unknownServices } from '../../core/case-issues'
import type { Issue } from '../../core/issue/issue'
import type { ResolvedOptions } from '../../core/options'
import { factsOf } from '../../core/rules/facts-of'
import { type MigrationChain, nameAfter } from '../../core/rules/migration-chain'
import { type CheckedSnapshot, checkSnapshot } from '../../core/snapshot/check-snapshot'
import type { Tier } from '../../core/snapshot/fact'
import { copyPlainData } from '../../core/snapshot/plain-data'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { type Data, isData } from './holders'
import { migrateFacts } from './migrate-facts'
import { type MigrateOptions, type ResolvedMigrateOptions, resolveMigrateOptions } from './migrate-options'
import { migrateValues } from './migrate-values'
import type { MigrationChange } from './migration-change'
import type { MigrationStep } from './migration-step'

/** The snapshot under this version with what changed in it, or why it could not be brought along. */
export type MigratedSnapshot =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly changes: readonly MigrationChange[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Brings stored answers to the questions of a newer rule set, by the migrations that the rule set declares.
 *
 * @param snapshot A snapshot as it was stored: plain JSON data. It is copied, never changed.
 * @param options `from`, the version that it was filled in for; the rule set to go to; who reads what it tells, the
 *   employer unless told otherwise; the language of messages.
 * @returns The snapshot as `parseSnapshot` gives it, with one change for each answer that was renamed, joined or
 *   dropped, in the order of the migrations; or every issue. Nothing is lost without a change that says so, and
 *   refused is: a version that the rule set does not know, an answer to what is no longer asked unless the migration
 *   lets it go, different answers under an old and a new name, and a result that is no valid snapshot. Never throws.
 *
 * Changes and issues hold no answer, but they name facts, and so which medical question was answered. For the audience
 * `employer` there is no change of a medical answer, nor of what is no longer asked where it may have been medical, and
 * whatever is wrong with those answers is one issue, `physicians-answer`; these can be logged and shown to the employer's
 * side. For `full` every change is there, for the physician's. The snapshot holds every answer, whatever the audience.
 */
export function migrateSnapshot(snapshot: unknown, options: MigrateOptions): MigratedSnapshot {
  const resolved = resolveMigrateOptions(options)
  if ('issues' in resolved) return { ok: false, issues: resolved.issues }
  const { settings, chains } = resolved
  const copied = copyPlainData(snapshot, undefined, settings)
  if (!copied.ok) return { ok: false, issues: issuesBefore(copied.issues, resolved) }
  const changes: MigrationChange[] = []
  const issues = isData(copied.value) ? migrate(copied.value, chains, settings, changes) : []
  if (issues.length > 0) return { ok: false, issues }
  const parsed = parse(copied.value, settings)
  return parsed.ok ? { ...parsed, changes } : parsed
}

/** Stops after the migration that finds something wrong: the next one starts from what this one makes. */
function migrate(
  data: Data,
  chains: readonly MigrationChain[],
  { ruleSet, locale, audience }: ResolvedOptions,
  changes: MigrationChange[],
): readonly Issue[] {
  const facts = factsOf(ruleSet)
  for (const { id, migrations } of chains)
    for (const [index, migration] of migrations.entries()) {
      // Of what is asked no more nobody knows the tier: it may have been medical.
      const tierOf = (name: string): Tier => tierIn(facts, nameAfter(name, migrations.slice(index)))
      const step: MigrationStep = { data, migration, ruleSet: id, locale, audience, tierOf, changes, issues: [] }
      migrateValues(step)
      migrateFacts(step)
      if (step.issues.length > 0) return step.issues
    }
  return []
}

/** What is no plain data stands under the names that facts had. */
function issuesBefore(found: readonly Issue[], { settings, chains }: ResolvedMigrateOptions): readonly Issue[] {
  const { ruleSet, audience, locale } = settings
  if (audience === 'full') return found
  const facts = factsOf(ruleSet)
  const sections = new Set([...facts.keys()].map((fact) => fact.split('.')[0]))
  const former = chains.flatMap(({ migrations }) =>
    migrations.flatMap(({ renameFacts = [], removeFacts = [] }, index) =>
      [...renameFacts.map(({ from }) => from), ...removeFacts.map(({ fact }) => fact)].filter(
        (name) => tierIn(facts, nameAfter(name, migrations.slice(index))) === 'medical',
      ),
    ),
  )
  const isPhysicians = ({ path }: Issue): boolean => {
    const name = path.filter((key) => typeof key === 'string').join('.')
    return former.some(
      (fact) => `${name}.`.startsWith(`${fact}.`) || (fact.startsWith(`${name}.`) && !sections.has(name)),
    )
  }
  const told = found.filter((issue) => !isPhysicians(issue))
  const shown = issuesFor(told, settings).filter(({ code }) => code !== 'physicians-answer')
  return shown.length === found.length ? found : [...shown, physiciansAnswer(locale)]
}

/** The tier of a fact, or of the fact that a key lies in. */
function tierIn(facts: ReturnType<typeof factsOf>, name: string | undefined): Tier {
  for (let at = name ?? ''; at.includes('.'); at = at.slice(0, at.lastIndexOf('.'))) {
    const fact = facts.get(at)
    if (fact) return fact.tier
  }
  return 'medical'
}

type Checked =
  | { readonly ok: true; readonly snapshot: CheckedSnapshot }
  | { readonly ok: false; readonly issues: readonly Issue[] }

function parse(data: unknown, settings: ResolvedOptions): Checked {
  const parsed = checkSnapshot(data, settings)
  if (!parsed.ok) return { ok: false, issues: issuesFor(parsed.issues, settings) }
  const strangers = unknownServices(openCase(parsed.snapshot), settings)
  return strangers.length > 0 ? { ok: false, issues: strangers } : parsed
}
