import { frozen } from '../frozen'
import type { Issue, IssueCode } from '../issue/issue'
import { copyPlainData, ownEntries } from '../snapshot/plain-data'
import { assemble } from './assemble-rule-set'
import { checkDocuments } from './check-documents'
import { extendDocuments } from './extend-documents'
import { finding, inside, quote } from './finding'
import { lastOf } from './parameter'
import { type Documents, isExtension, readDocuments } from './read-documents'
import type { Extension, RuleSet } from './rule-set'

/** What `loadRuleSet` gives: a rule set, or every fault in its files. */
export type LoadedRuleSet =
  | { readonly ok: true; readonly ruleSet: RuleSet }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** A rule set out of its files; `baseFor` gives the one that it extends, and is asked only where it says that it does. */
export function buildRuleSet(files: unknown, baseFor?: () => RuleSet): LoadedRuleSet {
  const copied = copyFiles(files)
  if ('issues' in copied) return { ok: false, issues: copied.issues }
  const base = baseFor && isExtension(copied.files) ? baseFor() : undefined
  const read = readDocuments(copied.files)
  const misfit = read.extended && checkBase(read.extended, base)
  if (misfit) return { ok: false, issues: [misfit] }
  if (!read.documents) return { ok: false, issues: sorted(read.issues) }
  const under = base && documentsOf(base)
  const issues = [...read.issues, ...checkDocuments(read.documents, Object.keys(copied.files), under)]
  if (issues.length > 0) return { ok: false, issues: sorted(issues) }
  const documents = under ? extendDocuments(under, read.documents) : read.documents
  const ruleSet = assemble(documents, base && extensionOf(base, read.documents))
  return { ok: true, ruleSet: frozen(Object.defineProperty(ruleSet, LOADED, { value: frozen(documents) })) }
}

/** Whether the rule set that is extended is the one that is meant: nothing else can be judged beside another. */
function checkBase(
  { id, version }: NonNullable<Documents['manifest']['extends']>,
  base: RuleSet | undefined,
): Issue | undefined {
  const place = { file: 'manifest.json', path: ['extends'] }
  if (!base) return finding('unknown-base', place, `give the rule set ${quote(id)} that this extends`)
  const found = base.manifest
  if (found.id !== id)
    return finding('unknown-base', inside(place, 'id'), `this is to extend another rule set than ${found.id}`, found.id)
  if (found.version === version) return undefined
  const message = `this extends version ${version}, and the one at hand is ${found.version}: see what changed, then say so`
  return finding('unknown-base', inside(place, 'version'), message, found.version)
}

function extensionOf(base: RuleSet, { manifest, policy }: Documents): Extension {
  return {
    id: base.manifest.id,
    version: base.manifest.version,
    fingerprint: base.fingerprint,
    disabled: manifest.disables ?? [],
    overrides: (policy.overrides ?? []).map(({ name, default: to, reason }) => ({
      name,
      from: base.parameters.get(name)?.default ?? lastOf(to),
      to: lastOf(to),
      reason,
    })),
  }
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
export const RULE_SET_LIMITS = { depth: 64, nodes: 500_000, textLength: 10_000_000 }

const notFiles = (code: IssueCode): Issue => ({
  code,
  path: [],
  message: 'give the files of the rule set as a plain object of names and contents',
  expected: 'an object',
})

/** The documents that a rule set was made of, those of what it extends included. */
export function documentsOf(ruleSet: RuleSet): Documents {
  return (ruleSet as RuleSet & { readonly [LOADED]: Documents })[LOADED]
}

const keyOf = (issue: Issue): string => `${issue.file ?? ''}\u0000${issue.pointer ?? ''}\u0000${issue.code}`
const sorted = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
