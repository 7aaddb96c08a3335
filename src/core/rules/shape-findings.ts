import type { Issue } from '../issue/issue'
import type * as z from '../zod'
import { finding, unknownName } from './finding'
import { keysAt } from './schema-keys'

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
  return [finding('invalid-document', { file, path }, whatIsExpected(issue))]
}

/** In our own words: a host can set zod's, and they could quote a value. */
function whatIsExpected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `give a value of the type ${issue.expected}`
  if (issue.code === 'invalid_value') return `give one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_format') return 'give it in the form that the guide to rule sets shows'
  return 'this value does not fit here'
}

function valueAt(content: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    content,
  )
}
