import type { Certainty, Milestone, Recommendation } from '../../core/advice'
import { capitalised } from '../../core/explain/prose'
import { type Axis, dayIn } from './marks'
import type { Picture } from './picture'

/** Everything the picture says that the advice does not, nor the page in words. Days arrive as people write them. */
export interface PictureWords {
  /** Twelve, as an axis abbreviates them. */
  readonly months: readonly string[]
  readonly title: (weeks: number) => string
  readonly titleFromToday: (weeks: number) => string
  /** In place of a title, of a case of which nothing can be drawn yet. */
  readonly nothingYet: string
  readonly span: (from: string, to: string) => string
  readonly today: (day: string) => string
  readonly todayInWeek: (day: string, ordinalWeek: number) => string
  /** On the line of today. */
  readonly todayFlag: (day: string) => string
  readonly todayOutside: string
  /** What the numbers on the axis count. */
  readonly weeks: string
  readonly weeksFromToday: string
  readonly milestones: string
  readonly noMilestones: string
  readonly windows: string
  readonly noWindows: string
  /** Where on the calendar a day lies, in completed weeks. */
  readonly afterWeeks: (completedWeeks: number) => string
  readonly certainty: Readonly<Record<Certainty, string>>
  readonly held: string
  readonly perhapsHeld: string
  /** Above the weeks ahead, and above the whole case. */
  readonly near: string
  readonly far: string
  /** All that is only possible, in one row. */
  readonly possibleRow: string
  readonly possibleWhy: string
  readonly coveredRow: string
  /** What an axis cannot show, or not whole. */
  readonly before: string
  readonly after: string
  readonly endsAfter: string
  readonly rules: (id: string, version: string) => string
  readonly legend: PictureLegendWords
}

export interface PictureLegendWords {
  readonly heading: string
  readonly certain: string
  readonly possible: string
  readonly held: string
  readonly overdue: string
  readonly sooner: string
  readonly outside: string
}

export const PICTURE_DUTCH: PictureWords = {
  months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  title: (weeks) => `Tijdlijn: ${weeks} weken vanaf de eerste ziektedag`,
  titleFromToday: (weeks) => `Tijdlijn: ${weeks} weken vanaf vandaag`,
  nothingYet: 'Nog geen tijdlijn te tekenen',
  span: (from, to) => `Van ${from} tot ${to}.`,
  today: (day) => `Vandaag is ${day}.`,
  todayInWeek: (day, week) => `Vandaag is ${day}, in de ${week}e week.`,
  todayFlag: (day) => `Vandaag ${day}`,
  todayOutside: 'Vandaag valt buiten deze tijdlijn.',
  weeks: 'Voltooide weken',
  weeksFromToday: 'Weken vanaf vandaag',
  milestones: 'Termijnen',
  noMilestones: 'Er loopt geen verzuim met wettelijke termijnen, of de eerste ziektedag is niet bekend.',
  windows: 'Diensten',
  noWindows: 'Er is geen dienst om aan te vragen.',
  afterWeeks: (weeks) => (weeks === 1 ? 'na 1 week' : `na ${weeks} weken`),
  certainty: { certain: 'Zeker', possible: 'Mogelijk' },
  held: 'aangehouden',
  perhapsHeld: 'Misschien moet dit wachten.',
  near: 'De komende 13 weken',
  far: 'Het hele verzuim',
  possibleRow: 'Misschien ook',
  possibleWhy: 'Hangt af van open vragen.',
  coveredRow: 'Niet nodig zolang het andere loopt',
  before: 'Valt voor deze tijdlijn.',
  after: 'Begint na deze weken.',
  endsAfter: 'Loopt door na deze weken.',
  rules: (id, version) => `Regelset ${id} ${version}.`,
  legend: {
    heading: 'Verklaring',
    certain: 'zeker',
    possible: 'mogelijk: hangt af van open vragen',
    held: 'aangehouden',
    overdue: 'te laat',
    sooner: 'misschien al eerder nodig',
    outside: 'gaat buiten deze tijdlijn verder',
  },
}

export const PICTURE_ENGLISH: PictureWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  title: (weeks) => `Timeline: ${weeks} weeks from the first day of absence`,
  titleFromToday: (weeks) => `Timeline: ${weeks} weeks from today`,
  nothingYet: 'No timeline to draw yet',
  span: (from, to) => `From ${from} until ${to}.`,
  today: (day) => `Today is ${day}.`,
  todayInWeek: (day, week) => `Today is ${day}, in ordinal week ${week}.`,
  todayFlag: (day) => `Today ${day}`,
  todayOutside: 'Today lies outside this timeline.',
  weeks: 'Completed weeks',
  weeksFromToday: 'Weeks from today',
  milestones: 'Deadlines',
  noMilestones: 'There is no ongoing absence with statutory deadlines, or its first day is not known.',
  windows: 'Services',
  noWindows: 'There is no service to request.',
  afterWeeks: (weeks) => (weeks === 1 ? 'after 1 week' : `after ${weeks} weeks`),
  certainty: { certain: 'Certain', possible: 'Possible' },
  held: 'on hold',
  perhapsHeld: 'Perhaps this must wait.',
  near: 'The next 13 weeks',
  far: 'The whole absence',
  possibleRow: 'Perhaps also',
  possibleWhy: 'Depends on open questions.',
  coveredRow: 'Not needed while the others run',
  before: 'Lies before this timeline.',
  after: 'Begins after these weeks.',
  endsAfter: 'Goes on after these weeks.',
  rules: (id, version) => `Rule set ${id} ${version}.`,
  legend: {
    heading: 'Key',
    certain: 'certain',
    possible: 'possible: depends on open questions',
    held: 'on hold',
    overdue: 'late',
    sooner: 'may be needed sooner',
    outside: 'goes on outside this timeline',
  },
}

/** When a milestone is, how far in the calendar, and how it stands. */
export function milestoneWords({ on, from, state }: Milestone, picture: Picture, date: Picture['shortDate']): string {
  const { axis, words, page } = picture
  const weeks = (dayIn(on) - axis.first) / 7
  const place = axis.ofAbsence && Number.isInteger(weeks) && weeks > 0 ? `, ${words.afterWeeks(weeks)}` : ''
  const since = from !== undefined && state === 'upcoming' ? `, ${page.since(date(from))}` : ''
  return `${date(on)}${place}: ${page.noticeState[state]}${since}`
}

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
