import { type Diagram, isKnown, valuesOf } from '../diagram/diagram'
import type { Judgement } from '../evaluate/judgement'
import type { ReasonRule, ServiceRules } from './service-rules'

/** A rule that speaks for a service or still may, and is not withdrawn for certain. */
export interface LiveReason {
  readonly reason: ReasonRule
  readonly speaks: Diagram<boolean>
  /** True in the completions in which a waiver withdraws it. */
  readonly waived: Diagram<boolean>
  /** As `encodeWindow` writes it; null where there is none. */
  readonly window: Diagram<number | null>
}

const NONE: readonly LiveReason[] = []

/** In the order of the rules. */
export function liveReasons(
  { reasons }: ServiceRules,
  delivered: Diagram<boolean>,
  judgement: Judgement,
): readonly LiveReason[] {
  const { metAt } = judgement
  let live: LiveReason[] | undefined
  const isDelivered = isKnown(delivered, true)
  for (let at = 0; at < reasons.length; at++) {
    const reason = reasons[at] as ReasonRule
    const speaks = metAt(reason.place)
    if (isKnown(speaks, false)) continue
    if (isDelivered && !reason.fixed) continue
    const waived = waivedBy(reason, judgement)
    if (isKnown(waived, true)) continue
    const one = { reason, speaks, waived, window: judgement.windowAt(reason.timing) }
    if (live) live.push(one)
    else live = [one]
  }
  return live ?? NONE
}

function waivedBy({ waiverPlaces }: ReasonRule, { metAt, facts }: Judgement): Diagram<boolean> {
  const { forest } = facts
  let waived: Diagram<boolean> = forest.known(false)
  for (const place of waiverPlaces) {
    const waiver = metAt(place)
    if (!isKnown(waiver, false)) waived = forest.any([waived, waiver])
  }
  return waived
}

/** The most urgent window that a reason can still have, as `encodeWindow` writes it. */
export function earliest({ window }: LiveReason): number {
  if (window.kind === 'known') return window.value ?? Number.POSITIVE_INFINITY
  return Math.min(...valuesOf(window).map((one) => one ?? Number.POSITIVE_INFINITY))
}
