import type { BaseFact } from '../snapshot/catalogue'
import type { Text, Tier } from '../snapshot/fact'
import type {
  ChecklistDocument,
  Leaf,
  ManifestDocument,
  MilestonesDocument,
  RuleDocument,
  ServicesDocument,
  SourcesDocument,
} from './document'
import type { MigrationChain } from './migration-chain'
import type { Parameter } from './parameter'

/** A condition with its references filled in: what the evaluators read. */
export type Expanded = Leaf | { readonly all: readonly Expanded[] } | { readonly any: readonly Expanded[] }

export interface Rule extends Omit<RuleDocument, 'conditions'> {
  readonly checklist: string
  readonly when: Expanded
  /** The facts that its conditions read, by id, in the order in which they stand there. */
  readonly reads: readonly string[]
  /** Medical as soon as one of those is. */
  readonly tier: Tier
}

export interface Checklist extends Omit<ChecklistDocument, 'conditions' | 'rules' | 'positive'> {
  /** What makes its outcome positive. */
  readonly positive: Expanded
}

export type Service = ServicesDocument['services'][number]
export type Need = ServicesDocument['needs'][number]
export type MilestoneRule = Omit<MilestonesDocument['milestones'][number], 'conditions'> & {
  /** Withheld when this is certainly not met. */
  readonly appliesWhen: Expanded
}
export type Source = SourcesDocument['sources'][number]

/** What a rule set changed in the one that it extends, besides what it added. */
export interface Extension {
  readonly id: string
  readonly version: string
  /** Of the rule set that it extends. */
  readonly fingerprint: string
  readonly disabled: readonly { readonly rule: string; readonly reason: Text }[]
  /** Defaults of policy parameters. */
  readonly overrides: readonly {
    readonly name: string
    readonly from: number | string
    readonly to: number | string
    readonly reason: Text
  }[]
}

/**
 * A rule set that was loaded and found free of faults. Order in its files means nothing: checklists stand in their
 * own `order`, rules by id within their checklist, services in the catalogue's order.
 */
export interface RuleSet {
  readonly manifest: ManifestDocument
  /** Of a rule set that extends another. */
  readonly extension?: Extension
  /** The organisation's own facts, by id; `factsOf` gives all that can be asked for. */
  readonly facts: ReadonlyMap<string, BaseFact>
  readonly checklists: readonly Checklist[]
  readonly rules: readonly Rule[]
  readonly services: readonly Service[]
  readonly needs: ReadonlyMap<string, Need>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly milestones: readonly MilestoneRule[]
  readonly doubts: MilestonesDocument['doubts']
  readonly sources: ReadonlyMap<string, Source>
  /** What became of old answers: one chain a rule set, that of the rule set that is extended first. */
  readonly migrations: readonly MigrationChain[]
  /** Of all its documents but the migrations, which give no advice, whatever their order. */
  readonly fingerprint: string
}

/** Every leaf of a condition, in authored order. */
export function leavesOf(condition: Expanded): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  return [condition]
}

/** The value that a leaf compares with, a policy parameter filled in. */
export function thresholdOf(leaf: Leaf, policy: ReadonlyMap<string, number | string>): unknown {
  const { value } = leaf
  if (typeof value !== 'object' || !('fact' in value)) return value
  return policy.get(value.fact.slice('policy.'.length))
}
