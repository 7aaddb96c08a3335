import { lru, memo, perObject, perRuleSet } from '../cache'
import { type Duration, parseDuration } from '../calendar/duration'
import type { MergingRules } from '../case/effective-first-day'
import type { Issue } from '../issue/issue'
import { nearestName } from '../issue/nearest-name'
import type { Parameter } from './parameter'

/** The value of every parameter, by name: the rule set's default, or the organisation's own. */
export type Policy = ReadonlyMap<string, number | string>

/** An organisation's own values by parameter name, in the unit of the parameter: `{ 'frequentAbsence.minReports': 4 }`. */
export type PolicyOverrides = Readonly<Record<string, number | string>>

/** The policy to work with, or every override that is wrong: an unknown name, or a value of the wrong type, unit or range. */
export function resolvePolicy(
  parameters: ReadonlyMap<string, Parameter>,
  overrides: unknown = {},
): { ok: true; policy: Policy } | { ok: false; issues: readonly Issue[] } {
  if (typeof overrides !== 'object' || overrides === null || Array.isArray(overrides))
    return { ok: false, issues: [wrongPolicy()] }
  const given = Object.entries(overrides)
  const issues = given.flatMap(([name, value]) => checkOverride(name, value, parameters))
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, policy: samePolicy(parameters, given as [string, number | string][]) }
}

/** Values of so many organisations at a time; each takes some kilobytes. What follows from them has its own limit. */
const POLICIES = 1_000

const policiesOf = perRuleSet((_: ReadonlyMap<string, Parameter>) => lru<string, Policy>(POLICIES))

/** The same object for the same values, so that what is computed from it need be computed only once. */
function samePolicy(
  parameters: ReadonlyMap<string, Parameter>,
  overrides: readonly (readonly [string, number | string])[],
): Policy {
  const known = policiesOf(parameters)
  const key = overrides.length === 0 ? '' : JSON.stringify([...overrides].sort(([a], [b]) => (a < b ? -1 : 1)))
  const found = known.get(key)
  if (found) return found
  const defaults = [...parameters.values()].map(({ name, default: value }) => [name, value] as const)
  const policy = new Map([...defaults, ...overrides])
  known.set(key, policy)
  return policy
}

function checkOverride(name: string, value: unknown, parameters: ReadonlyMap<string, Parameter>): Issue[] {
  const path = ['policy', name]
  const parameter = parameters.get(name)
  if (!parameter) {
    const nearest = nearestName(name, parameters.keys())
    const hint = nearest ? `; the nearest is ${nearest}` : ''
    return [
      {
        code: 'unknown-parameter',
        path,
        message: `there is no such policy parameter${hint}`,
        ...(nearest && { nearest }),
      },
    ]
  }
  const expected = describeParameter(parameter)
  return fits(parameter, value)
    ? []
    : [{ code: 'invalid-parameter', path, message: `give ${expected}`, expected, received: describe(value) }]
}

/** Whether a value has the type, the unit and the range of a parameter. */
export function fits({ unit, range: [least, most] }: Parameter, value: unknown): boolean {
  if (unit !== 'duration') return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
  const length = typeof value === 'string' ? parseDuration(value) : undefined
  if (!length) return false
  const days = length.months * 30 + length.days
  return days >= least && days <= most
}

const describeParameter = ({ unit, range: [least, most], default: value }: Parameter): string =>
  unit === 'duration'
    ? `an ISO 8601 duration of ${least} to ${most} days, such as ${value}`
    : `a whole number from ${least} to ${most}`

const describe = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= 40)
    ? JSON.stringify(value)
    : `a ${typeof value}`

const wrongPolicy = (): Issue => ({
  code: 'wrong-type',
  path: ['policy'],
  message: 'give the policy as an object of parameter names and values',
  expected: 'an object',
})

/** The parameter that a rule means by `policy.<name>`; undefined for the id of a fact. */
export const parameterIn = (id: string): string | undefined =>
  id.startsWith('policy.') ? id.slice('policy.'.length) : undefined

/** A parameter that is a number. */
export function number(policy: Policy, name: string): number {
  const value = policy.get(name)
  if (typeof value !== 'number') throw new RangeError(`no number ${name} in the policy`)
  return value
}

/** A parameter that is a length of time. */
export function duration(policy: Policy, name: string): Duration {
  return durationsOf(policy)(name)
}

const durationsOf = perObject((policy: Policy) =>
  memo((name: string): Duration => {
    const value = policy.get(name)
    const length = typeof value === 'string' ? parseDuration(value) : undefined
    if (!length) throw new RangeError(`no duration ${name} in the policy`)
    return length
  }),
)

export const mergingRules = perObject(
  (policy: Policy): MergingRules => ({ mergeWithin: number(policy, 'spells.mergeWithin') }),
)

/**
 * The longest case that the statutory calendar knows: the waiting period and the longest extension of it (WVP-13,
 * WVP-18). A day that is not known is taken to lie no longer ago, so that its windows have a bound.
 */
export const longestCase = (policy: Policy): Duration => duration(policy, 'calendar.longestCase')

/** The parameters that the library itself reads, apart from those that the rules name: every rule set has them. */
export const REQUIRED_PARAMETERS: Readonly<Record<string, Parameter['unit']>> = {
  'spells.mergeWithin': 'day-count',
  'calendar.longestCase': 'duration',
  'frequentAbsence.window': 'duration',
  'therapeuticWork.longest': 'duration',
  'capacityDocument.validity': 'duration',
  'medicalAdvice.validity': 'duration',
  'notice.horizon': 'duration',
  'services.repeatAfter': 'duration',
  'taskLoad.kimRaised': 'score',
  'taskLoad.kimHigh': 'score',
}

/** What the engine reads where a rule set, of before 2.0.0, has no such parameter. */
const ENGINE_DEFAULTS: Readonly<Record<string, number | string>> = {
  promptReferral: 'P14D',
  'services.leadTime': 'P6W',
  'services.declinedFor': 'P13W',
  'leave.ahead': 'P6W',
  oneAtATime: 1,
}
type EngineParameter = 'promptReferral' | 'services.leadTime' | 'services.declinedFor' | 'leave.ahead' | 'oneAtATime'

/** A length of time that the engine reads, also of a rule set that does not know it. */
export function durationOr(policy: Policy, name: EngineParameter | 'services.repeatAfter'): Duration {
  if (policy.has(name)) return duration(policy, name)
  return parseDuration(String(ENGINE_DEFAULTS[name])) as Duration
}

export const numberOr = (policy: Policy, name: EngineParameter): number =>
  policy.has(name) ? number(policy, name) : Number(ENGINE_DEFAULTS[name])
