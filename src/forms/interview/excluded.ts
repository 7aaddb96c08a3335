import { formatDay } from '../../core/calendar/day'
import { repeatFrom, serviceLife } from '../../core/decide/service-life'
import { type ReasonRule, rulesByService, type ServiceRules } from '../../core/decide/service-rules'
import { isKnown } from '../../core/diagram/diagram'
import type { Judgement } from '../../core/evaluate/settle'
import { fillText } from '../../core/explain/prose'
import type { Rule, Service } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import type { AdvisedCase } from './advised-case'
import { partsOf } from './condition-part'
import type { ExcludedService, Exclusion, KnownFact } from './interview'
import { INTERVIEW_WORDS } from './interview-words'
import { factsInWords, type InWords } from './known-facts'
import type { Truth } from './truth'
import { blockingLeaves } from './what-blocks'

/**
 * The services that no completion recommends, and why each rule that could have does not. For the employer rules over
 * medical facts are left out, whatever the facts are.
 */
export function excludedServices(advised: AdvisedCase, truth: Truth): readonly ExcludedService[] {
  const { advice, decision, settings } = advised
  const { judgement } = decision
  const { audience, locale } = settings
  const listed = new Set(advice.recommendations.map(({ service }) => service))
  const inWords = factsInWords(judgement, locale)
  const asking = { judgement, truth, inWords, locale, ownOnly: audience === 'employer' }
  return rulesByService(judgement.ruleSet)
    .filter(({ service }) => !listed.has(service.id))
    .map((rules) => ({
      service: rules.service.id,
      title: rules.service.title[locale],
      because: exclusionsOf(rules, asking),
    }))
}

interface Asking {
  readonly judgement: Judgement
  readonly truth: Truth
  readonly inWords: InWords
  readonly locale: Locale
  /** Rules over medical facts are none of the reader's business. */
  readonly ownOnly: boolean
}

function exclusionsOf({ service, reasons }: ServiceRules, asking: Asking): readonly Exclusion[] {
  const words = INTERVIEW_WORDS[asking.locale]
  if (reasons.length === 0) return [{ kind: 'no-rule', text: words.noRule, facts: [] }]
  const told = reasons.filter(({ rule }) => !asking.ownOnly || rule.tier === 'employer')
  if (told.length === 0) return [{ kind: 'physician-only', text: words.physicianOnly, facts: [] }]
  return told.map((reason) => exclusionOf(reason, service, asking))
}

function exclusionOf({ rule, waivers, fixed }: ReasonRule, service: Service, asking: Asking): Exclusion {
  const { judgement, locale } = asking
  const words = INTERVIEW_WORDS[locale]
  if (judgement.outcome(rule.id) === 'not-met') return notMet(rule, asking)
  const waiver = waivers.find(({ id }) => judgement.outcome(id) === 'met')
  if (waiver) return { kind: 'waived', rule: waiver.id, text: fillText(waiver.text, locale, judgement), facts: [] }
  const { opened, policy } = judgement
  const last = serviceLife(service.id, opened, policy)?.delivered.at(-1)
  if (last !== undefined && !fixed && opened.asOf < repeatFrom(last, policy))
    return { kind: 'delivered', rule: rule.id, text: words.delivered(formatDay(repeatFrom(last, policy))), facts: [] }
  if (last !== undefined) return { kind: 'delivered', rule: rule.id, text: words.answered, facts: [] }
  if (service.notFor) return { kind: 'waived', rule: rule.id, text: service.notFor.text[locale], facts: [] }
  return { kind: 'not-met', rule: rule.id, text: words.together, facts: [] }
}

function notMet(rule: Rule, asking: Asking): Exclusion {
  const { judgement, truth, locale } = asking
  const words = INTERVIEW_WORDS[locale]
  const { timing } = rule
  const when = partsOf(judgement.ruleSet)(rule.when)
  const mayBeOver = timing && truth(when) !== false && isKnown(judgement.window(rule), null)
  if (mayBeOver && !isKnown(judgement.holds(rule.when), false)) {
    const facts = inWords([timing.anchor], asking)
    const anchored = facts.some(({ answer }) => answer !== words.none)
    if (anchored) return { kind: 'moment-over', rule: rule.id, text: words.momentOver, facts }
    return { kind: 'not-met', rule: rule.id, text: words.noMoment, facts }
  }
  const facts = inWords(
    blockingLeaves(when, truth).map(({ fact }) => fact),
    asking,
  )
  const text = facts.length === 0 ? words.together : facts.map(words.knownFact).join(' ')
  return { kind: 'not-met', rule: rule.id, text, facts }
}

/** Those of the facts that are known, each once. */
function inWords(facts: readonly string[], asking: Asking): readonly KnownFact[] {
  const told: KnownFact[] = []
  for (const fact of facts) {
    const known = asking.inWords(fact)
    if (known && !told.includes(known)) told.push(known)
  }
  return told
}
