import { inside, type Place } from '../../core/rules/finding'
import type { ParameterDocument } from '../../core/rules/parameter'
import { fits } from '../../core/rules/policy'
import type { Mutant } from './mutant'
import { durationsAround } from './mutate-length'

/** They tell what the answers to a questionnaire come to, before there is a case. */
const BEFORE_THE_CASE: ReadonlySet<string> = new Set(['taskLoad.kimRaised', 'taskLoad.kimHigh'])

/** A policy default one unit up and one down: a day, a week or a month, a count; as far as the parameter goes. */
export function mutateParameter(parameter: ParameterDocument, place: Place): readonly Mutant[] {
  const { name, default: value } = parameter
  // Of values that change in time no one alone is in force.
  if (BEFORE_THE_CASE.has(name) || Array.isArray(value)) return []
  const others = typeof value === 'number' ? [value - 1, value + 1] : durationsAround(value)
  return others
    .filter((other) => fits(parameter, other))
    .map(
      (to): Mutant => ({ kind: 'default', place: inside(place, 'default'), to, change: `${name}: ${value} -> ${to}` }),
    )
}
