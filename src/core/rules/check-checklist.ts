import type { Issue } from '../issue/issue'
import { type ConditionScope, checkCondition } from './check-condition'
import { checkNeeds } from './check-services'
import { checkText } from './check-text'
import { checkDay, checkLength, checkWindow } from './check-window'
import type { ChecklistDocument, RuleDocument } from './document'
import { expander, findCycles, leafCounter } from './expand-condition'
import { finding, inside, type Place, unknownName } from './finding'
import type { RuleSetNames } from './names'
import { anchorsOf, leavesOf } from './rule-set'

/** Far above any real checklist: references may not make a small file a huge rule. */
const MOST_NAMED = 200
const MOST_LEAVES = 1_000

function checkSize(checklist: ChecklistDocument, place: Place): Issue[] {
  const count = leafCounter(checklist.conditions ?? {})
  const conditions = [
    { condition: checklist.positive, at: inside(place, 'positive') },
    ...(checklist.covers ? [{ condition: checklist.covers, at: inside(place, 'covers') }] : []),
    ...checklist.rules.map((rule, index) => ({
      condition: rule.conditions,
      at: inside(place, 'rules', index, 'conditions'),
    })),
  ]
  return conditions
    .filter(({ condition }) => count(condition) > MOST_LEAVES)
    .map(({ at }) => finding('too-large', at, `a condition comes to at most ${MOST_LEAVES} comparisons`))
}

/** Everything that is wrong with one checklist of the right shape. */
export function checkChecklist(file: string, checklist: ChecklistDocument, names: RuleSetNames): Issue[] {
  const named = checklist.conditions ?? {}
  const scope: ConditionScope = { facts: names.facts, parameters: names.parameters, named }
  const place = { file, path: [] }
  if (Object.keys(named).length > MOST_NAMED)
    return [finding('too-large', inside(place, 'conditions'), `name at most ${MOST_NAMED} conditions in one checklist`)]
  const conditions = [
    ...Object.entries(named).flatMap(([name, condition]) =>
      checkCondition(condition, inside(place, 'conditions', name), scope),
    ),
    ...checkCondition(checklist.positive, inside(place, 'positive'), scope),
    ...(checklist.covers ? checkCondition(checklist.covers, inside(place, 'covers'), scope) : []),
    ...checklist.rules.flatMap((rule, index) =>
      checkCondition(rule.conditions, inside(place, 'rules', index, 'conditions'), scope),
    ),
  ]
  // References can only be followed once every condition has the right shape.
  const cycles = conditions.length === 0 ? findCycles(named, inside(place, 'conditions')) : []
  const oversize = conditions.length === 0 && cycles.length === 0 ? checkSize(checklist, place) : []
  const readable = conditions.length === 0 && cycles.length === 0 && oversize.length === 0
  return [
    ...(file === `checklists/${checklist.id}.json`
      ? []
      : [finding('invalid-document', inside(place, 'id'), 'a checklist is named after its file')]),
    ...conditions,
    ...cycles,
    ...oversize,
    ...checklist.rules.flatMap((rule, index) => checkRule(rule, checklist.id, inside(place, 'rules', index), names)),
    ...(readable
      ? checklist.rules.flatMap((rule, index) =>
          checkText(rule, readsOf(rule, checklist), inside(place, 'rules', index), names),
        )
      : []),
    ...checkQuestions(checklist, place, names, readable),
  ]
}

function checkRule(rule: RuleDocument, checklist: string, place: Place, names: RuleSetNames): Issue[] {
  const { event, timing } = rule
  const params = inside(place, 'event', 'params')
  const issues: Issue[] = []
  if (!rule.id.startsWith(`${checklist}/`))
    issues.push(finding('invalid-document', inside(place, 'id'), `a rule id starts with its checklist, ${checklist}/`))
  if ('services' in event.params)
    event.params.services.forEach((id, index) => {
      if (!names.services.has(id))
        issues.push(unknownName('unknown-service', inside(params, 'services', index), 'service', id, names.services))
    })
  if ('rules' in event.params)
    event.params.rules.forEach((id, index) => {
      if (names.rules.get(id) !== 'recommend')
        issues.push(
          unknownName(
            'unknown-rule',
            inside(params, 'rules', index),
            'rule that recommends,',
            id,
            idsThat('recommend', names),
          ),
        )
    })
  if (event.type === 'hold')
    issues.push(
      ...('reviewAfter' in event.params
        ? checkLength(event.params.reviewAfter, inside(params, 'reviewAfter'), names)
        : checkDay(event.params.reviewOn, inside(params, 'reviewOn'), names)),
    )
  if (event.type === 'notice' && event.params.withHold && names.rules.get(event.params.withHold) !== 'hold')
    issues.push(
      unknownName(
        'unknown-rule',
        inside(params, 'withHold'),
        'rule that holds,',
        event.params.withHold,
        idsThat('hold', names),
      ),
    )
  if (event.type === 'recommend' && !timing)
    issues.push(finding('missing-key', place, 'a rule that recommends needs timing'))
  if (event.type !== 'recommend' && timing)
    issues.push(finding('unknown-key', inside(place, 'timing'), 'only a rule that recommends has timing; remove it'))
  if (timing) issues.push(...checkWindow(timing, inside(place, 'timing'), names))
  if (event.type !== 'recommend')
    for (const key of ['priority', 'needs'] as const)
      if (rule[key] !== undefined)
        issues.push(finding('unknown-key', inside(place, key), `only a rule that recommends has ${key}; remove it`))
  if (rule.needs) issues.push(...checkNeeds(rule.needs, inside(place, 'needs'), names))
  return issues
}

/** A form asks what its checklist lists: every fact that is listed exists, and every fact that a rule needs is listed. */
function checkQuestions(
  checklist: ChecklistDocument,
  place: Place,
  { asked, facts }: RuleSetNames,
  readable: boolean,
): Issue[] {
  const listed = new Set(checklist.questions)
  const strays = checklist.questions.flatMap((id, index) =>
    asked.has(id) ? [] : [unknownName('unknown-fact', inside(place, 'questions', index), 'fact', id, asked.keys())],
  )
  const twice = checklist.questions.flatMap((id, index) =>
    checklist.questions.indexOf(id) === index
      ? []
      : [finding('duplicate-id', inside(place, 'questions', index), `the question ${id} is listed twice`)],
  )
  if (!readable) return [...strays, ...twice]
  const expand = expander(checklist.conditions ?? {})
  const own = [checklist.positive, ...(checklist.covers ? [checklist.covers] : [])]
  const positive = own.flatMap((condition) => leavesOf(expand(condition)).map((leaf) => leaf.fact))
  const rules = checklist.rules.flatMap((rule) => readsOf(rule, checklist))
  const needed = new Set([...positive, ...rules].flatMap((id) => facts.get(id)?.asks ?? []))
  const unasked = [...needed].filter((id) => !listed.has(id))
  return [
    ...strays,
    ...twice,
    ...unasked.map((id) =>
      finding('missing-key', inside(place, 'questions'), `a rule reads ${id}; list it among the questions`),
    ),
  ]
}

function readsOf(rule: RuleDocument, checklist: ChecklistDocument): readonly string[] {
  return [
    ...leavesOf(expander(checklist.conditions ?? {})(rule.conditions)).map((leaf) => leaf.fact),
    ...(rule.timing ? anchorsOf(rule.timing) : []),
  ]
}

const idsThat = (type: string, { rules }: RuleSetNames): string[] =>
  [...rules].filter(([, does]) => does === type).map(([id]) => id)
