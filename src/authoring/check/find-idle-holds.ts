import { inside, type Place } from '../../core/rules/finding'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { type Claim, implies, isNever, readsOf } from './claim'

/** Holds on a service that hold it whenever it is recommended, or never. */
export function findIdleHolds({ rules }: RuleSet, placeOf: (rule: Rule) => Place): readonly Claim[] {
  return rules.flatMap((hold) =>
    hold.event.type === 'hold'
      ? hold.event.params.services.flatMap((service, index) => {
          const place = inside(placeOf(hold), 'event', 'params', 'services', index)
          const bearing = [hold, ...rules.filter((rule) => bearsOn(rule, service))]
          return [holdsAlways(hold, service, bearing, place), holdsNothing(hold, service, bearing, place)]
        })
      : [],
  )
}

const bearsOn = ({ event }: Rule, service: string): boolean =>
  event.type === 'waive' || (event.type === 'recommend' && event.params.services.includes(service))

function holdsAlways(hold: Rule, service: string, bearing: readonly Rule[], place: Place): Claim {
  return {
    code: 'hold-always',
    place,
    about: `${hold.id} ${service}`,
    reads: readsOf(bearing),
    message: () => ({
      nl: `telkens als ${service} wordt aanbevolen, houdt deze regel die aan: de dienst komt nooit vrij`,
      en: `whenever ${service} is recommended, this rule holds it: the service never comes free`,
    }),
    applies: (world) => !isNever(world.rules.spokenFor(service)),
    holds: (world) => implies(world, world.rules.spokenFor(service), world.rules.met(hold)),
    shownBy: (world) => world.rules.spokenFor(service),
    proves: (run) =>
      run.advice.recommendations.some(
        (recommendation) =>
          recommendation.service === service &&
          recommendation.certainty === 'certain' &&
          recommendation.heldBy.some(({ rule, certainty }) => rule === hold.id && certainty === 'certain'),
      ),
  }
}

function holdsNothing(hold: Rule, service: string, bearing: readonly Rule[], place: Place): Claim {
  return {
    code: 'hold-without-effect',
    place,
    about: `${hold.id} ${service}`,
    reads: readsOf(bearing),
    message: () => ({
      nl: `als deze regel geldt, wordt ${service} nooit aanbevolen: er is niets om aan te houden`,
      en: `when this rule is met, ${service} is never recommended: there is nothing to hold`,
    }),
    applies: (world) => !isNever(world.rules.met(hold)),
    holds: (world) => isNever(world.cases.diagrams.all([world.rules.met(hold), world.rules.spokenFor(service)])),
    shownBy: (world) => world.rules.met(hold),
    proves: (run) =>
      run.rule(hold.id) === 'met' &&
      run.advice.recommendations.every((recommendation) => recommendation.service !== service),
  }
}
