import type { Judgement } from '../evaluate/judgement'
import type { Row } from '../facts/kept-rows'
import { deciderOf } from './decided'
import { deliveriesIn } from './delivery'
import { hindranceReader } from './hindrances'
import { liveReasons } from './live-reasons'
import { rulesByService, type ServiceRules } from './service-rules'
import type { Verdict } from './verdict'
import { reasonWeigher } from './weigh-reasons'

/** Every service that some completion of the snapshot recommends, in the order of the catalogue. */
export function weighServices(judgement: Judgement): readonly Verdict[] {
  const services = rulesByService(judgement.ruleSet)
  const open: Row = { numbers: [], length: 0 }
  const deliveredRecently = deliveriesIn(judgement)
  const weighReasons = reasonWeigher(judgement)
  const hindrancesAt = hindranceReader(services, judgement, open)
  const decidedBy = deciderOf(judgement, open)
  const verdicts: Verdict[] = []
  for (let place = 0; place < services.length; place++) {
    const rules = services[place] as ServiceRules
    const live = liveReasons(rules, deliveredRecently, judgement)
    if (live.length === 0) continue
    const weighed = weighReasons(live, deliveredRecently(rules.service))
    if (!weighed) continue
    const { core, windows } = weighed
    open.numbers[0] = core.recommended.id
    open.length = 1
    verdicts.push({
      rules,
      live,
      core,
      windows,
      hindrances: hindrancesAt(place),
      decided: decidedBy(core, rules),
    })
  }
  return verdicts
}
