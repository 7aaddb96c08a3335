import type { ConditionFact } from '../facts/fact-catalogue'
import { conditionFacts } from './condition-facts'
import { fingerprint } from './digest'
import type { ChecklistDocument, RuleDocument } from './document'
import { expander } from './expand-condition'
import { toFact } from './fact-document'
import { byVersion } from './migrations-document'
import { toParameter } from './parameter'
import type { Documents } from './read-documents'
import {
  type Checklist,
  type Effort,
  type Expanded,
  type Extension,
  leavesOf,
  type Need,
  type NeedUse,
  type Rule,
  type RuleSet,
  type Service,
} from './rule-set'
import type { NeedOf, ServiceDocument } from './service-document'

/** A rule set out of documents that were found free of faults. */
export function assemble(documents: Documents, extension: Extension | undefined): RuleSet {
  const { manifest, services, policy, sources, milestones, facts } = documents
  const own = facts.map(toFact)
  const checklists = [...documents.checklists.values()].sort((a, b) => a.order - b.order)
  const needs = new Map(services.needs.map((need) => [need.id, need]))
  const inOrder = checklists.map((checklist) => ({ ...checklist, rules: [...checklist.rules].sort(byId) }))
  return {
    manifest,
    ...(extension ? { extension } : {}),
    ...expanded(inOrder, conditionFacts(own), needs),
    facts: new Map(own.map((fact) => [fact.id, fact])),
    ...assembleServices(services),
    parameters: new Map(policy.parameters.map((parameter) => [parameter.name, toParameter(parameter)])),
    milestones: milestones.milestones.map(({ conditions, ...milestone }) => ({
      ...milestone,
      appliesWhen: conditions ? expander({})(conditions) : { all: [] },
    })),
    // Complete: the schema of a rule set that stands alone asks for each.
    doubts: milestones.doubts as RuleSet['doubts'],
    sources: new Map(sources.sources.map((source) => [source.id, source])),
    migrations: documents.migrations.map((chain) => ({ ...chain, migrations: byVersion(chain.migrations) })),
    approvals: documents.approvals,
    fingerprint: fingerprint({
      manifest: { ...manifest, checklists: inOrder.map((checklist) => checklist.id) },
      services,
      policy,
      sources,
      milestones,
      checklists: inOrder,
      ...(facts.length > 0 ? { facts } : {}),
      ...(extension ? { extension } : {}),
    }),
  }
}

/** Services and what they need, out of their document. */
export function assembleServices({ services, needs: all }: Documents['services']): Pick<RuleSet, 'services' | 'needs'> {
  const needs = new Map(all.map((need) => [need.id, need]))
  return { services: services.map((service) => toService(service, needs)), needs }
}

function expanded(
  documents: readonly ChecklistDocument[],
  facts: ReadonlyMap<string, ConditionFact>,
  needs: RuleSet['needs'],
): Pick<RuleSet, 'checklists' | 'rules'> {
  const parts = documents.map((document) => assembleChecklist(document, facts, needs))
  return { checklists: parts.map(({ checklist }) => checklist), rules: parts.flatMap(({ rules }) => rules) }
}

/** A checklist and its rules, with what their conditions refer to filled in. */
export function assembleChecklist(
  { conditions, rules, positive, ...checklist }: ChecklistDocument,
  facts: ReadonlyMap<string, ConditionFact>,
  needs: RuleSet['needs'],
): { readonly checklist: Checklist; readonly rules: readonly Rule[] } {
  const expand = expander(conditions ?? {})
  return {
    checklist: { ...checklist, positive: expand(positive), medical: readsMedical(expand(positive), facts) },
    rules: rules.map(({ conditions: condition, needs: extra = [], ...rule }) =>
      toRule({ ...rule, needs: extra.map((need) => toNeed(need, needs)) }, checklist.id, expand(condition), facts),
    ),
  }
}

function toRule(
  rule: Omit<RuleDocument, 'conditions' | 'needs'> & Pick<Rule, 'needs'>,
  checklist: string,
  when: Expanded,
  facts: ReadonlyMap<string, ConditionFact>,
): Rule {
  const reads = [...new Set(leavesOf(when).map((leaf) => leaf.fact))]
  return { ...rule, checklist, when, reads, tier: readsMedical(when, facts) ? 'medical' : 'employer' }
}

const readsMedical = (condition: Expanded, facts: ReadonlyMap<string, ConditionFact>): boolean =>
  leavesOf(condition).some(({ fact }) => facts.get(fact)?.tier === 'medical')

/** Where no file says otherwise: as rule sets did before there were relations. */
const RANK = 50
const EFFORT_OF: Readonly<Record<ServiceDocument['kind'], Effort>> = {
  advice: 'talk',
  judgement: 'assessment',
  guidance: 'guidance',
  consultation: 'conference',
  preventive: 'talk',
  other: 'statutory',
}

function toService(
  { needs: own, level, effort, covers, answersQuestion, ...service }: ServiceDocument,
  needs: RuleSet['needs'],
): Service {
  return {
    ...service,
    needs: own.map((need) => toNeed(need, needs)),
    level: level ?? 'person',
    effort: effort ?? EFFORT_OF[service.kind],
    rank: service.priority?.rank ?? RANK,
    covers: covers ?? [],
    answersQuestion: answersQuestion && {
      ...answersQuestion,
      reopenedBy: answersQuestion.reopenedBy && expander({})(answersQuestion.reopenedBy),
    },
  }
}

function toNeed(use: NeedOf, needs: RuleSet['needs']): NeedUse {
  const { need, when, before } = typeof use === 'string' ? { need: use, when: undefined, before: undefined } : use
  return { need: needs.get(need) as Need, when: when && expander({})(when), before: before === true }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
