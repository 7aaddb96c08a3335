import type { Milestone } from '../../core/advice'
import { dayIn } from './axis'
import type { Picture } from './picture'

/** When a milestone is, how far in the calendar, and how it stands. */
export function milestoneWords({ on, from, state }: Milestone, picture: Picture, date: Picture['shortDate']): string {
  const { axis, words, page } = picture
  const weeks = (dayIn(on) - axis.first) / 7
  const place = axis.ofAbsence && Number.isInteger(weeks) && weeks > 0 ? `, ${words.afterWeeks(weeks)}` : ''
  const since = from !== undefined && state === 'upcoming' ? `, ${page.since(date(from))}` : ''
  return `${date(on)}${place}: ${page.noticeState[state]}${since}`
}
