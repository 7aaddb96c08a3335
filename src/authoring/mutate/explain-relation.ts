import { type Day, parseDay } from '../../core/calendar/day'
import type { Diagram } from '../../core/diagram/diagram'
import type { NeedUse, RuleSet } from '../../core/rules/rule-set'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { isNever } from '../check/claim'
import { policyOf } from '../check/policy-of'
import type { RunCase } from '../check/run-case'
import { findWitness } from '../check/witness'
import { type World, worldOn } from '../check/world'
import type { Mutated } from './apply-mutant'
import type { Survival } from './explain-survivor'
import { runCaseUnder } from './run-case-under'

/** Whether a mutant leaves what every rule says alone: it is about needs, the order and the relations between services. */
export const isBesideRules = ({ rules, services }: Mutated, ruleSet: RuleSet): boolean =>
  services.length > 0 ||
  rules.some((rule) => {
    const before = ruleSet.rules.find(({ id }) => id === rule.id)
    const says = [rule, before].map((one) => JSON.stringify([one?.when, one?.event, one?.timing, one?.fixedMoment]))
    return says[0] === says[1]
  })

/**
 * Where two services meet, or one needs something, the whole advice of both rule sets is compared, in cases from there.
 * Proved equivalent only where there are no such cases at all.
 */
export function explainRelation(mutated: Mutated, ruleSet: RuleSet): Survival {
  const asOf = parseDay(ruleSet.manifest.validFrom) as Day
  const policy = policyOf(ruleSet)
  const world = worldOn(ruleSet, policy, asOf, 'any')
  const regions = regionsOf(mutated, ruleSet, world).filter((region) => !isNever(region))
  if (regions.length === 0) return { status: 'equivalent' }
  const of = [...mutated.services, ...mutated.rules][0]?.id ?? ''
  const differs = (snapshot: Snapshot): boolean => {
    const [before, after] = [ruleSet, mutated.ruleSet].map((one) => runCaseUnder(one, ruleSet, {}, snapshot))
    return before !== undefined && after !== undefined && decisionText(before) !== decisionText(after)
  }
  for (const region of regions) {
    const snapshot = findWitness(region, world.cases, differs)
    if (snapshot) return { status: 'survived', witness: { snapshot, kind: 'advice', of } }
  }
  return { status: 'survived' }
}

/** All that an advice decides, without its words. */
const decisionText = ({ advice: { next, also, recommendations, settled, status } }: RunCase): string =>
  JSON.stringify([next, also, settled, status, recommendations])

/** Cases in which it can be seen, the likeliest first. */
function regionsOf({ rules, services, ruleSet }: Mutated, before: RuleSet, world: World): readonly Diagram<boolean>[] {
  const { rules: cases, facts } = world
  const { diagrams } = world.cases
  const both = (one: string, other: string): readonly Diagram<boolean>[] => [
    diagrams.all([cases.spokenFor(one), cases.spokenFor(other)]),
    diagrams.all([facts.deliveredRecently(one), cases.spokenFor(other)]),
  ]
  const needed = (speaks: Diagram<boolean>, uses: readonly NeedUse[]): readonly Diagram<boolean>[] =>
    uses.map((use) => diagrams.all([speaks, cases.needed(use)]))
  const own = before.services
  return [
    ...rules.flatMap((rule) => {
      const met = cases.met(rule)
      const of = rule.event.type === 'recommend' ? rule.event.params.services : []
      const old = before.rules.find(({ id }) => id === rule.id)
      if (old?.priority === rule.priority) return needed(met, [...(old?.needs ?? []), ...rule.needs])
      return own
        .filter(({ id }) => !of.includes(id))
        .map(({ id }) => diagrams.all([met, ...of.map((one) => cases.speaks(rule, one)), cases.spokenFor(id)]))
    }),
    ...services.flatMap((service) => {
      const { id } = service
      const old = own.find((one) => one.id === id) ?? service
      const changed = (key: keyof typeof old): boolean => JSON.stringify(old[key]) !== JSON.stringify(service[key])
      return [
        ...(changed('needs') ? needed(cases.spokenFor(id), [...old.needs, ...service.needs]) : []),
        ...(changed('covers')
          ? [...new Set([...old.covers, ...service.covers].map((cover) => cover.service))].flatMap((one) =>
              both(id, one),
            )
          : []),
        ...(changed('meanwhile') ? [diagrams.all([cases.spokenFor(id), cases.blocked(id)])] : []),
        ...(changed('notFor') ? cases.reasonsFor(id).map(({ rule }) => cases.met(rule)) : []),
        ...(changed('answersQuestion') ? [diagrams.all([facts.delivered(id), cases.spokenFor(id)])] : []),
        ...(changed('beside') || changed('rank')
          ? ruleSet.services.filter((one) => one.id !== id).flatMap((one) => both(id, one.id).slice(0, 1))
          : []),
      ]
    }),
  ]
}
