import type { Diagram, Forest } from '../diagram/diagram'
import { keepByRowFor, type Row } from '../diagram/kept-rows'
import type { Judgement } from '../evaluate/judgement'
import { type Core, reachCore } from './core'
import { decisiveReasons } from './decisive-reasons'
import type { LiveReason } from './live-reasons'
import { ranksIn, writeRanks } from './rank-windows'

/** What follows from the reasons for a service, with the windows that it names by rank. */
export interface WeighedReasons {
  /** One and the same object for all cases of one forest that come to it, for as long as it is kept. */
  readonly core: Core
  /** From the most urgent on, as `encodeWindow` writes them. */
  readonly windows: readonly number[]
}

/** Cores that are kept for the diagrams of one forest. */
const MOST_KEPT = 16_000

const coresIn = keepByRowFor<Forest, Core | null>(MOST_KEPT)

/** Written anew for each service. */
const row: Row = { numbers: [], length: 0 }

/**
 * Weighs the reasons for one service after another. What follows depends on the diagrams of the reasons that matter, on
 * the order of their windows and on the delivery, and on nothing else: diagrams of one forest go by their ids. Undefined
 * when no completion of the snapshot recommends the service.
 */
export function reasonWeigher(
  judgement: Judgement,
): (live: readonly LiveReason[], delivered: Diagram<boolean>) => WeighedReasons | undefined {
  const { forest } = judgement.facts
  const cores = coresIn(forest)
  return (live, delivered) => {
    const reasons = decisiveReasons(live, delivered)
    row.numbers[0] = delivered.id
    row.length = 1
    for (const { reason, speaks, waived } of reasons) {
      row.numbers[row.length++] = 2 * speaks.id + (reason.fixed ? 1 : 0)
      row.numbers[row.length++] = waived.id
    }
    const windows = writeRanks(reasons, row, forest)
    let core = cores.find(row)
    if (core === undefined) {
      core = reachCore(reasons, ranksIn(windows, reasons, forest), delivered, judgement)
      cores.keep(row, core)
    }
    return core ? { core, windows } : undefined
  }
}
