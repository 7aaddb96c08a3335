import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import type { Length } from '../../core/rules/document'
import { lengthOf } from '../../core/rules/length'
import type { Policy, PolicyOverrides } from '../../core/rules/policy'
import type { MilestoneRule, NeedUse, RuleSet, Service } from '../../core/rules/rule-set'
import { policyOf } from '../check/policy-of'

/**
 * What an advice says besides whether a service is recommended, when, and whether it is held: deadlines, needs, notices,
 * and how services stand beside each other. Told by what is written, without a case; the gate sees it as well.
 */
export const BESIDES = {
  /** What asks for more or sooner. */
  escalation: ['deadline-added', 'deadline-earlier', 'need-removed', 'notice-added', 'cover-removed', 'excluded-fewer'],
  deescalation: [
    'deadline-removed',
    'deadline-later',
    'need-added',
    'notice-removed',
    'cover-added',
    'excluded-more',
    'meanwhile-removed',
  ],
  other: ['deadline-otherwise', 'notice-otherwise', 'order', 'meanwhile-added', 'beside', 'question', 'need-otherwise'],
} as const

export type BesideKind = (typeof BESIDES)[keyof typeof BESIDES][number]

export interface BesideDifference {
  readonly kind: BesideKind
  readonly effect: keyof typeof BESIDES
  /** The deadline, service, rule or notice. */
  readonly of: string
  readonly before: string | null
  readonly after: string | null
}

export function diffBesides(before: RuleSet, after: RuleSet, overrides?: PolicyOverrides): readonly BesideDifference[] {
  const policies = [policyOf(before, overrides), policyOf(after, overrides)] as const
  return [
    ...diffDeadlines(before, after, policies),
    ...pairs(before.services, after.services).flatMap(([old, now]) => [
      ...diffNeeds(now.id, old.needs, now.needs),
      ...diffValidity(now, policies),
      ...diffRelations(old, now),
    ]),
    ...pairs(before.rules, after.rules).flatMap(([old, now]) => [
      ...diffNeeds(now.id, old.needs, now.needs),
      ...(old.priority === now.priority ? [] : [told('order', now.id, rankText(old.priority), rankText(now.priority))]),
    ]),
    ...diffNotices(before, after),
  ]
}

const told = (kind: BesideKind, of: string, before: string | null, after: string | null): BesideDifference => {
  const effects = Object.keys(BESIDES) as (keyof typeof BESIDES)[]
  const effect = effects.find((one) => (BESIDES[one] as readonly string[]).includes(kind)) ?? 'other'
  return { kind, effect, of, before, after }
}

const pairs = <Part extends { readonly id: string }>(
  before: readonly Part[],
  after: readonly Part[],
): readonly (readonly [Part, Part])[] =>
  after.flatMap((now) => {
    const old = before.find(({ id }) => id === now.id)
    return old ? [[old, now] as const] : []
  })

const rankText = (rank: number | undefined): string | null => (rank === undefined ? null : String(rank))

function diffDeadlines(
  before: RuleSet,
  after: RuleSet,
  [old, now]: readonly [Policy, Policy],
): readonly BesideDifference[] {
  const gone = before.milestones.filter(({ id }) => !after.milestones.some((one) => one.id === id))
  const added = after.milestones.filter(({ id }) => !before.milestones.some((one) => one.id === id))
  return [
    ...gone.map((one) => told('deadline-removed', one.id, termText(one, old), null)),
    ...added.map((one) => told('deadline-added', one.id, null, termText(one, now))),
    ...pairs(before.milestones, after.milestones).flatMap(([one, other]): readonly BesideDifference[] => {
      const texts = [termText(one, old), termText(other, now)] as const
      if (texts[0] === texts[1]) return []
      const [was, is] = [daysTo(one, old), daysTo(other, now)]
      const moved = one.after.anchor === other.after.anchor ? Math.sign(is - was) : 0
      const kind = moved > 0 ? 'deadline-later' : moved < 0 ? 'deadline-earlier' : 'deadline-otherwise'
      return [told(kind, one.id, ...texts)]
    }),
  ]
}

/** On the average: only which of two is longer matters. */
const daysIn = (length: Length | undefined, policy: Policy): number => {
  if (length === undefined) return 0
  const { months, days } = lengthOf(length, policy)
  return months * 30.4375 + days
}

/** The later of the two days that it can count to, so that neither moves unseen. */
const daysTo = ({ after, otherwise, windowFrom }: MilestoneRule, policy: Policy): number =>
  daysIn(after.length, policy) + daysIn(otherwise?.length, policy) + daysIn(windowFrom, policy) / 1000

