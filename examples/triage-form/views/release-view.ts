import { interview, type Snapshot, setAnswer } from 'verwijswijzer/browser'
import { answeringIn } from '../case-state'
import { element } from '../element'
import type { ViewContext } from './view-context'

type Advised = Readonly<Record<string, unknown>>

/**
 * What the physician could let the employer act on, a tick for each item, with what the employer would read beside it
 * before anything is released. Nothing goes without the button.
 */
export function releaseView(context: ViewContext, release: (snapshot: Snapshot) => void): HTMLElement {
  const { view, state, words, day, titleOf } = context
  const { toRelease } = view.advice
  const items: readonly { readonly label: string; readonly add: (snapshot: Snapshot) => Snapshot }[] = [
    ...(toRelease?.advises ?? []).map(({ service, by }) => ({
      label: words.release.advise(titleOf(service), day(by)),
      add: (snapshot: Snapshot) => {
        const before = snapshot.physician?.advises
        const kept = (Array.isArray(before) ? before : []) as readonly Advised[]
        const one = { service, on: snapshot.asOf, by }
        return setAnswer(snapshot, 'physician.advises', [...kept, one], answeringIn(state))
      },
    })),
    ...(toRelease?.waitUntil === undefined
      ? []
      : [
          {
            label: words.release.wait(day(toRelease.waitUntil)),
            add: (snapshot: Snapshot) =>
              setAnswer(snapshot, 'physician.waitUntil', toRelease.waitUntil, answeringIn(state)),
          },
        ]),
  ]
  const heading = element('h2', { tabindex: '-1' }, words.release.title)
  if (items.length === 0)
    return element('div', { class: 'release-view' }, heading, element('p', {}, words.release.nothing))
  const ticks = items.map((_, index) => element('input', { type: 'checkbox', id: `release-${index}` }))
  const then = element('p', { id: 'employer-then', 'aria-live': 'polite' })
  const chosen = (): Snapshot =>
    items.reduce((snapshot, item, index) => (ticks[index]?.checked ? item.add(snapshot) : snapshot), state.snapshot)
  const employerText = (snapshot: Snapshot): string =>
    interview(snapshot, { role: 'case-manager', locale: state.locale }).advice.next.text
  const show = (): void => {
    then.textContent = employerText(chosen())
  }
  show()
  return element(
    'div',
    { class: 'release-view', input: show },
    heading,
    element('p', {}, words.release.intro),
    element(
      'ul',
      { class: 'ticks' },
      ...items.map(({ label }, index) => element('li', {}, element('label', {}, ticks[index], ` ${label}`))),
    ),
    element('h3', {}, words.release.now),
    element('p', { id: 'employer-now' }, employerText(state.snapshot)),
    element('h3', {}, words.release.after),
    then,
    element(
      'button',
      { type: 'button', class: 'main', id: 'release', click: () => release(chosen()) },
      words.release.button,
    ),
  )
}
