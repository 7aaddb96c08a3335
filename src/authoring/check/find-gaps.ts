import type { ChecklistDocument, Condition } from '../../core/rules/document'
import { expander } from '../../core/rules/expand-condition'
import { inside, type Place } from '../../core/rules/finding'
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
