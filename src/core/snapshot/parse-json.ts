import { visit } from 'jsonc-parser'
import type { Issue } from '../issue/issue'
import type { Locale, Text } from './fact'
import { localeOf, type ParseOptions } from './parse-options'
import { shownKey } from './place'
import { type Limits, type PlainData, SNAPSHOT_LIMITS, tooDeep, tooLarge } from './plain-data'
import { snapshotIssue } from './snapshot-issue'

const TEXT: Text = { nl: 'een tekst met JSON', en: 'a text that holds JSON' }
const NO_TEXT: Text = { nl: 'iets anders dan een tekst', en: 'something other than a text' }

/**
 * Parses JSON text that is not to be trusted: limits its size and depth, and refuses a key that is given twice,
 * which JSON.parse would settle silently. Messages tell the place of a fault and never quote the text.
 *
 * @param text JSON; a leading byte order mark is accepted.
 * @param limits Of one snapshot, unless more is meant: `MAX_TEXT_LENGTH` characters, `MAX_DEPTH` levels.
 * @returns The value as JSON.parse makes it, to be copied by `copyPlainData` before use; or the issues: one
 *   `wrong-type` (not a text), `too-large`, `too-deep` or `not-json`, or every `duplicate-key`. Never throws.
 */
export function parseJson(text: string, options?: ParseOptions, limits: Limits = SNAPSHOT_LIMITS): PlainData {
  const locale = localeOf(options)
  if (typeof text !== 'string') {
    const parts = { received: NO_TEXT[locale], expected: TEXT[locale] }
    return { ok: false, issues: [snapshotIssue('wrong-type', [], locale, parts)] }
  }
  if (text.length > limits.textLength) return { ok: false, issues: [tooLarge(limits, locale)] }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (deepest(json) > limits.depth) return { ok: false, issues: [tooDeep([], limits, locale)] }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { ok: false, issues: [snapshotIssue('not-json', [], locale, firstFault(json))] }
  }
  const issues = duplicateKeys(json, locale)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value }
}

/** The most objects and lists that are open at once. A line end closes a text, which JSON does not let run on. */
function deepest(json: string): number {
  let [depth, most, inText] = [0, 0, false]
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    if (inText) {
      if (character === '\\') at += 1
      else if (character === '"' || character === '\n' || character === '\r') inText = false
    } else if (character === '"') inText = true
    else if (character === '{' || character === '[') most = Math.max(most, ++depth)
    else if (character === '}' || character === ']') depth -= 1
  }
  return most
}

/** Where the text stops being JSON, counted from one. JSON.parse tells it in prose, in which it quotes the text. */
function firstFault(json: string): { readonly line: number; readonly column: number } {
  let place = { line: 1, column: 1 }
  const stop = new Error('at the first fault, for past it the depth is not limited')
  try {
    visit(
      json,
      {
        onError: (_code, _offset, _length, line, column) => {
          place = { line: line + 1, column: column + 1 }
          throw stop
        },
      },
      { disallowComments: true },
    )
  } catch (error) {
    if (error !== stop) throw error
  }
  return place
}

/** Every key that its object already has; once, however often it is repeated. */
function duplicateKeys(json: string, locale: Locale): readonly Issue[] {
  const issues: Issue[] = []
  const objects: Map<string, number>[] = []
  visit(json, {
    onObjectBegin: () => {
      objects.push(new Map())
    },
    onObjectEnd: () => {
      objects.pop()
    },
    onObjectProperty: (key, _offset, _length, _line, _column, pathOf) => {
      const times = (objects.at(-1)?.get(key) ?? 0) + 1
      objects.at(-1)?.set(key, times)
      if (times === 2)
        issues.push(snapshotIssue('duplicate-key', [...pathOf(), key], locale, { key: shownKey(key, locale) }))
    },
  })
  return issues
}
