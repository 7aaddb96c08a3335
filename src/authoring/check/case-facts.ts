import type { Day } from '../../core/calendar/day'
import { addDuration } from '../../core/calendar/duration'
import type { Case } from '../../core/case/case'
import type { Diagram, Forest, Value } from '../../core/diagram/diagram'
import { compare } from '../../core/evaluate/compare'
import type { FactContext, Marks } from '../../core/facts/context'
import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import { memo } from '../../core/memo'
import type { Leaf, TimingDocument } from '../../core/rules/document'
import { duration, number, type Policy, parameterIn } from '../../core/rules/policy'
import { type Expanded, type RuleSet, thresholdOf } from '../../core/rules/rule-set'
import { encodeWindow, windowFrom } from '../../core/time/window'

export const FIRST_DAY = 'absence.effectiveFirstDay'
export const REPORTS = 'absence.reportsInWindow'

/** A window as `encodeWindow` writes it: the smaller, the more urgent. */
export type WindowCode = ReturnType<typeof encodeWindow>

/** What one rule set, under one policy, makes of every case on one day. */
export interface CaseFacts {
  readonly ruleSet: RuleSet
  readonly policy: Policy
  readonly asOf: Day
  readonly forest: Forest
  /** True in the cases that meet a condition. */
  holds(condition: Expanded): Diagram<boolean>
  /** The window of a rule; null in the cases in which it has none. */
  window(timing: TimingDocument): Diagram<WindowCode | null>
  /** True in the cases in which a service was delivered too recently to be recommended again. */
  deliveredRecently(service: string): Diagram<boolean>
  fact(id: string): Diagram<Value>
}

/** What every rule set shares: the dimensions in which cases differ. */
export interface SharedFacts {
  firstDay(): Diagram<Value>
  reports(): Diagram<Value>
  asked(id: string): Diagram<Value>
  item(id: string, name: string): Diagram<boolean>
  /** The day of the latest delivery of a service; null where there is none. */
  delivery(service: string): Diagram<Value>
}

export function caseFacts(
  { ruleSet, policy, marks }: { readonly ruleSet: RuleSet; readonly policy: Policy; readonly marks: Marks },
  opened: Case,
  forest: Forest,
  shared: SharedFacts,
): CaseFacts {
  const { asOf } = opened
  const fact = memo((id: string): Diagram<Value> => {
    const parameter = parameterIn(id)
    if (parameter !== undefined) return forest.known(number(policy, parameter))
    if (id === FIRST_DAY) return shared.firstDay()
    if (id === REPORTS) return shared.reports()
    const derived = DERIVED_FACTS.get(id)
    return derived ? derived.derive(context) : shared.asked(id)
  })
  const context: FactContext = { opened, policy, marks, forest, fact, once: (_, make) => make() }
  // Leaves that say the same are one, also where two rules write them.
  const leaf = memo((text: string): Diagram<boolean> => {
    const { fact: id, operator, ...rest } = JSON.parse(text) as Leaf
    const threshold = thresholdOf({ fact: id, operator, ...rest }, policy)
    if (operator === 'contains') return shared.item(id, String(threshold))
    if (operator === 'doesNotContain') return forest.not(shared.item(id, String(threshold)))
    return forest.map(fact(id), (value) => compare(operator, value, threshold))
  })
  const holds = memo((condition: Expanded): Diagram<boolean> => {
    if ('all' in condition) return forest.all(condition.all.map(holds))
    if ('any' in condition) return forest.any(condition.any.map(holds))
    return leaf(JSON.stringify(condition))
  })
  const windows = memo((text: string): Diagram<WindowCode | null> => {
    const timing = JSON.parse(text) as TimingDocument
    const anchor = timing.anchor === 'asOf' ? forest.known<Value>(asOf) : fact(timing.anchor)
    return forest.map(anchor, (day) => {
      const window = windowFrom(timing, day as Day | null, asOf, policy)
      return window && encodeWindow(window)
    })
  })
  const deliveredRecently = memo((service: string): Diagram<boolean> => {
    const repeatAfter = duration(policy, 'services.repeatAfter')
    return forest.map(shared.delivery(service), (on) => on !== null && asOf < addDuration(on as Day, repeatAfter))
  })
  return {
    ruleSet,
    policy,
    asOf,
    forest,
    holds,
    window: (timing) => windows(JSON.stringify(timing)),
    deliveredRecently,
    fact,
  }
}
