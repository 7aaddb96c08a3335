import type { AssumedValues } from './assumptions'

/** Months in a row in which the same share of the work is back earlier. Months are counted from the first day of illness. */
export interface Phase {
  readonly fromMonth: number
  /** Inclusive. */
  readonly untilMonth: number
  /** Percentage points of wage value more than without the earlier assessment. */
  readonly points: number
}

/**
 * What the earlier assessment wins, from the month after it to the month of the usual one: a build-up in equal steps,
 * then the whole fall in incapacity (cahier-32 4.2.2).
 */
export function phasesOf(assumed: AssumedValues): readonly Phase[] {
  const phases: Phase[] = []
  for (let month = assumed.assessmentAfterMonths + 1; month <= assumed.usualAfterMonths; month++) {
    const built = (month - assumed.assessmentAfterMonths) * assumed.buildUpPerMonth
    const points = Math.min(withoutNoise(built), assumed.fallInIncapacity)
    const last = phases.at(-1)
    if (last?.points === points) phases[phases.length - 1] = { ...last, untilMonth: month }
    else phases.push({ fromMonth: month, untilMonth: month, points })
  }
  return phases
}

/** Replacement costs only fall once the build-up is complete (cahier-32 4.2.2). */
export const isComplete = (phase: Phase, assumed: AssumedValues): boolean => phase.points === assumed.fallInIncapacity

export const monthsIn = ({ fromMonth, untilMonth }: Phase): number => untilMonth - fromMonth + 1

/** Three times 3.3 is 9.9, also in floating point. */
const withoutNoise = (points: number): number => Math.round(points * 1e6) / 1e6
