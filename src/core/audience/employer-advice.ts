import { type Hold, PHYSICIAN_ADVICE, type Reason, type Recommendation } from '../advice'
import type { Candidate } from '../decide/candidate'
import { rulesByService } from '../decide/service-rules'
import type { Judgement } from '../evaluate/judgement'
import { reasonTeller } from '../explain/explain-reason'
import { explainWaivers } from '../explain/explain-waivers'
import { perRuleSet } from '../rules/per-rule-set'
import type { Rule } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'
import { isMedical } from './employer-tier'

const GENERIC_REASON: Text = {
  nl: 'Op advies van de bedrijfsarts. De toelichting is medisch en wordt niet met de werkgever gedeeld.',
  en: 'On the advice of the occupational physician. The explanation is medical and is not shared with the employer.',
}

const GENERIC_HOLD: Text = {
  nl: 'De bedrijfsarts adviseert hiermee te wachten. Vraag op deze dag opnieuw advies.',
  en: 'The occupational physician advises to wait with this. Ask for advice again on this day.',
}

/**
 * Recommendations as the employer may read them. Which service, how surely, when, and what it waits for stay as
 * they are. Reasons are those that the employer's own facts give (`known` is the case judged without any medical
 * fact); where these do not carry the recommendation, one generic reason does. So what is shown depends on the
 * employer's facts and on the recommendation itself, and on nothing medical besides.
 */
export function employerRecommendations(
  recommendations: readonly Recommendation[],
  known: { readonly judgement: Judgement; readonly candidates: readonly Candidate[] },
  locale: Locale,
): readonly Recommendation[] {
  return recommendations.map((recommendation) => {
    const own = known.candidates.find(({ verdict: { rules } }) => rules.service.id === recommendation.service)
    return {
      ...recommendation,
      timing: {
        ...recommendation.timing,
        latest: own?.latest ?? recommendation.timing.latest,
        dependsOn: (own?.verdict.core.windowDependsOn ?? []).filter(
          (fact) => !isMedical(fact, known.judgement.ruleSet),
        ),
      },
      heldBy: employerHolds(recommendation.heldBy, known.judgement, locale),
      waivedBy: (own ? explainWaivers(own.verdict, known.judgement, locale) : []).filter(
        ({ rule }) => tierOf(rule, known.judgement) !== 'medical',
      ),
      reasons: employerReasons(recommendation, known.judgement, locale),
    }
  })
}

function employerReasons(
  { service, certainty }: Recommendation,
  judgement: Judgement,
  locale: Locale,
): readonly Reason[] {
  const rules = rulesByService(judgement.ruleSet).find((entry) => entry.service.id === service)
  const tell = reasonTeller(judgement, locale)
  const own = (rules?.reasons ?? []).flatMap(({ rule, place }): Reason[] => {
    const outcome = judgement.outcome(rule.id)
    if (rule.tier === 'medical' || outcome === 'not-met') return []
    return [tell(place, outcome === 'met' ? 'certain' : 'possible')]
  })
  const certain = own.filter((reason) => reason.certainty === 'certain')
  if (certain.length > 0) return [...certain, ...own.filter((reason) => reason.certainty === 'possible')]
  return certainty === 'possible' && own.length > 0 ? own : [genericReason(certainty, locale), ...own]
}

const genericReason = (certainty: Reason['certainty'], locale: Locale): Reason => ({
  rule: PHYSICIAN_ADVICE,
  checklist: PHYSICIAN_ADVICE,
  certainty,
  text: GENERIC_REASON[locale],
  sources: [],
  facts: [],
})

/** A hold on medical grounds shows without its rule, and only when it is certain: an open one would tell what was asked. */
function employerHolds(holds: readonly Hold[], judgement: Judgement, locale: Locale): readonly Hold[] {
  const shown = holds.flatMap((hold): Hold[] => {
    if (tierOf(hold.rule, judgement) === 'employer') return [hold]
    return hold.certainty === 'certain' ? [{ ...hold, rule: PHYSICIAN_ADVICE, text: GENERIC_HOLD[locale] }] : []
  })
  return shown.filter((hold, index) => shown.findIndex((other) => sameHold(hold, other)) === index)
}

const sameHold = (a: Hold, b: Hold): boolean => a.rule === b.rule && a.reviewOn === b.reviewOn

const tierOf = (id: string, { ruleSet }: Judgement): Rule['tier'] | undefined => tiersIn(ruleSet).get(id)

const tiersIn = perRuleSet(({ rules }) => new Map(rules.map(({ id, tier }) => [id, tier])))
