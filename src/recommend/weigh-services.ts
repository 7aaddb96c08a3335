import type { Judgement } from '../evaluate/judgement'
import type { Diagram } from '../facts/diagram'
import type { Row } from '../facts/kept-rows'
import { urgencyOf } from '../schedule/window'
import type { Candidate } from './candidate'
import type { Core } from './core'
import { deciderOf } from './decided'
import { deliveriesIn } from './delivery'
import { type Hindrances, hindranceReader } from './hindrances'
import { liveReasons } from './live-reasons'
import { needsOf } from './needs'
import { rulesByService, type ServiceRules } from './service-rules'
import { reasonWeigher } from './weigh-reasons'
import { windowAt } from './window-at'

/** What is open of one service, written anew for each. */
const open: Row = { numbers: [], length: 0 }

/** Every service that some completion of the snapshot recommends, in the order of the catalogue. */
export function weighServices(judgement: Judgement): readonly Candidate[] {
  const services = rulesByService(judgement.ruleSet)
  const deliveries = deliveriesIn(judgement)
  const weighReasons = reasonWeigher(judgement)
  const inPlace = needsOf(judgement)
  const hindrancesAt = hindranceReader(services, judgement, inPlace, open)
  const decidedBy = deciderOf(judgement, inPlace, open)
  const candidates: Candidate[] = []
  for (let place = 0; place < services.length; place++) {
    const rules = services[place] as ServiceRules
    const delivered = deliveries[place] as Diagram<boolean>
    const live = liveReasons(rules, delivered, judgement)
    if (live.length === 0) continue
    const weighed = weighReasons(live, delivered)
    if (!weighed) continue
    const { core, windows } = weighed
    open.numbers[0] = core.recommended.id
    open.length = 1
    const hindrances = hindrancesAt(place)
    const { mostUrgent, leastUrgent } = core
    const first = windows[mostUrgent] as number
    const window = windowAt(first)
    candidates.push({
      rules,
      live,
      core,
      window,
      latest: leastUrgent === mostUrgent ? window : windowAt(windows[leastUrgent] as number),
      hindrances,
      decided: decidedBy(core, rules),
      rank: rankOf(core, hindrances, first),
    })
  }
  return candidates
}

/** By certainty, then by whether it is held, then by the last day to start on, for which 24 bits are enough. */
function rankOf({ certainty }: Core, { held }: Hindrances, window: number): number {
  const kind = (certainty === 'certain' ? 0 : 2) + (held ? 1 : 0)
  return (kind << 24) | urgencyOf(window)
}
