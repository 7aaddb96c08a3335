import type { Certainty, Hold, Reason, Recommendation, Waiver } from '../advice'
import { formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Judgement } from '../evaluate/judgement'
import { isKnown } from '../facts/diagram'
import { parameterIn } from '../policy/policy'
import type { Candidate, Grounds, UnmetNeed } from '../recommend/candidate'
import { lengthOf } from '../rule-set/length'
import { leavesOf, type Need, type Rule } from '../rule-set/rule-set'
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
    certainty: candidate.certainty,
    timing: { ...candidate.window, latest: candidate.latest, dependsOn: candidate.windowDependsOn },
    blockedBy: candidate.needs.map((need) => explainNeed(need, judgement, locale)),
    heldBy: candidate.holds.map((hold) => explainHold(hold, judgement, locale)),
    waivedBy: explainWaivers(candidate, judgement, locale),
    reasons: candidate.reasons.map((reason) => explainReason(reason, judgement, locale)),
  }))
}

export function explainWaivers(
  { waivers, perhapsDelivered: delivered }: Candidate,
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
function supportingFacts(rule: Rule, certainty: Certainty, { holds }: Judgement): readonly string[] {
  const facts = leavesOf(rule.when).filter(({ fact }) => parameterIn(fact) === undefined)
  const leaves = facts.map((leaf) => ({ fact: leaf.fact, met: holds(leaf) }))
  const speaking = leaves.filter(({ met }) => isKnown(met, true))
  const mayYet = leaves.filter(({ met }) => !isKnown(met, false))
  const shown = certainty === 'certain' && speaking.length > 0 ? speaking : mayYet
  return [...new Set(shown.map(({ fact }) => fact))]
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
