import type { Waiver } from '../advice'
import { DELIVERIES } from '../decide/delivery'
import { waiversIn } from '../decide/grounds'
import type { Verdict } from '../decide/verdict'
import type { Judgement } from '../evaluate/judgement'
import { perPolicy } from '../rules/per-policy'
import type { Policy } from '../rules/policy'
import type { Rule } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import { perhapsDelivered } from './explain-deliveries'
import { fillTemplate, templateOf } from './fill-text'

const NOTHING: readonly never[] = Object.freeze([])

/** What may yet withdraw a reason for a service, in words. */
export function explainWaivers({ live, core }: Verdict, judgement: Judgement, locale: Locale): readonly Waiver[] {
  const waivers = waiversIn(live, judgement)
  const maybeDelivered = core.decided.facts.includes(DELIVERIES)
  if (waivers.length === 0 && !maybeDelivered) return NOTHING
  const possible = waivers.map((rule): Waiver => tellWaiver(rule, judgement, locale))
  return maybeDelivered ? [...possible, perhapsDelivered(locale)] : possible
}

/** Frozen; where its text tells nothing of the case it is one object, which advices share. */
function tellWaiver(rule: Rule, judgement: Judgement, locale: Locale): Waiver {
  const { template, told } = preparedWaiver(rule, judgement.policy)[locale]
  return told ?? waiverOf(rule, fillTemplate(template, locale, judgement))
}

const preparedWaiver = perPolicy((rule: Rule, policy: Policy) => {
  const templates = templateOf(rule.text, policy)
  const inEach = (locale: Locale) => {
    const template = templates[locale]
    return { template, told: typeof template === 'string' ? waiverOf(rule, template) : undefined }
  }
  return { nl: inEach('nl'), en: inEach('en') }
})

const waiverOf = ({ id }: Rule, text: string): Waiver => Object.freeze({ rule: id, certainty: 'possible', text })
