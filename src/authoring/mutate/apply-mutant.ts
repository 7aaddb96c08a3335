import { assembleChecklist, assembleServices } from '../../core/rules/assemble-rule-set'
import { documentsOf } from '../../core/rules/build-rule-set'
import { conditionFacts } from '../../core/rules/condition-facts'
import type { ChecklistDocument } from '../../core/rules/document'
import { expander } from '../../core/rules/expand-condition'
import { toParameter } from '../../core/rules/parameter'
import type { Checklist, MilestoneRule, Rule, RuleSet, Service } from '../../core/rules/rule-set'
import type { Mutant } from './mutant'

/** A rule set with its mutant's fault, and what came out otherwise for it. */
export interface Mutated {
  /** Not one that `triage` takes: it was not loaded. Everything that the fault leaves alone is the very same object. */
  readonly ruleSet: RuleSet
  readonly rules: readonly Rule[]
  readonly checklists: readonly Checklist[]
  readonly milestones: readonly MilestoneRule[]
  readonly services: readonly Service[]
  /** The policy parameter with another default. */
  readonly parameter: string | undefined
}

/** A rule set made of another with one value of its documents changed, in a small part of the time that loading takes. */
export function applyMutant({ place: { file, path }, to }: Mutant, ruleSet: RuleSet): Mutated {
  const unchanged = { rules: [], checklists: [], milestones: [], services: [], parameter: undefined }
  const documents = documentsOf(ruleSet)
  const edited = <Document>(document: Document): Document => withValue(document, path, to)
  if (file === 'policy.json') {
    const { name } = documents.policy.parameters[Number(path[1])] as { readonly name: string }
    const changed = edited(documents.policy).parameters.find((parameter) => parameter.name === name)
    const parameters = new Map(ruleSet.parameters)
    if (changed) parameters.set(name, toParameter(changed))
    return { ...unchanged, ruleSet: { ...ruleSet, parameters }, parameter: name }
  }
  if (file === 'services.json') {
    const made = assembleServices(edited(documents.services)).services
    const services = ruleSet.services.map((one, at) => same(one, made[at]))
    const changed = services.filter((one) => !ruleSet.services.includes(one))
    return { ...unchanged, ruleSet: { ...ruleSet, services }, services: changed }
  }
  if (file === 'milestones.json') {
    const { id, conditions } = edited(documents.milestones).milestones[Number(path[1])] as {
      readonly id: string
      readonly conditions?: ChecklistDocument['positive']
    }
    const appliesWhen = conditions ? expander({})(conditions) : { all: [] }
    const milestones = ruleSet.milestones.map((one) => (one.id === id ? { ...one, appliesWhen } : one))
    return { ...unchanged, ruleSet: { ...ruleSet, milestones }, milestones: milestones.filter((one) => one.id === id) }
  }
  const facts = conditionFacts([...ruleSet.facts.values()])
  const made = assembleChecklist(edited(documents.checklists.get(file)) as ChecklistDocument, facts, ruleSet.needs)
  const written = new Map(made.rules.map((rule) => [rule.id, rule]))
  const rules = ruleSet.rules.map((rule) => same(rule, written.get(rule.id)))
  const checklists = ruleSet.checklists.map((one) => (one.id === made.checklist.id ? same(one, made.checklist) : one))
  return {
    ...unchanged,
    ruleSet: { ...ruleSet, rules, checklists },
    rules: rules.filter((rule) => !ruleSet.rules.includes(rule)),
    checklists: checklists.filter((one) => !ruleSet.checklists.includes(one)),
  }
}

/** What was there, where what is made says the same. */
const same = <Part>(before: Part, made: Part | undefined): Part =>
  made === undefined || isSame(before, made) ? before : made

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A copy with another value in one place; what does not lead there is shared. */
export function withValue<Whole>(whole: Whole, [step, ...rest]: readonly (string | number)[], value: unknown): Whole {
  if (step === undefined) return value as Whole
  const part = (whole as Readonly<Record<string | number, unknown>>)[step]
  const changed = rest.length === 0 ? value : withValue(part, rest, value)
  if (Array.isArray(whole)) return whole.map((item, index) => (index === step ? changed : item)) as Whole
  const { [step]: _, ...others } = whole as Readonly<Record<string | number, unknown>>
  return (changed === undefined ? others : { ...whole, [step]: changed }) as Whole
}
