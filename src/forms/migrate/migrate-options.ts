import type { Audience } from '../../core/advice'
import { type Issue, nearestName } from '../../core/issue/issue'
import { type ResolvedOptions, resolveOptions } from '../../core/options'
import { compareVersions, type MigrationChain } from '../../core/rules/migrations-document'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import { isRecord } from '../../core/snapshot/plain-data'
import { fillIn, ISSUE_WORDS } from './migrate-words'

/** From which version of the rule set, and for whom the changes are told. */
export interface MigrateOptions {
  /**
   * The version of the rule set for which the snapshot was filled in, as its advice told it. Of a rule set that
   * extends another, an object with the version of each by its id, where both have migrations.
   */
  readonly from: string | Readonly<Record<string, string>>
  /** The rule set to migrate to, from `loadRuleSet`; the shipped one by default. */
  readonly ruleSet?: RuleSet
  /** Who will read the changes and the issues; `employer` by default. The snapshot is whole, whoever reads. */
  readonly audience?: Audience
  /** The language of messages; `nl` by default. */
  readonly locale?: Locale
}

export interface ResolvedMigrateOptions {
  readonly settings: ResolvedOptions
  /** The migrations to do, in order, each with the rule set that it is of. */
  readonly chains: readonly MigrationChain[]
}

const NAMES = ['from', 'ruleSet', 'audience', 'locale']

/** The options with their defaults, or every option that is wrong. */
export function resolveMigrateOptions(
  options: unknown,
): ResolvedMigrateOptions | { readonly issues: readonly Issue[] } {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    return { issues: [{ code: 'wrong-type', path: ['options'], message: 'give the options as an object' }] }
  const { from, ruleSet, audience, locale, ...others } = options as Record<string, unknown>
  const strangers = Object.keys(others).map(unknownOption)
  const settings = resolveOptions({ ruleSet, audience, locale })
  if ('issues' in settings) return { issues: [...strangers, ...settings.issues] }
  const chains = settings.ruleSet.migrations.map((chain) => remaining(chain, from, settings))
  const issues = [...strangers, ...strayIds(from, settings.ruleSet), ...chains.flatMap(({ issue }) => issue ?? [])]
  return issues.length > 0 ? { issues } : { settings, chains: chains.map(({ chain }) => chain) }
}

/** The migrations of one rule set that come after a version. */
function remaining(chain: MigrationChain, from: unknown, { ruleSet, locale }: ResolvedOptions) {
  const isOwn = chain.id === ruleSet.manifest.id
  const named = isRecord(from) ? (Object.hasOwn(from, chain.id) ? from[chain.id] : undefined) : isOwn ? from : undefined
  if (named === undefined && !isOwn && chain.migrations.length === 0) return { chain }
  const parts = { to: chain.id, oldest: chain.oldest, version: chain.version }
  const path = ['options', 'from', ...(isRecord(from) ? [chain.id] : [])]
  if (named === undefined) {
    const message = fillIn(ISSUE_WORDS.versionMissing[locale], parts)
    return { chain, issue: { code: 'missing-key', path, message } satisfies Issue }
  }
  if (!isVersion(named) || compareVersions(named, chain.oldest) < 0 || compareVersions(named, chain.version) > 0) {
    const message = fillIn(ISSUE_WORDS.unknownVersion[locale], parts)
    return { chain, issue: { code: 'unknown-version', path, message } satisfies Issue }
  }
  return { chain: { ...chain, migrations: chain.migrations.filter(({ to }) => compareVersions(to, named) > 0) } }
}

function strayIds(from: unknown, { migrations }: RuleSet): Issue[] {
  const ids = migrations.map(({ id }) => id)
  return (isRecord(from) ? Object.keys(from) : [])
    .filter((id) => !ids.includes(id))
    .map((id) => stranger('unknown-key', ['options', 'from', id.slice(0, 64)], 'there is no such rule set', id, ids))
}

const unknownOption = (name: string): Issue =>
  stranger('unknown-option', ['options', name.slice(0, 64)], 'there is no such option', name, NAMES)

function stranger(code: Issue['code'], path: Issue['path'], message: string, name: string, names: string[]): Issue {
  const nearest = nearestName(name, names)
  if (nearest === undefined) return { code, path, message }
  return { code, path, message: `${message}; the nearest is ${nearest}`, nearest }
}

const isVersion = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(value)
