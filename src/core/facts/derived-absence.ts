import { completedMonths, completedWeeks, type Day, subtractDuration } from '../calendar/day'
import { countReportsSince, effectiveFirstDay } from '../case/effective-first-day'
import type { Diagram, Value } from '../diagram/diagram'
import { duration, mergingRules } from '../rules/policy'
import { levelBelowAll, levelOf } from '../snapshot/catalogue'
import type { FactContext } from './derive-facts'
import { changeOf, type DerivedFact } from './derived-fact'
import { countStates, pastDays } from './states'

const SPELLS = 'absence.spells'
const SPELLS_FROM = 'absence.spellsFrom'
const LEAVES = 'absence.leaves'
const ONE_CASE = 'absence.leaves.oneCase'
const NOT_COUNTED = 'absence.spells.notCounted'
const FIRST_DAY = 'absence.effectiveFirstDay'
const from = [SPELLS, LEAVES]
const tier = 'employer'

export const DERIVED_ABSENCE: readonly DerivedFact[] = [
  {
    id: FIRST_DAY,
    type: 'date',
    tier,
    from,
    label: { nl: 'eerste ziektedag (na samentelling)', en: 'first day of illness (spells joined)' },
    derive: deriveFirstDay,
  },
  {
    id: 'absence.ongoing',
    type: 'boolean',
    tier,
    from: [SPELLS],
    label: { nl: 'nu afwezig door ziekte', en: 'absent through illness now' },
    derive: changeOf(FIRST_DAY, () => (first) => first !== null),
  },
  {
    id: 'absence.completedWeeks',
    type: 'number',
    tier,
    unit: 'weeks',
    from,
    label: { nl: 'volle ziekteweken', en: 'completed weeks of illness' },
    derive: sinceFirstDay((first, asOf) => completedWeeks(first, asOf)),
  },
  {
    id: 'absence.ordinalWeek',
    type: 'number',
    tier,
    unit: 'week',
    from,
    label: { nl: 'lopende ziekteweek', en: 'current week of illness' },
    derive: sinceFirstDay((first, asOf) => completedWeeks(first, asOf) + 1),
  },
  {
    id: 'absence.completedMonths',
    type: 'number',
    tier,
    unit: 'months',
    from,
    label: { nl: 'volle ziektemaanden', en: 'completed months of illness' },
    derive: sinceFirstDay((first, asOf) => completedMonths(first, asOf)),
  },
  {
    id: 'absence.reportsInWindow',
    type: 'number',
    tier,
    unit: 'reports',
    from: [SPELLS, SPELLS_FROM, NOT_COUNTED],
    label: { nl: 'ziekmeldingen in de periode', en: 'reports of illness in the period' },
    derive: deriveReports,
  },
]

function deriveFirstDay(context: FactContext): Diagram<Value> {
  const { opened, diagrams } = context
  const found = effectiveFirstDay(opened, mergingRules(context.policy))
  if (found === null) return diagrams.known(null)
  if (found?.days.length === 1 && found.before === undefined) return diagrams.known(found.presumed)
  if (found) {
    const { days, before, dependsOn } = found
    const earlier = before === undefined ? [] : [...pastDays(FIRST_DAY, context), before - 1]
    const states = [...days, ...earlier.filter((day) => day < (before as Day) && !days.includes(day))]
    return diagrams.split<Value>(
      { level: levelBelowAll, owners: dependsOn },
      states.map((day) => diagrams.known(day)),
    )
  }
  // Whatever the spells will turn out to be, an unanswered leave between them could still move the first day.
  const cause = opened.leaves?.some((leave) => leave.oneCase === undefined) ? [ONE_CASE] : []
  const owners = [SPELLS, ...(opened.leaves ? cause : [LEAVES])]
  const states: Value[] = [null, ...pastDays(FIRST_DAY, context)]
  return diagrams.split<Value>(
    { level: levelBelowAll, owners },
    states.map((state) => diagrams.known(state)),
  )
}

function deriveReports(context: FactContext): Diagram<Value> {
  const { diagrams, breakpoints } = context
  const { since } = context.once(deriveReports, () => startOfWindow(context))
  const count = countReportsSince(context.opened, since)
  if (count && count.least === count.most) return diagrams.known(count.least)
  const { least, most, dependsOn } = count ?? { least: 0, most: Number.POSITIVE_INFINITY, dependsOn: [SPELLS] }
  const ends = Number.isFinite(most) ? [most] : countStates(breakpoints.numbers.get('absence.reportsInWindow') ?? [])
  const states = Array.from({ length: Math.max(least, ...ends) - least + 1 }, (_, more) => least + more)
  const unknown = { level: levelOf(NOT_COUNTED), owners: dependsOn }
  return diagrams.split<Value>(
    unknown,
    states.map((state) => diagrams.known(state)),
  )
}

const startOfWindow = ({ opened, policy }: FactContext) => ({
  since: subtractDuration(opened.asOf, duration(policy, 'frequentAbsence.window')),
})

function sinceFirstDay(count: (first: Day, asOf: Day) => number) {
  return changeOf(FIRST_DAY, (asOf) => (first) => (first === null ? null : count(first as Day, asOf)))
}
