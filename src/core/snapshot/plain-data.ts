import type { Issue } from '../issue/issue'
import type { Locale, Text } from './fact'
import { localeOf, type ParseOptions } from './parse-options'
import { type Path, shownKey } from './place'
import { snapshotIssue } from './snapshot-issue'

/** Objects and lists inside each other; a snapshot needs four. */
export const MAX_DEPTH = 16
/** Objects, lists and values together; a long history needs a few hundred. */
export const MAX_NODES = 20_000
/** UTF-16 code units of all texts and keys together. */
export const MAX_TEXT_LENGTH = 1_000_000

/** How much is copied. */
export interface Limits {
  readonly depth: number
  readonly nodes: number
  readonly textLength: number
}
export const SNAPSHOT_LIMITS: Limits = { depth: MAX_DEPTH, nodes: MAX_NODES, textLength: MAX_TEXT_LENGTH }

/** JSON data: no prototypes, getters, functions or cycles. */
export type PlainData =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** An object or list on its way from source to copy. */
interface Container {
  readonly source: object
  readonly copy: object
  readonly parent: Container | undefined
  readonly path: Path
}

const LONE_SURROGATE = /\p{Surrogate}/u
/** Keys that mean something to the language itself; no object of an input may have one. */
export const FORBIDDEN_KEYS: ReadonlySet<string | number> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Copies a value as plain JSON data: objects, lists, texts, finite numbers, booleans and null. Calls no getter,
 * does not recurse, never throws. An undefined value in an object is as good as absent. Every issue is listed,
 * in the order of the value; but of what is too large nothing else is told.
 */
export function copyPlainData(value: unknown, limits: Limits = SNAPSHOT_LIMITS, options?: ParseOptions): PlainData {
  const locale = localeOf(options)
  const refused: PlainData = { ok: false, issues: [tooLarge(limits, locale)] }
  const issues: Issue[] = []
  const queue: Container[] = []
  let nodes = 0
  let characters = 0

  const readText = (text: string, path: Path) => {
    characters += text.length
    if (characters > limits.textLength) return
    if (LONE_SURROGATE.test(text)) issues.push(snapshotIssue('malformed-text', path, locale))
  }

  const copyOf = (found: unknown, path: Path, parent: Container | undefined): unknown => {
    nodes += 1
    if (typeof found === 'string') readText(found, path)
    if (found === null || typeof found !== 'object') {
      const kind = oddKind(found)
      if (kind) issues.push(notPlain(path, kind, locale))
      return found
    }
    if (isInside(found, parent)) issues.push(notPlain(path, 'circle', locale))
    else if (path.length >= limits.depth) issues.push(tooDeep(path, limits, locale))
    else {
      const copy = isList(found) ? [] : {}
      queue.push({ source: found, copy, parent, path })
      return copy
    }
    return undefined
  }

  const copy = copyOf(value, [], undefined)
  for (const container of queue) {
    const entries = ownEntries(container.source, limits.nodes)
    if (entries === 'too-large') return refused
    if (entries === 'not-plain-data') {
      issues.push(notPlain(container.path, isList(container.copy) ? 'list' : 'object', locale))
      continue
    }
    for (const [key, found] of entries) {
      if (found === undefined && typeof key === 'string') continue
      const path = [...container.path, key]
      if (typeof key === 'string') readText(key, path)
      if (FORBIDDEN_KEYS.has(key)) {
        issues.push(snapshotIssue('forbidden-key', path, locale, { key: shownKey(String(key), locale) }))
        continue
      }
      const value = copyOf(found, path, container)
      if (nodes > limits.nodes || characters > limits.textLength) return refused
      // Defined, not assigned: an assignment would call a setter that someone hung on Object.prototype.
      Object.defineProperty(container.copy, key, { value, writable: true, enumerable: true, configurable: true })
    }
  }
  if (characters > limits.textLength) return refused
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: copy }
}

/** The input is larger than it may be, which is all that is told of it. */
export function tooLarge({ nodes, textLength }: Limits, locale: Locale): Issue {
  const expected = {
    nl: `ten hoogste ${nodes} waarden en ${textLength} tekens`,
    en: `at most ${nodes} values and ${textLength} characters`,
  }
  return snapshotIssue('too-large', [], locale, { expected: expected[locale] })
}

/** Objects and lists lie deeper than they may; the path is the first that lies too deep, where it is known. */
export function tooDeep(path: Path, { depth }: Limits, locale: Locale): Issue {
  const expected = { nl: `ten hoogste ${depth} niveaus`, en: `at most ${depth} levels` }
  return snapshotIssue('too-deep', path, locale, { expected: expected[locale] })
}

