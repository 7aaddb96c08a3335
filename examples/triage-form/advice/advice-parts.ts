import { element, fold, list } from '../element'
import type { Part } from '../keep-nodes'
import type { AdviceContext, Recommendation } from './advice-context'
import { askWhom } from './ask-whom'
import { calendarLines } from './calendar-lines'
import { deadlineList, deadlinesOf, remarkList, remarksOf } from './notice-lists'
import { recommendationCard } from './recommendation-card'

/** What is to be requested: certain first, then what is possible, then what is not needed. */
export function servicesParts(context: AdviceContext): readonly Part[] {
  const { view, words, locale } = context
  const { certain, possible, excluded } = view.recommendations
  const heading = (key: string, text: string, below?: string): Part => ({
    key,
    from: [text, below],
    draw: () =>
      element('div', { class: 'part' }, element('h3', {}, text), below && element('p', { class: 'small' }, below)),
  })
  const card = (recommendation: Recommendation): Part => ({
    key: recommendation.service,
    from: [recommendation, locale, dependsOn(recommendation, context)],
    draw: () => recommendationCard(recommendation, context),
  })
  return [
    heading('certain', words.certain, certain.length === 0 ? words.nothingCertain : undefined),
    ...certain.map(card),
    ...(possible.length === 0 ? [] : [heading('possible', words.possible, words.possibleMeaning)]),
    ...possible.map(card),
    ...(excluded.length === 0 ? [] : [excludedPart(context)]),
  ]
}

/** The other questions, by which a card can change though its recommendation does not. */
const dependsOn = ({ service, timing }: Recommendation, { view }: AdviceContext): readonly string[] =>
  view.advice.openQuestions
    .filter(({ decides, fact }) => decides.includes(service) || timing.dependsOn.includes(fact))
    .map(({ fact }) => fact)

function excludedPart({ view, words, locale }: AdviceContext): Part {
  const { excluded } = view.recommendations
  const item = ({ title, because }: (typeof excluded)[number]) =>
    element('div', {}, element('strong', {}, title), list([...new Set(because.map(({ text }) => text))]))
  return {
    key: 'excluded',
    from: [excluded, locale],
    draw: () => element('div', { class: 'excluded' }, fold(words.excluded(excluded.length), list(excluded.map(item)))),
  }
}

/** What comes beneath the picture: remarks, deadlines, what to ask whom, the checklists, the rules. */
export function furtherParts(context: AdviceContext): readonly Part[] {
  const { view, words, locale } = context
  const { advice, requests, progress } = view
  const [remarks, deadlines] = [remarksOf(advice), deadlinesOf(advice)]
  const part = (key: string, title: string, from: unknown, draw: () => HTMLElement): Part => ({
    key,
    from: [from, locale],
    draw: () => element('div', { class: `part ${key}` }, element('h3', {}, title), draw()),
  })
  const { ruleSet, checklists } = advice
  return [
    ...(remarks.length === 0 ? [] : [part('notices', words.notices, remarks, () => remarkList(remarks, context))]),
    ...(deadlines.length === 0
      ? []
      : [
          part('deadlines', words.deadlines, [deadlines, advice.calendar], () =>
            element('div', {}, calendarLines(context), deadlineList(deadlines, context)),
          ),
        ]),
    part('ask', words.ask, [requests, progress.open, advice.openQuestions], () => askWhom(context)),
    {
      key: 'checklists',
      from: [checklists, locale],
      draw: () =>
        element(
          'div',
          { class: 'checklists' },
          fold(words.checklists, list(checklists.map(({ title, outcome }) => `${title}: ${words.outcome[outcome]}`))),
        ),
    },
    {
      key: 'foot',
      from: [ruleSet, locale],
      draw: () =>
        element('p', { class: 'small' }, `${words.personDecides} ${words.ruleSet(ruleSet.id, ruleSet.version)}`),
    },
  ]
}
