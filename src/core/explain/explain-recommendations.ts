import {
  type Block,
  ENGINE_RULES,
  type Hold,
  type Reason,
  type Recommendation,
  type Sooner,
  type Timing,
  type Waiver,
} from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { type Decision, isLate } from '../decide/decide'
import type { LiveReason } from '../decide/join-reasons'
import type { Placed } from '../decide/relate'
import { type Candidate, type HeldBy, notForDiagram } from '../decide/weigh-service'
import { isKnown, ownersOf, valuesOf } from '../diagram/diagram'
import type { Judgement } from '../evaluate/settle'
import { factsOf } from '../rules/facts-of'
import { durationOr } from '../rules/policy'
import type { Rule } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import { type DayWindow, worthwhileUntil } from '../time/window'
import { fillText, lengthInWords, shortDay } from './prose'
import { wordsIn } from './words'

/** Each with its window, its reasons and their sources, what it waits for and what stands before it, in words. */
export const explainRecommendations = (decision: Decision, locale: Locale): readonly Recommendation[] =>
  decision.placed.map((placed) => explainOne(placed, decision, locale))

function explainOne({ candidate, coveredBy, after }: Placed, decision: Decision, locale: Locale): Recommendation {
  const { judgement, next, meanwhile } = decision
  const { rules, life, certainty, answersAway, rank } = candidate
  const { service } = rules
  const isStep = 'placed' in next && next.kind === 'request' && next.placed.candidate === candidate
  return {
    service: service.id,
    title: service.title[locale],
    level: service.level,
    effort: service.effort,
    certainty,
    answersAway,
    priority: rank,
    timing: explainTiming(candidate, judgement, locale),
    ...(life?.underway
      ? {
          underway: {
            state: life.underway.state,
            since: formatDay(life.underway.since),
            late: isLate(candidate, judgement.opened.asOf),
          },
        }
      : {}),
    coveredBy: coveredBy.map((relation) => ({ ...relation })),
    after: after.map((relation) => ({ ...relation })),
    blockedBy: explainNeeds(candidate, locale),
    ...(isStep && meanwhile !== undefined ? { meanwhile } : {}),
    heldBy: candidate.holds.map((hold) => explainHold(hold, judgement, locale)),
    waivedBy: explainWaivers(candidate, judgement, locale),
    requestedBy: (service.requestedBy ?? []).map(({ role }) => role),
    reasons: inOrderOfWeight(candidate.live).map((reason) => explainReason(reason, decision, locale)),
  }
}

export function explainTiming(candidate: Candidate, judgement: Judgement, locale: Locale): Timing {
  const { window, state, since, sooner, soonerDependsOn } = candidate
  const worthwhile = worthwhileOf(candidate, judgement)
  return {
    startFrom: formatDay(window.from),
    startBy: formatDay(window.by),
    state,
    ...(since === undefined ? {} : { since: formatDay(since) }),
    basis: window.basis,
    text: timingText(candidate, judgement.opened.asOf, locale),
    ...(worthwhile === undefined ? {} : { worthwhileUntil: formatDay(worthwhile) }),
    ...(sooner ? { sooner: explainSooner(sooner, window, soonerDependsOn, judgement.opened.asOf, locale) } : {}),
  }
}

/** Longer than this a window is told from both ends: "possible now; at latest ...". */
const LONG_WINDOW = 28

function timingText({ window, state }: Candidate, asOf: Day, locale: Locale): string {
  const words = wordsIn(locale)
  const by = shortDay(window.by, asOf, locale)
  if (state === 'overdue') return words.overdue(by)
  if (state === 'planned') return words.from(shortDay(window.from, asOf, locale), by)
  return window.by - asOf > LONG_WINDOW ? words.nowBy(by) : words.by(by)
}

export function explainSooner(
  sooner: DayWindow,
  window: DayWindow,
  dependsOn: readonly string[],
  asOf: Day,
  locale: Locale,
): Sooner {
  return {
    startFrom: formatDay(sooner.from),
    startBy: formatDay(sooner.by),
    dependsOn: [...dependsOn],
    text: soonerText(sooner, window, asOf, locale),
  }
}

function soonerText(sooner: DayWindow, window: DayWindow, asOf: Day, locale: Locale): string {
  const words = wordsIn(locale)
  if (sooner.by < asOf) return words.soonerNow
  if (sooner.by < window.by) return words.soonerIf(shortDay(sooner.by, asOf, locale))
  return sooner.from <= asOf ? words.possibleNow : words.possibleFrom(shortDay(sooner.from, asOf, locale))
}

/** Of the reason whose window counts, where its source says how long the service is of use. */
function worthwhileOf({ live, deadline }: Candidate, { facts, policy }: Judgement): Day | undefined {
  const reason = live.find((one) => one.rule?.timing?.worthwhileUntil && valuesOf(one.window).includes(deadline))
  const timing = reason?.rule?.timing
  if (!timing) return undefined
  const dayOf = (fact: string): Day | null => {
    const diagram = facts.fact(fact)
    return diagram.kind === 'known' ? (diagram.value as Day | null) : null
  }
  return worthwhileUntil(timing, dayOf, policy)
}

