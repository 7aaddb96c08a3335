import type { Answer } from '../../case/case'
import type { Diagram } from '../../diagram/diagram'
import { copyOf, keepByRow, type ResultsByRow, type Row } from '../../diagram/kept-rows'
import type { Difference } from '../../facts/derive-facts'
import { memoByObjects } from '../../memo'
import type { Followers, Sources } from './sources'

/** What follows on a day from what some facts say. */
export interface Followed {
  readonly windows: readonly Diagram<number | null>[]
  /** Of the facts that follow from it, by their places. */
  readonly rows: readonly number[]
}

/** What is kept for the same facts and one day: more than most caseloads have. */
const MOST_KEPT = 8_192

/** By the facts of the blank case of a day, with which they are forgotten. */
const keptFor = memoByObjects((_: Difference['blank'], { followers }: Sources) =>
  followers.map(() => keepByRow<Followed>(MOST_KEPT)),
)

/** Written anew for each. */
const row: Row = { numbers: [], length: 0 }

/** Gives what follows in a case, by the place of its followers, worked out once for a day and what the facts say. */
export function followedOn(
  { blank, answers, at }: Difference,
  from: Sources,
  workOut: (followers: Followers) => Followed,
): (place: number) => Followed {
  const ofDay = keptFor(blank, from)
  return (place) => {
    const followers = from.followers[place] as Followers
    const ofFollowers = ofDay[place] as ResultsByRow<Followed>
    const { sources, of } = followers
    if (of === undefined) writeAnswers(sources, answers.given)
    else {
      // Diagrams of one forest go by their ids.
      row.numbers[0] = at(of).id
      row.length = 1
    }
    const found = ofFollowers.find(row)
    if (found) return found
    const asked = copyOf(row)
    const followed = workOut(followers)
    ofFollowers.keep(asked, followed)
    return followed
  }
}

function writeAnswers(slots: readonly number[], given: readonly (Answer | undefined)[]): void {
  row.length = 0
  for (const slot of slots) row.numbers[row.length++] = codeOf(given[slot])
}

const NOT_KNOWN = -1
const NONE = -2

/** Days before 1970 count from a day that no snapshot names. */
const DAY_ZERO = 2 ** 22

/** The answer to a fact that is no list and no count: a choice, a day, or none of them. */
function codeOf(answer: Answer | undefined): number {
  if (answer?.state !== 'known') return NOT_KNOWN
  if (answer.option >= 0) return answer.option
  return typeof answer.value === 'number' ? DAY_ZERO + answer.value : NONE
}
