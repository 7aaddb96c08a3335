import type { Window } from '../advice'
import { decodeWindow } from '../time/window'

/** Windows written out that are kept: one in each place, the last that was asked for there. A power of two. */
const PLACES = 2 ** 15
const HALF = 2 ** 32

const codes = new Float64Array(PLACES).fill(Number.NaN)
const windows = Array.from({ length: PLACES }, (): Window | undefined => undefined)

/** The window that `encodeWindow` wrote as this number, frozen: advices share it. */
export function windowAt(code: number): Window {
  const place = placeOf(code)
  if (codes[place] === code) return windows[place] as Window
  const window = Object.freeze(decodeWindow(code))
  codes[place] = code
  windows[place] = window
  return window
}

/** Spreads windows of the same and of neighbouring days over all places. */
function placeOf(code: number): number {
  const high = Math.floor(code / HALF)
  const mixed = Math.imul(Math.imul(high, 0x9e3779b1) ^ (code - high * HALF), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (PLACES - 1)
}
