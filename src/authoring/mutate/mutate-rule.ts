import type { Length, RuleDocument } from '../../core/rules/document'
import { inside, type Place } from '../../core/rules/finding'
import type { Policy } from '../../core/rules/policy'
import type { Rule, Service } from '../../core/rules/rule-set'
import type { NeedOf } from '../../core/rules/service-document'
import type { Mutant, MutantKind } from './mutant'
import { lengthsAround } from './mutate-length'

export interface Surroundings {
  readonly policy: Policy
  /** In the order of the catalogue. */
  readonly services: readonly Service[]
  readonly needs: readonly string[]
  readonly rules: readonly Rule[]
}

/** Every small fault in what a rule does and when; its conditions are apart. */
export function mutateRule(rule: RuleDocument, place: Place, around: Surroundings): readonly Mutant[] {
  return [
    { kind: 'rule', place: inside(place, 'conditions'), to: { any: [] }, change: `without ${rule.id}` },
    ...(rule.timing ? mutateTiming(rule.timing, inside(place, 'timing'), around) : []),
    ...mutateEvent(rule.event, inside(place, 'event', 'params'), around),
    ...(rule.fixedMoment
      ? [{ kind: 'moment', place: inside(place, 'fixedMoment'), to: false, change: 'true -> false' } as const]
      : []),
    ...(rule.event.type === 'recommend' ? mutateReason(rule, rule.event.params.services, place, around) : []),
  ]
}

/** What a reason needs besides, and where it puts its services. */
function mutateReason(
  { priority, needs = [] }: RuleDocument,
  of: readonly string[],
  place: Place,
  { services, needs: all }: Surroundings,
): readonly Mutant[] {
  const needed = services.filter(({ id }) => of.includes(id)).flatMap((service) => service.needs)
  const more = all.find(
    (need) =>
      !needed.some((use) => use.need.id === need) &&
      !needs.some((use) => (typeof use === 'string' ? use : use.need) === need),
  )
  return [
    ...(priority === undefined
      ? []
      : [
          { kind: 'priority', place: inside(place, 'priority'), to: undefined, change: `without ${priority}` } as const,
        ]),
    ...mutateNeeds(needs, inside(place, 'needs')),
    ...(more === undefined
      ? []
      : [{ kind: 'added', place: inside(place, 'needs'), to: [...needs, more], change: `with ${more}` } as const]),
  ]
}

/** Each need left out, without its condition, and asked for at another time. */
export function mutateNeeds(needs: readonly NeedOf[], place: Place): readonly Mutant[] {
  return needs.flatMap((use, at): readonly Mutant[] => {
    const { need, when, before } = typeof use === 'string' ? { need: use, when: undefined, before: undefined } : use
    const as = (to: NeedOf | undefined, change: string): Mutant => {
      const list = to === undefined ? needs.toSpliced(at, 1) : needs.with(at, to)
      return { kind: 'need', place, to: list, change }
    }
    return [
      as(undefined, `without ${need}`),
      as(
        { need, ...(when && { when }), ...(before ? {} : { before: true }) },
        before ? `${need} not before` : `${need} before`,
      ),
      ...(when ? [as({ need, ...(before && { before }) }, `${need} always`)] : []),
    ]
  })
}

type Timing = NonNullable<RuleDocument['timing']>

function mutateTiming(timing: Timing, place: Place, { policy }: Surroundings): readonly Mutant[] {
  const { anchor, whenPassed } = timing
  const moved = (['from', 'until'] as const).flatMap((end) =>
    movedLength('window', timing[end], inside(place, end), policy),
  )
  const limits = (['notBefore', 'worthwhileUntil'] as const).flatMap((limit): readonly Mutant[] => {
    const at = timing[limit]
    if (!at) return []
    const of = inside(place, limit)
    return [
      { kind: 'window', place: of, to: undefined, change: `without ${limit}` },
      ...movedLength('window', at.length, inside(of, 'length'), policy),
    ]
  })
  const shown: readonly Mutant[] =
    timing.notShownBefore === undefined
      ? []
      : [
          { kind: 'window', place: inside(place, 'notShownBefore'), to: undefined, change: 'without notShownBefore' },
          ...movedLength('window', timing.notShownBefore, inside(place, 'notShownBefore'), policy),
        ]
  const all = [...moved, ...limits, ...shown]
  // What counts from the day itself never passes, unless it says how long it is of use.
  if (anchor === 'asOf' && !timing.worthwhileUntil) return all
  const to = whenPassed === 'over' ? 'overdue' : 'over'
  return [...all, { kind: 'window', place: inside(place, 'whenPassed'), to, change: `${whenPassed} -> ${to}` }]
}

const movedLength = (kind: MutantKind, length: Length, place: Place, policy: Policy): readonly Mutant[] =>
  lengthsAround(length, policy).map((to) => ({ kind, place, to, change: `${lengthText(length)} -> ${to}` }))

const lengthText = (length: Length): string =>
  typeof length === 'string' ? length : [length.policy, length.plus].filter(Boolean).join(' + ')

function mutateEvent(
  { type, params }: RuleDocument['event'],
  place: Place,
  { policy, services, rules }: Surroundings,
): readonly Mutant[] {
  if (type === 'notice') return []
  const key = 'rules' in params ? 'rules' : 'services'
  const list: readonly string[] = 'rules' in params ? params.rules : params.services
  const names =
    key === 'services'
      ? services.map(({ id }) => id)
      : rules.flatMap(({ id, event }) => (event.type === 'recommend' ? [id] : []))
  const changed = (to: readonly string[], change: string, kind: MutantKind = 'service'): Mutant => {
    return { kind, place: inside(place, key), to, change }
  }
  const more = neighbourOf(list.at(-1) ?? '', list, names)
  const others = list.flatMap((one, at) => {
    const other = key === 'services' ? neighbourOf(one, list, names) : undefined
    return [
      ...(list.length > 1 ? [changed(list.toSpliced(at, 1), `without ${one}`)] : []),
      ...(other === undefined ? [] : [changed(list.with(at, other), `${one} -> ${other}`)]),
    ]
  })
  const wider = more === undefined ? [] : [changed([...list, more], `with ${more}`, 'added')]
  const listed = [...others, ...wider]
  if (type !== 'hold' || !('reviewAfter' in params)) return listed
  return [...listed, ...movedLength('review', params.reviewAfter, inside(place, 'reviewAfter'), policy)]
}

/** The next one of the catalogue that is not in the list. */
export function neighbourOf(service: string, list: readonly string[], services: readonly string[]): string | undefined {
  const at = services.indexOf(service)
  return [...services.slice(at + 1), ...services.slice(0, at)].find((one) => !list.includes(one))
}
