import type { Diagram } from '../diagram/diagram'
import { keepByRowFor, type Row } from '../diagram/kept-rows'
import type { Judgement } from '../evaluate/judgement'
import type { Grounds, UnmetNeed } from './candidate'
import { holdsIn, needsIn } from './grounds'
import type { ServiceRules } from './service-rules'

/** What stands in the way of a service. */
export interface Hindrances {
  readonly holds: readonly Grounds[]
  /** Held for certain. */
  readonly held: boolean
  readonly needs: readonly UnmetNeed[]
  /** The ids of these. */
  readonly blockedBy: readonly string[]
}

/** Hindrances that are kept: few come up, and each is one and the same object as long as it is kept. */
const MOST_KEPT = 4_000

const hindrancesFor = keepByRowFor<readonly ServiceRules[], Hindrances>(MOST_KEPT)

/** What is known of each hold and then of each need, as digits of numbers in a row: so many in each. */
const [NO, YES, OPEN] = [0, 1, 2] as const
const DIGITS = 3
const IN_ONE = 15

/** In a row of what is open, between holds and needs. */
const NEEDS = -1

/** As long as a row of what is open is with nothing in it but the recommendation. */
export const NOTHING_OPEN = 2

/** Written anew for each service. */
const row: Row = { numbers: [], length: 0 }

/**
 * Reads what stands in the way of one service after the other of a case, and adds to `open` the ids of the diagrams of
 * the holds and the needs that are not known.
 */
export function hindranceReader(
  services: readonly ServiceRules[],
  judgement: Judgement,
  inPlace: (need: number) => Diagram<boolean>,
  open: Row,
): (place: number) => Hindrances {
  const ofServices = hindrancesFor(services)
  let digits = 0
  const add = (diagram: Diagram<boolean>): void => {
    if (digits % IN_ONE === 0) row.numbers[row.length++] = 0
    digits += 1
    const at = row.length - 1
    const digit = diagram.kind === 'split' ? OPEN : diagram.value ? YES : NO
    row.numbers[at] = DIGITS * (row.numbers[at] as number) + digit
    if (diagram.kind === 'split') open.numbers[open.length++] = diagram.id
  }
  return (place) => {
    const rules = services[place] as ServiceRules
    row.numbers[0] = place
    row.length = 1
    digits = 0
    for (const hold of rules.holdPlaces) add(judgement.metAt(hold))
    open.numbers[open.length++] = NEEDS
    for (const need of rules.needPlaces) add(inPlace(need))
    const found = ofServices.find(row)
    if (found) return found
    const hindrances = findHindrances(rules, judgement)
    ofServices.keep(row, hindrances)
    return hindrances
  }
}

function findHindrances(rules: ServiceRules, judgement: Judgement): Hindrances {
  const [holds, needs] = [holdsIn(rules, judgement), needsIn(rules, judgement)]
  return {
    holds,
    held: holds.some(({ certainty }) => certainty === 'certain'),
    needs,
    blockedBy: Object.freeze(needs.map(({ need }) => need)),
  }
}
