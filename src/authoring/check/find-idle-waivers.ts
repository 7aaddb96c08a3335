import { inside, type Place } from '../../core/rules/finding'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { type Claim, isNever, readsOf } from './claim'
import type { World } from './world'

/** Rules that are withdrawn whenever they are met, and waivers that withdraw nothing. */
export function findIdleWaivers(ruleSet: RuleSet, placeOf: (rule: Rule) => Place): readonly Claim[] {
  const waivers = ruleSet.rules.filter(({ event }) => event.type === 'waive')
  return ruleSet.rules.flatMap((rule) => {
    const { event } = rule
    if (event.type === 'recommend')
      return event.params.services.map((service) => alwaysWaived(rule, service, waivers, placeOf(rule)))
    if (event.type !== 'waive') return []
    const key = 'rules' in event.params ? 'rules' : 'services'
    const names = 'rules' in event.params ? event.params.rules : event.params.services
    return names.map((name, index) => {
      const targets = ruleSet.rules.filter((other) => withdraws(name, other))
      return waivesNothing(rule, name, targets, inside(placeOf(rule), 'event', 'params', key, index))
    })
  })
}

const withdraws = (name: string, { id, event }: Rule): boolean =>
  event.type === 'recommend' && (id === name || event.params.services.includes(name))

function alwaysWaived(rule: Rule, service: string, waivers: readonly Rule[], place: Place): Claim {
  return {
    code: 'rule-always-waived',
    place,
    about: `${rule.id} ${service}`,
    reads: readsOf([rule, ...waivers]),
    message: () => ({
      nl: `telkens als deze regel geldt, laat een andere hem vervallen: hij beveelt ${service} nooit aan`,
      en: `whenever this rule is met, another one waives it: it never recommends ${service}`,
    }),
    applies: (world) => !isNever(world.rules.met(rule)),
    holds: (world) => isNever(world.rules.speaks(rule, service)),
    shownBy: (world) => world.rules.met(rule),
    proves: (run) =>
      run.rule(rule.id) === 'met' &&
      run.advice.recommendations.every(
        (recommendation) =>
          recommendation.service !== service || recommendation.reasons.every((reason) => reason.rule !== rule.id),
      ),
  }
}

function waivesNothing(waiver: Rule, name: string, targets: readonly Rule[], place: Place): Claim {
  const together = (world: World) =>
    world.cases.diagrams.any(
      targets.map((target) => world.cases.diagrams.all([world.rules.met(waiver), world.rules.met(target)])),
    )
  return {
    code: 'waiver-without-effect',
    place,
    about: `${waiver.id} ${name}`,
    reads: readsOf([waiver, ...targets]),
    message: () => ({
      nl: `als deze regel geldt, is er nooit een aanbeveling die hij laat vervallen: ${name}`,
      en: `when this rule is met, there is never a recommendation for it to waive: ${name}`,
    }),
    applies: (world) =>
      !isNever(world.rules.met(waiver)) &&
      (targets.length === 0 || targets.some((target) => !isNever(world.rules.met(target)))),
    holds: (world) => isNever(together(world)),
    shownBy: (world) => world.rules.met(waiver),
    proves: (run) => run.rule(waiver.id) === 'met' && targets.every((target) => run.rule(target.id) === 'not-met'),
  }
}
