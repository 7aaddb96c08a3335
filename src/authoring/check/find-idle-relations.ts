import { ENGINE_RULES } from '../../core/advice'
import type { Diagram } from '../../core/diagram/diagram'
import { inside, type Place } from '../../core/rules/finding'
import type { NeedUse, Rule, RuleSet, Service } from '../../core/rules/rule-set'
import { decodeWindow, stateOf } from '../../core/time/window'
import type { WindowCode } from './case-facts'
import { type Claim, isNever, readsOf } from './claim'
import type { World } from './world'

/**
 * The order of services and what they need do not turn on how long a month is: what is so on one day is so on each, and
 * the claims here read no day.
 */
type Cover = Service['covers'][number]

/**
 * Relations between services that never have an effect, whatever the case: a cover of what is never due after it, a
 * service that stands in for one that is never blocked, one that is not for people for whom nobody would ask for it, a
 * place in the order that is the same without it, a need that is never there.
 */
export function findIdleRelations(
  ruleSet: RuleSet,
  placeOf: (rule: Rule) => Place,
  placeOfService: (service: Service) => Place,
): readonly Claim[] {
  const { services, rules } = ruleSet
  return [
    ...services.flatMap((service) => {
      const place = placeOfService(service)
      return [
        ...service.covers.map((cover, at) => idleCover(service, cover, inside(place, 'covers', at))),
        ...(service.meanwhile ? [idleStandIn(service, inside(place, 'meanwhile'))] : []),
        ...(service.notFor ? [idleExclusion(service, inside(place, 'notFor'))] : []),
        ...(service.beside ? [idleBeside(service, inside(place, 'beside'))] : []),
        ...service.needs.flatMap((use, at) =>
          use.when ? [idleNeed(service.id, use, [service.id], inside(place, 'needs', at))] : [],
        ),
      ]
    }),
    ...rules.flatMap((rule) => {
      if (rule.event.type !== 'recommend') return []
      const of = rule.event.params.services
      return [
        ...(rule.priority === undefined ? [] : [idlePriority(rule, of, ruleSet, inside(placeOf(rule), 'priority'))]),
        ...rule.needs.map((use, at) => idleRuleNeed(rule, use, of, services, inside(placeOf(rule), 'needs', at))),
      ]
    }),
  ]
}

const listed = ({ advice }: Parameters<Claim['proves']>[0], service: string) =>
  advice.recommendations.find((one) => one.service === service)

const sometimes = (shown: Diagram<boolean>, world: World): Diagram<boolean> =>
  isNever(shown) ? world.cases.diagrams.known(true) : shown

function idleCover(service: Service, cover: Cover, place: Place): Claim {
  const covered = cover.service
  return {
    code: 'cover-without-effect',
    place,
    about: `${service.id} ${covered} ${(cover.reasons ?? []).join(' ')} ${cover.upToRank ?? ''}`,
    reads: [],
    message: () => ({
      nl: `dit maakt ${covered} nooit overbodig: ${service.id} gaat er in geen enkel geval aan vooraf om deze redenen`,
      en: `this never makes ${covered} superfluous: in no case does ${service.id} stand before it for these reasons`,
    }),
    holds: (world) => isNever(mayCover(service, cover, world)),
    shownBy: (world) => sometimes(world.rules.spokenFor(service.id), world),
    proves: (run) =>
      !listed(run, covered)?.coveredBy.some(
        (relation) => relation.service === service.id && relation.certainty === 'certain',
      ),
  }
}

/** At least the cases in which it covers: what else stands there can still put the other first. */
function mayCover(service: Service, cover: Cover, { rules, cases: { diagrams }, facts }: World): Diagram<boolean> {
  const reasons = rules
    .reasonsFor(cover.service)
    .filter(({ rule, fixed }) => (cover.reasons?.includes(rule.id) ?? true) && (!cover.fixedMoments || fixed))
  const speaking = diagrams.any(reasons.map(({ rule }) => rules.speaks(rule, cover.service)))
  // What was delivered lately covers the same as when it was still to come.
  if (cover.upToRank === undefined) return speaking
  const isPlanned = (window: WindowCode | null): boolean =>
    window !== null && stateOf(decodeWindow(window), facts.asOf) === 'planned'
  const before = rules
    .reasonsFor(service.id)
    .filter(({ rank }) => rank <= (cover.upToRank ?? rank))
    .flatMap((by) =>
      reasons.map((one) =>
        diagrams.all([
          rules.speaks(by.rule, service.id),
          rules.speaks(one.rule, cover.service),
          by.rank <= one.rank ? diagrams.known(true) : diagrams.map(rules.window(one.rule), isPlanned),
        ]),
      ),
    )
  const free = [rules.held(service.id), ...(cover.evenBlocked ? [] : [rules.blocked(service.id)])].map(diagrams.not)
  return diagrams.all([...free, diagrams.any(before)])
}

function idleStandIn(service: Service, place: Place): Claim {
  const standIn = service.meanwhile?.service ?? ''
  return {
    code: 'meanwhile-without-effect',
    place,
    about: `${service.id} ${standIn}`,
    reads: [],
    message: () => ({
      nl: `${standIn} hoeft nooit in te vallen: ${service.id} wacht in geen enkel geval ergens op`,
      en: `${standIn} never has to stand in: in no case does ${service.id} wait for anything`,
    }),
    holds: ({ rules: cases, cases: { diagrams } }) =>
      isNever(
        diagrams.all([
          cases.spokenFor(service.id),
          cases.blocked(service.id),
          diagrams.not(cases.held(service.id)),
          diagrams.not(cases.notFor(standIn)),
        ]),
      ),
    shownBy: (world) => sometimes(world.rules.spokenFor(service.id), world),
    proves: (run) => listed(run, service.id)?.meanwhile === undefined,
  }
}

