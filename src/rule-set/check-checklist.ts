import { CONDITION_FACTS } from '../facts/fact-catalogue'
import type { Issue } from '../issue/issue'
import { BASE_FACTS } from '../snapshot/catalogue'
import { type ConditionScope, checkCondition } from './check-condition'
import { checkText } from './check-text'
import { checkLength, checkWindow } from './check-window'
import type { ChecklistDocument, RuleDocument } from './document'
import { expander, findCycles } from './expand-condition'
import { finding, inside, type Place, unknownName } from './finding'
import type { RuleSetNames } from './names'
import { leavesOf } from './rule-set'

/** Everything that is wrong with one checklist of the right shape. */
export function checkChecklist(file: string, checklist: ChecklistDocument, names: RuleSetNames): Issue[] {
  const named = checklist.conditions ?? {}
  const scope: ConditionScope = { parameters: names.parameters, named }
  const place = { file, path: [] }
  const conditions = [
    ...Object.entries(named).flatMap(([name, condition]) =>
      checkCondition(condition, inside(place, 'conditions', name), scope),
    ),
    ...checkCondition(checklist.positive, inside(place, 'positive'), scope),
    ...checklist.rules.flatMap((rule, index) =>
      checkCondition(rule.conditions, inside(place, 'rules', index, 'conditions'), scope),
    ),
  ]
  // References can only be followed once every condition has the right shape.
  const cycles = conditions.length === 0 ? findCycles(named, inside(place, 'conditions')) : []
  const readable = conditions.length === 0 && cycles.length === 0
  return [
    ...(file === `checklists/${checklist.id}.json`
      ? []
      : [finding('invalid-document', inside(place, 'id'), 'a checklist is named after its file')]),
    ...conditions,
    ...cycles,
    ...checklist.rules.flatMap((rule, index) => checkRule(rule, checklist.id, inside(place, 'rules', index), names)),
    ...(readable
      ? checklist.rules.flatMap((rule, index) =>
          checkText(rule, readsOf(rule, checklist), inside(place, 'rules', index), names),
        )
      : []),
    ...checkQuestions(checklist, place, readable),
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
  if (event.type === 'hold') issues.push(...checkLength(event.params.reviewAfter, inside(params, 'reviewAfter'), names))
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
  return issues
}

/** A form asks what its checklist lists: every fact that is listed exists, and every fact that a rule needs is listed. */
function checkQuestions(checklist: ChecklistDocument, place: Place, readable: boolean): Issue[] {
  const listed = new Set(checklist.questions)
  const strays = checklist.questions.flatMap((id, index) =>
    BASE_FACTS.has(id)
      ? []
      : [unknownName('unknown-fact', inside(place, 'questions', index), 'fact', id, BASE_FACTS.keys())],
  )
  if (!readable) return strays
  const needed = new Set(
    checklist.rules.flatMap((rule) => readsOf(rule, checklist)).flatMap((id) => CONDITION_FACTS.get(id)?.asks ?? []),
  )
  const unasked = [...needed].filter((id) => !listed.has(id))
  return [
    ...strays,
    ...unasked.map((id) =>
      finding('missing-key', inside(place, 'questions'), `a rule reads ${id}; list it among the questions`),
    ),
  ]
}

function readsOf(rule: RuleDocument, checklist: ChecklistDocument): readonly string[] {
  const anchor = rule.timing && rule.timing.anchor !== 'asOf' ? [rule.timing.anchor] : []
  return [...leavesOf(expander(checklist.conditions ?? {})(rule.conditions)).map((leaf) => leaf.fact), ...anchor]
}

const idsThat = (type: string, { rules }: RuleSetNames): string[] =>
  [...rules].filter(([, does]) => does === type).map(([id]) => id)
