import type { Length, RuleDocument } from '../../core/rules/document'
import { inside, type Place } from '../../core/rules/finding'
import type { Policy } from '../../core/rules/policy'
import type { Mutant, MutantKind } from './mutant'
import { lengthsAround } from './mutate-length'

export interface RuleSurroundings {
  readonly policy: Policy
  /** In the order of the catalogue. */
  readonly services: readonly string[]
}

/** Every small fault in what a rule does and when; its conditions are apart. */
export function mutateRule(rule: RuleDocument, place: Place, around: RuleSurroundings): readonly Mutant[] {
  return [
    { kind: 'rule', place: inside(place, 'conditions'), to: { any: [] }, change: `without ${rule.id}` },
    ...(rule.timing ? mutateTiming(rule.timing, inside(place, 'timing'), around) : []),
    ...mutateEvent(rule.event, inside(place, 'event', 'params'), around),
    ...(rule.fixedMoment
      ? [{ kind: 'moment', place: inside(place, 'fixedMoment'), to: false, change: 'true -> false' } as const]
      : []),
  ]
}

type Timing = NonNullable<RuleDocument['timing']>

function mutateTiming(timing: Timing, place: Place, { policy }: RuleSurroundings): readonly Mutant[] {
  const { anchor, whenPassed } = timing
  const moved = (['from', 'until'] as const).flatMap((end) =>
    movedLength('window', timing[end], inside(place, end), policy),
  )
  // What counts from the day itself never passes.
  if (anchor === 'asOf') return moved
  const to = whenPassed === 'over' ? 'overdue' : 'over'
  return [...moved, { kind: 'window', place: inside(place, 'whenPassed'), to, change: `${whenPassed} -> ${to}` }]
}

const movedLength = (kind: MutantKind, length: Length, place: Place, policy: Policy): readonly Mutant[] =>
  lengthsAround(length, policy).map((to) => ({ kind, place, to, change: `${lengthText(length)} -> ${to}` }))

const lengthText = (length: Length): string =>
  typeof length === 'string' ? length : [length.policy, length.plus].filter(Boolean).join(' + ')

function mutateEvent(
  { type, params }: RuleDocument['event'],
  place: Place,
  { policy, services }: RuleSurroundings,
): readonly Mutant[] {
  if (type === 'notice') return []
  const key = 'rules' in params ? 'rules' : 'services'
  const list: readonly string[] = 'rules' in params ? params.rules : params.services
  const changed = (to: readonly string[], change: string): Mutant => {
    return { kind: 'service', place: inside(place, key), to, change }
  }
  const others = list.flatMap((one, at) => {
    const other = key === 'services' ? neighbourOf(one, list, services) : undefined
    return [
      ...(list.length > 1 ? [changed(list.toSpliced(at, 1), `without ${one}`)] : []),
      ...(other === undefined ? [] : [changed(list.with(at, other), `${one} -> ${other}`)]),
    ]
  })
  if (type !== 'hold' || !('reviewAfter' in params)) return others
  return [...others, ...movedLength('review', params.reviewAfter, inside(place, 'reviewAfter'), policy)]
}

/** The next service of the catalogue that is not in the list. */
function neighbourOf(service: string, list: readonly string[], services: readonly string[]): string | undefined {
  const at = services.indexOf(service)
  return [...services.slice(at + 1), ...services.slice(0, at)].find((one) => !list.includes(one))
}
