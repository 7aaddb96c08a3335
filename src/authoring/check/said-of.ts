import type { Recommendation } from '../../core/advice'
import type { Said } from './case-difference'
import type { RunCase } from './run-case'

/** What an advice says of a service; null where it does not recommend it. */
export function saidOf({ advice }: Pick<RunCase, 'advice'>, service: string): Said | null {
  const found = recommendationIn(advice.recommendations, service)
  if (!found) return null
  const { timing, heldBy, reasons } = found
  return {
    startFrom: (timing.sooner ?? timing).startFrom,
    startBy: (timing.sooner ?? timing).startBy,
    latestFrom: timing.startFrom,
    latestBy: timing.startBy,
    state: timing.state,
    held: heldBy.some(({ certainty }) => certainty === 'certain'),
    rules: reasons.map(({ rule }) => rule),
  }
}

/** Whether nothing that is not answered can change that the service is recommended, or that it is not. */
export const isSettled = ({ advice }: RunCase, service: string): boolean =>
  recommendationIn(advice.recommendations, service)?.certainty !== 'possible'

/** Whether nothing that is not answered can change that the service is held, or that it is not. */
export const isHoldSettled = ({ advice }: RunCase, service: string): boolean => {
  const holds = recommendationIn(advice.recommendations, service)?.heldBy ?? []
  return holds.length === 0 || holds.some(({ certainty }) => certainty === 'certain')
}

const recommendationIn = (all: readonly Recommendation[], service: string): Recommendation | undefined =>
  all.find((recommendation) => recommendation.service === service)
