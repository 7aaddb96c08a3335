import type { Issue } from '../issue/issue'
import { checkCondition } from './check-condition'
import { checkLength, runsBackwards } from './check-window'
import type { Length } from './document'
import { finding, inside, type Place, unknownName } from './finding'
import type { RuleSetNames } from './names'
import type { Documents } from './read-documents'

/** A milestone counts from facts that are days, and its window does not start after its own day. */
export function checkMilestones({ milestones }: Documents, names: RuleSetNames): Issue[] {
  return milestones.milestones.flatMap((milestone, index) => {
    const place: Place = { file: 'milestones.json', path: ['milestones', index] }
    const { after, otherwise, windowFrom, appliesFrom, appliesUntil, doneBy, conditions } = milestone
    const backwards = windowFrom !== undefined && runsBackwards(windowFrom, after.length, names)
    return [
      ...checkDay(after.anchor, inside(place, 'after', 'anchor'), names),
      ...checkGiven(after.length, inside(place, 'after', 'length'), names),
      ...(otherwise ? checkDay(otherwise.anchor, inside(place, 'otherwise', 'anchor'), names) : []),
      ...checkGiven(otherwise?.length, inside(place, 'otherwise', 'length'), names),
      ...checkGiven(windowFrom, inside(place, 'windowFrom'), names),
      ...(backwards
        ? [finding('invalid-window', inside(place, 'windowFrom'), 'the window starts after its own day')]
        : []),
      ...(appliesFrom ? checkDay(appliesFrom.anchor, inside(place, 'appliesFrom', 'anchor'), names) : []),
      ...checkGiven(appliesFrom?.length, inside(place, 'appliesFrom', 'length'), names),
      ...(appliesUntil === undefined ? [] : checkDay(appliesUntil, inside(place, 'appliesUntil'), names)),
      ...(doneBy === undefined ? [] : checkDay(doneBy, inside(place, 'doneBy'), names)),
      ...(conditions === undefined
        ? []
        : checkCondition(conditions, inside(place, 'conditions'), { ...names, named: {} })),
    ]
  })
}

const checkDay = (id: string, place: Place, names: RuleSetNames): Issue[] =>
  (names.asked.get(id) ?? names.facts.get(id))?.type === 'date'
    ? []
    : [unknownName('unknown-fact', place, 'day', id, names.days)]

const checkGiven = (length: Length | undefined, place: Place, names: RuleSetNames): Issue[] =>
  length === undefined ? [] : checkLength(length, place, names)
