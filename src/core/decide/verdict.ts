import type { Diagram } from '../diagram/diagram'
import type { Row } from '../diagram/kept-rows'
import type { Judgement } from '../evaluate/judgement'
import type { Core } from './core'
import { type Decided, deciderOf } from './decided'
import { type Hindrances, hindranceReader } from './hindrances'
import { type LiveReason, liveReasons } from './live-reasons'
import type { ServiceRules } from './service-rules'
import { reasonWeigher } from './weigh-reasons'

/** What facts come to for one service. Of its days only the order counts: they may be those of another case. */
export interface Verdict {
  readonly rules: ServiceRules
  /** In the order of the rules. */
  readonly live: readonly LiveReason[]
  /** From the most urgent on, as `encodeWindow` writes them: what the core names by rank. */
  readonly windows: readonly number[]
  readonly core: Core
  readonly hindrances: Hindrances
  /** Whatever can still change anything that the advice says of it. */
  readonly decided: Decided
  /** One and the same object for all cases in which the facts say the same: what is told of it is worth keeping. */
  readonly kept: boolean
}

/** Reaches the verdict on the service at a place; undefined when no completion of the snapshot recommends it. */
export type ReachVerdict = (place: number, kept?: boolean) => Verdict | undefined

/** What is open of one service, written anew for each. */
const open: Row = { numbers: [], length: 0 }

/** For one service after another of a case. */
export function verdictReacher(
  services: readonly ServiceRules[],
  deliveries: readonly Diagram<boolean>[],
  inPlace: (need: number) => Diagram<boolean>,
  judgement: Judgement,
): ReachVerdict {
  const weighReasons = reasonWeigher(judgement)
  const hindrancesAt = hindranceReader(services, judgement, inPlace, open)
  const decidedBy = deciderOf(judgement, inPlace, open)
  return (place, kept = false) => {
    const rules = services[place] as ServiceRules
    const delivered = deliveries[place] as Diagram<boolean>
    const live = liveReasons(rules, delivered, judgement)
    if (live.length === 0) return undefined
    const weighed = weighReasons(live, delivered)
    if (!weighed) return undefined
    const { core, windows } = weighed
    open.numbers[0] = core.recommended.id
    open.length = 1
    const hindrances = hindrancesAt(place)
    return { rules, live, windows, core, hindrances, decided: decidedBy(core, rules), kept }
  }
}
