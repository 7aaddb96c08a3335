import { shippedRuleSet } from 'verwijswijzer/browser'
import { element, fold, list } from '../element'
import type { TimelineFigure } from './timeline-figure'
import type { Recommendation, ViewContext } from './view-context'

/** The whole list, behind a link: what is needed, what may be, what is not, and the deadlines. */
export function servicesView(context: ViewContext, timeline: TimelineFigure): HTMLElement {
  const { view, words, state } = context
  const { advice, recommendations } = view
  const { certain, possible, excluded } = recommendations
  const { services } = words
  const notices = advice.notices.filter((notice) => notice.state === 'applies' || notice.state === 'may-apply')
  const milestones = advice.calendar?.milestones.filter((one) => one.state !== 'on-time') ?? []
  timeline.update(advice, state.locale, services.timeline)
  return element(
    'div',
    { class: 'services-view' },
    element('h2', { tabindex: '-1' }, services.title),
    element('h3', {}, services.certain),
    ...(certain.length === 0 ? [element('p', {}, services.nothingCertain)] : []),
    ...certain.map((one) => card(one, context)),
    possible.length > 0 && fold(services.possible(possible.length), ...possible.map((one) => card(one, context))),
    excluded.length > 0 &&
      fold(
        services.excluded(excluded.length),
        list(
          excluded.map(({ title, because }) =>
            element('div', {}, element('strong', {}, title), list([...new Set(because.map(({ text }) => text))])),
          ),
        ),
      ),
    ...(notices.length === 0 ? [] : [element('h3', {}, services.notices), list(notices.map(({ text }) => text))]),
    ...(milestones.length === 0
      ? []
      : [element('h3', {}, services.deadlines), list(milestones.map(({ text }) => text))]),
    advice.calendar !== null && timeline.element,
    fold(
      services.checklists,
      list(advice.checklists.map(({ title, outcome }) => `${title}: ${services.outcome[outcome]}`)),
    ),
    element('p', { class: 'small' }, services.ruleSet(advice.ruleSet.id, advice.ruleSet.version)),
  )
}

/** One service: when, what comes first, what stands before it, and why. */
function card(recommendation: Recommendation, { words, titleOf }: ViewContext): HTMLElement {
  const { title, timing, certainty, blockedBy, heldBy, waivedBy, coveredBy, after, reasons } = recommendation
  const { services } = words
  const steps = (wanted: 'unmet' | 'unknown') =>
    blockedBy.filter(({ state }) => state === wanted).map(({ firstStep }) => firstStep)
  const sure = <One extends { readonly certainty: string }>(items: readonly One[]) =>
    items.filter((one) => one.certainty === 'certain')
  const [covers, before] = [sure(coveredBy), sure(after)].map((items) => items.map(({ service }) => titleOf(service)))
  const caveats = [
    ...heldBy.filter((hold) => hold.certainty === 'possible').map(({ text }) => text),
    ...waivedBy.map(({ text }) => text),
  ]
  return element(
    'article',
    { class: `card ${certainty} ${timing.state}` },
    element('h4', {}, title),
    element('p', { class: 'when' }, sentence(timing.text)),
    ...sure(heldBy).map(({ text }) => element('p', {}, text)),
    ...(covers && covers.length > 0 ? [element('p', {}, services.coveredBy(covers))] : []),
    ...(before && before.length > 0 ? [element('p', {}, services.after(before))] : []),
    ...noted(services.unmet, steps('unmet')),
    ...noted(services.toFindOut, steps('unknown')),
    fold(
      services.why,
      ...reasons.map(({ text, sources }) =>
        element('div', { class: 'reason' }, element('p', {}, text), sourceList(sources, services.sources)),
      ),
    ),
    caveats.length > 0 && fold(services.caveats, list([...new Set(caveats)])),
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const noted = (label: string, texts: readonly string[]): readonly HTMLElement[] =>
  texts.length === 0 ? [] : [element('p', { class: 'noted' }, element('strong', {}, `${label}: `), texts.join(' '))]

function sourceList(citations: Recommendation['reasons'][number]['sources'], label: string): HTMLElement | undefined {
  if (citations.length === 0) return undefined
  const { sources } = shippedRuleSet()
  return element(
    'p',
    { class: 'small' },
    `${label}: ${citations.map(({ id, section }) => `${sources.get(id)?.title ?? id}, ${section}`).join('; ')}`,
  )
}
