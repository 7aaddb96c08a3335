import type { Citation, MilestoneState, Notice } from '../../core/advice'
import { citationText } from './citation-text'
import { hang } from './lay-out'
import type { Page } from './page'
import type { Style } from './paint'

/** As wide as the longest day, `22 september 2026`, and a gap. */
const DAY = 19

/** What a rule says beside its recommendations. */
export function noticesText(page: Page): string[] {
  return page.advice.notices.filter(isRemark).flatMap((notice) => remarkText(notice, page))
}

/** The deadlines that still ask for something, the earliest first. Those that were met are left out. */
export function deadlinesText(page: Page): string[] {
  const milestones = page.advice.calendar?.milestones ?? []
  const notices = page.advice.notices.filter((notice) => !isRemark(notice))
  const deadlines = [
    ...notices.map((notice) => ({ ...milestones.find(({ id }) => id === notice.id), ...notice })),
    ...milestones.filter(({ id }) => notices.every((notice) => notice.id !== id)),
  ]
  return deadlines
    .filter((deadline) => deadline.state !== 'on-time')
    .sort((a, b) => inOrder(a.on ?? '', b.on ?? '') || inOrder(a.id, b.id))
    .flatMap((deadline) => deadlineText(deadline, page))
}

/** A milestone of the calendar, a notice of it, or both in one. */
interface Deadline extends Pick<Notice, 'on' | 'state' | 'basis'> {
  readonly title?: string
  readonly from?: string
  readonly text?: string
  readonly sources?: readonly Citation[]
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isRemark = (notice: Notice): boolean => notice.state === 'applies' || notice.state === 'may-apply'

function remarkText(notice: Notice, page: Page): string[] {
  const { words, paint } = page
  const doubt = notice.state === 'may-apply' ? `${words.noticeState['may-apply']}: ` : ''
  const day = notice.on === undefined ? '' : `${page.date(notice.on)}: `
  return [
    ...hang('- ', `${doubt}${day}${notice.text}`, 2),
    ...hang('', `${citationText(notice.sources)} (${words.basis[notice.basis]})`, 4).map(paint.dim),
  ]
}

function deadlineText({ on, state, basis, title, from, text, sources }: Deadline, page: Page): string[] {
  const { words } = page
  const since = from !== undefined && state === 'upcoming' ? `, ${words.since(page.date(from))}` : ''
  const stands = `${words.noticeState[state]}${since} (${words.basis[basis]})`
  const day = (on === undefined ? '' : page.date(on)).padEnd(DAY)
  if (title === undefined) return hang(day, `${text} ${stands}`, 2).map(styleOf(state, page))
  return [
    ...hang(day, `${title}: ${stands}`, 2).map(styleOf(state, page)),
    ...(text === undefined ? [] : hang('', text, 2 + DAY)),
    ...(sources === undefined ? [] : hang('', citationText(sources), 2 + DAY).map(page.paint.dim)),
  ]
}

function styleOf(state: Notice['state'], { paint }: Page): Style {
  if (LATE.has(state)) return paint.red
  return state === 'due' ? paint.yellow : (text) => text
}

const LATE: ReadonlySet<Notice['state']> = new Set<MilestoneState>(['late', 'late-motivation-unknown', 'passed'])
