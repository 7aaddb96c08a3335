import type { Judgement } from '../evaluate/judgement'
import { asReached, type Candidate } from './candidate'
import { deliveriesIn } from './delivery'
import { verdictFinder } from './kept-verdicts'
import { needsOf } from './needs'
import { rulesByService } from './service-rules'
import { verdictReacher } from './verdict'

/**
 * Every service that some completion of the snapshot recommends, in the order of the catalogue. `anew` weighs each, without
 * looking for what was weighed before: sooner done for one case after another whose advice is not explained.
 */
export function weighServices(judgement: Judgement, anew = false): readonly Candidate[] {
  const services = rulesByService(judgement.ruleSet)
  const deliveries = deliveriesIn(judgement)
  const inPlace = needsOf(judgement)
  const reach = verdictReacher(services, deliveries, inPlace, judgement)
  const find =
    anew || !isSparse(judgement.coded) ? undefined : verdictFinder(services, deliveries, inPlace, judgement, reach)
  const candidates: Candidate[] = []
  for (let place = 0; place < services.length; place++) {
    const candidate = find ? find(place) : asReached(reach(place))
    if (candidate) candidates.push(candidate)
  }
  return candidates
}

/**
 * In a sparse case, one in so many of the facts that conditions read is open. Little is known of it, so that what is known
 * comes again, and much has to be weighed; of others most verdicts are new, and soon reached.
 */
const ONE_OPEN_IN = 3

function isSparse({ rows }: Judgement['coded']): boolean {
  let open = 0
  for (let at = 0; at < rows.length; at++) if ((rows[at] as number) < 0) open += 1
  return open * ONE_OPEN_IN >= rows.length
}
