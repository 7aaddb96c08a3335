import { perObject } from '../cache'
import type { BaseFact } from '../snapshot/catalogue'
import type { Text, Tier } from '../snapshot/fact'
import type { Approval } from './approvals-document'
import type {
  ChecklistDocument,
  Leaf,
  ManifestDocument,
  MilestonesDocument,
  RuleDocument,
  ServicesDocument,
  SourcesDocument,
  TimingDocument,
} from './document'
import type { MigrationChain } from './migrations-document'
import type { Parameter } from './parameter'
import type { EFFORTS, ServiceDocument } from './service-document'

/** A condition with its references filled in: what the evaluators read. */
export type Expanded = Leaf | { readonly all: readonly Expanded[] } | { readonly any: readonly Expanded[] }

export interface Rule extends Omit<RuleDocument, 'conditions' | 'needs'> {
  readonly checklist: string
  readonly when: Expanded
  /** The facts that its conditions read, by id, in the order in which they stand there. */
  readonly reads: readonly string[]
  readonly needs: readonly NeedUse[]
  /** Medical as soon as one of those is. */
  readonly tier: Tier
}

export interface Checklist extends Omit<ChecklistDocument, 'conditions' | 'rules' | 'positive'> {
  /** What makes its outcome positive. */
  readonly positive: Expanded
  /** That reads medical-tier facts. */
  readonly medical: boolean
}

/** What a service or a reason needs; `when` it is needed, or always. */
export interface NeedUse {
  readonly need: Need
  readonly when: Expanded | undefined
  /** Not even requested until it is met. */
  readonly before: boolean
}

export interface Service extends Omit<ServiceDocument, 'needs' | 'level' | 'effort' | 'covers' | 'answersQuestion'> {
  readonly needs: readonly NeedUse[]
  readonly level: 'person' | 'group'
  readonly effort: Effort
  /** Its place among services that are due; 1 goes first. */
  readonly rank: number
  readonly covers: NonNullable<ServiceDocument['covers']>
  readonly answersQuestion:
    | (Omit<NonNullable<ServiceDocument['answersQuestion']>, 'reopenedBy'> & {
        readonly reopenedBy: Expanded | undefined
      })
    | undefined
}

export type Effort = (typeof EFFORTS)[number]
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
  /** By whom its rules were approved, those of the rule set that is extended first. */
  readonly approvals: readonly Approval[]
  /** Of all its documents but the migrations and the approvals, which give no advice, whatever their order. */
  readonly fingerprint: string
}

/** Every leaf of a condition, in authored order. */
export function leavesOf(condition: Expanded): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  return [condition]
}

/** The facts that are days from which a window counts. */
export const anchorsOf = perObject(
  ({ anchor, notBefore, worthwhileUntil }: TimingDocument): readonly string[] =>
    [
      ...new Set(
        [anchor, notBefore?.anchor, worthwhileUntil?.anchor].filter((id) => id !== undefined && id !== 'asOf'),
      ),
    ] as readonly string[],
)

/** The value that a leaf compares with, a policy parameter filled in. */
export function thresholdOf(leaf: Leaf, policy: ReadonlyMap<string, number | string>): unknown {
  const { value } = leaf
  if (typeof value !== 'object' || !('fact' in value)) return value
  return policy.get(value.fact.slice('policy.'.length))
}
