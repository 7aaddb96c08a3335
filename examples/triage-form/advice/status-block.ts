import { element } from '../element'
import type { Asked } from '../questions/questions-panel'
import type { AdviceContext } from './advice-context'
import { questionLinks } from './question-links'

/** The advice in one line, on what it stands, and what surely follows whatever else is answered. */
export function statusBlock(
  context: AdviceContext,
  caseId: string | undefined,
  notCounted: readonly Asked[],
): HTMLElement {
  const { view, words, day } = context
  const { advice, floor, doneBecause } = view
  const { headline, meaning } = words.status[advice.status]
  const stand = [
    ...(caseId === undefined ? [] : [words.caseId(caseId)]),
    words.assessedOn(day(advice.asOf)),
    words.openCount(advice.openQuestions.length),
  ]
  return element(
    'div',
    { class: `status ${advice.status}` },
    element('p', { class: 'headline' }, headline),
    element('p', {}, meaning),
    element('p', { class: 'small' }, stand.join(' ')),
    notCounted.length > 0 &&
      element('div', { class: 'not-counted' }, element('p', {}, words.notCounted), questionLinks(notCounted, context)),
    floor && element('p', { class: 'floor' }, floor.text),
    doneBecause && element('p', { class: 'done' }, doneBecause.text),
    element('p', { class: 'small' }, words.audience[advice.audience]),
  )
}
