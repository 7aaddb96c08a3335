import type { Recommendation } from '../../core/advice'
import { dayIn } from './axis'
import type { Picture } from './picture'

/** How sure a service is, when to start it, and where its window leaves the axis: a sentence each. */
export function windowWords(
  recommendation: Recommendation,
  picture: Picture,
  date: Picture['shortDate'],
): readonly string[] {
  const { words, page } = picture
  const { certainty, heldBy } = recommendation
  const held = isHeld(recommendation)
  const review = heldBy.filter((hold) => hold.certainty === 'certain').map(({ reviewOn }) => reviewOn)
  const [firstReview] = review.sort()
  return [
    `${words.certainty[certainty]}${held ? `, ${words.held}` : ''}. ${whenWords(recommendation, held, picture, date)}`,
    ...(firstReview === undefined ? [] : [page.reviewOn(date(firstReview))]),
    ...(!held && heldBy.length > 0 ? [words.perhapsHeld] : []),
    ...outsideWords(recommendation, picture),
  ]
}

/** While a hold is only possible, the service goes on as if there were none. */
export const isHeld = ({ heldBy }: Recommendation): boolean => heldBy.some((hold) => hold.certainty === 'certain')

/** The certain window by its days; a more urgent one that an open answer still allows is told beside it. */
function whenWords({ timing }: Recommendation, held: boolean, { words }: Picture, date: Picture['shortDate']): string {
  const { when } = words
  const [from, by] = [date(timing.startFrom), date(timing.startBy)]
  const told = held
    ? when.held(from, by)
    : timing.state === 'planned'
      ? when.planned(from, by)
      : timing.state === 'due'
        ? when.due(by)
        : when.overdue(by)
  return timing.sooner && !held ? `${told} ${when.sooner(date(timing.sooner.startBy))}` : told
}

function outsideWords({ timing }: Recommendation, { axis, words }: Picture): readonly string[] {
  const [from, by] = [dayIn(timing.startFrom), dayIn(timing.startBy)]
  if (by < axis.first) return [words.when.before]
  if (from > axis.last) return [words.when.after]
  return [...(from < axis.first ? [words.when.startsBefore] : []), ...(by > axis.last ? [words.when.endsAfter] : [])]
}
