import { CONDITION_FACTS } from '../facts/fact-catalogue'
import type { Issue, IssueCode } from '../issue/issue'
import { ownEntries } from '../snapshot/own-entries'
import { copyPlainData } from '../snapshot/plain-data'
import { checkDocuments } from './check-documents'
import { fingerprint } from './digest'
import type { ChecklistDocument, RuleDocument } from './document'
import { expander } from './expand-condition'
import { finding } from './finding'
import { type Documents, readDocuments } from './read-documents'
import { type Expanded, leavesOf, type Rule, type RuleSet } from './rule-set'

export type LoadedRuleSet =
  | { readonly ok: true; readonly ruleSet: RuleSet }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Checks the files of a rule set and makes it ready for `triage`.
 *
 * @param files File contents (parsed JSON) by name: `manifest.json`, `services.json`, `policy.json`, `sources.json`,
 *   `milestones.json` and `checklists/<id>.json`.
 * @returns The rule set, or every fault that can be found without running it: each with its file, JSON pointer, code
 *   and nearest valid name. Never throws. Rule documents are data: nothing in them is run.
 */
export function loadRuleSet(files: unknown): LoadedRuleSet {
  const copied = copyFiles(files)
  if ('issues' in copied) return { ok: false, issues: copied.issues }
  const read = readDocuments(copied.files)
  const issues = [...read.issues, ...(read.documents ? checkDocuments(read.documents, Object.keys(copied.files)) : [])]
  if (issues.length > 0 || !read.documents) return { ok: false, issues: sorted(issues) }
  return { ok: true, ruleSet: freeze(Object.defineProperty(assemble(read.documents), LOADED, { value: true })) }
}

/** A copy of every file, each told by its own name where it is not plain data. */
function copyFiles(
  files: unknown,
): { readonly files: Record<string, unknown> } | { readonly issues: readonly Issue[] } {
  if (typeof files !== 'object' || files === null) return { issues: [notFiles('wrong-type')] }
  const entries = ownEntries(files, MOST_FILES)
  if (typeof entries === 'string') return { issues: [notFiles(entries)] }
  if (entries.some(([name]) => typeof name !== 'string')) return { issues: [notFiles('wrong-type')] }
  if (entries.some(([name]) => name === '__proto__')) return { issues: [notFiles('forbidden-key')] }
  const copies = entries.map(([name, content]) => {
    return { name: String(name), copy: copyPlainData(content, RULE_SET_LIMITS, { locale: 'en' }) }
  })
  const issues = copies.flatMap(({ name, copy }) =>
    copy.ok ? [] : copy.issues.map(({ code, path, message }) => finding(code, { file: name, path }, message)),
  )
  if (issues.length > 0) return { issues }
  return { files: Object.fromEntries(copies.map(({ name, copy }) => [name, copy.ok ? copy.value : undefined])) }
}

const MOST_FILES = 1_000

/** Whether a value is a rule set that this function made. */
export const isLoaded = (value: unknown): value is RuleSet =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, LOADED)

// A registered symbol, so that the ESM and the CJS build accept each other's rule sets.
const LOADED = Symbol.for('verwijswijzer.rule-set')

/** Far above any real rule set: conditions nest some ten groups deep at most. */
const RULE_SET_LIMITS = { depth: 64, nodes: 500_000, textLength: 10_000_000 }

const notFiles = (code: IssueCode): Issue => ({
  code,
  path: [],
  message: 'give the files of the rule set as a plain object of names and contents',
  expected: 'an object',
})

function assemble(documents: Documents): RuleSet {
  const { manifest, services, policy, sources, milestones } = documents
  const checklists = [...documents.checklists.values()].sort((a, b) => a.order - b.order)
  const inOrder = checklists.map((checklist) => ({ ...checklist, rules: [...checklist.rules].sort(byId) }))
  return {
    manifest,
    ...expanded(inOrder),
    services: services.services,
    needs: new Map(services.needs.map((need) => [need.id, need])),
    parameters: new Map(policy.parameters.map((parameter) => [parameter.name, parameter])),
    milestones: milestones.milestones.map(({ conditions, ...milestone }) => ({
      ...milestone,
      appliesWhen: conditions ? expander({})(conditions) : { all: [] },
    })),
    doubts: milestones.doubts,
    sources: new Map(sources.sources.map((source) => [source.id, source])),
    fingerprint: fingerprint({
      manifest: { ...manifest, checklists: inOrder.map((checklist) => checklist.id) },
      services,
      policy,
      sources,
      milestones,
      checklists: inOrder,
    }),
  }
}

function expanded(documents: readonly ChecklistDocument[]): Pick<RuleSet, 'checklists' | 'rules'> {
  const parts = documents.map(({ conditions, rules, positive, ...checklist }) => {
    const expand = expander(conditions ?? {})
    return {
      checklist: { ...checklist, positive: expand(positive) },
      rules: rules.map(({ conditions: condition, ...rule }) => toRule(rule, checklist.id, expand(condition))),
    }
  })
  return { checklists: parts.map(({ checklist }) => checklist), rules: parts.flatMap(({ rules }) => rules) }
}

function toRule(rule: Omit<RuleDocument, 'conditions'>, checklist: string, when: Expanded): Rule {
  const reads = [...new Set(leavesOf(when).map((leaf) => leaf.fact))]
  const medical = reads.some((id) => CONDITION_FACTS.get(id)?.tier === 'medical')
  return { ...rule, checklist, when, reads, tier: medical ? 'medical' : 'employer' }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const keyOf = (issue: Issue): string => `${issue.file ?? ''}\u0000${issue.pointer ?? ''}\u0000${issue.code}`
const sorted = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of value instanceof Map ? value.values() : Object.values(value)) freeze(part)
  return value
}
