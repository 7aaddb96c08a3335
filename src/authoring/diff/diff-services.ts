import { type Diagram, type Value, valuesOf } from '../../core/diagram/diagram'
import { decodeWindow } from '../../core/time/window'
import type { AllCases } from '../check/all-cases'
import type { Deescalation, Escalation, Said } from '../check/case-difference'
import type { WindowCode } from '../check/case-facts'
import type { RuleCases } from '../check/rule-cases'
import { isHoldSettled, isSettled, saidOf } from '../check/said-of'
import type { Suspected } from '../check/suspected'

type Kind = Escalation | Deescalation

/** In which cases two rule sets say something else of a service: whether, when, and whether it is held. */
export function diffServices(before: RuleCases, after: RuleCases, { diagrams }: AllCases): readonly Suspected<Kind>[] {
  const ids = new Set([before, after].flatMap(({ facts }) => facts.ruleSet.services.map(({ id }) => id)))
  return [...ids].flatMap((service) => {
    const [old, now] = [before.recommended(service), after.recommended(service)]
    const windows = diagrams.combine(old, now, changeOfWindow)
    const holds = diagrams.combine(before.held(service), after.held(service), changeOfHold)
    const held = diagrams.combine(diagrams.combine(old, now, areBoth), holds, whileBoth)
    return [windows, held].flatMap((changes) => kindsIn(changes).map((kind) => suspected(kind, service, changes)))
  })

  function suspected(kind: Kind, service: string, changes: Diagram<Value>): Suspected<Kind> {
    return {
      kind,
      of: service,
      shownBy: diagrams.map(changes, (change) => change === kind),
      proves: (one, other) =>
        [one, other].every((run) => isSettled(run, service) && (!isHold(kind) || isHoldSettled(run, service))) &&
        kindOf(saidOf(one, service), saidOf(other, service)).includes(kind),
    }
  }
}

function changeOfWindow(before: WindowCode | null, after: WindowCode | null): Kind | null {
  if (before === null) return after === null ? null : 'service-added'
  if (after === null) return 'service-removed'
  const [old, now] = [daysOf(before), daysOf(after)]
  return now < old ? 'window-earlier' : now > old ? 'window-later' : null
}

/** By its last day, then by its first; on whose authority it stands makes no window earlier. */
function daysOf(window: WindowCode): string {
  const { by, from } = decodeWindow(window)
  return `${by} ${from}`
}

const changeOfHold = (before: boolean, after: boolean): Kind | null =>
  before === after ? null : before ? 'hold-removed' : 'hold-added'

const isHold = (kind: Kind): boolean => kind === 'hold-added' || kind === 'hold-removed'

const areBoth = (before: WindowCode | null, after: WindowCode | null): boolean => before !== null && after !== null
const whileBoth = (both: boolean, change: Kind | null): Kind | null => (both ? change : null)

const kindsIn = (changes: Diagram<Value>): readonly Kind[] =>
  valuesOf(changes)
    .filter((change) => change !== null)
    .map((change) => change as Kind)
    .sort()

/** By the most urgent window; where that is the same, by the least urgent one. */
const windowText = ({ startBy, startFrom, latestBy, latestFrom }: Said): string =>
  [startBy, startFrom, latestBy, latestFrom].join(' ')

/** The same of two advices on one case. */
export function kindOf(before: Said | null, after: Said | null): readonly Kind[] {
  if (!before || !after) return before ? ['service-removed'] : after ? ['service-added'] : []
  const [old, now] = [before, after].map(windowText) as [string, string]
  const hold = changeOfHold(before.held, after.held)
  return [
    ...(now < old ? (['window-earlier'] as const) : now > old ? (['window-later'] as const) : []),
    ...(hold ? [hold] : []),
  ]
}