function termText({ after, otherwise, windowFrom, doneBy }: MilestoneRule, policy: Policy): string {
  const term = ({ anchor, length }: { readonly anchor: string; readonly length: Length }): string => {
    const { months, days } = lengthOf(length, policy)
    return `${anchor} + ${months > 0 ? `${months}M ` : ''}${days}D`
  }
  const opens = windowFrom === undefined ? [] : [`from ${JSON.stringify(lengthOf(windowFrom, policy))}`]
  return [
    term(after),
    ...(otherwise ? [`else ${term(otherwise)}`] : []),
    ...opens,
    ...(doneBy ? [`done by ${doneBy}`] : []),
  ].join('; ')
}

function diffNeeds(of: string, before: readonly NeedUse[], after: readonly NeedUse[]): readonly BesideDifference[] {
  const text = ({ need, when, before: first }: NeedUse): string =>
    [need.id, ...(first ? ['before'] : []), ...(when ? [JSON.stringify(when)] : [])].join(' ')
  const [old, now] = [before.map(text), after.map(text)]
  return [
    ...old.filter((one) => !now.includes(one)).map((one) => told('need-removed', of, one, null)),
    ...now.filter((one) => !old.includes(one)).map((one) => told('need-added', of, null, one)),
  ]
}

/** For how long what a service needs stays current is policy, and so decides whether it still has to be arranged. */
function diffValidity({ id, needs }: Service, [old, now]: readonly [Policy, Policy]): readonly BesideDifference[] {
  const days = needs.flatMap(({ need }) => DERIVED_FACTS.get(need.fact)?.from ?? [])
  const text = (policy: Policy, parameter: string): string =>
    `${parameter} ${JSON.stringify(lengthOf({ policy: parameter }, policy))}`
  const turns = [...DERIVED_FACTS.values()].flatMap(({ turnsAfter = [] }) => turnsAfter)
  return turns.flatMap(({ day, parameter }): readonly BesideDifference[] => {
    if (!days.includes(day)) return []
    const [was, is] = [text(old, parameter), text(now, parameter)]
    return was === is ? [] : [told('need-otherwise', id, was, is)]
  })
}

function diffRelations(old: Service, now: Service): readonly BesideDifference[] {
  const covers = ({ covers: all }: Service): readonly string[] =>
    all.map(({ service, evenBlocked, upToRank, reasons, fixedMoments }) =>
      [
        service,
        ...(evenBlocked ? ['even blocked'] : []),
        ...(upToRank === undefined ? [] : [`up to rank ${upToRank}`]),
        ...(reasons ? [`for ${reasons.join(', ')}`] : []),
        ...(fixedMoments ? ['fixed moments'] : []),
      ].join('; '),
    )
  const [was, is] = [covers(old), covers(now)]
  const regimes = [old.notFor?.regimes ?? [], now.notFor?.regimes ?? []] as const
  const standsIn = [old.meanwhile?.service ?? null, now.meanwhile?.service ?? null] as const
  const question = [old, now].map(
    ({ answersQuestion }) => answersQuestion && JSON.stringify(answersQuestion.reopenedBy ?? 'never'),
  )
  return [
    ...was.filter((one) => !is.includes(one)).map((one) => told('cover-removed', now.id, one, null)),
    ...is.filter((one) => !was.includes(one)).map((one) => told('cover-added', now.id, null, one)),
    ...regimes[0].filter((one) => !regimes[1].includes(one)).map((one) => told('excluded-fewer', now.id, one, null)),
    ...regimes[1].filter((one) => !regimes[0].includes(one)).map((one) => told('excluded-more', now.id, null, one)),
    ...(standsIn[0] === standsIn[1]
      ? []
      : [told(standsIn[1] === null ? 'meanwhile-removed' : 'meanwhile-added', now.id, ...standsIn)]),
    ...(old.rank === now.rank ? [] : [told('order', now.id, String(old.rank), String(now.rank))]),
    ...(Boolean(old.beside) === Boolean(now.beside)
      ? []
      : [told('beside', now.id, String(Boolean(old.beside)), String(Boolean(now.beside)))]),
    ...(question[0] === question[1] ? [] : [told('question', now.id, question[0] ?? null, question[1] ?? null)]),
  ]
}

/** The notices that rules can give; that one of them is given in fewer cases shows in the rules themselves. */
function diffNotices(before: RuleSet, after: RuleSet): readonly BesideDifference[] {
  const given = ({ rules }: RuleSet): ReadonlyMap<string, string> => {
    const found = new Map<string, string[]>()
    for (const { id, event } of rules)
      if (event.type === 'notice')
        found.set(event.params.notice, [
          ...(found.get(event.params.notice) ?? []),
          `${id} ${event.params.withHold ?? ''}`,
        ])
    return new Map([...found].map(([notice, by]) => [notice, by.sort().join(', ').trim()]))
  }
  const [old, now] = [given(before), given(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((notice): readonly BesideDifference[] => {
    const [was, is] = [old.get(notice) ?? null, now.get(notice) ?? null]
    if (was === is) return []
    return [told(is === null ? 'notice-removed' : was === null ? 'notice-added' : 'notice-otherwise', notice, was, is)]
  })
}
