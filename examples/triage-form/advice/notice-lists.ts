import type { Advice } from 'verwijswijzer/browser'
import { element, list } from '../element'
import type { AdviceContext } from './advice-context'
import { sourceList } from './reason-item'

type Notice = Advice['notices'][number]
type Milestone = NonNullable<Advice['calendar']>['milestones'][number]

/** What a rule says beside its recommendations. */
export const remarksOf = ({ notices }: Advice): readonly Notice[] => notices.filter(isRemark)

const isRemark = ({ state }: Notice): boolean => state === 'applies' || state === 'may-apply'

export function remarkList(notices: readonly Notice[], { words, day }: AdviceContext): HTMLElement {
  return list(
    notices.map(({ state, on, text, sources }) =>
      element(
        'div',
        {},
        element(
          'p',
          {},
          [...(state === 'may-apply' ? [words.mayApply] : []), ...(on === undefined ? [] : [`${day(on)}:`]), text].join(
            ' ',
          ),
        ),
        sourceList(sources, words),
      ),
    ),
  )
}

/** A milestone of the calendar, a notice about it, or both in one. */
interface Deadline
  extends Pick<Notice, 'state'>,
    Partial<Pick<Milestone, 'title' | 'from'>>,
    Partial<Pick<Notice, 'text'>> {
  readonly on: string
}

/** The deadlines that still ask for something, the earliest first; those that were met are left out. */
export function deadlinesOf({ notices, calendar }: Advice): readonly Deadline[] {
  const milestones = calendar?.milestones ?? []
  const told = notices.filter((notice) => !isRemark(notice))
  const all: readonly (Partial<Deadline> & Pick<Deadline, 'state'>)[] = [
    ...told.map((notice) => ({ ...milestones.find(({ id }) => id === notice.id), ...notice })),
    ...milestones.filter(({ id }) => told.every((notice) => notice.id !== id)),
  ]
  return all
    .filter((one): one is Deadline => one.on !== undefined && one.state !== 'on-time')
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

export function deadlineList(deadlines: readonly Deadline[], { words, day }: AdviceContext): HTMLElement {
  return list(
    deadlines.map(({ title, text, on, from, state }) => {
      const since = from !== undefined && state === 'upcoming' ? `, ${words.since(day(from))}` : ''
      return element(
        'div',
        { class: `deadline ${state}` },
        element('p', {}, element('strong', {}, day(on)), ` ${title ?? text} (${words.noticeState[state]}${since})`),
        title !== undefined && text !== undefined && element('p', { class: 'small' }, text),
      )
    }),
    { class: 'deadlines' },
  )
}
