import { PHYSICIAN_ADVICE } from '../../core/advice'
import { formatDay } from '../../core/calendar/day'
import { deliveredRecently, repeatFrom } from '../../core/decide/delivery'
import { type ReasonRule, rulesByService, type ServiceRules } from '../../core/decide/service-rules'
import { isKnown } from '../../core/diagram/diagram'
import type { Judgement } from '../../core/evaluate/judgement'
import { fillText } from '../../core/explain/fill-text'
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
 * The services that no completion recommends, and why each rule that could have does not. For the employer, whatever
 * a rule that reads medical facts has to say is told without the rule, and only as far as the employer's facts go.
 */
export function excludedServices(advised: AdvisedCase, truth: Truth): readonly ExcludedService[] {
  const { advice, judgement, settings } = advised
  const { audience, locale } = settings
  const listed = new Set(advice.recommendations.map(({ service }) => service))
  const inWords = factsInWords(judgement, locale)
  const asking = { judgement, truth, inWords, locale, secretive: audience === 'employer' }
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
  /** The reader may not know what rules over medical facts say. */
  readonly secretive: boolean
}

function exclusionsOf({ service, reasons }: ServiceRules, asking: Asking): readonly Exclusion[] {
  if (reasons.length === 0) return [{ kind: 'no-rule', text: INTERVIEW_WORDS[asking.locale].noRule, facts: [] }]
  return once(reasons.map((reason) => exclusionOf(reason, service, asking)))
}

function exclusionOf({ rule, waivers }: ReasonRule, service: Service, asking: Asking): Exclusion {
  const { judgement, locale } = asking
  const words = INTERVIEW_WORDS[locale]
  if (judgement.outcome(rule.id) === 'not-met') return notMet(rule, asking)
  const waiver = waivers.find(({ id }) => judgement.outcome(id) === 'met')
  if (waiver) return withdrawn(waiver, asking)
  const from = repeatFrom(service, judgement)
  if (!rule.fixedMoment && from !== undefined && isKnown(deliveredRecently(service, judgement), true))
    return { kind: 'delivered', rule: nameOf(rule, asking), text: words.delivered(formatDay(from)), facts: [] }
  // The rule may still be met as far as the reader knows: what excludes it is medical, or the rules that withdraw it.
  const possible = waivers.find(({ id }) => judgement.outcome(id) === 'open')
  return asking.secretive || !possible ? physicianAdvice(locale) : withdrawn(possible, asking)
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
    if (anchored) return { kind: 'moment-over', rule: nameOf(rule, asking), text: words.momentOver, facts }
    return { kind: 'not-met', rule: nameOf(rule, asking), text: words.noMoment, facts }
  }
  const facts = inWords(
    blockingLeaves(when, truth).map(({ fact }) => fact),
    asking,
  )
  const text = facts.length === 0 ? words.together : facts.map(words.knownFact).join(' ')
  return { kind: 'not-met', rule: nameOf(rule, asking), text, facts }
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

function withdrawn(waiver: Rule, { judgement, locale, secretive }: Asking): Exclusion {
  if (secretive && waiver.tier === 'medical') return physicianAdvice(locale)
  return { kind: 'waived', rule: waiver.id, text: fillText(waiver.text, locale, judgement), facts: [] }
}

const physicianAdvice = (locale: Locale): Exclusion => ({
  kind: 'physician-advice',
  rule: PHYSICIAN_ADVICE,
  text: INTERVIEW_WORDS[locale].physicianAdvice,
  facts: [],
})

const nameOf = ({ id, tier }: Rule, { secretive }: Asking): string =>
  secretive && tier === 'medical' ? PHYSICIAN_ADVICE : id

/** Rules that are hidden behind one name can say the same. */
const once = (exclusions: readonly Exclusion[]): readonly Exclusion[] =>
  exclusions.filter(({ rule, text }, index) => {
    for (let before = 0; before < index; before += 1)
      if (exclusions[before]?.text === text && exclusions[before]?.rule === rule) return false
    return true
  })