/** Whether a list; a revoked proxy, which even this question makes throw, is refused as an object later on. */
function isList(value: object): boolean {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

function isInside(source: object, container: Container | undefined): boolean {
  for (let outer = container; outer; outer = outer.parent) if (outer.source === source) return true
  return false
}

/** A key or index with its value. */
type Entry = readonly [key: string | number, value: unknown]

/** Why an object or list cannot be copied. */
type Refusal = 'not-plain-data' | 'too-large'

/**
 * What a plain object or list holds, read without calling a getter: an accessor's own function stands in for its
 * value, and a symbol for a key that is one. Hidden properties are left out, as JSON.stringify does.
 * The only code of others that can run is a proxy's; what it throws is a refusal.
 */
export function ownEntries(source: object, limit: number): readonly Entry[] | Refusal {
  try {
    return Array.isArray(source) ? listEntries(source, limit) : objectEntries(source, limit)
  } catch {
    return 'not-plain-data'
  }
}

function listEntries(source: object, limit: number): readonly Entry[] | Refusal {
  // The prototype of lists is itself a list, in every realm; that of a class is not.
  if (!Array.isArray(Object.getPrototypeOf(source))) return 'not-plain-data'
  const length: unknown = Object.getOwnPropertyDescriptor(source, 'length')?.value
  if (typeof length !== 'number' || length > limit) return 'too-large'
  // As many keys as places, and `length`: more would be named properties, fewer would be holes.
  if (Reflect.ownKeys(source).length !== length + 1) return 'not-plain-data'
  const entries: Entry[] = []
  for (let index = 0; index < length; index++) {
    const property = Object.getOwnPropertyDescriptor(source, String(index))
    if (!property) return 'not-plain-data'
    entries.push([index, dataOf(property)])
  }
  return entries
}

function objectEntries(source: object, limit: number): readonly Entry[] | Refusal {
  if (!hasPlainPrototype(source)) return 'not-plain-data'
  const keys = Reflect.ownKeys(source)
  if (keys.length > limit) return 'too-large'
  const entries: Entry[] = []
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(source, key)
    if (property?.enumerable) entries.push(typeof key === 'symbol' ? ['(symbol)', key] : [key, dataOf(property)])
  }
  return entries
}

function dataOf(property: PropertyDescriptor): unknown {
  return property.get ?? property.set ?? property.value
}

/** No prototype, or the root one; of another realm too, where it is another object. */
function hasPlainPrototype(source: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(source)
  if (prototype === null || prototype === Object.prototype) return true
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf')
}

const PLAIN: Text = {
  nl: 'objecten, lijsten, teksten, getallen, true, false en null',
  en: 'objects, lists, texts, numbers, true, false and null',
}

const KINDS = {
  circle: { nl: 'een object dat zichzelf bevat', en: 'an object that contains itself' },
  object: { nl: 'een object van een eigen soort', en: 'an object of a kind of its own' },
  list: { nl: 'een lijst met lege plaatsen of eigen velden', en: 'a list with empty places or fields of its own' },
  function: { nl: 'een functie', en: 'a function' },
  symbol: { nl: 'een symbool', en: 'a symbol' },
  bigint: { nl: 'een bigint', en: 'a bigint' },
  undefined: { nl: 'niets (undefined)', en: 'nothing (undefined)' },
  number: { nl: 'een getal als NaN of Infinity', en: 'a number like NaN or Infinity' },
} as const satisfies Record<string, Text>

type OddKind = keyof typeof KINDS

/** The kind of a value that JSON cannot hold; undefined for one that it can, and for every object and list. */
function oddKind(value: unknown): OddKind | undefined {
  const type = typeof value
  if (type === 'object' || type === 'string' || type === 'boolean' || Number.isFinite(value)) return undefined
  return type
}

function notPlain(path: Path, kind: OddKind, locale: Locale): Issue {
  return snapshotIssue('not-plain-data', path, locale, { received: KINDS[kind][locale], expected: PLAIN[locale] })
}

/** An object that is no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * How to read an object of unknown origin so that nothing in it is computed, hidden or inherited: first `isPlainObject`,
 * then each key of `for (const key in value)` by `isData`, and last, with the count of those, `hasNoMore`.
 */
export const isPlainObject = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

/** Whether a property is the object's own, and holds its value instead of computing it. */
export function isData(value: object, key: string): boolean {
  const property = Object.getOwnPropertyDescriptor(value, key)
  return property !== undefined && property.get === undefined && property.set === undefined
}

/** Whether an object has no key besides this many: a hidden one, or a symbol. */
export const hasNoMore = (value: object, keys: number): boolean =>
  Object.getOwnPropertyNames(value).length === keys && Object.getOwnPropertySymbols(value).length === 0

/** How many keys an object has that holds plain data only; undefined where that is in doubt. */
export function keyCount(value: object): number | undefined {
  if (!isPlainObject(value)) return undefined
  let keys = 0
  for (const key in value) {
    if (!isData(value, key)) return undefined
    keys += 1
  }
  return hasNoMore(value, keys) ? keys : undefined
}

/** Whether a list holds plain data only, one item at each place. */
export function isPlainList(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value)) return false
  // As many keys as places, and `length`: more would be named properties, fewer would be holes.
  if (Object.getPrototypeOf(value) !== Array.prototype || !hasNoMore(value, value.length + 1)) return false
  for (let index = 0; index < value.length; index++) if (!isData(value, String(index))) return false
  return true
}
