import type { AdviceContext, Recommendation } from './advice-context'

/** When to start, in words. A window that an answer may still move is not told as if it were certain. */
export function timingText({ timing, heldBy, certainty }: Recommendation, { words, day }: AdviceContext): string {
  const { state, dependsOn, latest } = timing
  const [from, by] = [day(timing.startFrom), day(timing.startBy)]
  const settled = dependsOn.length === 0
  if (isHeld({ heldBy })) return settled ? words.held(from, by) : words.heldOr
  if (state === 'due') return settled ? words.due(by) : words.dueOr(by, day(latest.startBy))
  if (state === 'planned') return settled ? words.planned(from, by) : words.plannedOr(from, day(latest.startBy))
  if (certainty === 'possible') return words.perhapsOverdue
  return settled ? words.overdue(by) : words.overdueOr
}

export const isHeld = ({ heldBy }: Pick<Recommendation, 'heldBy'>): boolean =>
  heldBy.some(({ certainty }) => certainty === 'certain')
