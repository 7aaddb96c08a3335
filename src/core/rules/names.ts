import type { ConditionFact } from '../facts/fact-catalogue'
import type { BaseFact } from '../snapshot/catalogue'
import { askedFacts, conditionFacts } from './condition-facts'
import type { RuleEvent } from './document'
import { toFact } from './fact-document'
import { type Parameter, toParameter } from './parameter'
import type { Documents } from './read-documents'

/** The names that the documents of one rule set may use for each other. */
export interface RuleSetNames {
  readonly services: ReadonlySet<string>
  readonly needs: ReadonlySet<string>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Sections by source id. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>
  /** Rule ids with what they do. */
  readonly rules: ReadonlyMap<string, RuleEvent['type']>
  /** The facts that a condition may name. */
  readonly facts: ReadonlyMap<string, ConditionFact>
  /** The facts that a checklist may ask. */
  readonly asked: ReadonlyMap<string, BaseFact>
  /** The facts that are days. */
  readonly days: readonly string[]
}

export function ruleSetNames({ services, policy, sources, checklists, facts }: Documents): RuleSetNames {
  const own = facts.map(toFact)
  const readable = conditionFacts(own)
  return {
    services: new Set(services.services.map((service) => service.id)),
    needs: new Set(services.needs.map((need) => need.id)),
    parameters: new Map(policy.parameters.map((parameter) => [parameter.name, toParameter(parameter)])),
    sources: new Map(
      sources.sources.map((source) => [source.id, new Set(source.sections.map((section) => section.id))]),
    ),
    rules: new Map(
      [...checklists.values()].flatMap((checklist) => checklist.rules.map((rule) => [rule.id, rule.event.type])),
    ),
    facts: readable,
    asked: askedFacts(own),
    days: [...readable.values()].filter((fact) => fact.type === 'date').map((fact) => fact.id),
  }
}
