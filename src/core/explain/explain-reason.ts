import type { Certainty, Reason } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import { questionsOf } from '../evaluate/question'
import { perPolicy } from '../rules/per-policy'
import type { Policy } from '../rules/policy'
import type { Rule, RuleSet } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import { fillTemplate, type Template, templateOf } from './fill-text'

type Support = ReturnType<Judgement['supportAt']>

/** A rule as a reason, ready to be told for one case after the other. */
interface PreparedReason {
  readonly rule: Rule
  /** Where it stands among the questions of the rule set. */
  readonly place: number
  readonly certainty: Certainty
  readonly template: Template
  /** Reasons told before, by what supported them; those whose text tells of the case are made anew. */
  readonly told: WeakMap<Support, Reason>
}

/**
 * Tells one rule after another as a reason, by its place among the questions. Where nothing in it depends on the day of
 * the case the reason is frozen, and shared between advices.
 */
export function reasonTeller(judgement: Judgement, locale: Locale): (place: number, certainty: Certainty) => Reason {
  const { ruleSet, policy } = judgement
  const prepared = preparedReasons(ruleSet, policy)
  return (place, certainty) => {
    const ofRule = prepared[place]
    if (!ofRule) throw new RangeError(`no rule at ${place}`)
    return tellReason(ofRule[locale][certainty], judgement, locale)
  }
}

const preparedReasons = perPolicy((ruleSet: RuleSet, policy: Policy) => {
  const rules = new Map(ruleSet.rules.map((rule) => [rule.id, rule]))
  return questionsOf(ruleSet).map(({ id }, place) => {
    const rule = rules.get(id)
    return rule && prepareReason(rule, place, policy)
  })
})

function prepareReason(rule: Rule, place: number, policy: Policy) {
  const templates = templateOf(rule.text, policy)
  const as = (locale: Locale, certainty: Certainty): PreparedReason => ({
    rule,
    place,
    certainty,
    template: templates[locale],
    told: new WeakMap(),
  })
  const inEach = (locale: Locale): Readonly<Record<Certainty, PreparedReason>> => ({
    certain: as(locale, 'certain'),
    possible: as(locale, 'possible'),
  })
  return { nl: inEach('nl'), en: inEach('en') }
}

function tellReason(prepared: PreparedReason, judgement: Judgement, locale: Locale): Reason {
  const support = judgement.supportAt(prepared.place)
  if (typeof prepared.template !== 'string') return reasonOf(prepared, support, judgement, locale)
  const found = prepared.told.get(support)
  if (found) return found
  const reason = Object.freeze(reasonOf(prepared, support, judgement, locale))
  prepared.told.set(support, reason)
  return reason
}

function reasonOf(
  { rule, certainty, template }: PreparedReason,
  support: Support,
  judgement: Judgement,
  locale: Locale,
): Reason {
  return {
    rule: rule.id,
    checklist: rule.checklist,
    certainty,
    text: fillTemplate(template, locale, judgement),
    sources: rule.sources,
    facts: supportingFacts(support, certainty),
  }
}

/** The facts that a rule reads and that speak for it; while it is only possible, those that still may as well. */
const supportingFacts = ({ speaking, mayYet }: Support, certainty: Certainty): readonly string[] =>
  certainty === 'certain' && speaking.length > 0 ? speaking : mayYet
