import type { Certainty, Hold, Reason, Recommendation, Timing, Waiver } from '../advice'
import { formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Judgement } from '../evaluate/judgement'
import type { Candidate, Grounds, UnmetNeed } from '../recommend/candidate'
import type { Verdict } from '../recommend/verdict'
import { lengthOf } from '../rule-set/length'
import type { Need, Rule } from '../rule-set/rule-set'
import type { Locale } from '../snapshot/fact'
import { perhapsDelivered } from './explain-deliveries'
import { fillText } from './fill-text'

/** Candidates in words: each with its window, its reasons and their sources, and what stands in the way. */
export function explainRecommendations(
  candidates: readonly Candidate[],
  judgement: Judgement,
  locale: Locale,
): readonly Recommendation[] {
  return candidates.map((candidate) => ({
    service: candidate.service.id,
    title: candidate.service.title[locale],
    certainty: candidate.verdict.certainty,
    timing: timingOf(candidate),
    blockedBy: candidate.verdict.needs.map((need) => explainNeed(need, judgement, locale)),
    heldBy: candidate.verdict.holds.map((hold) => explainHold(hold, judgement, locale)),
    waivedBy: explainWaivers(candidate.verdict, judgement, locale),
    reasons: candidate.verdict.reasons.map((reason) => explainReason(reason, judgement, locale)),
  }))
}

function timingOf({ window: { startFrom, startBy, state, basis }, latest, verdict }: Candidate): Timing {
  return { startFrom, startBy, state, basis, latest, dependsOn: verdict.windowDependsOn }
}

export function explainWaivers(
  { waivers, perhapsDelivered: delivered }: Verdict,
  judgement: Judgement,
  locale: Locale,
): readonly Waiver[] {
  const possible = waivers.map(({ id, text }): Waiver => {
    return { rule: id, certainty: 'possible', text: fillText(text, locale, judgement) }
  })
  return delivered ? [...possible, perhapsDelivered(locale)] : possible
}

export function explainReason({ rule, certainty }: Grounds, judgement: Judgement, locale: Locale): Reason {
  return {
    rule: rule.id,
    checklist: rule.checklist,
    certainty,
    text: fillText(rule.text, locale, judgement),
    sources: rule.sources,
    facts: supportingFacts(rule, certainty, judgement),
  }
}

/** The facts that a rule reads and that speak for it; while it is only possible, those that still may as well. */
function supportingFacts(rule: Rule, certainty: Certainty, judgement: Judgement): readonly string[] {
  const { speaking, mayYet } = judgement.support(rule.id)
  return certainty === 'certain' && speaking.length > 0 ? speaking : mayYet
}

function explainNeed(
  { need, state }: UnmetNeed,
  { ruleSet }: Judgement,
  locale: Locale,
): Recommendation['blockedBy'][number] {
  const { title, firstStep } = ruleSet.needs.get(need) as Need
  return { need, title: title[locale], state, firstStep: firstStep[locale] }
}

function explainHold({ rule, certainty }: Grounds, judgement: Judgement, locale: Locale): Hold {
  return {
    rule: rule.id,
    certainty,
    reviewOn: reviewDay(rule, judgement),
    text: fillText(rule.text, locale, judgement),
  }
}

function reviewDay({ event }: Rule, { opened, policy }: Judgement): string {
  if (event.type !== 'hold') throw new RangeError('only a hold is reviewed')
  return formatDay(addDuration(opened.asOf, lengthOf(event.params.reviewAfter, policy)))
}
