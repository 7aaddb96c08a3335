import type { Day } from '../calendar/day'
import type { Spell } from './case'
import type { DayReader } from './read-day-bytes'
import { BYTE, type TextScanner } from './text-scanner'
import type { WrittenWords } from './written-words'

/** Reports of illness, with how many names there are in them. */
export interface WrittenSpells {
  readonly spells: readonly Spell[]
  readonly keys: number
}

/**
 * Reads a list of reports of illness, after the bracket that opens it, as `readSpells` does; undefined where that has
 * more to look at: a flag that is not known, reports out of order, anything wrong.
 */
export function spellsReader(
  { spell, restOfTrue, restOfFalse }: WrittenWords,
  { isNext, next, readMembers }: TextScanner,
  days: DayReader,
): () => WrittenSpells | undefined {
  let firstDay: Day | undefined
  let recoveredOn: Day | undefined
  let notCounted: boolean | undefined
  let keys = 0

  return () => {
    const spells: Spell[] = []
    keys = 0
    let before = Number.NEGATIVE_INFINITY
    let byte = next()
    if (byte === BYTE.closeList) return { spells, keys }
    for (; byte === BYTE.openObject; byte = next()) {
      firstDay = recoveredOn = notCounted = undefined
      if (!readMembers(readMember) || firstDay === undefined || firstDay < before) return undefined
      before = firstDay
      spells.push({ firstDay, recoveredOn, notCounted: notCounted ?? false })
      const after = next()
      if (after === BYTE.closeList) return { spells, keys }
      if (after !== BYTE.comma) return undefined
    }
    return undefined
  }

  /** One that was read before is given twice. */
  function readMember(): boolean {
    keys += 1
    if (isNext(spell.firstDay)) {
      if (firstDay !== undefined) return false
      firstDay = dayNext()
      return firstDay !== undefined
    }
    if (isNext(spell.recoveredOn)) {
      if (recoveredOn !== undefined) return false
      recoveredOn = dayNext()
      return recoveredOn !== undefined
    }
    if (isNext(spell.notCounted)) {
      if (notCounted !== undefined) return false
      notCounted = flagNext()
      return notCounted !== undefined
    }
    return false
  }

  function dayNext(): Day | undefined {
    return next() === BYTE.quote ? days.next()?.answer.value : undefined
  }

  function flagNext(): boolean | undefined {
    const first = next()
    if (first === BYTE.lowerT) return isNext(restOfTrue) || undefined
    return first === BYTE.lowerF && isNext(restOfFalse) ? false : undefined
  }
}
