import type { Certainty, Reason } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import { perPolicy } from '../policy/per-policy'
import type { Policy } from '../policy/policy'
import type { Grounds } from '../recommend/candidate'
import type { Rule } from '../rule-set/rule-set'
import type { Locale } from '../snapshot/fact'
import { fillTemplate, type Template, templateOf } from './fill-text'

type Support = ReturnType<Judgement['support']>

/** A rule as a reason, ready to be told for one case after the other. */
export interface PreparedReason {
  readonly rule: Rule
  readonly certainty: Certainty
  readonly template: Template
  /** Reasons told before, by what supported them; those whose text tells of the case are made anew. */
  readonly told: WeakMap<Support, Reason>
}

/** The same reason under one policy, for whatever verdict it is part of. */
export const prepareReason = ({ rule, certainty }: Grounds, policy: Policy, locale: Locale): PreparedReason =>
  preparedReasons(rule, policy)[locale][certainty]

const preparedReasons = perPolicy((rule: Rule, policy: Policy) => {
  const templates = templateOf(rule.text, policy)
  const as = (locale: Locale, certainty: Certainty): PreparedReason => ({
    rule,
    certainty,
    template: templates[locale],
    told: new WeakMap(),
  })
  const inEach = (locale: Locale): Readonly<Record<Certainty, PreparedReason>> => ({
    certain: as(locale, 'certain'),
    possible: as(locale, 'possible'),
  })
  return { nl: inEach('nl'), en: inEach('en') }
})

/** A reason in words. Where nothing in it depends on the day of the case it is frozen, and shared between advices. */
export function tellReason(prepared: PreparedReason, judgement: Judgement, locale: Locale): Reason {
  const support = judgement.support(prepared.rule.id)
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
