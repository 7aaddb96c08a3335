import type { Judgement } from '../evaluate/judgement'
import { type Diagram, isKnown } from '../facts/diagram'
import { deliveriesIn } from './delivery'
import type { Row } from './kept-rows'
import { needDiagram } from './needs'
import { writeRanks } from './rank-windows'
import type { ReasonRule, ServiceRules } from './service-rules'

/** What a case says of one service, before anything is drawn from it. */
export interface SpokenFor {
  /** The windows of its reasons that speak or still may, without those that are withdrawn for certain. */
  readonly diagrams: readonly Diagram<number | null>[]
  /** From the most urgent on, as `encodeWindow` writes them. */
  readonly windows: readonly number[]
  readonly delivered: Diagram<boolean>
}

/** Stands in a row after the last reason. */
const END = -1

/**
 * Reads one service after another of a case, and numbers in `row` all that the verdict on it depends on: the service,
 * each reason that speaks and what may withdraw it, the order of their windows, the delivery, the holds and the needs.
 * Diagrams of one forest go by their ids. Undefined when nothing speaks for the service.
 */
export function serviceReader(
  judgement: Judgement,
  row: Row,
): (rules: ServiceRules, place: number) => SpokenFor | undefined {
  const { metAt, window, facts } = judgement
  const { numbers } = row
  const deliveredRecently = deliveriesIn(judgement)
  const inPlace: (Diagram<boolean> | undefined)[] = []
  const needAt = (rules: ServiceRules, index: number): Diagram<boolean> => {
    const place = rules.needPlaces[index] as number
    const found = inPlace[place] ?? needDiagram(rules.needs[index] as ServiceRules['needs'][number], judgement)
    inPlace[place] = found
    return found
  }
  return (rules, place) => {
    const { reasons, holdPlaces } = rules
    const diagrams: Diagram<number | null>[] = []
    let delivered: Diagram<boolean> | undefined
    for (let at = 0; at < reasons.length; at++) {
      const reason = reasons[at] as ReasonRule
      const speaks = metAt(reason.place)
      if (isKnown(speaks, false)) continue
      if (!delivered) {
        delivered = deliveredRecently(rules.service)
        numbers[0] = place
        numbers[1] = delivered.id
        row.length = 2
      }
      if (isWithdrawn(reason, delivered, metAt)) continue
      diagrams.push(window(reason.rule))
      numbers[row.length++] = at
      numbers[row.length++] = speaks.id
      for (const waiver of reason.waiverPlaces) numbers[row.length++] = metAt(waiver).id
    }
    if (!delivered || diagrams.length === 0) return undefined
    numbers[row.length++] = END
    const windows = writeRanks(diagrams, row, facts.forest)
    for (const hold of holdPlaces) numbers[row.length++] = metAt(hold).id
    for (let index = 0; index < rules.needs.length; index++) numbers[row.length++] = needAt(rules, index).id
    return { diagrams, windows, delivered }
  }
}

/** Withdrawn for certain, by a delivery or by a waiver that is met. */
export function isWithdrawn(
  { rule, waiverPlaces }: ReasonRule,
  delivered: Diagram<boolean>,
  metAt: Judgement['metAt'],
): boolean {
  if (!rule.fixedMoment && isKnown(delivered, true)) return true
  for (const place of waiverPlaces) if (isKnown(metAt(place), true)) return true
  return false
}