function idleExclusion(service: Service, place: Place): Claim {
  const asked = ({ rules: cases, cases: { diagrams } }: World): Diagram<boolean> =>
    diagrams.any(cases.reasonsFor(service.id).map(({ rule }) => cases.met(rule)))
  return {
    code: 'not-for-without-effect',
    place,
    about: service.id,
    reads: [],
    message: () => ({
      nl: `voor deze mensen vraagt geen enkele regel ${service.id}: er is niets om uit te zonderen`,
      en: `for these people no rule asks for ${service.id}: there is nothing to except`,
    }),
    holds: (world) => isNever(world.cases.diagrams.all([asked(world), world.rules.notFor(service.id)])),
    shownBy: (world) => sometimes(asked(world), world),
    proves: (run) => listed(run, service.id)?.waivedBy.every(({ rule }) => rule !== ENGINE_RULES.notFor) ?? false,
  }
}

function idleBeside(service: Service, place: Place): Claim {
  return {
    code: 'beside-without-effect',
    place,
    about: service.id,
    reads: [],
    message: () => ({
      nl: `${service.id} staat nooit naast een andere dienst: er is niets om niet op te wachten`,
      en: `${service.id} never stands beside another service: there is nothing not to wait for`,
    }),
    holds: ({ rules: cases, cases: { diagrams }, facts }) => {
      if (service.level === 'group') return true
      const others = facts.ruleSet.services.filter(({ id, level }) => id !== service.id && level === 'person')
      const beside = diagrams.any(others.map(({ id }) => cases.spokenFor(id)))
      return isNever(diagrams.all([cases.spokenFor(service.id), beside]))
    },
    shownBy: (world) => sometimes(world.rules.spokenFor(service.id), world),
    proves: (run) => !run.advice.also.includes(service.id),
  }
}

function idleNeed(about: string, { need, when }: NeedUse, services: readonly string[], place: Place): Claim {
  return {
    code: 'need-without-effect',
    place,
    about: `${about} ${need.id}`,
    reads: [],
    message: () => ({
      nl: `${need.id} is hier nooit nodig: de voorwaarde geldt niet als de dienst wordt aanbevolen`,
      en: `${need.id} is never needed here: its condition does not hold when the service is recommended`,
    }),
    applies: (world) => services.some((service) => !isNever(world.rules.spokenFor(service))),
    holds: ({ rules: cases, facts, cases: { diagrams } }) =>
      services.every((service) =>
        isNever(diagrams.all([cases.spokenFor(service), when ? facts.holds(when) : diagrams.known(true)])),
      ),
    shownBy: ({ rules: cases, cases: { diagrams } }) =>
      diagrams.any(services.map((service) => cases.spokenFor(service))),
    proves: (run) =>
      services.every((service) => !listed(run, service)?.blockedBy.some((block) => block.need === need.id)),
  }
}

/** What its services need already, a rule need not ask for again. */
function idleRuleNeed(
  rule: Rule,
  use: NeedUse,
  of: readonly string[],
  services: readonly Service[],
  place: Place,
): Claim {
  const claim = idleNeed(rule.id, use, of, place)
  const isDouble = of.every((id) =>
    services
      .find((one) => one.id === id)
      ?.needs.some((own) => own.need === use.need && !own.when && own.before === use.before),
  )
  if (!isDouble) return { ...claim, holds: (world) => use.when !== undefined && claim.holds(world) }
  return {
    ...claim,
    message: () => ({
      nl: `${use.need.id} is voor deze dienst altijd al nodig: de regel voegt niets toe`,
      en: `${use.need.id} is needed for this service always: the rule adds nothing`,
    }),
    holds: () => true,
    proves: (run) => run.rule(rule.id) !== 'not-met',
    shownBy: (world) => world.rules.met(rule),
  }
}

/** A rank that stands between the same ranks of other services, and in the same covers, as the service's own. */
function idlePriority(rule: Rule, of: readonly string[], { rules, services }: RuleSet, place: Place): Claim {
  const rank = rule.priority as number
  const isIdleFor = (service: Service): boolean => {
    const others = services
      .filter(({ id, level }) => id !== service.id && level === service.level)
      .flatMap((other) => [other.rank, ...ranksOf(other.id, rules)])
    const limits = service.covers.flatMap(({ upToRank }) => upToRank ?? [])
    const sides = (one: number): string =>
      [...others.map((other) => Math.sign(one - other)), ...limits.map((limit) => one <= limit)].join()
    return sides(rank) === sides(service.rank)
  }
  return {
    code: 'priority-without-effect',
    place,
    about: rule.id,
    reads: readsOf([rule]),
    message: () => ({
      nl: `met of zonder deze plaats (${rank}) komt geen dienst eerder of later aan de beurt`,
      en: `with or without this place (${rank}) no service has its turn earlier or later`,
    }),
    applies: (world) => !isNever(world.rules.met(rule)),
    holds: () => services.filter(({ id }) => of.includes(id)).every(isIdleFor),
    shownBy: (world) => world.rules.met(rule),
    proves: (run) => run.rule(rule.id) === 'met',
  }
}

const ranksOf = (service: string, rules: readonly Rule[]): readonly number[] =>
  rules.flatMap(({ event, priority }) =>
    event.type === 'recommend' && priority !== undefined && event.params.services.includes(service) ? [priority] : [],
  )
