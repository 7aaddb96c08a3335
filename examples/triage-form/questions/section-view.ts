import { element, setText } from '../element'
import type { PageWords } from '../words/page-words'
import type { Standing } from './standing-view'

export interface SectionView {
  readonly element: HTMLElement
  /** The link to it, with how far it is. */
  readonly link: HTMLElement
  readonly update: (standings: readonly Standing[], showAll: boolean) => void
}

/** A section of the form. Questions that cannot change the advice are left out, but never under someone's hands. */
export function sectionView(
  id: string,
  title: string,
  boxes: readonly HTMLElement[],
  words: PageWords['questions'],
): SectionView {
  const [headingId, count] = [`section-${id}`, element('span', { class: 'count' })]
  const hidden = element('p', { class: 'hidden-count' })
  return {
    element: element(
      'section',
      { class: 'section', 'aria-labelledby': headingId },
      element('h3', { id: headingId, tabindex: -1 }, title),
      ...boxes,
      hidden,
    ),
    link: element('a', { href: `#${headingId}` }, title, ' ', count),
    update: (standings, showAll) => {
      let left = 0
      boxes.forEach((box, index) => {
        const { state, filled } = standings[index] as Standing
        const leaveOut = state === 'skipped' && !filled && !showAll && !box.contains(document.activeElement)
        box.hidden = leaveOut
        if (leaveOut) left += 1
      })
      setText(hidden, left === 0 ? '' : words.hidden(left))
      const counting = standings.filter(
        ({ state, filled, irrelevant }) => (state !== 'skipped' || filled) && !irrelevant,
      )
      const answered = counting.filter(({ state }) => state === 'answered' || state === 'unknown').length
      setText(count, counting.length === 0 ? '' : words.standing(answered, counting.length))
    },
  }
}
