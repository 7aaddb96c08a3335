import type { DayReader } from './read-day-bytes'
import { BYTE, type TextScanner } from './text-scanner'
import type { WrittenWords } from './written-words'

/** A list or a document as `JSON.parse` gives it, with how many names there are in it, given twice or not. */
export interface Nested {
  readonly value: unknown
  readonly keys: number
}

type Item = Record<string, unknown>

/** Reads a list of objects or of texts, or one object, after its first byte; undefined where it is anything else. */
export function nestedReader(
  words: WrittenWords,
  { isNext, next, readMembers, text }: TextScanner,
  days: DayReader,
): (first: number) => Nested | undefined {
  let item: Item
  let keys = 0

  return (first) => {
    keys = 0
    const value = first === BYTE.openList ? listNext() : objectNext()
    return value && { value, keys }
  }

  function listNext(): readonly unknown[] | undefined {
    const items: unknown[] = []
    let first = next()
    if (first === BYTE.closeList) return items
    for (;;) {
      const value = first === BYTE.openObject ? objectNext() : first === BYTE.quote ? text() : undefined
      if (value === undefined) return undefined
      items.push(value)
      const after = next()
      if (after === BYTE.closeList) return items
      if (after !== BYTE.comma) return undefined
      first = next()
    }
  }

  function objectNext(): Item | undefined {
    item = {}
    return readMembers(readMember) ? item : undefined
  }

  function readMember(): boolean {
    const member = words.nested.find(({ name }) => isNext(name))
    if (!member) return false
    keys += 1
    const value = valueNext()
    item[member.key] = value
    return value !== undefined
  }

  function valueNext(): string | boolean | undefined {
    const first = next()
    if (first === BYTE.quote) return days.next()?.text ?? text()
    if (first === BYTE.lowerT) return isNext(words.restOfTrue) || undefined
    return first === BYTE.lowerF && isNext(words.restOfFalse) ? false : undefined
  }
}
