import { element, fold, list } from '../element'
import type { AdviceContext, Recommendation } from './advice-context'
import { questionLinks } from './question-links'
import { reasonItem } from './reason-item'
import { isHeld, timingText } from './timing-text'

/**
 * One service: what, when, what comes first, what stands in its way; why, and what it still depends on, to unfold. A
 * service that is only possible is one line, and all of it to unfold.
 */
export function recommendationCard(recommendation: Recommendation, context: AdviceContext): HTMLElement {
  const { words, day } = context
  const { title, certainty, timing, blockedBy, heldBy, waivedBy } = recommendation
  const look = isHeld(recommendation) ? 'held' : timing.state
  const steps = (state: 'unmet' | 'unknown') =>
    blockedBy.filter((block) => block.state === state).map(({ firstStep }) => firstStep)
  const holds = (wanted: 'certain' | 'possible') =>
    heldBy
      .filter((hold) => hold.certainty === wanted)
      .map(({ text, reviewOn }) => `${text} ${words.reviewOn(day(reviewOn))}`)
  const when = element('span', { class: 'when' }, timingText(recommendation, context))
  const rest = [
    ...noted(words.onHold, holds('certain')),
    ...noted(words.unmet, steps('unmet')),
    ...noted(words.toFindOut, steps('unknown')),
    whyFold(recommendation, context),
    dependsFold(recommendation, context),
    caveatsFold(words.perhapsHold, holds('possible')),
    caveatsFold(
      words.mayLapse,
      waivedBy.map(({ text }) => text),
    ),
  ]
  if (certainty === 'possible')
    return element(
      'details',
      { class: 'card possible' },
      element('summary', {}, element('h4', {}, title), ' ', when),
      ...rest,
    )
  const tag = element(
    'span',
    { class: 'tag' },
    words.badge[look === 'overdue' && timing.dependsOn.length > 0 ? 'perhapsOverdue' : look],
  )
  return element('article', { class: `card certain ${look}` }, element('h4', {}, title, ' ', tag), when, ...rest)
}

function noted(label: string, texts: readonly string[]): readonly HTMLElement[] {
  if (texts.length === 0) return []
  return [element('p', { class: 'noted' }, element('strong', {}, `${label}: `), texts.join(' '))]
}

const caveatsFold = (label: string, texts: readonly string[]): HTMLElement | undefined =>
  texts.length === 0 ? undefined : fold(label, list(texts))

function whyFold({ reasons, timing }: Recommendation, { words }: AdviceContext): HTMLElement {
  const items = (wanted: Recommendation['certainty']) =>
    reasons.filter(({ certainty }) => certainty === wanted).map((reason) => reasonItem(reason, words))
  const [certain, possible] = [items('certain'), items('possible')]
  const why = fold(
    words.why(certain.length === 0 ? possible.length : certain.length),
    ...(certain.length === 0 ? possible : certain),
    element('p', { class: 'basis' }, words.basis(timing.basis)),
    certain.length > 0 && possible.length > 0 && fold(words.perhapsWhy(possible.length), ...possible),
  )
  why.classList.add('why')
  return why
}

/** What a possible service depends on; of a certain one, what its window depends on. */
function dependsFold({ service, certainty, timing }: Recommendation, context: AdviceContext): HTMLElement | undefined {
  const { words, view } = context
  const { openQuestions } = view.advice
  const facts =
    certainty === 'certain'
      ? timing.dependsOn
      : openQuestions.filter(({ decides }) => decides.includes(service)).map(({ fact }) => fact)
  const questions = openQuestions.filter(({ fact }) => facts.includes(fact))
  if (questions.length === 0) return undefined
  const label = certainty === 'certain' ? words.windowDependsOn : words.dependsOn
  const depends = fold(label(questions.length), questionLinks(questions, context))
  depends.classList.add('depends')
  return depends
}
