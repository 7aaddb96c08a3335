import { type Diagram, isKnown } from '../diagram/diagram'
import { earliest, type LiveReason } from './live-reasons'

/**
 * The reasons that can make a difference to whether a service is recommended and when. Not among them is one that is
 * never more urgent than another that speaks for certain, while nothing can withdraw that one and leave this one.
 */
export function decisiveReasons(live: readonly LiveReason[], delivered: Diagram<boolean>): readonly LiveReason[] {
  if (live.length < 2) return live
  const first = mostUrgent(live, false)
  if (!first) return live
  // A delivery withdraws what is not a fixed moment, and leaves what is.
  const firstFixed = isKnown(delivered, false) ? first : mostUrgent(live, true)
  return live.filter((one) => {
    const before = one.reason.fixed ? firstFixed : first
    return one === before || !before || earliest(one) < earliest(before)
  })
}

/** The reason that speaks for certain, and that no waiver withdraws, with the most urgent window. */
function mostUrgent(live: readonly LiveReason[], fixed: boolean): LiveReason | undefined {
  let first: LiveReason | undefined
  for (const one of live)
    if (isCertain(one) && (!fixed || one.reason.fixed) && (!first || earliest(one) < earliest(first))) first = one
  return first
}

const isCertain = ({ speaks, waived, window }: LiveReason): boolean =>
  isKnown(speaks, true) && isKnown(waived, false) && window.kind === 'known' && window.value !== null
