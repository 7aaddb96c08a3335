import type { Issue } from '../issue/issue'
import * as z from '../zod'
import { finding, quote, unknownName } from './finding'

/** What zod found in the shape of a file, as findings. */
export function shapeFindings(file: string, content: unknown, schema: z.ZodType, issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    // One form of an object can have a key that another cannot.
    const others = (key: string) => known.filter((name) => name !== key)
    return issue.keys.map((key) => unknownName('unknown-key', { file, path: [...path, key] }, 'key', key, others(key)))
  }
  const key = path.at(-1)
  const absent = valueAt(content, path) === undefined
  if (key === 'nl' || key === 'en')
    return [finding('missing-text', { file, path }, `give the text in the language "${key}"`)]
  if (absent) return [finding('missing-key', { file, path }, `give ${String(key ?? 'a document')}`)]
  return [finding('invalid-document', { file, path }, whatIsExpected(issue, valueAt(content, path), key))]
}

/** What was found, what is allowed, and an example; in our own words, for a host can set zod's and they could quote a value. */
function whatIsExpected(issue: z.core.$ZodIssue, found: unknown, key: string | number | undefined): string {
  if (issue.code === 'invalid_type') return `this is ${kindOf(found)}; give ${KINDS[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `${quote(found)} is none of these; give one of ${listed(issue.values)}`
  if (issue.code === 'invalid_format')
    return `this is not written as it should be; give ${FORMS.get(String(issue.pattern)) ?? 'a text that is not empty'}`
  if (issue.code === 'too_small')
    return `this is too small; give at least ${String(issue.minimum)}${unitOf(issue.origin)}`
  if (issue.code === 'too_big') return `this is too large; give at most ${String(issue.maximum)}${unitOf(issue.origin)}`
  if (issue.code === 'invalid_union') return `this is ${kindOf(found)} and fits none of the forms; ${formsOf(issue)}`
  if (issue.code === 'custom' && CONDITIONS.includes(String(key)))
    return `this is ${kindOf(found)}; give ${A_CONDITION}`
  // The other check of our own is on a day of the calendar.
  if (issue.code === 'custom') return 'this is no day of the calendar; give one as YYYY-MM-DD, such as 2026-11-30'
  return `this is ${kindOf(found)}, which does not fit here; see the JSON Schema that "verwijswijzer schema" writes`
}

/** Where a condition stands. */
const CONDITIONS = ['conditions', 'positive', 'covers', 'when', 'reopenedBy']
const A_CONDITION = 'a condition, such as { "fact": "conflict.status", "operator": "equal", "value": "signal" }'

const listed = (values: readonly unknown[]): string => values.map(String).join(', ')

function formsOf(issue: z.core.$ZodIssue & { readonly code: 'invalid_union' }): string {
  const told = issue.errors.flatMap((errors) => {
    const [first] = errors
    return first?.code === 'invalid_type' && first.path.length === 0 ? [KINDS[first.expected] ?? first.expected] : []
  })
  return told.length === 0
    ? 'give one of the forms that "verwijswijzer schema" shows'
    : `give ${[...new Set(told)].join(' or ')}`
}

const unitOf = (origin: string): string => (origin === 'array' ? ' items' : origin === 'string' ? ' characters' : '')

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  const kind = typeof value
  return FOUND[kind] ?? kind
}

const FOUND: Readonly<Record<string, string>> = {
  object: 'an object',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text, such as "conflict"',
  number: 'a number, such as 13',
  int: 'a whole number, such as 13',
  boolean: 'true or false, without quotes',
  array: 'a list, such as ["advice-conversation"]',
  tuple: 'a list of two, such as [1, 52]',
  object: 'an object, such as { "id": "..." }',
  record: 'an object with a name for each value, such as { "resolved": { ... } }',
  null: 'null, without quotes',
}

/** By the pattern that a text is held against. */
const FORMS: ReadonlyMap<string, string> = new Map(
  (
    [
      [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens, such as advice-conversation'],
      [/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, 'a checklist and a name, such as conflict/signal'],
      [/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/, 'the id of a rule, such as conflict/signal'],
      [/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/, 'the id of a fact, such as conflict.status'],
      [/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/, 'the id of a fact, such as conflict.status'],
      [/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/, 'a name of one or two parts, such as earlyContact.firstWeek'],
      [/^own\.[a-z][A-Za-z]*$/, 'own and a name, such as own.nightShifts'],
      [/^\d+\.\d+\.\d+$/, 'three numbers, such as 1.0.0'],
      [/^\d{1,9}\.\d{1,9}\.\d{1,9}$/, 'three numbers, such as 1.0.0'],
      [/^[0-9a-f]{16}$/, 'the mark that "verwijswijzer review" prints, sixteen of 0 to 9 and a to f'],
      [/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'a pseudonym without spaces, such as ad-7, and never a name of a person'],
      [/^base\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'the name of a base case, such as base/absent-week-14'],
    ] as const
  ).map(([pattern, form]) => [String(pattern), form]),
)

function valueAt(content: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    content,
  )
}

/** The keys that an object at a path of a schema can have, in whatever form it takes there. */
function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const found = path.reduce<readonly z.core.$ZodType[]>(
    (schemas, key) => schemas.flatMap((part) => stepInto(part, key)),
    forms(schema),
  )
  return [...new Set(found.flatMap((part) => (part instanceof z.ZodObject ? Object.keys(part.shape) : [])))]
}

function stepInto(schema: z.core.$ZodType, key: string | number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return forms(schema.element)
  if (schema instanceof z.ZodRecord) return forms(schema.valueType)
  const part = schema instanceof z.ZodObject ? schema.shape[key] : undefined
  return part ? forms(part) : []
}

function forms(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return forms(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option: z.core.$ZodType) => forms(option))
  return [schema]
}
