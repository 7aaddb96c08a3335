import { documentsOf } from '../../core/rules/build-rule-set'
import type { ChecklistDocument, Condition, RuleDocument } from '../../core/rules/document'
import { expander } from '../../core/rules/expand-condition'
import { inside, type Place } from '../../core/rules/finding'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { type Claim, isNever } from './claim'
import type { World } from './world'

/** Cases that a checklist says it covers, and in which none of its rules is met. Unless it says so, they are those that make it positive. */
export function findGap(checklist: ChecklistDocument, place: Place): Claim {
  const region = checklist.covers ?? checklist.positive
  const gap = (world: World) => {
    const { diagrams } = world.cases
    const met = (condition: Condition) => world.written(condition, checklist)
    return diagrams.all([
      met(region),
      diagrams.not(diagrams.any(checklist.rules.map(({ conditions }) => met(conditions)))),
    ])
  }
  const expand = expander(checklist.conditions ?? {})
  return {
    code: 'gap',
    place: inside(place, checklist.covers ? 'covers' : 'positive'),
    about: checklist.id,
    reads: [],
    message: () => ({
      nl: 'er zijn gevallen die hieraan voldoen en waarin geen enkele regel van de checklist geldt',
      en: 'there are cases that meet this and in which no rule of the checklist is met',
    }),
    byOneCase: true,
    holds: (world) => !isNever(gap(world)),
    shownBy: gap,
    proves: (run) =>
      run.condition(expand(region)) === 'met' &&
      checklist.rules.every(({ conditions }) => run.condition(expand(conditions)) === 'not-met'),
  }
}

/** What a checklist says no more because its rules were disabled: in cases that it covers, and in which they alone spoke. */
export function findDisabledGaps(ruleSet: RuleSet, extended: RuleSet): readonly Claim[] {
  const disabled = (ruleSet.extension?.disabled ?? []).map(({ rule }) => rule)
  return [...documentsOf(extended).checklists.values()].flatMap((checklist) => {
    const gone = checklist.rules.filter(({ id }) => disabled.includes(id))
    return gone.length === 0 ? [] : [disabledGap(checklist, gone, disabled)]
  })
}

function disabledGap(checklist: ChecklistDocument, gone: readonly RuleDocument[], disabled: readonly string[]): Claim {
  const region = checklist.covers ?? checklist.positive
  const left = checklist.rules.filter((rule) => !gone.includes(rule))
  const names = gone.map(({ id }) => id).join(', ')
  const gap = (world: World) => {
    const { diagrams } = world.cases
    const met = (condition: Condition) => world.written(condition, checklist)
    return diagrams.all([
      met(region),
      diagrams.any(gone.map(({ conditions }) => met(conditions))),
      diagrams.not(diagrams.any(left.map(({ conditions }) => met(conditions)))),
    ])
  }
  const expand = expander(checklist.conditions ?? {})
  return {
    code: 'gap',
    place: { file: 'manifest.json', path: ['disables', disabled.indexOf(gone[0]?.id ?? '')] },
    about: `${checklist.id} ${names}`,
    reads: [],
    message: () => ({
      nl: `zonder ${names} zegt de checklist ${checklist.id} niets meer in gevallen die hij wel dekt`,
      en: `without ${names} the checklist ${checklist.id} says nothing any more in cases that it covers`,
    }),
    byOneCase: true,
    holds: (world) => !isNever(gap(world)),
    shownBy: gap,
    proves: (run) =>
      run.condition(expand(region)) === 'met' &&
      gone.some(({ conditions }) => run.condition(expand(conditions)) === 'met') &&
      left.every(({ conditions }) => run.condition(expand(conditions)) === 'not-met'),
  }
}

/** The conditions of what was disabled, which the rule set itself no longer asks about. */
export function disabledConditions(ruleSet: RuleSet, extended: RuleSet): readonly Expanded[] {
  const disabled = new Set((ruleSet.extension?.disabled ?? []).map(({ rule }) => rule))
  return [...documentsOf(extended).checklists.values()].flatMap(({ conditions = {}, covers, rules }) => {
    const gone = rules.filter(({ id }) => disabled.has(id))
    const asked = gone.length === 0 ? [] : [...gone.map((rule) => rule.conditions), ...(covers ? [covers] : [])]
    return asked.map(expander(conditions))
  })
}
