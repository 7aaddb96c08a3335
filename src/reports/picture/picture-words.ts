import type { Certainty } from '../../core/advice'

/** Everything the picture says that the advice does not, nor the page in words. Days arrive as people write them. */
export interface PictureWords {
  /** Twelve, as an axis abbreviates them. */
  readonly months: readonly string[]
  readonly title: (weeks: number) => string
  readonly titleFromToday: (weeks: number) => string
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
  readonly when: PictureWindowWords
  readonly rules: (id: string, version: string) => string
  readonly legend: PictureLegendWords
}

/** What to say of a window. */
export interface PictureWindowWords {
  readonly planned: (from: string, by: string) => string
  readonly due: (by: string) => string
  readonly overdue: (by: string) => string
  /** A more urgent window that an open answer still allows. */
  readonly sooner: (by: string) => string
  readonly held: (from: string, by: string) => string
  /** A window that the axis cannot show, or not whole. */
  readonly before: string
  readonly after: string
  readonly startsBefore: string
  readonly endsAfter: string
}

export interface PictureLegendWords {
  readonly heading: string
  readonly certain: string
  readonly possible: string
  readonly held: string
  readonly sooner: string
  readonly outside: string
}
