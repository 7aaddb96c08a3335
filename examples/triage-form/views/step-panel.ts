import { element, list } from '../element'
import type { ViewContext } from './view-context'

/** The answer, always in view: what, by when, waiting on whom; whether it stands; and nothing that says otherwise. */
export function stepPanel(context: ViewContext): readonly HTMLElement[] {
  const { view, state, words, day, titleOf } = context
  const { advice, settledText, settled, done, doneBecause, requests } = view
  const { next, also, calendar, audience } = advice
  const { step } = words
  const when =
    next.kind === 'request' || next.kind === 'arrange'
      ? step.by(day(next.by))
      : next.kind === 'plan'
        ? step.between(day(next.from), day(next.by))
        : next.kind === 'wait'
          ? step.until(day(next.until))
          : undefined
  const arrange = next.kind === 'request' ? next.arrange : []
  // One sentence on where things stand; never two that pull apart.
  const stands = done ? doneBecause?.text : (settledText ?? (settled ? step.settled : step.open))
  const pending = [...state.pending.values()].flatMap(({ refused, unfinished }) => [...refused, ...unfinished])
  return [
    element(
      'div',
      { class: `step ${next.kind}` },
      element(
        'p',
        { class: 'kind' },
        element('strong', {}, step.kinds[next.kind]),
        when && ` ${when}`,
        calendar && !calendar.onLeave && element('span', { class: 'week' }, step.week(calendar.ordinalWeek)),
      ),
      element('p', { class: 'text', id: 'step-text' }, next.text),
      arrange.length > 0 &&
        element('div', { class: 'arrange' }, element('strong', {}, `${step.waitingOn}: `), list(arrange)),
      next.kind === 'request' &&
        next.meanwhile &&
        element('p', { class: 'beside' }, step.meanwhile(titleOf(next.meanwhile))),
      next.kind === 'request' && next.sooner && element('p', { class: 'beside' }, next.sooner.text),
      also.length > 0 && element('p', { class: 'beside' }, step.also(also.map(titleOf))),
      element('p', { class: 'stands' }, stands),
      ...(done ? requests.map(({ text }) => element('p', { class: 'request' }, text)) : []),
      pending.length > 0 &&
        element('div', { class: 'not-counted' }, step.notCounted, list([...new Set(pending.map(({ text }) => text))])),
      element(
        'p',
        { class: 'small' },
        `${audience === 'employer' ? step.employerVersion : step.fullVersion} ${step.personDecides}`,
      ),
    ),
  ]
}
