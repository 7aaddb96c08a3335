import { keepByRow, type ResultsByRow, type Row } from '../diagram/kept-rows'
import type { Candidate } from './candidate'

/** By fact id, the services whose recommendation the fact can still change. */
export type Decides = ReadonlyMap<string, readonly string[]>

/** A list of services, once whatever facts decide it: what is told of it is found by it. */
interface ServiceList {
  readonly services: readonly string[]
  /** The lists with one service more at their end. */
  readonly longer: Map<string, ServiceList>
}

const NO_SERVICES: ServiceList = { services: Object.freeze([]), longer: new Map() }
const NOTHING: Decides = new Map()

/** Lists that are kept: past it, they begin anew. Of a rule set few come up, of all that an extension could have more. */
const MOST_KEPT = 10_000
let kept = 0

/** How many facts, counted with every service, are gathered sooner than looked up. */
const FEW = 24

/** What many facts decide, by the services and what decides each. */
const many: ResultsByRow<Decides> = keepByRow(1_000)
const ofMany = new WeakSet<Decides>()

/**
 * The unanswered facts that can still change the advice, each with the services it can change: by id, and exact.
 * A fact decides a service when two completions of the snapshot that differ in that fact alone lead to a different
 * recommendation, window, hold or need.
 */
export function whatDecides(weighed: readonly Candidate[]): Decides {
  let facts = 0
  for (const {
    verdict: { decided },
  } of weighed)
    facts += decided.facts.length
  if (facts <= FEW) return facts === 0 ? NOTHING : gather(weighed)
  const row: Row = { numbers: [], length: 0 }
  for (const {
    verdict: { rules, decided },
  } of weighed) {
    if (decided.facts.length === 0) continue
    row.numbers[row.length++] = rules.number
    row.numbers[row.length++] = decided.number
  }
  const found = many.find(row)
  if (found) return found
  const decides = gather(weighed)
  many.keep(row, decides)
  ofMany.add(decides)
  return decides
}

/** Whether it is one that is kept, so that what is told of it is worth keeping as well. */
export const isKept = (decides: Decides): boolean => ofMany.has(decides)

function gather(weighed: readonly Candidate[]): Decides {
  const lists = new Map<string, ServiceList>()
  for (const {
    verdict: { rules, decided },
  } of weighed)
    for (const fact of decided.facts) lists.set(fact, withService(lists.get(fact) ?? NO_SERVICES, rules.service.id))
  const decides = new Map<string, readonly string[]>()
  for (const [fact, { services }] of lists) decides.set(fact, services)
  return decides
}

function withService(list: ServiceList, service: string): ServiceList {
  const found = list.longer.get(service)
  if (found) return found
  if (kept >= MOST_KEPT) {
    NO_SERVICES.longer.clear()
    kept = 0
  }
  const longer = { services: Object.freeze([...list.services, service]), longer: new Map() }
  list.longer.set(service, longer)
  kept += 1
  return longer
}
