import type { RuleSet, Service } from '../../core/rules/rule-set'
import { LOCALES } from '../../core/snapshot/fact'

/** The part of a rule set in which something is written otherwise. */
export type Area =
  | 'manifest'
  | 'rule'
  | 'checklist'
  | 'service'
  | 'need'
  | 'policy'
  | 'milestone'
  | 'doubt'
  | 'source'
  | 'fact'

/** A difference between the files of two rule sets. */
export interface DocumentDifference {
  readonly area: Area
  /** The rule, service, parameter and so on; of the manifest, its key. */
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Whether it is a text for people, where it comes from, or anything else. */
  readonly about: 'text' | 'source' | 'content'
  /** Of what changed: the keys that lead there. Empty for what was added or removed as a whole. */
  readonly path: readonly (string | number)[]
  readonly before?: unknown
  readonly after?: unknown
}

type Items = ReadonlyMap<string, unknown>

/** What is written otherwise in two rule sets, whatever the order in their files; references in conditions are followed. */
export function diffDocuments(before: RuleSet, after: RuleSet): readonly DocumentDifference[] {
  const [old, now] = [itemsOf(before), itemsOf(after)]
  return (Object.keys(old) as Area[]).flatMap((area) => diffItems(area, old[area], now[area]))
}

function itemsOf(ruleSet: RuleSet): Readonly<Record<Area, Items>> {
  const { checklists: _, ...manifest } = ruleSet.manifest
  const byId = (items: Iterable<{ readonly id: string }>): Items =>
    new Map([...items].map(({ id, ...rest }) => [id, rest]))
  return {
    manifest: new Map(Object.entries(manifest)),
    rule: new Map(
      ruleSet.rules.map(({ id, checklist: _list, reads: _reads, tier: _tier, ...rule }) => [id, named(rule)]),
    ),
    checklist: byId(ruleSet.checklists),
    service: byId(ruleSet.services.map(named)),
    need: byId(ruleSet.needs.values()),
    policy: new Map([...ruleSet.parameters].map(([name, { name: _name, ...parameter }]) => [name, parameter])),
    milestone: byId(ruleSet.milestones),
    doubt: new Map(Object.entries(ruleSet.doubts)),
    source: byId(ruleSet.sources.values()),
    fact: byId(ruleSet.facts.values()),
  }
}

/** With its needs by name: what a need says is written once, and differs in its own area. */
const named = <T extends { readonly needs: Service['needs'] }>(item: T) => ({
  ...item,
  needs: item.needs.map(({ need, ...use }) => ({ ...use, need: need.id })),
})

function diffItems(area: Area, before: Items, after: Items): readonly DocumentDifference[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  return ids.flatMap((id): readonly DocumentDifference[] => {
    if (!before.has(id)) return [{ area, id, change: 'added', about: 'content', path: [], after: after.get(id) }]
    if (!after.has(id)) return [{ area, id, change: 'removed', about: 'content', path: [], before: before.get(id) }]
    return leavesApart(before.get(id), after.get(id), []).map(({ path, ...values }) => {
      return { area, id, change: 'changed', about: aboutOf(path), path, ...values }
    })
  })
}

interface Apart {
  readonly path: readonly (string | number)[]
  readonly before?: unknown
  readonly after?: unknown
}

/** The innermost places in which two values differ; lists are taken as a whole, since their order may say nothing. */
function leavesApart(before: unknown, after: unknown, path: Apart['path']): readonly Apart[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isObject(before) || !isObject(after)) {
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => leavesApart(before[key], after[key], [...path, key]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function aboutOf(path: Apart['path']): DocumentDifference['about'] {
  if (path.includes('sources') || path[0] === 'sections') return 'source'
  return (LOCALES as readonly unknown[]).includes(path.at(-1)) ? 'text' : 'content'
}
