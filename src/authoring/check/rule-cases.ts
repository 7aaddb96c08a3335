import { memo } from '../../core/cache'
import { type ReasonRule, rulesByService } from '../../core/decide/service-rules'
import type { Diagram } from '../../core/diagram/diagram'
import type { Rule } from '../../core/rules/rule-set'
import { decodeWindow, stateOf } from '../../core/time/window'
import type { CaseFacts, WindowCode } from './case-facts'

/** In which cases the rules of one rule set do what they do. */
export interface RuleCases {
  readonly facts: CaseFacts
  /** The conditions of a rule, without its window. */
  condition(rule: Rule): Diagram<boolean>
  /** Null for a rule without a window of its own, and where its moment is over. */
  window(rule: Rule): Diagram<WindowCode | null>
  /** The window of a rule is open: neither planned nor past. */
  isOpen(rule: Rule): Diagram<boolean>
  /** The rule is met: its conditions, and there is a window where it needs one. */
  met(rule: Rule): Diagram<boolean>
  /** The rule speaks for a service, and no waiver withdraws it. */
  speaks(rule: Rule, service: string): Diagram<boolean>
  /** Some rule speaks for a service, whatever was delivered. */
  spokenFor(service: string): Diagram<boolean>
  /** The most urgent window in which a service is recommended, with what was delivered; null where it is not. */
  recommended(service: string): Diagram<WindowCode | null>
  /** Some hold on a service is met. */
  held(service: string): Diagram<boolean>
}

export function ruleCases(facts: CaseFacts): RuleCases {
  const { diagrams, ruleSet } = facts
  const services = new Map(rulesByService(ruleSet).map((rules) => [rules.service.id, rules]))
  const none = diagrams.known<WindowCode | null>(null)
  const isDue = (window: WindowCode | null): boolean =>
    window !== null && stateOf(decodeWindow(window), facts.asOf) === 'due'
  const window = (rule: Rule): Diagram<WindowCode | null> => (rule.timing ? facts.window(rule.timing) : none)
  const met = memo((rule: Rule): Diagram<boolean> => {
    const when = facts.holds(rule.when)
    return rule.timing ? diagrams.all([when, diagrams.map(window(rule), exists)]) : when
  })
  const reasonsFor = (service: string): readonly ReasonRule[] => services.get(service)?.reasons ?? []
  const waived = ({ waivers }: ReasonRule): Diagram<boolean> => diagrams.any(waivers.map(met))
  const speaks = (rule: Rule, service: string): Diagram<boolean> => {
    const reason = reasonsFor(service).find((one) => one.rule === rule)
    return reason ? diagrams.all([met(rule), diagrams.not(waived(reason))]) : diagrams.known(false)
  }
  const joined = (service: string, reasons: readonly ReasonRule[]): Diagram<WindowCode | null> =>
    reasons
      .map(({ rule }) => diagrams.combine(speaks(rule, service), window(rule), whileSpoken))
      .reduce((all, one) => diagrams.combine(all, one, earlier), none)
  return {
    facts,
    condition: (rule) => facts.holds(rule.when),
    window,
    isOpen: (rule) => diagrams.map(window(rule), isDue),
    met,
    speaks,
    spokenFor: memo((service) => diagrams.any(reasonsFor(service).map(({ rule }) => speaks(rule, service)))),
    recommended: memo((service) => {
      const fixed = joined(
        service,
        reasonsFor(service).filter(({ rule }) => rule.fixedMoment),
      )
      const others = joined(
        service,
        reasonsFor(service).filter(({ rule }) => !rule.fixedMoment),
      )
      const undelivered = diagrams.combine(facts.deliveredRecently(service), others, unlessDelivered)
      return diagrams.combine(fixed, undelivered, earlier)
    }),
    held: memo((service) => diagrams.any((services.get(service)?.holds ?? []).map(met))),
  }
}

export const exists = (window: WindowCode | null): boolean => window !== null
const whileSpoken = (speaks: boolean, window: WindowCode | null): WindowCode | null => (speaks ? window : null)
const unlessDelivered = (delivered: boolean, window: WindowCode | null): WindowCode | null =>
  delivered ? null : window
const earlier = (a: WindowCode | null, b: WindowCode | null): WindowCode | null =>
  a === null ? b : b === null || a <= b ? a : b
