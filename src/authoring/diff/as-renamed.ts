import { documentsOf } from '../../core/rules/build-rule-set'
import { loadRuleSet } from '../../core/rules/load-rule-set'
import { compareVersions, type Migration, nameAfter, valueAfter } from '../../core/rules/migrations-document'
import type { RuleSet } from '../../core/rules/rule-set'

const SERVICES = 'process.services.service'

/**
 * The earlier rule set in the names of the later one, as its migrations tell them: what was renamed, and says the same,
 * is no difference. The same object where nothing was renamed, or where it cannot be read under its new names.
 */
export function asRenamed(before: RuleSet, after: RuleSet): RuleSet {
  const migrations = migrationsBetween(before, after)
  if (!changesAnything(before, migrations)) return before
  const { manifest, services, policy, sources, milestones, facts, checklists } = documentsOf(before)
  const { extends: _, disables: __, ...alone } = manifest
  const renamed = renamer(migrations)
  const files = renamed({
    'manifest.json': alone,
    'services.json': services,
    'policy.json': { parameters: policy.parameters },
    'sources.json': sources,
    'milestones.json': milestones,
    ...(facts.length > 0 ? { 'facts.json': { facts } } : {}),
    ...Object.fromEntries(checklists),
  })
  const loaded = loadRuleSet(files)
  return loaded.ok ? loaded.ruleSet : before
}

function migrationsBetween(before: RuleSet, after: RuleSet): readonly Migration[] {
  const chain = after.migrations.find(({ id }) => id === before.manifest.id)
  if (!chain || compareVersions(before.manifest.version, chain.version) >= 0) return []
  return chain.migrations.filter(({ from }) => compareVersions(from, before.manifest.version) >= 0)
}

/** Own facts and services that have another name now; what is asked by the library itself has the names that it has. */
function changesAnything({ facts, services }: RuleSet, migrations: readonly Migration[]): boolean {
  return (
    [...facts.keys()].some((id) => nameAfter(id, migrations) !== id) ||
    services.some(({ id }) => valueAfter(SERVICES, id, migrations) !== id) ||
    [...facts.values()].some(({ id, options = {} }) =>
      Object.keys(options).some((option) => valueAfter(id, option, migrations) !== option),
    )
  )
}

/** Keys under which a fact, or a list of them, is named. */
const FACT_KEYS: ReadonlySet<string> = new Set(['fact', 'anchor', 'reviewOn', 'doneBy', 'questions'])
const SERVICE_KEYS: ReadonlySet<string> = new Set(['service', 'services'])

function renamer(migrations: readonly Migration[]) {
  const factName = (id: string): string => nameAfter(id, migrations) ?? id
  const serviceName = (id: string): string => String(valueAfter(SERVICES, id, migrations) ?? id)
  const valueNow = (fact: string, value: unknown): unknown =>
    typeof value === 'string' || typeof value === 'boolean' ? (valueAfter(fact, value, migrations) ?? value) : value
  const visit = (value: unknown, key: string, within: string): unknown => {
    if (typeof value === 'string') {
      if (FACT_KEYS.has(key)) return factName(value)
      return SERVICE_KEYS.has(key) ? serviceName(value) : value
    }
    if (Array.isArray(value)) return value.map((item) => visit(item, key, within))
    if (typeof value !== 'object' || value === null) return value
    const record = value as Readonly<Record<string, unknown>>
    if (typeof record.fact === 'string' && 'operator' in record) return leaf(record.fact, record)
    if (key === 'facts' && typeof record.id === 'string') return ownFact(record.id, record)
    if (key === 'services' && typeof record.id === 'string') {
      const { id, ...rest } = record
      return { id: serviceName(id as string), ...(visit(rest, '', key) as object) }
    }
    return Object.fromEntries(Object.entries(record).map(([name, part]) => [name, visit(part, name, key)]))
  }
  const leaf = (fact: string, { value, ...rest }: Readonly<Record<string, unknown>>): unknown => ({
    ...rest,
    fact: factName(fact),
    value: Array.isArray(value) ? value.map((one) => valueNow(fact, one)) : valueNow(fact, value),
  })
  const ownFact = (id: string, { options, ...rest }: Readonly<Record<string, unknown>>): unknown => ({
    ...rest,
    id: factName(id),
    ...(options === undefined
      ? {}
      : {
          options: Object.fromEntries(
            Object.entries(options as object).map(([name, text]) => [String(valueNow(id, name)), text]),
          ),
        }),
  })
  return (files: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(files).map(([name, document]) => [name, visit(document, '', name)]))
}
