import { memo, perObject } from '../../core/cache'
import { type ReasonRule, rulesByService } from '../../core/decide/service-rules'
import type { Diagram, Value } from '../../core/diagram/diagram'
import type { NeedUse, Rule, Service } from '../../core/rules/rule-set'
import { decodeWindow, encodeWindow, exists, moreUrgent, stateOf } from '../../core/time/window'
import type { CaseFacts, WindowCode } from './case-facts'
import { memoOrEnded } from './within-budget'

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
  /** The rules that may speak for a service, each with its rank. */
  reasonsFor(service: string): readonly ReasonRule[]
  /** The rule speaks for a service, and nothing withdraws it: no waiver, and it is not for other people. */
  speaks(rule: Rule, service: string): Diagram<boolean>
  /** Some rule speaks for a service, whatever was delivered. */
  spokenFor(service: string): Diagram<boolean>
  /** A service is not for the people of some regimes, and this is one of them. */
  notFor(service: string): Diagram<boolean>
  /** Something that the service needs, or that its reasons need besides, is not known to be in place. */
  blocked(service: string): Diagram<boolean>
  /** Something that is needed here, and only where its condition holds. */
  needed(use: NeedUse): Diagram<boolean>
  /** The window in which a service is recommended, as its reasons together give it, with what was delivered; null where it is not. */
  recommended(service: string): Diagram<WindowCode | null>
  /** Some hold on a service is met. */
  held(service: string): Diagram<boolean>
}

export function ruleCases(facts: CaseFacts): RuleCases {
  const { diagrams, ruleSet } = facts
  const services = new Map(rulesByService(ruleSet).map((rules) => [rules.service.id, rules]))
  const none = diagrams.known<WindowCode | null>(null)
  const never = diagrams.known(false)
  const isDue = (window: WindowCode | null): boolean =>
    window !== null && stateOf(decodeWindow(window), facts.asOf) === 'due'
  const window = (rule: Rule): Diagram<WindowCode | null> => (rule.timing ? facts.window(rule.timing) : none)
  const met = memo((rule: Rule): Diagram<boolean> => {
    const when = facts.holds(rule.when)
    return rule.timing ? diagrams.all([when, diagrams.map(window(rule), exists)]) : when
  })
  const reasonsFor = (service: string): readonly ReasonRule[] => services.get(service)?.reasons ?? []
  const notFor = memo((id: string): Diagram<boolean> => {
    const regimes = services.get(id)?.service.notFor?.regimes
    return regimes ? diagrams.map(facts.fact(REGIME), isAmong(regimes)) : never
  })
  const speaks = (rule: Rule, service: string): Diagram<boolean> => {
    const reason = reasonsFor(service).find((one) => one.rule === rule)
    return reason ? diagrams.all([met(rule), diagrams.not(diagrams.any([notFor(service), ...waived(reason)]))]) : never
  }
  const waived = ({ waivers }: ReasonRule): readonly Diagram<boolean>[] => waivers.map(met)
  const needed = ({ need, when }: NeedUse): Diagram<boolean> => {
    const absent = diagrams.map(facts.fact(need.fact), isNotTrue)
    return when ? diagrams.all([facts.holds(when), absent]) : absent
  }
  const reasonWindow = (service: Service, { rule, fixed }: ReasonRule): Diagram<WindowCode | null> => {
    const asked = facts.stillAsked(service, window(rule))
    const quiet = facts.quieted(service, asked, fixed)
    return diagrams.combine(diagrams.all([speaks(rule, service.id), diagrams.not(quiet)]), asked, whileSpoken)
  }
  return {
    facts,
    condition: (rule) => facts.holds(rule.when),
    window,
    isOpen: (rule) => diagrams.map(window(rule), isDue),
    met,
    reasonsFor,
    speaks,
    notFor,
    needed,
    spokenFor: memoOrEnded((service) => diagrams.any(reasonsFor(service).map(({ rule }) => speaks(rule, service)))),
    blocked: memoOrEnded((id) => {
      const own = services.get(id)?.service.needs ?? []
      const extra = reasonsFor(id).flatMap(({ rule }) =>
        rule.needs.map((use) => diagrams.all([speaks(rule, id), needed(use)])),
      )
      return diagrams.any([...own.map(needed), ...extra])
    }),
    recommended: memoOrEnded((id) => {
      const service = services.get(id)?.service
      return service
        ? together(
            reasonsFor(id).map((reason) => reasonWindow(service, reason)),
            facts,
          )
        : none
    }),
    held: memoOrEnded((service) => diagrams.any((services.get(service)?.holds ?? []).map(met))),
  }
}

/** Of several reasons the earliest last day counts and the earliest start, as an advice tells them. */
export function together(
  windows: readonly Diagram<WindowCode | null>[],
  { diagrams, asOf }: Pick<CaseFacts, 'diagrams' | 'asOf'>,
): Diagram<WindowCode | null> {
  const none = diagrams.known<WindowCode | null>(null)
  const first = (all: Diagram<number | null>, one: Diagram<number | null>): Diagram<number | null> =>
    diagrams.combine(all, one, moreUrgent)
  const start = windows.map((window) => diagrams.map(window, startOf)).reduce(first, none)
  return diagrams.combine(windows.reduce(first, none), start, (code, from) => {
    if (code === null || from === null) return null
    const own = decodeWindow(code)
    return from > asOf || own.from > asOf ? encodeWindow({ ...own, from }) : code
  })
}

const startOf = (code: WindowCode | null): number | null => code && decodeWindow(code).from

const REGIME = 'employment.regime'

/** One function for each list, so that a manager finds what it gave. */
const isAmong = perObject(
  (values: readonly string[]) =>
    (value: Value): boolean =>
      values.includes(String(value)),
)

const isNotTrue = (value: Value): boolean => value !== true
const whileSpoken = (speaks: boolean, window: WindowCode | null): WindowCode | null => (speaks ? window : null)
