import type { Interview } from 'verwijswijzer/browser'
import type { CaseState } from '../case-state'
import { element, setText } from '../element'
import { keepNodes } from '../keep-nodes'
import type { Asked } from '../questions/questions-panel'
import { PAGE_WORDS } from '../words/page-words'
import { type AdviceContext, adviceContext } from './advice-context'
import { furtherParts, servicesParts } from './advice-parts'
import { statusBlock } from './status-block'
import { timelineFigure } from './timeline-figure'

export interface AdvicePanel {
  /** `notCounted`: the questions whose entry does not count, or not all of it. `mark`: what changed is to be seen. */
  readonly update: (state: CaseState, view: Interview, notCounted: readonly Asked[], mark: boolean) => void
  /** Says what changed, to who sees it and to who hears it. */
  readonly say: (text: string) => void
}

/** The advice, kept in step with the answers. */
export function advicePanel(
  place: HTMLElement,
  goTo: AdviceContext['goTo'],
  setForEmployer: (forEmployer: boolean) => void,
): AdvicePanel {
  const heading = element('h2', { id: 'advice-title' })
  const changes = element('p', { class: 'changes', id: 'changes', role: 'status' })
  const [head, further] = [element('div'), element('div', { class: 'parts' })]
  const services = element('div', { class: 'parts', id: 'services' })
  const version = element('select', { id: 'version', change: () => setForEmployer(version.value === 'employer') })
  const versionLabel = element('label', { for: 'version' })
  const versions = element('div', { class: 'version labelled' }, versionLabel, version)
  const figure = timelineFigure()
  const [keepHead, keepServices, keepFurther] = [keepNodes(head), keepNodes(services), keepNodes(further)]
  place.append(heading, versions, head, changes, services, figure.element, further)

  return {
    say: (text) => setText(changes, text),
    update: (state, view, notCounted, mark) => {
      const { locale, snapshot, forEmployer } = state
      const context = adviceContext(view, locale, goTo)
      const { words } = context
      setText(heading, words.title)
      setText(versionLabel, words.version)
      const names = Object.entries(words.versions)
      if (version.textContent !== names.map(([, name]) => name).join(''))
        version.replaceChildren(...names.map(([value, name]) => element('option', { value }, name)))
      version.value = view.audience
      versions.hidden = view.audience === 'employer' && !forEmployer
      const { advice, floor, doneBecause } = view
      const { status, asOf, openQuestions, audience } = advice
      keepHead([
        {
          key: 'status',
          from: [status, asOf, openQuestions.length, audience, floor, doneBecause, snapshot.caseId, notCounted, locale],
          draw: () => statusBlock(context, snapshot.caseId, notCounted),
        },
      ])
      keepServices(servicesParts(context), mark)
      keepFurther(furtherParts(context))
      figure.update(advice, locale, PAGE_WORDS[locale].advice.timeline)
    },
  }
}
