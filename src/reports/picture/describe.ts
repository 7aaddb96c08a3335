import { formatDay } from '../../core/calendar/day'
import { isTodayOutside } from './draw-axis'
import { type Picture, weeksOf } from './picture'
import { milestoneWords, windowWords } from './picture-words'

/** The title of the picture. */
export function titleWords({ advice, axis, words }: Picture): string {
  if (isEmpty(advice)) return words.nothingYet
  const weeks = weeksOf(axis)
  return axis.ofAbsence ? words.title(weeks) : words.titleFromToday(weeks)
}

/** From when until when, and today. */
export function spanWords(picture: Picture): string {
  const { advice, axis, words, longDate } = picture
  const today = longDate(advice.asOf)
  return [
    words.span(longDate(formatDay(axis.first)), longDate(formatDay(axis.last))),
    advice.calendar ? words.todayInWeek(today, advice.calendar.ordinalWeek) : words.today(today),
    ...(isTodayOutside(axis) ? [words.todayOutside] : []),
  ].join(' ')
}

/** All that the picture shows, for those who cannot see it: today, every milestone and every window. */
export function describe(picture: Picture): string {
  const { advice, near, words, page, longDate } = picture
  const milestones = (advice.calendar?.milestones ?? []).map(
    (milestone) => `${milestone.title}, ${milestoneWords(milestone, picture, longDate)}.`,
  )
  const windows = advice.recommendations.map(
    (recommendation) => `${recommendation.title}: ${windowWords(recommendation, picture, near, longDate).join(' ')}`,
  )
  return [
    spanWords(picture),
    `${words.milestones}: ${milestones.length === 0 ? words.noMilestones : milestones.join(' ')}`,
    advice.next.text,
    `${words.windows}: ${windows.length === 0 ? words.noWindows : windows.join(' ')}`,
    page.audience[advice.audience],
    page.personDecides,
  ].join('\n')
}

/** Nothing certain, and no calendar to show. */
export const isEmpty = ({ calendar, recommendations }: Picture['advice']): boolean =>
  calendar === null && recommendations.every(({ certainty }) => certainty === 'possible')
