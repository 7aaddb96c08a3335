import { WORD } from './written-words'

/** Bytes of a text, of which a part can be had as a text again: a Buffer is one. */
export interface TextBytes {
  readonly buffer: ArrayBufferLike
  readonly byteOffset: number
  readonly length: number
  readonly [place: number]: number
  toString(encoding: 'latin1', from: number, to: number): string
}

export const BYTE = {
  space: 32,
  quote: 34,
  comma: 44,
  minus: 45,
  zero: 48,
  openList: 91,
  backslash: 92,
  closeList: 93,
  lowerF: 102,
  lowerT: 116,
  openObject: 123,
  lastAscii: 126,
  closeObject: 125,
  carriageReturn: 13,
} as const

const OVER = -1

/**
 * Goes through JSON byte by byte, one text after another. What it reads is JSON; that it reads all JSON is not said:
 * texts are of ASCII and without escapes, and between what it reads it passes over spaces and nothing else.
 */
export function textScanner(words: Int32Array) {
  let bytes: TextBytes
  let view: DataView
  let at = 0
  let end = 0

  const begin = (text: TextBytes, from: number, to: number): void => {
    if (bytes !== text) view = new DataView(text.buffer, text.byteOffset, text.length)
    bytes = text
    at = from
    end = to
  }

  /** The next byte that is no space. */
  const next = (): number => {
    while (bytes[at] === BYTE.space) at += 1
    return at < end ? (bytes[at++] as number) : OVER
  }

  /** Passes over a word where it is the next. Throws where the bytes end within four of it. */
  const isNext = (word: number): boolean => {
    let [place, four] = [at, word + WORD.first]
    const last = four + (words[word + WORD.fours] as number)
    for (; four < last; four++, place += 4) if (view.getInt32(place, true) !== words[four]) return false
    const mask = words[word + WORD.mask] as number
    if (mask !== 0 && (view.getInt32(place, true) & mask) !== words[word + WORD.rest]) return false
    at += words[word + WORD.length] as number
    return true
  }

  /**
   * The members of an object, after the brace that opens it. `readMember` begins after the quote that opens a name, and
   * reads up to the end of the value.
   */
  const readMembers = (readMember: () => boolean): boolean => {
    let byte = next()
    if (byte === BYTE.closeObject) return true
    for (; byte === BYTE.quote; byte = next()) {
      if (!readMember()) return false
      const after = next()
      if (after === BYTE.closeObject) return true
      if (after !== BYTE.comma) return false
    }
    return false
  }

  /** A text, after the quote that opens it. */
  const text = (): string | undefined => {
    const from = at
    return passText() ? bytes.toString('latin1', from, at - 1) : undefined
  }

  const passText = (): boolean => {
    while (at < end) {
      const byte = bytes[at++] as number
      if (byte === BYTE.quote) return true
      if (byte === BYTE.backslash || byte < BYTE.space || byte > BYTE.lastAscii) return false
    }
    return false
  }

  /** The digits of the day that is next, as one number; of anything else, a number that no day has. */
  const dayDigits = (): number => {
    let digits = 0
    for (let place = 0; place < 10; place++) {
      const byte = bytes[at + place] as number
      if (place === 4 || place === 7) {
        if (byte !== BYTE.minus) return OVER
      } else {
        const digit = byte - BYTE.zero
        if (!(digit >= 0 && digit <= 9)) return OVER
        digits = 10 * digits + digit
      }
    }
    return bytes[at + 10] === BYTE.quote ? digits : OVER
  }

  const pass = (count: number): void => {
    at += count
  }

  const place = (): number => at

  /** Back to where it was before. */
  const backTo = (place: number): void => {
    at = place
  }

  /** A whole number that is not negative, of which the first byte was read. */
  const wholeNumber = (first: number): number | undefined => {
    let value = first - BYTE.zero
    if (!(value >= 0 && value <= 9)) return undefined
    const from = at
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - BYTE.zero
      if (digit < 0 || digit > 9) break
      value = 10 * value + digit
    }
    const isPlain = at - from < MOST_DIGITS && (first !== BYTE.zero || at === from)
    return isPlain ? value : undefined
  }

  /** Whether nothing but spaces and the end of the line is left. */
  const isOver = (): boolean => {
    while (at < end && (bytes[at] === BYTE.space || bytes[at] === BYTE.carriageReturn)) at += 1
    return at === end
  }

  return { begin, next, isNext, readMembers, text, dayDigits, pass, place, backTo, wholeNumber, isOver }
}

/** Below it, every whole number has one value. */
const MOST_DIGITS = 9

export type TextScanner = ReturnType<typeof textScanner>
