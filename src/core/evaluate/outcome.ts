import { bitsIn } from './compiled/clause-index'

/** What a condition says of a case, in strong Kleene logic. `open`: it depends on what is not known. */
export type Outcome = 'met' | 'not-met' | 'open'

/** The outcome of each question of a rule set, by its place in `questionsOf`: bits in words of 32. */
export interface Outcomes {
  /** Not met. */
  readonly unmet: readonly number[]
  /** Not met for certain: not met, or open. */
  readonly unsure: readonly number[]
}

export function outcomeAt({ unmet, unsure }: Outcomes, place: number): Outcome {
  if (hasBit(unmet, place)) return 'not-met'
  return hasBit(unsure, place) ? 'open' : 'met'
}

export const hasBit = (words: readonly number[], place: number): boolean =>
  (((words[place >>> 5] as number) >>> (place & 31)) & 1) === 1

/** In the order of the questions. */
export function outcomesFrom(outcomes: readonly Outcome[]): Outcomes {
  const wordsOf = (isSet: (outcome: Outcome) => boolean): readonly number[] => {
    const places = outcomes.flatMap((outcome, place) => (isSet(outcome) ? [place] : []))
    return [...bitsIn(places, Math.ceil(outcomes.length / 32))]
  }
  return { unmet: wordsOf((outcome) => outcome === 'not-met'), unsure: wordsOf((outcome) => outcome !== 'met') }
}
