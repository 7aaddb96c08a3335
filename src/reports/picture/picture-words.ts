import type { Certainty } from '../../core/advice'

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
