import { type ParsedSnapshot, parseSnapshot } from '../../core/parse-snapshot'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { FactType } from '../../core/snapshot/fact'
import { copyPlainData } from '../../core/snapshot/plain-data'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { type ReadOptions, ruleSetIn } from '../../forms/form/assemble-snapshot'
import { questionsIn, shownAnswer } from '../../forms/form/form-answers'
import { type FormOptions, showForm } from '../../forms/form/shown-form'
import { nameOf } from './json-schema-form'

type Data = Readonly<Record<string, unknown>>

/** For whom data are, and for which of the two forms. */
export interface JsonFormDataOptions extends FormOptions {
  /** `json-forms` has yes and no as the texts `true` and `false`; `json-schema`, the default, as a snapshot has them. */
  readonly format?: 'json-schema' | 'json-forms' | undefined
}

/** The answers of a snapshot as data for `exportForm('json-schema')` or `exportForm('json-forms')`: those that it shows. */
export function jsonFormDataOf(snapshot: Snapshot, options?: JsonFormDataOptions): Record<string, unknown> {
  const { asOf, caseId } = snapshot
  const { format, ...shownTo } = options ?? {}
  const form = showForm(shownTo)
  const data: Record<string, unknown> = { asOf, ...(caseId === undefined ? {} : { caseId }) }
  for (const question of questionsIn(form)) {
    const answer = shownAnswer(question, snapshot)
    if (answer === undefined) continue
    data[question.section] = { ...(data[question.section] as object | undefined), [nameOf(question)]: answer }
  }
  return format === 'json-forms' ? (eachAnswer(data, form.ruleSet, asText) as Record<string, unknown>) : data
}

/**
 * The snapshot that the data of a JSON form is, or every issue. Yes and no may be the texts `true` and `false`, which is
 * what a list to pick from gives in a browser; a document of which nothing is said was not asked. Never throws.
 */
export function snapshotFromJsonForm(data: unknown, options?: ReadOptions): ParsedSnapshot {
  const ruleSet = ruleSetIn(options)
  const copied = copyPlainData(data)
  if ('issues' in ruleSet || !copied.ok) return parseSnapshot(data, options)
  return parseSnapshot(eachAnswer(copied.value, ruleSet, answerFrom), options)
}

type Read = (value: unknown, type: FactType | undefined) => unknown

const asText: Read = (value) => (typeof value === 'boolean' ? String(value) : value)

function answerFrom(value: unknown, type: FactType | undefined): unknown {
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return type === 'document' && isData(value) && Object.keys(value).length === 0 ? undefined : value
}

/** The data with this done to each answer, in lists too. */
function eachAnswer(data: unknown, ruleSet: RuleSet, read: Read): unknown {
  if (!isData(data)) return data
  const facts = factsOf(ruleSet)
  const part = (value: unknown, fact: string): unknown =>
    Array.isArray(value) ? value.map((item) => parts(item, fact)) : read(value, facts.get(fact)?.type)
  const parts = (value: unknown, path: string): unknown =>
    isData(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, part(inner, `${path}.${key}`)]))
      : value
  return Object.fromEntries(Object.entries(data).map(([section, value]) => [section, parts(value, section)]))
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
