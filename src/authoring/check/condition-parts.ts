import type { ChecklistDocument, Condition, Leaf, RuleDocument } from '../../core/rules/document'
import { inside, type Place } from '../../core/rules/finding'
import type { NeedOf, ServiceDocument } from '../../core/rules/service-document'

/** Where named conditions are looked up. */
export type Scope = Pick<ChecklistDocument, 'id' | 'conditions'>

/** A whole condition: of a rule, of a checklist itself or of a milestone. */
export interface Root {
  readonly scope: Scope
  /** What it is the condition of. */
  readonly of: string
  readonly condition: Condition
  readonly place: Place
  readonly rule?: RuleDocument
}

/** A part of a condition where it is written: a comparison, a group or a reference in a group. */
export interface Part {
  readonly scope: Scope
  readonly condition: Condition
  readonly place: Place
  /** The group that it is a member of. */
  readonly group: 'all' | 'any'
  /** Every whole condition that comes to it, through references too. */
  readonly users: readonly Root[]
}

export function rootsOf(file: string, checklist: ChecklistDocument): readonly Root[] {
  const place: Place = { file, path: [] }
  return [
    { scope: checklist, of: checklist.id, condition: checklist.positive, place: inside(place, 'positive') },
    ...(checklist.covers
      ? [{ scope: checklist, of: checklist.id, condition: checklist.covers, place: inside(place, 'covers') }]
      : []),
    ...checklist.rules.map((rule, index) => ({
      scope: checklist,
      of: rule.id,
      condition: rule.conditions,
      place: inside(place, 'rules', index, 'conditions'),
      rule,
    })),
    ...checklist.rules.flatMap((rule, index) =>
      needRoots(rule.needs ?? [], rule.id, inside(place, 'rules', index, 'needs')),
    ),
  ]
}

/** The conditions of a service: when it needs something, and what asks its question again. */
export function serviceRoots({ id, needs, answersQuestion }: ServiceDocument, place: Place): readonly Root[] {
  const reopenedBy = answersQuestion?.reopenedBy
  return [
    ...needRoots(needs, id, inside(place, 'needs')),
    ...(reopenedBy
      ? [{ scope: { id }, of: id, condition: reopenedBy, place: inside(place, 'answersQuestion', 'reopenedBy') }]
      : []),
  ]
}

const needRoots = (needs: readonly NeedOf[], of: string, place: Place): readonly Root[] =>
  needs.flatMap((use, index) =>
    typeof use === 'object' && use.when
      ? [{ scope: { id: of }, of, condition: use.when, place: inside(place, index, 'when') }]
      : [],
  )

/** The members of groups in a checklist, outer ones first. */
export function partsOf(file: string, checklist: ChecklistDocument): readonly Part[] {
  const roots = rootsOf(file, checklist)
  const named = Object.entries(checklist.conditions ?? {}).map(([name, condition]) => ({
    condition,
    place: inside({ file, path: [] }, 'conditions', name),
  }))
  return [...roots, ...named].flatMap(({ condition, place }) =>
    members(condition, place).map((member) => ({
      ...member,
      scope: checklist,
      users: roots.filter((root) => holdsPart(root.condition, member.condition, checklist)),
    })),
  )
}

type Member = Pick<Part, 'condition' | 'place' | 'group'>

function members(condition: Condition, place: Place): readonly Member[] {
  const group = 'all' in condition ? 'all' : 'any' in condition ? 'any' : undefined
  if (!group) return []
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return list.flatMap((member, index) => {
    const at = inside(place, group, index)
    return [{ condition: member, place: at, group }, ...members(member, at)]
  })
}

/** Whether a condition comes to a part, which is told from parts that say the same by being itself. */
function holdsPart(condition: Condition, part: Condition, scope: Scope): boolean {
  if (condition === part) return true
  if ('all' in condition) return condition.all.some((member) => holdsPart(member, part, scope))
  if ('any' in condition) return condition.any.some((member) => holdsPart(member, part, scope))
  if (!('condition' in condition)) return false
  const named = scope.conditions?.[condition.condition]
  return named !== undefined && holdsPart(named, part, scope)
}

/** The comparisons of a condition, references followed. */
export function leavesIn(condition: Condition, scope: Scope): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap((member) => leavesIn(member, scope))
  if ('any' in condition) return condition.any.flatMap((member) => leavesIn(member, scope))
  if (!('condition' in condition)) return [condition]
  const named = scope.conditions?.[condition.condition]
  return named ? leavesIn(named, scope) : []
}

/** A condition in a few words of its own, for messages. */
export function shown(condition: Condition): string {
  if ('all' in condition) return `all (${condition.all.map(shown).join(', ')})`
  if ('any' in condition) return `any (${condition.any.map(shown).join(', ')})`
  if ('condition' in condition) return condition.condition
  const { fact, operator, value } = condition
  return `${fact} ${operator} ${typeof value === 'object' && 'fact' in value ? value.fact : JSON.stringify(value)}`
}
