import { addDuration } from '../../core/calendar/day'
import type { Length } from '../../core/rules/document'
import type { Place } from '../../core/rules/finding'
import { lengthOf } from '../../core/rules/length'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import type { WindowCode } from './case-facts'
import { type Claim, implies, isNever, readsOf } from './claim'
import type { World } from './world'

/** Rules that do nothing that another one does not do in every case in which they are met. */
export function findCoveredRules({ rules }: RuleSet, placeOf: (rule: Rule) => Place): readonly Claim[] {
  return rules.flatMap((rule, index) => {
    const others = rules.filter((other) => other !== rule && mayCover(other, rule))
    const before = others.filter((other) => rules.indexOf(other) < index)
    return [
      ...before.filter((other) => mayCover(rule, other)).map((other) => equalTo(rule, other, placeOf(rule))),
      ...others.map((other) => coveredBy(rule, other, placeOf(rule))),
    ]
  })
}

function equalTo(rule: Rule, other: Rule, place: Place): Claim {
  return {
    ...pair(rule, other, place),
    code: 'rule-equal',
    message: () => ({
      nl: `deze regel doet in elk geval precies wat ${other.id} doet`,
      en: `in every case this rule does exactly what ${other.id} does`,
    }),
    applies: (world) => [rule, other].every((one) => canSpeak(world, one)),
    holds: (world) => covers(world, other, rule) && covers(world, rule, other),
  }
}

function coveredBy(rule: Rule, other: Rule, place: Place): Claim {
  return {
    ...pair(rule, other, place),
    code: 'rule-subsumed',
    message: () => ({
      nl: `telkens als deze regel geldt, doet ${other.id} hetzelfde en niet later`,
      en: `whenever this rule is met, ${other.id} does the same, and no later`,
    }),
    applies: (world) => canSpeak(world, rule) && !(mayCover(rule, other) && covers(world, rule, other)),
    holds: (world) => covers(world, other, rule),
  }
}

const pair = (rule: Rule, other: Rule, place: Place) => ({
  place,
  about: `${rule.id} ${other.id}`,
  // Two lengths of time from one day may change places when that day is another.
  reads: [...readsOf([rule, other]), ...(sameTiming(rule, other) ? [] : ['asOf'])],
  shownBy: (world: World) => world.rules.met(rule),
  proves: (run: Parameters<Claim['proves']>[0]) => run.rule(rule.id) === 'met' && run.rule(other.id) === 'met',
})

const sameTiming = (rule: Rule, other: Rule): boolean => JSON.stringify(rule.timing) === JSON.stringify(other.timing)

/** What can be seen without looking at any case: that the other bears on everything that the rule bears on. */
function mayCover({ event: other, fixedMoment, ...covering }: Rule, { event, ...rule }: Rule): boolean {
  if (event.type === 'notice')
    return (
      other.type === 'notice' &&
      other.params.notice === event.params.notice &&
      other.params.withHold === event.params.withHold
    )
  if (event.type === 'waive') {
    if (other.type !== 'waive') return false
    if ('rules' in event.params) return 'rules' in other.params && isPart(event.params.rules, other.params.rules)
    return 'services' in other.params && isPart(event.params.services, other.params.services)
  }
  // A fixed moment comes back whatever was delivered; any other does not.
  if (event.type === 'recommend' && rule.fixedMoment && !fixedMoment) return false
  // What it needs or where it stands in the order is its own, unless the other says the same.
  const own = (one: Pick<Rule, 'needs' | 'priority'>): string => JSON.stringify([one.needs, one.priority])
  if (event.type === 'recommend' && own(rule) !== own(covering)) return false
  return other.type === event.type && 'services' in other.params && isPart(event.params.services, other.params.services)
}

const isPart = (part: readonly string[], whole: readonly string[]): boolean => part.every((one) => whole.includes(one))

/** Whether there are cases in which it does something. */
function canSpeak({ rules }: World, rule: Rule): boolean {
  if (rule.event.type !== 'recommend') return !isNever(rules.met(rule))
  return rule.event.params.services.every((service) => !isNever(rules.speaks(rule, service)))
}

/** Whether the other does in every case what the rule does. */
function covers(world: World, other: Rule, rule: Rule): boolean {
  const { rules } = world
  if (rule.event.type === 'recommend')
    return rule.event.params.services.every((service) => {
      const speaks = rules.speaks(rule, service)
      return implies(world, speaks, rules.speaks(other, service)) && noLater(world, other, rule, service)
    })
  return implies(world, rules.met(rule), rules.met(other)) && reviewsNoLater(world, other, rule)
}

function noLater({ rules, cases: { diagrams } }: World, other: Rule, rule: Rule, service: string): boolean {
  const later = diagrams.combine(rules.window(other), rules.window(rule), isLater)
  return isNever(diagrams.all([rules.speaks(rule, service), later]))
}

const isLater = (other: WindowCode | null, window: WindowCode | null): boolean =>
  other !== null && window !== null && other > window

function reviewsNoLater({ facts, cases: { asOf } }: World, { event: other }: Rule, { event }: Rule): boolean {
  if (event.type !== 'hold' || other.type !== 'hold') return true
  const [one, two] = [other.params, event.params]
  if (!('reviewAfter' in one && 'reviewAfter' in two))
    return 'reviewOn' in one && 'reviewOn' in two && one.reviewOn === two.reviewOn
  const reviewOn = (after: Length): number => addDuration(asOf, lengthOf(after, facts.policy))
  return reviewOn(one.reviewAfter) <= reviewOn(two.reviewAfter)
}
