import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import { placeholdersOf } from '../../core/rules/check-text'
import type { Leaf, Length } from '../../core/rules/document'
import { optionalParameters, parameterIn, REQUIRED_PARAMETERS } from '../../core/rules/policy'
import { leavesOf, type MilestoneRule, type Rule, type RuleSet } from '../../core/rules/rule-set'

/** What uses a policy parameter: rules and deadlines by id, and the library itself. */
export interface ParameterUses {
  readonly rules: readonly string[]
  readonly deadlines: readonly string[]
  readonly library: boolean
}

export function usesOf(parameter: string, { rules, milestones }: RuleSet): ParameterUses {
  return {
    rules: rules.filter((rule) => parametersOf(rule).includes(parameter)).map(({ id }) => id),
    deadlines: milestones
      .filter((milestone) => parametersOfDeadline(milestone).includes(parameter))
      .map(({ id }) => id),
    library: Object.hasOwn(REQUIRED_PARAMETERS, parameter) || optionalParameters().includes(parameter),
  }
}

/** Every policy parameter that a rule names: in its conditions, its windows or its text. */
export function parametersOf({ when, timing, event, text }: Rule): readonly string[] {
  const leaves = leavesOf(when)
  const lengths = [
    ...(timing ? [timing.from, timing.until, timing.notBefore?.length, timing.worthwhileUntil?.length] : []),
    ...(timing ? [timing.notShownBefore] : []),
    ...(event.type === 'hold' && 'reviewAfter' in event.params ? [event.params.reviewAfter] : []),
  ]
  const named = [...leaves.map(({ fact }) => fact), ...placeholdersOf(text.nl)].flatMap(
    (name) => parameterIn(name) ?? [],
  )
  return [...leaves.flatMap(parametersInLeaf), ...named, ...lengths.flatMap(parametersIn)]
}

/** What a comparison turns on beside its fact: the parameter it compares with, and the one by which its fact is computed. */
export function parametersInLeaf({ fact, value }: Leaf): readonly string[] {
  const compared = typeof value === 'object' && 'fact' in value ? parameterIn(value.fact) : undefined
  const turns = [DERIVED_FACTS.get(fact)?.turnsAfter ?? []].flat().map(({ parameter }) => parameter)
  return compared === undefined ? turns : [compared, ...turns]
}

const parametersOfDeadline = ({ after, otherwise, windowFrom, appliesFrom }: MilestoneRule): readonly string[] =>
  [after.length, otherwise?.length, windowFrom, appliesFrom?.length].flatMap(parametersIn)

const parametersIn = (length: Length | undefined): string[] =>
  typeof length === 'string' || length === undefined
    ? []
    : [length.policy, ...(length.plus === undefined ? [] : [length.plus])]

/** The rules that recommend, hold or waive a service; a rule that waives another waives what that recommends. */
export function rulesFor(
  service: string,
  ruleSet: RuleSet,
): Readonly<Record<'recommend' | 'hold' | 'waive', string[]>> {
  const found = { recommend: [] as string[], hold: [] as string[], waive: [] as string[] }
  const recommended = (id: string): boolean =>
    ruleSet.rules.some((rule) => rule.id === id && rule.event.type === 'recommend' && names(rule, service))
  for (const rule of ruleSet.rules) {
    const { id, event } = rule
    if (event.type === 'notice') continue
    if (names(rule, service) || ('rules' in event.params && event.params.rules.some(recommended)))
      found[event.type].push(id)
  }
  return found
}

const names = ({ event }: Rule, service: string): boolean =>
  'services' in event.params && event.params.services.includes(service)