export const explainNeeds = ({ needs }: Candidate, locale: Locale): readonly Block[] =>
  needs.map(({ need, state, before }) => ({
    need: need.id,
    title: need.title[locale],
    state,
    ...(before ? { before: true as const } : {}),
    firstStep: need.firstStep[locale],
  }))

export function explainHold(hold: HeldBy, judgement: Judgement, locale: Locale): Hold {
  const { asOf } = judgement.opened
  return {
    rule: hold.id,
    certainty: hold.certainty,
    ...(hold.certainty === 'certain' ? { since: formatDay(hold.since) } : {}),
    reviewOn: formatDay(hold.reviewOn),
    text: holdText(hold, judgement, shortDay(hold.reviewOn, asOf, locale), locale),
  }
}

function holdText({ id, rule, certainty, need }: HeldBy, judgement: Judgement, day: string, locale: Locale): string {
  const words = wordsIn(locale)
  if (rule) {
    if (certainty === 'certain') return fillText(rule.text, locale, judgement)
    if (rule.whenOpen) return words.holdThen(fillText(rule.whenOpen, locale, judgement), day)
    return words.perhapsHeld(openQuestionsOf(rule, judgement, locale), day)
  }
  if (need?.whenRefused) return need.whenRefused.text[locale]
  return id === ENGINE_RULES.physicianWaits ? words.physicianWaits(day) : words.declined(day)
}

function explainWaivers({ waivers, rules }: Candidate, judgement: Judgement, locale: Locale): readonly Waiver[] {
  const words = wordsIn(locale)
  const quiet = lengthInWords(durationOr(judgement.policy, 'services.repeatAfter'), locale)
  return waivers.map((waiver): Waiver => {
    if (waiver === 'delivered')
      return { rule: ENGINE_RULES.delivered, certainty: 'possible', text: words.delivered(quiet) }
    if (waiver === 'not-for')
      return {
        rule: ENGINE_RULES.notFor,
        certainty: 'possible',
        text: words.perhapsWaived(questionsAbout(ownersOf(notForDiagram(rules, judgement)), judgement, locale)),
      }
    const text = waiver.whenOpen
      ? fillText(waiver.whenOpen, locale, judgement)
      : words.perhapsWaived(openQuestionsOf(waiver, judgement, locale))
    return { rule: waiver.id, certainty: 'possible', text }
  })
}

function explainReason({ id, rule, speaks }: LiveReason, decision: Decision, locale: Locale): Reason {
  const { judgement, next } = decision
  const words = wordsIn(locale)
  const certain = isKnown(speaks, true)
  if (!rule) {
    const blocked = 'placed' in next ? next.placed.candidate.rules.service : undefined
    const text = id === ENGINE_RULES.meanwhile ? words.meanwhile(blocked?.title[locale] ?? '') : words.physicianAdvises
    const relation = id === ENGINE_RULES.meanwhile ? blocked?.meanwhile : undefined
    return { rule: id, checklist: id, certainty: 'certain', text, sources: copied(relation?.sources ?? []), facts: [] }
  }
  const { speaking, mayYet } = judgement.support(id)
  return {
    rule: id,
    checklist: rule.checklist,
    certainty: certain ? 'certain' : 'possible',
    text: reasonText(rule, certain, judgement, locale),
    sources: copied(rule.sources),
    facts: certain && speaking.length > 0 ? [...speaking] : [...mayYet],
  }
}

/** What is not certain is put as a question, and never as a fact. */
export function reasonText(rule: Rule, certain: boolean, judgement: Judgement, locale: Locale): string {
  if (certain) return fillText(rule.text, locale, judgement)
  if (rule.whenOpen) return fillText(rule.whenOpen, locale, judgement)
  return wordsIn(locale).dependsOn(openQuestionsOf(rule, judgement, locale))
}

/** More than this nobody reads. */
const MOST_QUESTIONS = 2

/** The unanswered questions that decide whether a rule is met, in authored order. */
const openQuestionsOf = (rule: Rule, judgement: Judgement, locale: Locale): readonly string[] =>
  questionsAbout(ownersOf(judgement.met(rule.id)), judgement, locale)

function questionsAbout(owners: readonly string[], judgement: Judgement, locale: Locale): readonly string[] {
  const asked = [...factsOf(judgement.ruleSet).values()].filter(({ id }) => owners.includes(id))
  return asked.slice(0, MOST_QUESTIONS).map(({ question }) => question[locale])
}

export const copied = <Citation extends object>(citations: readonly Citation[]): readonly Citation[] =>
  citations.map((citation) => ({ ...citation }))

/** Certain before possible, then the most urgent window, then the order of the rule set. */
function inOrderOfWeight(live: readonly LiveReason[]): readonly LiveReason[] {
  const earliest = ({ window }: LiveReason): number =>
    Math.min(...valuesOf(window).map((code) => code ?? Number.MAX_VALUE))
  const uncertain = ({ speaks }: LiveReason): number => Number(!isKnown(speaks, true))
  return [...live].sort((a, b) => uncertain(a) - uncertain(b) || earliest(a) - earliest(b))
}
