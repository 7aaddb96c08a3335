import type { Day } from '../../core/calendar/day'
import { type ReasonRule, rulesByService, type ServiceRules } from '../../core/decide/service-rules'
import type { Diagram } from '../../core/diagram/diagram'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { Expanded, Rule, RuleSet } from '../../core/rules/rule-set'
import { type AllCases, casesUnder, openCases } from '../check/all-cases'
import type { WindowCode } from '../check/case-facts'
import { isNever } from '../check/claim'
import { policyOf } from '../check/policy-of'
import { type RuleCases, ruleCases, together } from '../check/rule-cases'
import type { Suspected } from '../check/suspected'
import { diffRules } from '../diff/diff-rules'
import { diffServices } from '../diff/diff-services'
import type { Mutated } from './apply-mutant'

/** Every case on one day under one policy, as the rule set and a mutant of it see them. */
export interface TwoSides {
  readonly cases: AllCases
  readonly before: RuleCases
  readonly after: RuleCases
}

export function twoSides(before: RuleSet, after: RuleSet, overrides: PolicyOverrides, day: Day): TwoSides {
  const under = [before, after].map((ruleSet) => casesUnder(ruleSet, policyOf(ruleSet, overrides)))
  const cases = openCases(under, day, 'any')
  const [one, other] = cases.sides.map(ruleCases) as [RuleCases, RuleCases]
  return { cases, before: one, after: other }
}

/** Whether what was changed comes to the same in every case: each rule with its window, each checklist, each milestone. */
export const isSameInEveryPart = (sides: TwoSides, mutated: Mutated): boolean =>
  isSameButForWindows(sides, mutated) &&
  changedRules(sides, mutated).every(([old, now]) => sides.before.window(old) === sides.after.window(now))

/** The same with the windows left aside: a later one can be hidden behind that of another rule. */
export function isSameButForWindows(sides: TwoSides, mutated: Mutated): boolean {
  const { before, after } = sides
  const { ruleSet, checklists, milestones, parameter } = mutated
  const original = before.facts.ruleSet
  const conditions: readonly (readonly [Expanded | undefined, Expanded])[] = [
    ...(parameter === undefined ? checklists : ruleSet.checklists).map(({ id, positive }) => {
      return [original.checklists.find((one) => one.id === id)?.positive, positive] as const
    }),
    ...(parameter === undefined ? milestones : ruleSet.milestones).map(({ id, appliesWhen }) => {
      return [original.milestones.find((one) => one.id === id)?.appliesWhen, appliesWhen] as const
    }),
  ]
  return (
    changedRules(sides, mutated).every(([old, now]) => before.met(old) === after.met(now) && doTheSame(old, now)) &&
    conditions.every(([old, now]) => old !== undefined && before.facts.holds(old) === after.facts.holds(now)) &&
    (parameter === undefined ||
      ruleSet.services.every(({ id }) => before.facts.deliveredRecently(id) === after.facts.deliveredRecently(id)))
  )
}

const describe = ({ event, fixedMoment, needs, priority }: Rule): string =>
  JSON.stringify([event, fixedMoment, needs, priority])

const doTheSame = (one: Rule, other: Rule): boolean => describe(one) === describe(other)

/** A policy value may bear on any rule. */
function changedRules(
  { before }: TwoSides,
  { ruleSet, rules, parameter }: Mutated,
): readonly (readonly [Rule, Rule])[] {
  return (parameter === undefined ? rules : ruleSet.rules).map((rule) => {
    return [before.facts.ruleSet.rules.find(({ id }) => id === rule.id) ?? rule, rule]
  })
}

/** Whether the services that changed rules bear on are spoken for, recommended and held alike in every case. */
export function isSameInEveryService({ before, after, cases }: TwoSides, mutated: Mutated): boolean {
  /** By what a reason brings besides its window: another place in the order, another need, another cover. */
  const spokenFor = (side: RuleCases, service: string): ReadonlyMap<string, Diagram<WindowCode | null>> => {
    const named = new Set(
      side.facts.ruleSet.services.flatMap(({ covers }) => covers.flatMap((one) => one.reasons ?? [])),
    )
    const kinds = new Map<string, ReasonRule[]>()
    for (const reason of side.reasonsFor(service)) {
      const { rule, rank, fixed } = reason
      const kind = JSON.stringify([rank, fixed, rule.needs, named.has(rule.id) ? rule.id : ''])
      kinds.set(kind, [...(kinds.get(kind) ?? []), reason])
    }
    return new Map([...kinds].map(([kind, reasons]) => [kind, spokenWindow(side, reasons)]))
  }
  const none = cases.diagrams.known<WindowCode | null>(null)
  const sameReasons = (one: ReturnType<typeof spokenFor>, other: typeof one): boolean =>
    [...new Set([...one.keys(), ...other.keys()])].every(
      (kind) => (one.get(kind) ?? none) === (other.get(kind) ?? none),
    )
  return [before, after]
    .flatMap((side) => servicesTouched(side, mutated))
    .every(
      ({ service: { id } }) =>
        before.recommended(id) === after.recommended(id) &&
        before.held(id) === after.held(id) &&
        // With waivers aside: one that is not certain yet withdraws nothing.
        sameReasons(spokenFor(before, id), spokenFor(after, id)),
    )
}

/** The rules that bear on the same services as those that were changed, and these themselves. */
export const rulesBearing = (side: RuleCases, mutated: Mutated): readonly Rule[] => [
  ...(mutated.parameter === undefined ? mutated.rules : side.facts.ruleSet.rules),
  ...servicesTouched(side, mutated).flatMap(rulesOf),
]

function servicesTouched(side: RuleCases, { rules, parameter }: Mutated): readonly ServiceRules[] {
  const ids = new Set(rules.map(({ id }) => id))
  return rulesByService(side.facts.ruleSet).filter(
    (service) => parameter !== undefined || rulesOf(service).some(({ id }) => ids.has(id)),
  )
}

const rulesOf = ({ reasons, holds }: ServiceRules): readonly Rule[] => [
  ...new Set([...reasons.flatMap(({ rule, waivers }) => [rule, ...waivers]), ...holds]),
]

const spokenWindow = (side: RuleCases, reasons: ServiceRules['reasons']): Diagram<WindowCode | null> =>
  together(
    reasons.map(({ rule }) =>
      side.facts.diagrams.combine(side.met(rule), side.window(rule), (met, code) => (met ? code : null)),
    ),
    side.facts,
  )

/** In what some case comes out otherwise, what shows in an advice first; of windows that are hidden, nothing. */
export function suspectedIn({ cases, before, after }: TwoSides): readonly Suspected[] {
  const { diagrams } = cases
  const possible = cases.possible()
  const isHidden = ({ kind }: Suspected): boolean => kind === 'rule-window-earlier' || kind === 'rule-window-later'
  return [...diffServices(before, after, cases), ...diffRules(before, after, cases)]
    .filter((one) => !isHidden(one))
    .map((one) => ({ ...one, shownBy: diagrams.all([one.shownBy, possible]) }))
    .filter(({ shownBy }) => !isNever(shownBy))
}
