import type { ChecklistDocument, Condition, Leaf, Length, RuleDocument } from '../../core/rules/document'
import { inside, type Place } from '../../core/rules/finding'
import type { Documents } from '../../core/rules/read-documents'
import { type Finding, findingAt } from './finding'

/** Numbers and lengths of time that stand in a rule itself, where no organisation can set them and no source is named. */
export function findWrittenThresholds({ checklists, milestones }: Documents): readonly Finding[] {
  return [
    ...[...checklists].flatMap(([file, checklist]) => inChecklist({ file, path: [] }, checklist)),
    ...milestones.milestones.flatMap(({ after, otherwise, windowFrom, conditions }, index) => {
      const place: Place = { file: 'milestones.json', path: ['milestones', index] }
      return [
        ...inLength(after.length, inside(place, 'after', 'length')),
        ...inLength(otherwise?.length, inside(place, 'otherwise', 'length')),
        ...inLength(windowFrom, inside(place, 'windowFrom')),
        ...(conditions ? inCondition(conditions, inside(place, 'conditions')) : []),
      ]
    }),
  ]
}

function inChecklist(place: Place, { conditions, positive, covers, rules }: ChecklistDocument): readonly Finding[] {
  return [
    ...Object.entries(conditions ?? {}).flatMap(([name, condition]) =>
      inCondition(condition, inside(place, 'conditions', name)),
    ),
    ...inCondition(positive, inside(place, 'positive')),
    ...(covers ? inCondition(covers, inside(place, 'covers')) : []),
    ...rules.flatMap((rule, index) => inRule(rule, inside(place, 'rules', index))),
  ]
}

const inRule = ({ conditions, timing, event }: RuleDocument, place: Place): readonly Finding[] => [
  ...inCondition(conditions, inside(place, 'conditions')),
  ...inLength(timing?.from, inside(place, 'timing', 'from')),
  ...inLength(timing?.until, inside(place, 'timing', 'until')),
  ...inLength(timing?.notBefore?.length, inside(place, 'timing', 'notBefore', 'length')),
  ...inLength(timing?.worthwhileUntil?.length, inside(place, 'timing', 'worthwhileUntil', 'length')),
  ...inLength(timing?.notShownBefore, inside(place, 'timing', 'notShownBefore')),
  ...(event.type === 'hold' && 'reviewAfter' in event.params
    ? inLength(event.params.reviewAfter, inside(place, 'event', 'params', 'reviewAfter'))
    : []),
]

function inCondition(condition: Condition, place: Place): readonly Finding[] {
  if ('all' in condition)
    return condition.all.flatMap((member, index) => inCondition(member, inside(place, 'all', index)))
  if ('any' in condition)
    return condition.any.flatMap((member, index) => inCondition(member, inside(place, 'any', index)))
  if ('condition' in condition || !isThreshold(condition)) return []
  return [threshold(inside(place, 'value'), String(condition.value))]
}

/** A number, unless it only asks whether there is any at all, or how a switch of the policy stands. */
function isThreshold({ fact, operator, value }: Leaf): boolean {
  const numbers = [value].flat().filter((one) => typeof one === 'number')
  if (numbers.length === 0 || fact.startsWith('policy.')) return false
  return !ANY_AT_ALL.has(`${operator} ${numbers.join()}`)
}

const ANY_AT_ALL: ReadonlySet<string> = new Set([
  'greaterThan 0',
  'greaterThanInclusive 1',
  'notEqual 0',
  'equal 0',
  'lessThan 1',
  'lessThanInclusive 0',
])

/** At once is no length of time. */
const inLength = (length: Length | undefined, place: Place): readonly Finding[] =>
  typeof length === 'string' && length !== 'P0D' ? [threshold(place, length)] : []

const threshold = (place: Place, value: string): Finding =>
  findingAt('threshold-in-rule', place, {
    nl: `${value} staat hier als getal: maak er een beleidswaarde van, met een bron`,
    en: `${value} stands here as a number: make it a policy parameter, with a source`,
  })
