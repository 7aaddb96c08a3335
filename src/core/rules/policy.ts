import { lru, memo, perObject, perRuleSet } from '../cache'
import { type Day, type Duration, parseDay, parseDuration } from '../calendar/day'
import type { MergingRules } from '../case/effective-first-day'
import { type Issue, nearestName } from '../issue/issue'
import { type DatedValue, inTime, type Parameter, type ParameterValue } from './parameter'

/** The value of every parameter on the days of one case, by name: the rule set's default, or the organisation's own. */
export type Policy = ReadonlyMap<string, ParameterValue>

/**
 * An organisation's own values by parameter name, in the unit of the parameter: `{ 'frequentAbsence.minReports': 4 }`.
 * A value that changes in time is a list of values with the first day of each.
 */
export type PolicyOverrides = Readonly<Record<string, ParameterValue | readonly OverrideInTime[]>>

export interface OverrideInTime {
  /** `YYYY-MM-DD`. The first value of a list holds before its day too. */
  readonly from: string
  readonly value: ParameterValue
  /** Where the value stands; for people, nothing reads it. */
  readonly source?: string | undefined
}

export interface ResolvedPolicy {
  readonly ok: true
  /** Of values that change in time the last. */
  readonly policy: Policy
  /**
   * The policy for one case: of values that change in time those of the day of advice, or of the first day of illness
   * where the parameter says so (before that is known, or for somebody who is not ill: of the day of advice).
   */
  on(asOf: Day, firstDay?: Day | null): Policy
  /** The days on which a value changes. */
  readonly changesOn: readonly Day[]
}

/** The policy to work with, or every override that is wrong: an unknown name, or a value of the wrong type, unit or range. */
export function resolvePolicy(
  parameters: ReadonlyMap<string, Parameter>,
  overrides: unknown = {},
): ResolvedPolicy | { readonly ok: false; readonly issues: readonly Issue[] } {
  if (typeof overrides !== 'object' || overrides === null || Array.isArray(overrides))
    return { ok: false, issues: [wrongPolicy()] }
  const given = Object.entries(overrides)
  const issues = given.flatMap(([name, value]) => checkOverride(name, value, parameters))
  if (issues.length > 0) return { ok: false, issues }
  const own = new Map(given as [string, PolicyOverrides[string]][])
  const plain = [...own].filter((entry): entry is [string, ParameterValue] => !isList(entry[1]))
  const dated = [...parameters.values()].flatMap(({ name, chosenBy, dated: defaults }): InTime[] => {
    const value = own.get(name)
    const values = value === undefined ? defaults : isList(value) ? inTime(value) : undefined
    return values ? [{ name, byFirstDay: chosenBy === 'absence.effectiveFirstDay', values }] : []
  })
  const policyOf = (chosen: (one: InTime) => DatedValue): Policy =>
    samePolicy(parameters, [...plain, ...dated.map((one) => [one.name, chosen(one).value] as const)])
  const latest = policyOf(({ values }) => values.at(-1) as DatedValue)
  const on = (asOf: Day, firstDay?: Day | null): Policy =>
    policyOf(({ byFirstDay, values }) => valueOn(values, byFirstDay ? (firstDay ?? asOf) : asOf))
  const changesOn = dated.flatMap(({ values }) => values.map(({ from }) => from))
  return { ok: true, policy: latest, on: dated.length === 0 ? () => latest : on, changesOn }
}

/** A parameter of which the value depends on a day. */
interface InTime {
  readonly name: string
  readonly byFirstDay: boolean
  readonly values: readonly DatedValue[]
}

const valueOn = (values: readonly DatedValue[], day: Day): DatedValue =>
  values.findLast(({ from }) => from <= day) ?? (values[0] as DatedValue)

const isList = (value: unknown): value is readonly OverrideInTime[] => Array.isArray(value)

/** Values of so many organisations at a time; each takes some kilobytes. What follows from them has its own limit. */
const POLICIES = 1_000

const policiesOf = perRuleSet((_: ReadonlyMap<string, Parameter>) => lru<string, Policy>(POLICIES))

/** The same object for the same values, so that what is computed from it need be computed only once. */
function samePolicy(
  parameters: ReadonlyMap<string, Parameter>,
  overrides: readonly (readonly [string, number | string])[],
): Policy {
  const known = policiesOf(parameters)
  // What is given as it is by default is not given, so that the same values are the same policy.
  const given = overrides.filter(([name, value]) => parameters.get(name)?.default !== value)
  const key = given.length === 0 ? '' : JSON.stringify([...given].sort(([a], [b]) => (a < b ? -1 : 1)))
  const found = known.get(key)
  if (found) return found
  const defaults = [...parameters.values()].map(({ name, default: value }) => [name, value] as const)
  const policy = new Map([...defaults, ...given])
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
  const wrong = (received: unknown, at: readonly (string | number)[]): Issue => {
    return { code: 'invalid-parameter', path: at, message: `give ${expected}`, expected, received: describe(received) }
  }
  if (!Array.isArray(value)) return fits(parameter, value) ? [] : [wrong(value, path)]
  if (value.length === 0) return [wrong(value, path)]
  return value.flatMap((one: Partial<OverrideInTime> | null, index): Issue[] => {
    const at = [...path, index]
    const from = typeof one?.from === 'string' ? parseDay(one.from) : undefined
    const unknown = Object.keys(one ?? {}).filter((key) => !['from', 'value', 'source'].includes(key))
    if (unknown.length > 0)
      return [{ code: 'unknown-key', path: [...at, unknown[0] as string], message: 'give from, value and source' }]
    if (from === undefined)
      return [{ code: 'invalid-date', path: [...at, 'from'], message: 'give the first day of the value as YYYY-MM-DD' }]
    return fits(parameter, one?.value) ? [] : [wrong(one?.value, [...at, 'value'])]
  })
}

/** Whether a value has the type, the unit and the range of a parameter. */
export function fits({ unit, range: [least, most] }: Pick<Parameter, 'unit' | 'range'>, value: unknown): boolean {
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
  (policy: Policy): MergingRules => ({
    mergeWithin: number(policy, 'spells.mergeWithin'),
    mostGapDays: number(policy, 'leave.mostGapDays'),
    leaveBreaksGap: number(policy, 'leave.breaksGap') === 1,
  }),
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
  'leave.mostGapDays': 'day-count',
  'leave.breaksGap': 'switch',
  'wages.period': 'duration',
  'wages.periodPastPensionAge': 'duration',
  'shortenedWaiting.until': 'duration',
  'frequentAbsence.window': 'duration',
  'therapeuticWork.longest': 'duration',
  'capacityDocument.validity': 'duration',
  'medicalAdvice.validity': 'duration',
  'notice.horizon': 'duration',
  'services.repeatAfter': 'duration',
  'taskLoad.kimRaised': 'score',
  'taskLoad.kimHigh': 'score',
}

/** Those that the library reads where a rule set has them. */
export const optionalParameters = (): readonly string[] => [
  'frequentAbsence.longSpell',
  'frequentAbsence.longSpellsWindow',
  ...Object.keys(ENGINE_DEFAULTS),
]

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
