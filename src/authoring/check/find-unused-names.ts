import type { ChecklistDocument, Condition } from '../../core/rules/document'
import { inside, type Place } from '../../core/rules/finding'
import { optionalParameters, REQUIRED_PARAMETERS } from '../../core/rules/policy'
import type { Documents } from '../../core/rules/read-documents'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Text } from '../../core/snapshot/fact'
import { ASSUMPTIONS } from '../../reports/savings/assumptions'
import { type Finding, findingAt } from './finding'

/**
 * What a rule set names and nothing uses: conditions, policy parameters, needs, services and sources. What only a rule
 * set that it extends uses, is used.
 */
export function findUnusedNames(own: Documents, ruleSet: RuleSet): readonly Finding[] {
  const uses = usesIn(ruleSet)
  const at = (file: string, ...path: (string | number)[]): Place => ({ file, path })
  return [
    ...[...own.checklists].flatMap(([file, checklist]) =>
      unreferred(checklist).map((name) => unused(inside(at(file), 'conditions', name), name, WHAT.condition)),
    ),
    ...own.policy.parameters.flatMap(({ name }, index) =>
      uses.parameters.has(name) ? [] : [unused(at('policy.json', 'parameters', index), name, WHAT.parameter)],
    ),
    ...own.services.services.flatMap(({ id }, index) =>
      uses.services.has(id) ? [] : [unused(at('services.json', 'services', index), id, WHAT.service)],
    ),
    ...own.services.needs.flatMap(({ id }, index) =>
      uses.needs.has(id) ? [] : [unused(at('services.json', 'needs', index), id, WHAT.need)],
    ),
    ...own.facts.flatMap(({ id }, index) =>
      uses.facts.has(id) ? [] : [unused(at('facts.json', 'facts', index), id, WHAT.fact)],
    ),
    ...own.sources.sources.flatMap(({ id }, index) =>
      uses.sources.has(id) ? [] : [unused(at('sources.json', 'sources', index), id, WHAT.source)],
    ),
  ]
}

function usesIn({ rules, checklists, milestones, services, needs, parameters, doubts }: RuleSet) {
  const read = new Set<string>([...Object.keys(REQUIRED_PARAMETERS), ...optionalParameters()])
  const sources = new Set<string>()
  const facts = new Set<string>()
  const parts = [rules, checklists, milestones, services, [...needs.values()], [...parameters.values()], doubts]
  visit([...parts, Object.values(ASSUMPTIONS)], (value) => {
    if (typeof value === 'string')
      for (const [, whole, inText] of value.matchAll(/^policy\.([\w.]+)$|\{policy\.([\w.]+)\}/g))
        read.add(whole ?? inText ?? '')
    if (isObject(value)) {
      const { policy, plus, id, section, fact, anchor, reviewOn, doneBy } = value
      for (const name of [fact, anchor, reviewOn, doneBy]) if (typeof name === 'string') facts.add(name)
      for (const name of [policy, plus]) if (typeof name === 'string') read.add(name)
      if (typeof id === 'string' && typeof section === 'string') sources.add(id)
    }
  })
  return {
    parameters: read,
    facts,
    sources,
    needs: new Set([...services, ...rules].flatMap((part) => part.needs.map(({ need }) => need.id))),
    services: new Set(rules.flatMap(({ event }) => (event.type === 'recommend' ? event.params.services : []))),
  }
}

function visit(value: unknown, see: (value: unknown) => void): void {
  see(value)
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part, see)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Named conditions to which no rule comes, through others neither. */
function unreferred({ conditions = {}, positive, covers, rules }: ChecklistDocument): readonly string[] {
  const used = new Set<string>()
  const follow = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(follow)
    else if ('any' in condition) condition.any.forEach(follow)
    else if ('condition' in condition && !used.has(condition.condition)) {
      used.add(condition.condition)
      follow(conditions[condition.condition] as Condition)
    }
  }
  for (const condition of [positive, covers, ...rules.map((rule) => rule.conditions)]) if (condition) follow(condition)
  return Object.keys(conditions).filter((name) => !used.has(name))
}

const WHAT = {
  condition: { nl: 'geen regel verwijst naar de voorwaarde', en: 'no rule refers to the condition' },
  parameter: { nl: 'niets leest de beleidswaarde', en: 'nothing reads the policy parameter' },
  service: { nl: 'geen regel beveelt de dienst aan:', en: 'no rule recommends the service' },
  fact: { nl: 'geen regel leest het antwoord op', en: 'no rule reads the answer to' },
  need: { nl: 'voor geen dienst is dit nodig:', en: 'for no service this is needed:' },
  source: { nl: 'niets rust op de bron', en: 'nothing rests on the source' },
} as const satisfies Readonly<Record<string, Text>>

const unused = (place: Place, name: string, what: Text): Finding =>
  findingAt('unused-name', place, { nl: `${what.nl} ${name}`, en: `${what.en} ${name}` })
