import { type Issue, parseJson } from 'verwijswijzer'
import { type ProblemIssue, Refusal } from './problem'

/** A snapshot nests sixteen levels at most, and stands in an envelope; a FHIR response nests deeper. */
const MOST_LEVELS = 40
const MOST_NODES = 20_000

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** Text of bytes; undefined where they are no UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

/** A body that is JSON: limited in depth, and without a key that stands twice. @throws Refusal for any other. */
export function jsonOf(bytes: Buffer): unknown {
  const text = textOf(bytes)
  if (text === undefined) throw new Refusal('not-json', [{ code: 'malformed-text', path: [] }])
  const read = parseJson(text, {}, { depth: MOST_LEVELS, nodes: MOST_NODES, textLength: bytes.length })
  if (!read.ok) throw new Refusal('not-json', withoutPlaces(read.issues))
  return read.value
}

/** What is wrong with a text as a text. The place of a key that stands twice would tell an employer what was answered. */
export const withoutPlaces = (issues: readonly Issue[]): readonly ProblemIssue[] => [
  ...new Map(issues.map(({ code }) => [code, { code, path: [] }])).values(),
]

/** The members of a body that holds these and no others. @throws Refusal with every one that is missing or unknown. */
export function membersOf<Needed extends string, Optional extends string = never>(
  body: unknown,
  needed: readonly Needed[],
  optional: readonly Optional[] = [],
): { readonly [Name in Needed]: unknown } & { readonly [Name in Optional]?: unknown } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('refused', [{ code: 'wrong-type', path: [] }])
  const known: readonly string[] = [...needed, ...optional]
  const issues: ProblemIssue[] = [
    ...Object.keys(body)
      .filter((key) => !known.includes(key))
      .map((key) => ({ code: 'unknown-key', path: [key.slice(0, 64)] })),
    ...needed.filter((key) => !Object.hasOwn(body, key)).map((key) => ({ code: 'missing-key', path: [key] })),
  ]
  if (issues.length > 0) throw new Refusal('refused', issues)
  return body as { readonly [Name in Needed]: unknown } & { readonly [Name in Optional]?: unknown }
}

/** One of a few words. @throws Refusal for anything else. */
export function wordOf<Word extends string>(name: string, value: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === value)
  if (found === undefined)
    throw new Refusal('refused', [{ code: typeof value === 'string' ? 'unknown-value' : 'wrong-type', path: [name] }])
  return found
}
