import type { AskScreen, NextStep } from '../advice'
import { formatDay } from '../calendar/day'
import { type Decision, waitUntil } from '../decide/decide'
import type { Candidate } from '../decide/weigh-service'
import { isKnown } from '../diagram/diagram'
import { factsOf } from '../rules/facts-of'
import type { RuleSet } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import { SCREENS } from '../snapshot/screens'
import { explainHold, explainNeeds, explainTiming, reasonText } from './explain-recommendations'
import { firstSentence, shortDay } from './prose'
import { wordsIn } from './words'

/** The one step, in one plain sentence: what, by when, why. */
export function explainNext(decision: Decision, ask: readonly AskScreen[], locale: Locale): NextStep {
  const { next, judgement, meanwhile } = decision
  const { asOf } = judgement.opened
  const words = wordsIn(locale)
  const day = (on: number): string => shortDay(on, asOf, locale)
  if (!('placed' in next)) {
    if (next.kind === 'ask') return { kind: 'ask', questions: ask, text: words.ask(ask.map(({ title }) => title)) }
    return { kind: 'none', text: words.none }
  }
  const { candidate } = next.placed
  const { service } = candidate.rules
  const title = service.title[locale]
  const level = service.level === 'group' ? { level: 'group' as const } : {}
  const why = firstSentence(whyOf(candidate, decision, locale))
  const timing = explainTiming(candidate, judgement, locale)
  switch (next.kind) {
    case 'request': {
      const instruction = service.request?.[locale] ?? words.instruction(title)
      const say = candidate.state === 'overdue' ? words.requestLate : words.request
      return {
        kind: 'request',
        ...level,
        service: service.id,
        title,
        by: timing.startBy,
        ...(timing.since === undefined ? {} : { since: timing.since }),
        arrange: explainNeeds(candidate, locale).map(({ firstStep }) => firstStep),
        ...(meanwhile === undefined ? {} : { meanwhile }),
        ...(timing.sooner ? { sooner: timing.sooner } : {}),
        text: say(instruction, day(candidate.window.by), why),
      }
    }
    case 'plan':
      return {
        kind: 'plan',
        ...level,
        service: service.id,
        title,
        from: timing.startFrom,
        by: timing.startBy,
        text: words.plan(title, day(candidate.window.from), day(candidate.window.by), why),
      }
    case 'arrange': {
      const first = candidate.needs.find(({ before }) => before)
      return {
        kind: 'arrange',
        need: first?.need.id ?? '',
        of: first?.need.of ?? 'occupational-physician',
        by: timing.startBy,
        for: service.id,
        text: words.arrange(first?.need.firstStep[locale] ?? '', title),
      }
    }
    case 'follow-up': {
      const underway = candidate.life?.underway
      return {
        kind: 'arrange',
        need: 'follow-up',
        of: 'case-manager',
        by: formatDay(asOf),
        for: service.id,
        text: words.followUp(underway?.state ?? 'requested', title, day(underway?.since ?? asOf)),
      }
    }
    case 'wait': {
      const until = waitUntil(candidate)
      const hold = candidate.holds.find(({ certainty }) => certainty === 'certain')
      const underway = candidate.life?.underway
      return {
        kind: 'wait',
        until: formatDay(until),
        text:
          !hold && underway
            ? words.underway(underway.state, title, day(until))
            : words.wait(title, day(until), hold ? firstSentence(explainHold(hold, judgement, locale).text) : ''),
      }
    }
  }
}

/** The first certain reason in its own words. */
function whyOf({ live, certainty }: Candidate, { judgement }: Decision, locale: Locale): string {
  const certain = live.filter(({ speaks }) => isKnown(speaks, true))
  if (certain.length === 0 && certainty === 'certain') return wordsIn(locale).eitherWay
  const first = [...(certain.length > 0 ? certain : live)].sort((a, b) => a.rank - b.rank)[0]
  if (!first) return ''
  if (!first.rule) return wordsIn(locale).physicianAdvises
  return reasonText(first.rule, isKnown(first.speaks, true), judgement, locale)
}

/** Nobody answers more at a time. */
const MOST_SCREENS = 3

/** The screens with questions that can still change the step, in the fixed order in which they decide most. */
export function explainAsk(decision: Decision, locale: Locale): readonly AskScreen[] {
  const { unsettledBy, settled, judgement } = decision
  if (settled || unsettledBy.size === 0) return []
  const titles = new Map(judgement.ruleSet.services.map(({ id, title }) => [id, title[locale]]))
  const screens = [...SCREENS, otherScreen(judgement.ruleSet)].flatMap(({ id, title, facts }): readonly AskScreen[] => {
    const open = facts.filter((fact) => unsettledBy.has(fact))
    if (open.length === 0) return []
    const services = new Set(open.flatMap((fact) => unsettledBy.get(fact) ?? []))
    const named = [...titles].filter(([service]) => services.has(service)).map(([, name]) => name)
    return [{ id, title: title[locale], facts: open, text: wordsIn(locale).couldChange(named.slice(0, 3)) }]
  })
  return screens.slice(0, MOST_SCREENS)
}

/** What no screen of the vocabulary holds: an organisation's own facts. */
function otherScreen(ruleSet: RuleSet): (typeof SCREENS)[number] {
  const placed = new Set(SCREENS.flatMap(({ facts }) => facts))
  return {
    id: 'other',
    title: { nl: 'Overige vragen', en: 'Other questions' },
    facts: [...factsOf(ruleSet).keys()].filter((fact) => !placed.has(fact)),
  }
}
