import { memo } from '../../core/cache'
import { addDuration, type Day } from '../../core/calendar/day'
import type { Case } from '../../core/case/case'
import { quietedBy, type ServiceLife, stillAsked } from '../../core/decide/service-life'
import { onceReopened } from '../../core/decide/weigh-service'
import { type Diagram, type Diagrams, type Value, valuesOf } from '../../core/diagram/diagram'
import { compare } from '../../core/evaluate/outcome'
import type { Breakpoints, FactContext, Facts } from '../../core/facts/derive-facts'
import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import type { Leaf, TimingDocument } from '../../core/rules/document'
import { duration, number, type Policy, parameterIn } from '../../core/rules/policy'
import { type Expanded, type RuleSet, type Service, thresholdOf } from '../../core/rules/rule-set'
import { type encodeWindow, moreUrgent, windowDiagram } from '../../core/time/window'

export const FIRST_DAY = 'absence.effectiveFirstDay'
export const REPORTS = 'absence.reportsInWindow'
export const LONG_SPELLS = 'absence.longSpellsInWindow'
const ASKS_TO_WAIT = 'physician.asksToWait'
const WAIT_UNTIL = 'physician.waitUntil'

/** A window as `encodeWindow` writes it: the smaller, the more urgent. */
export type WindowCode = ReturnType<typeof encodeWindow>

/** What one rule set, under one policy, makes of every case on one day. */
export interface CaseFacts {
  readonly ruleSet: RuleSet
  readonly policy: Policy
  readonly asOf: Day
  readonly diagrams: Diagrams
  /** True in the cases that meet a condition. */
  holds(condition: Expanded): Diagram<boolean>
  /** The window of a rule; null in the cases in which it has none. */
  window(timing: TimingDocument): Diagram<WindowCode | null>
  /** The window of a reason for a service; null where what was delivered answered its question, and nothing opened it again. */
  stillAsked(service: Service, window: Diagram<WindowCode | null>): Diagram<WindowCode | null>
  /** True in the cases in which what was delivered leaves a reason for a service, with its window, nothing to ask for. */
  quieted(service: Service, window: Diagram<WindowCode | null>, fixed: boolean): Diagram<boolean>
  /** True in the cases in which a service was delivered, however long ago. */
  delivered(service: string): Diagram<boolean>
  /** True in the cases in which a service was delivered too recently to be recommended again. */
  deliveredRecently(service: string): Diagram<boolean>
  fact(id: string): Diagram<Value>
}

/** What every rule set shares: the dimensions in which cases differ. */
export interface SharedFacts {
  firstDay(): Diagram<Value>
  reports(): Diagram<Value>
  longSpells(): Diagram<Value>
  asked(id: string): Diagram<Value>
  item(id: string, name: string): Diagram<boolean>
  /** The day of the latest delivery of a service; null where there is none. */
  delivery(service: string): Diagram<Value>
}

const whileSo = (so: boolean, window: WindowCode | null): WindowCode | null => (so ? window : null)
const isThere = (on: Value): boolean => on !== null

export function caseFacts(
  {
    ruleSet,
    policy,
    breakpoints,
  }: { readonly ruleSet: RuleSet; readonly policy: Policy; readonly breakpoints: Breakpoints },
  opened: Case,
  diagrams: Diagrams,
  shared: SharedFacts,
): CaseFacts {
  const { asOf } = opened
  const fact = memo((id: string): Diagram<Value> => {
    const parameter = parameterIn(id)
    if (parameter !== undefined) return diagrams.known(number(policy, parameter))
    if (id === FIRST_DAY) return shared.firstDay()
    if (id === REPORTS) return shared.reports()
    if (id === LONG_SPELLS) return shared.longSpells()
    // What is read of the case itself, and not of its answers.
    if (id === ASKS_TO_WAIT)
      return diagrams.mapOnce(shared.asked(WAIT_UNTIL), (day) => day !== null && (day as Day) > asOf)
    const derived = DERIVED_FACTS.get(id)
    return derived ? derived.derive(context) : shared.asked(id)
  })
  const context: FactContext = { opened, policy, breakpoints, diagrams, fact, once: (_, make) => make() }
  // Leaves that say the same are one, also where two rules write them.
  const leaf = memo((text: string): Diagram<boolean> => {
    const { fact: id, operator, ...rest } = JSON.parse(text) as Leaf
    const threshold = thresholdOf({ fact: id, operator, ...rest }, policy)
    if (operator === 'contains') return shared.item(id, String(threshold))
    if (operator === 'doesNotContain') return diagrams.not(shared.item(id, String(threshold)))
    return diagrams.map(fact(id), (value) => compare(operator, value, threshold))
  })
  const holds = memo((condition: Expanded): Diagram<boolean> => {
    if ('all' in condition) return diagrams.all(condition.all.map(holds))
    if ('any' in condition) return diagrams.any(condition.any.map(holds))
    return leaf(JSON.stringify(condition))
  })
  const facts: Facts = { diagrams, fact, item: shared.item, once: (_, make) => make() }
  const windows = memo((text: string): Diagram<WindowCode | null> => {
    const timing = JSON.parse(text) as TimingDocument
    return windowDiagram(timing, facts, { asOf, policy, since: asOf, leave: undefined })
  })
  const deliveredRecently = memo((service: string): Diagram<boolean> => {
    const repeatAfter = duration(policy, 'services.repeatAfter')
    return diagrams.map(shared.delivery(service), (on) => on !== null && asOf < addDuration(on as Day, repeatAfter))
  })
  const judged = { ruleSet, policy, opened, holds, facts }
  /** What follows from each day on which a service can have been delivered, once. */
  const onceDelivered = (service: string) => {
    const last = shared.delivery(service)
    const days = valuesOf(last).filter((day) => day !== null) as readonly Day[]
    return days.map((day) => ({
      isThen: diagrams.mapOnce(last, (other) => other === day),
      life: { delivered: [day], underway: undefined, declined: undefined } satisfies ServiceLife,
    }))
  }
  const quieted: CaseFacts['quieted'] = (service, window, fixed) =>
    diagrams.any(
      onceDelivered(service.id).map(({ isThen, life }) =>
        diagrams.all([isThen, quietedBy(service, life, window, fixed, judged)]),
      ),
    )
  const askedAgain: CaseFacts['stillAsked'] = (service, window) => {
    if (!service.answersQuestion) return window
    return onceDelivered(service.id).reduce((all, { isThen, life }) => {
      const reopened = onceReopened(window, diagrams.known(asOf), { service }, life, judged)
      const asked = diagrams.combine(stillAsked(service, life, judged), reopened, whileSo)
      return diagrams.combine(
        diagrams.combine(isThen, asked, whileSo),
        diagrams.combine(diagrams.not(isThen), all, whileSo),
        moreUrgent,
      )
    }, window)
  }
  return {
    ruleSet,
    policy,
    asOf,
    diagrams,
    holds,
    window: (timing) => windows(JSON.stringify(timing)),
    stillAsked: askedAgain,
    quieted,
    delivered: (service) => diagrams.map(shared.delivery(service), isThere),
    deliveredRecently,
    fact,
  }
}
