import { type AllCases, casesUnder, openCases } from '../analyse/all-cases'
import type { WindowCode } from '../analyse/case-facts'
import { isNever } from '../analyse/claim'
import { diffRules } from '../analyse/diff-rules'
import { diffServices } from '../analyse/diff-services'
import { policyOf } from '../analyse/policy-of'
import { type RuleCases, ruleCases } from '../analyse/rule-cases'
import type { Suspected } from '../analyse/suspected'
import type { Day } from '../calendar/day'
import type { Diagram } from '../facts/diagram'
import type { PolicyOverrides } from '../policy/policy'
import { rulesByService, type ServiceRules } from '../recommend/service-rules'
import type { RuleSet } from '../rule-set/rule-set'
import { moreUrgent } from '../schedule/window'
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
export function isSameInEveryPart({ before, after }: TwoSides, mutated: Mutated): boolean {
  const { rules, checklists, milestones } = before.facts.ruleSet
  const of = <Item extends { readonly id: string }>(items: readonly Item[], { id }: Item): Item =>
    items.find((item) => item.id === id) as Item
  const holds = (side: RuleCases, condition: Parameters<RuleCases['facts']['holds']>[0]) => side.facts.holds(condition)
  const parts = changedParts(mutated)
  return (
    parts.rules.every((rule) => {
      const old = of(rules, rule)
      return (
        before.met(old) === after.met(rule) &&
        before.window(old) === after.window(rule) &&
        JSON.stringify([old.event, old.fixedMoment]) === JSON.stringify([rule.event, rule.fixedMoment])
      )
    }) &&
    parts.checklists.every((one) => holds(before, of(checklists, one).positive) === holds(after, one.positive)) &&
    parts.milestones.every((one) => holds(before, of(milestones, one).appliesWhen) === holds(after, one.appliesWhen)) &&
    parts.services.every((id) => before.facts.deliveredRecently(id) === after.facts.deliveredRecently(id))
  )
}

/** A policy value may bear on anything. */
function changedParts({ ruleSet, rules, checklists, milestones, parameter }: Mutated) {
  const services = parameter === undefined ? [] : ruleSet.services.map(({ id }) => id)
  if (parameter === undefined) return { rules, checklists, milestones, services }
  return { rules: ruleSet.rules, checklists: ruleSet.checklists, milestones: ruleSet.milestones, services }
}

/** Whether the services that changed rules bear on are spoken for, recommended and held alike in every case. */
export function isSameInEveryService({ before, after, cases }: TwoSides, { rules }: Mutated): boolean {
  const ids = new Set(rules.map(({ id }) => id))
  const bearing = (side: RuleCases): readonly ServiceRules[] =>
    rulesByService(side.facts.ruleSet).filter(({ reasons, holds, waivers }) =>
      [...reasons.map(({ rule }) => rule), ...holds, ...waivers].some(({ id }) => ids.has(id)),
    )
  const spokenFor = (side: RuleCases, service: string): Diagram<WindowCode | null> =>
    mostUrgent(side, rulesByService(side.facts.ruleSet).find((one) => one.service.id === service)?.reasons ?? [], cases)
  return [before, after].flatMap(bearing).every(
    ({ service: { id } }) =>
      before.recommended(id) === after.recommended(id) &&
      before.held(id) === after.held(id) &&
      // With waivers aside: one that is not certain yet withdraws nothing.
      spokenFor(before, id) === spokenFor(after, id),
  )
}

function mostUrgent(
  side: RuleCases,
  reasons: ServiceRules['reasons'],
  { forest }: AllCases,
): Diagram<WindowCode | null> {
  let joined: Diagram<WindowCode | null> = forest.known(null)
  for (const { rule } of reasons) {
    const window = forest.combine(side.met(rule), side.window(rule), (met, code) => (met ? code : null))
    joined = forest.combine(joined, window, moreUrgent)
  }
  return joined
}

/** In what some case comes out otherwise, what shows in an advice first. */
export function suspectedIn({ cases, before, after }: TwoSides): readonly Suspected[] {
  const { forest } = cases
  const possible = cases.possible()
  const isHidden = ({ kind }: Suspected): boolean => kind === 'rule-window-earlier' || kind === 'rule-window-later'
  return [...diffServices(before, after, cases), ...diffRules(before, after, cases)]
    .filter((one) => !isHidden(one))
    .map((one) => ({ ...one, shownBy: forest.all([one.shownBy, possible]) }))
    .filter(({ shownBy }) => !isNever(shownBy))
}
