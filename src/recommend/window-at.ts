import type { Window } from '../advice'
import { decodeWindow } from '../schedule/window'

/** Windows written out that are kept: one in each place, the last that was asked for there. A power of two. */
const PLACES = 2 ** 15
const HALF = 2 ** 32

interface Kept {
  readonly code: number
  readonly window: Window
}

const kept = Array.from({ length: PLACES }, (): Kept | undefined => undefined)

/** The window that `encodeWindow` wrote as this number, frozen: advices share it. */
export function windowAt(code: number): Window {
  const place = placeOf(code)
  const found = kept[place]
  if (found && found.code === code) return found.window
  const window = Object.freeze(decodeWindow(code))
  kept[place] = { code, window }
  return window
}

/** Spreads windows of the same and of neighbouring days over all places. */
function placeOf(code: number): number {
  const high = Math.floor(code / HALF)
  const mixed = Math.imul(Math.imul(high, 0x9e3779b1) ^ (code - high * HALF), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (PLACES - 1)
}
