import type { RuleSet } from '../../core/rules/rule-set'
import type { Text } from '../../core/snapshot/fact'
import type { SchemaKind } from './json-schemas'

/** A file to write: its content as JSON data, below the folder that holds `rules/` and `fixtures/`. */
export type NewFiles = ReadonlyMap<string, object>

/** The `$schema` of a file of that kind; undefined where there is none. */
export type SchemaOf = (file: string, kind: SchemaKind) => string

/** `shift-work` as a title: `Shift work`. To be replaced by what it is really called. */
const titleOf = (name: string): Text => {
  const words = name.replaceAll('-', ' ')
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return { nl: title, en: title }
}

const DESCRIBE: Text = { nl: 'Schrijf hier waar dit over gaat.', en: 'Write here what this is about.' }

/** A rule set that extends another and changes nothing yet, with a source of its own to cite. */
export function newRuleSet(name: string, { manifest }: RuleSet, schemaOf: SchemaOf): NewFiles {
  const { id, version, jurisdiction, validFrom, checkedOn } = manifest
  const source = {
    id: name,
    title: titleOf(name).nl,
    publisher: titleOf(name).nl,
    date: checkedOn.slice(0, 4),
    checkedOn,
    language: 'nl',
    sections: [{ id: '1', title: DESCRIBE.nl }],
  }
  const files: readonly (readonly [string, SchemaKind, object])[] = [
    [
      'rules/manifest.json',
      'manifest',
      {
        id: name,
        version: '0.1.0',
        title: titleOf(name),
        jurisdiction,
        validFrom,
        validUntil: null,
        checkedOn,
        extends: { id, version },
        checklists: [],
        disables: [],
      },
    ],
    ['rules/policy.json', 'policy', { overrides: [] }],
    ['rules/sources.json', 'sources', { sources: [source] }],
  ]
  return new Map(files.map(([file, kind, content]) => [file, { $schema: schemaOf(file, kind), ...content }]))
}

/** A checklist with one rule, to be filled in. */
export function newChecklist(name: string, ruleSet: RuleSet, schema: string): object {
  return {
    $schema: schema,
    id: name,
    order: 10 + Math.max(0, ...ruleSet.checklists.map(({ order }) => order)),
    title: titleOf(name),
    description: DESCRIBE,
    sources: [citationIn(ruleSet)],
    questions: [PLACEHOLDER_FACT],
    positive: PLACEHOLDER,
    rules: [newRule(`${name}/first`, ruleSet)],
  }
}

/** A rule that recommends, for a reason to be filled in. */
export function newRule(id: string, ruleSet: RuleSet): object {
  const until = ruleSet.parameters.has(PROMPT) ? { policy: PROMPT } : 'P14D'
  return {
    id,
    conditions: PLACEHOLDER,
    event: { type: 'recommend', params: { services: ruleSet.services.slice(0, 1).map((service) => service.id) } },
    timing: { anchor: 'asOf', from: 'P0D', until, whenPassed: 'overdue', basis: 'product' },
    text: { nl: 'Schrijf hier waarom dit wordt aangeraden.', en: 'Write here why this is recommended.' },
    basis: 'product',
    sources: [citationIn(ruleSet)],
  }
}

/** The shipped rule set's own parameter for a referral that should not wait. */
const PROMPT = 'promptReferral'

/** Any fact that is yes or no will do until the real one is filled in. */
export const PLACEHOLDER_FACT = 'signals.employeeAsks'
const PLACEHOLDER = { fact: PLACEHOLDER_FACT, operator: 'equal', value: true }

/** The source that came last: the organisation's own, where it has one. */
function citationIn({ sources }: RuleSet): { id: string; section: string } {
  const source = [...sources.values()].at(-1)
  const section = source?.sections[0]
  if (!source || !section) throw new RangeError('a rule set has at least one source')
  return { id: source.id, section: section.id }
}
