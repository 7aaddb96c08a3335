import type { Recommendation } from '../../core/advice'
import { capitalised } from '../../core/explain/prose'
import { type Axis, dayIn } from './axis'
import type { Picture } from './picture'

/** How sure a service is, when to start it, and where its window leaves the axis: a sentence each. */
export function windowWords(
  recommendation: Recommendation,
  picture: Picture,
  axis: Axis,
  date: Picture['shortDate'],
): readonly string[] {
  const { words, page } = picture
  const { certainty, heldBy, timing } = recommendation
  const held = isHeld(recommendation)
  const review = heldBy.filter((hold) => hold.certainty === 'certain').map(({ reviewOn }) => reviewOn)
  const [firstReview] = review.sort()
  return [
    `${words.certainty[certainty]}${held ? `, ${words.held}` : ''}. ${capitalised(timing.text)}.`,
    ...(timing.sooner && !held ? [`${capitalised(timing.sooner.text)}.`] : []),
    ...(firstReview === undefined ? [] : [page.reviewOn(date(firstReview))]),
    ...(!held && heldBy.length > 0 ? [words.perhapsHeld] : []),
    ...outsideWords(recommendation, picture, axis),
  ]
}

/** While a hold is only possible, the service goes on as if there were none. */
export const isHeld = ({ heldBy }: Recommendation): boolean => heldBy.some((hold) => hold.certainty === 'certain')

function outsideWords({ timing }: Recommendation, { words }: Picture, axis: Axis): readonly string[] {
  const [from, by] = [dayIn(timing.startFrom), dayIn(timing.startBy)]
  if (from > axis.last) return [words.after]
  return by > axis.last ? [words.endsAfter] : []
}
