import { type Duration, parseDuration } from '../calendar/day'
import type { Issue } from '../issue/issue'
import type { Length, TimingDocument } from './document'
import { finding, inside, type Place, unknownName } from './finding'
import { lengthOf, lengthUnder } from './length'
import type { RuleSetNames } from './names'
import type { Policy } from './policy'
import type { RuleSet } from './rule-set'

/** A window needs an anchor that is a day, and two lengths of time that do not run backwards. */
export function checkWindow(timing: TimingDocument, place: Place, names: RuleSetNames): Issue[] {
  const issues = [
    ...checkLength(timing.from, inside(place, 'from'), names),
    ...checkLength(timing.until, inside(place, 'until'), names),
  ]
  if (timing.anchor !== 'asOf') issues.push(...checkDay(timing.anchor, inside(place, 'anchor'), names, ['asOf']))
  for (const key of ['notBefore', 'worthwhileUntil'] as const) {
    const limit = timing[key]
    if (!limit) continue
    issues.push(...checkDay(limit.anchor, inside(place, key, 'anchor'), names))
    issues.push(...checkLength(limit.length, inside(place, key, 'length'), names))
  }
  if (timing.notShownBefore) issues.push(...checkLength(timing.notShownBefore, inside(place, 'notShownBefore'), names))
  if (runsBackwards(timing.from, timing.until, names))
    issues.push(finding('invalid-window', place, 'the window ends before it starts'))
  if (endsBeforeItStarts(timing, names))
    issues.push(finding('invalid-window', place, 'it is of use until a day before it can start'))
  return issues
}

/** Whether a service would be of use only until a day before it can start. */
function endsBeforeItStarts({ notBefore, worthwhileUntil }: TimingDocument, names: RuleSetNames): boolean {
  if (!notBefore || worthwhileUntil?.anchor !== notBefore.anchor) return false
  return runsBackwards(notBefore.length, worthwhileUntil.length, names)
}

/** A fact that is a day. */
export const checkDay = (id: string, place: Place, names: RuleSetNames, besides: readonly string[] = []): Issue[] =>
  names.facts.get(id)?.type === 'date'
    ? []
    : [unknownName('unknown-fact', place, 'day', id, [...besides, ...names.days])]

/** Whether one length of time is longer than another, with the policy's defaults. */
export function runsBackwards(from: Length, until: Length, names: RuleSetNames): boolean {
  const [start, end] = [defaultOf(from, names), defaultOf(until, names)]
  return start !== undefined && end !== undefined && daysIn(start) > daysIn(end)
}

export function checkLength(length: Length, place: Place, names: RuleSetNames): Issue[] {
  if (typeof length === 'string')
    return parseDuration(length) ? [] : [finding('invalid-window', place, 'give an ISO 8601 duration such as P14D')]
  return (['policy', 'plus'] as const).flatMap((key) => {
    const name = length[key]
    return name === undefined ? [] : checkParameter(name, inside(place, key), names)
  })
}

function checkParameter(name: string, place: Place, { parameters }: RuleSetNames): Issue[] {
  const parameter = parameters.get(name)
  if (!parameter) return [unknownName('unknown-parameter', place, 'policy parameter', name, parameters.keys())]
  return parameter.unit === 'duration' || parameter.unit === 'weeks'
    ? []
    : [finding('invalid-window', place, `${name} is not a length of time`)]
}

/** With the defaults of the parameters in it; undefined where that is a finding of its own. */
const defaultOf = (length: Length, { parameters }: RuleSetNames): Duration | undefined =>
  lengthUnder(length, (name) => parameters.get(name)?.default)

/** Months as thirty days: near enough to see that a window runs backwards. */
const daysIn = ({ months, days }: Duration): number => months * 30 + days

/** Policy values with which a window of some rule would end before it starts. */
export function checkPolicy({ rules }: RuleSet, policy: Policy): readonly Issue[] {
  return rules.flatMap(({ id, timing }): Issue[] => {
    if (!timing || daysIn(lengthOf(timing.from, policy)) <= daysIn(lengthOf(timing.until, policy))) return []
    const path = ['policy', nameIn(timing.from) ?? nameIn(timing.until) ?? '']
    return [{ code: 'invalid-parameter', path, message: `with these values the window of ${id} ends before it starts` }]
  })
}

const nameIn = (length: Length): string | undefined => (typeof length === 'string' ? undefined : length.policy)
