import { documentsOf } from '../../core/rules/build-rule-set'
import { conditionFacts } from '../../core/rules/condition-facts'
import type { ChecklistDocument, Condition } from '../../core/rules/document'
import type { Place } from '../../core/rules/finding'
import type { RuleSet } from '../../core/rules/rule-set'
import { policyOf } from '../check/policy-of'
import type { OwnParts } from '../coverage/goal'
import type { Mutant } from './mutant'
import { mutateCondition } from './mutate-condition'
import { mutateParameter } from './mutate-policy'
import { mutateRule, type Surroundings } from './mutate-rule'
import { mutateService, swapPlaces } from './mutate-service'

/** Every mutant of a rule set, or of the parts of it that are its own, in the order of its documents. */
export function mutantsOf(ruleSet: RuleSet, own: OwnParts): readonly Mutant[] {
  const documents = documentsOf(ruleSet)
  const around: Surroundings = {
    policy: policyOf(ruleSet),
    services: ruleSet.services,
    needs: [...ruleSet.needs.keys()],
    rules: ruleSet.rules,
  }
  const facts = conditionFacts([...ruleSet.facts.values()])
  const faulty = (condition: Condition, file: string, ...path: Place['path']): readonly Mutant[] =>
    mutateCondition(condition, { file, path }, facts)
  return [
    ...[...documents.checklists].flatMap(([file, checklist]) => [
      ...namedInUse(checklist, own).flatMap(([name, condition]) => faulty(condition, file, 'conditions', name)),
      ...(own.checklists.has(checklist.id) ? faulty(checklist.positive, file, 'positive') : []),
      ...checklist.rules.flatMap((rule, index) =>
        own.rules.has(rule.id)
          ? [
              ...faulty(rule.conditions, file, 'rules', index, 'conditions'),
              ...mutateRule(rule, { file, path: ['rules', index] }, around),
            ]
          : [],
      ),
    ]),
    ...documents.services.services.flatMap((service, index) => {
      if (!own.services.has(service.id)) return []
      const reopened = service.answersQuestion?.reopenedBy
      return [
        ...mutateService(service, { file: 'services.json', path: ['services', index] }, around),
        ...(reopened ? faulty(reopened, 'services.json', 'services', index, 'answersQuestion', 'reopenedBy') : []),
      ]
    }),
    ...swapPlaces(documents.services.services, own.services),
    ...documents.milestones.milestones.flatMap(({ id, conditions }, index) =>
      conditions && own.milestones.has(id)
        ? faulty(conditions, 'milestones.json', 'milestones', index, 'conditions')
        : [],
    ),
    ...documents.policy.parameters.flatMap((parameter, index) =>
      own.parameters.has(parameter.name)
        ? mutateParameter(parameter, { file: 'policy.json', path: ['parameters', index] })
        : [],
    ),
  ]
}

/** Named conditions that the advice can depend on: some rule, or the outcome of the checklist, refers to them. */
function namedInUse({ id, conditions = {}, positive, rules }: ChecklistDocument, own: OwnParts) {
  const used = new Set<string>()
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('condition' in condition && !used.has(condition.condition)) {
      used.add(condition.condition)
      visit(conditions[condition.condition] as Condition)
    }
  }
  if (own.checklists.has(id)) visit(positive)
  for (const rule of rules) if (own.rules.has(rule.id)) visit(rule.conditions)
  return Object.entries(conditions).filter(([name]) => used.has(name))
}
