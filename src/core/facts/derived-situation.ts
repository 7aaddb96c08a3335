import { addDuration, type Day, type Duration, subtractDuration } from '../calendar/day'
import type { Case, Leave } from '../case/case'
import { type ReportCount, spellsKnownFrom } from '../case/effective-first-day'
import { type Diagram, isKnown, type Value } from '../diagram/diagram'
import { duration, longestCase, number } from '../rules/policy'
import { levelOf } from '../snapshot/catalogue'
import type { FactContext } from './derive-facts'
import { changeOf, type DerivedFact, hasHappened } from './derived-fact'
import { countStates } from './states'

const REGIME = 'employment.regime'
const SPELLS = 'absence.spells'
const SPELLS_FROM = 'absence.spellsFrom'
const LEAVES = 'absence.leaves'
const NOT_COUNTED = 'absence.spells.notCounted'
const FIRST_DAY = 'absence.effectiveFirstDay'
const ANALYSIS = 'process.problemAnalysisOn'
const PLAN = 'process.actionPlanOn'
const MOTIVATED = 'process.deviationMotivated'
const ADVICE = 'process.medicalAdviceOn'
const WILLING = 'process.employeeWilling'
const ASKS = 'signals.employeeAsks'
const WAGES_UNTIL = 'employment.wagesUntil'
const LONG_SPELLS = 'absence.longSpellsInWindow'
const AFTER_ANALYSIS = 'process.planTermPassed'
const WITHOUT_ANALYSIS = 'process.planLatestPassed'
const tier = 'employer'
const type = 'boolean'

/** What else rules turn on: how a case stands beside its terms, and what came before it. */
export const DERIVED_SITUATION: readonly DerivedFact[] = [
  {
    id: LONG_SPELLS,
    type: 'number',
    tier,
    unit: 'reports',
    from: [SPELLS, SPELLS_FROM, NOT_COUNTED],
    label: { nl: 'lange ziekteperioden in de periode', en: 'long spells of illness in the period' },
    derive: deriveLongSpells,
  },
  {
    // Two weeks after the analysis (Regeling procesgang, art. 4(1)).
    id: AFTER_ANALYSIS,
    type,
    tier,
    from: [ANALYSIS],
    label: {
      nl: 'termijn voor het plan van aanpak na de analyse voorbij',
      en: 'term for the plan after the analysis over',
    },
    turnsAfter: { day: ANALYSIS, parameter: 'milestone.actionPlan' },
    derive: isPast(ANALYSIS, 'milestone.actionPlan'),
  },
  {
    id: WITHOUT_ANALYSIS,
    type,
    tier,
    from: [SPELLS, LEAVES],
    label: { nl: 'uiterste termijn voor het plan van aanpak voorbij', en: 'latest term for the plan of action over' },
    turnsAfter: { day: FIRST_DAY, parameter: 'milestone.actionPlanLatest' },
    derive: isPast(FIRST_DAY, 'milestone.actionPlanLatest'),
  },
  {
    // A reasoned deviation is not late (WVP-07).
    id: 'process.planLate',
    type,
    tier,
    from: [SPELLS, LEAVES, ANALYSIS, PLAN, MOTIVATED],
    label: { nl: 'plan van aanpak te laat', en: 'plan of action late' },
    derive: derivePlanLate,
  },
  {
    id: 'process.medicalAdviceInCase',
    type,
    tier,
    from: [SPELLS, LEAVES, ADVICE],
    label: { nl: 'medisch advies in dit verzuim', en: 'medical advice in this absence' },
    derive: ({ diagrams, fact, once, opened }) =>
      diagrams.combine(
        fact(FIRST_DAY),
        fact(ADVICE),
        once(DERIVED_SITUATION, () => givenSince(opened.asOf)),
      ),
  },
  {
    id: 'employment.wagesProlonged',
    type,
    tier,
    from: [REGIME, WAGES_UNTIL],
    label: { nl: 'loondoorbetaling verlengd', en: 'payment of wages prolonged' },
    derive: (context) => context.diagrams.all([hasEmployer(context), prolonged(context) as Diagram<boolean>]),
  },
  {
    // The longest that a sanction can prolong it is part of the longest case; in between the day given decides.
    id: 'process.wagesOver',
    type,
    tier,
    from: [REGIME, SPELLS, LEAVES, WAGES_UNTIL],
    label: { nl: 'periode van loondoorbetaling voorbij', en: 'period of continued wages over' },
    turnsAfter: [
      { day: FIRST_DAY, parameter: 'wages.period', when: 'complete' },
      { day: FIRST_DAY, parameter: 'calendar.longestCase', when: 'complete' },
    ],
    derive: deriveWagesOver,
  },
  {
    // Who asked for it is not asked whether they agree; who said no is not taken at an earlier question.
    id: 'process.employeeAgrees',
    type,
    tier,
    from: [WILLING, ASKS],
    label: { nl: 'instemming van de werknemer', en: 'agreement of the employee' },
    derive: ({ diagrams, fact }) => {
      const willing = fact(WILLING)
      return willing.kind === 'split' && isKnown(fact(ASKS), true) ? diagrams.known(true) : willing
    },
  },
  {
    // What was not released is nothing: it is never open.
    id: 'physician.asksToWait',
    type,
    tier,
    from: ['physician.waitUntil'],
    label: { nl: 'bedrijfsarts adviseert te wachten', en: 'the physician advises to wait' },
    derive: ({ diagrams, opened: { asOf, physician } }) => diagrams.known((physician.waitUntil ?? asOf) > asOf),
  },
]

function isPast(day: string, term: string): DerivedFact['derive'] {
  return changeOf(day, (asOf, policy) => {
    const length = duration(policy, term)
    return (from) => from !== null && addDuration(from as Day, length) < asOf
  })
}

const prolonged = changeOf(WAGES_UNTIL, (asOf) => (until) => until !== null && (until as Day) >= asOf)

/** Somebody who makes a plan and pays, as an employer or as the self-insured former one (WIA 26(2)). */
const hasEmployer = ({ diagrams, fact }: FactContext): Diagram<boolean> => diagrams.map(fact(REGIME), isOfAnEmployer)
const isOfAnEmployer = (regime: Value): boolean => regime === 'employee' || regime === 'safety-net-self-insured'

/** Only in between the two does it matter whether the period was prolonged. */
function deriveWagesOver(context: FactContext): Diagram<Value> {
  const { diagrams, fact, once, opened, policy } = context
  const since = once(deriveWagesOver, () => {
    const [period, longest] = [duration(policy, 'wages.period'), longestCase(policy)]
    const over = (length: Duration) => (first: Value) =>
      first !== null && addDuration(first as Day, length) <= opened.asOf
    return { period: over(period), longest: over(longest) }
  })
  const stillProlonged = diagrams.all([hasEmployer(context), prolonged(context) as Diagram<boolean>])
  return diagrams.any([
    diagrams.map(fact(FIRST_DAY), since.longest),
    diagrams.all([diagrams.map(fact(FIRST_DAY), since.period), diagrams.not(stillProlonged)]),
  ])
}

const analysed = hasHappened(ANALYSIS)
const planned = hasHappened(PLAN)

function derivePlanLate(context: FactContext): Diagram<Value> {
  const { diagrams, fact } = context
  const not = (one: Diagram<Value>): Diagram<boolean> => diagrams.map(one, isNotTrue)
  return diagrams.all([
    not(planned(context)),
    not(fact(MOTIVATED)),
    diagrams.any([
      fact(AFTER_ANALYSIS) as Diagram<boolean>,
      diagrams.all([not(analysed(context)), fact(WITHOUT_ANALYSIS) as Diagram<boolean>]),
    ]),
  ])
}

const isNotTrue = (value: Value): boolean => value !== true

/** Advice of before this absence does not say whether it is illness now. */
const givenSince =
  (asOf: Day) =>
  (first: Value, on: Value): boolean =>
    first !== null && on !== null && (on as Day) <= asOf && (on as Day) >= (first as Day)

/**
 * Long ones that started in the window, told apart from what does not count as `countReportsSince` does. A relapse within
 * the gap that makes one case, and illness that goes on after a leave, prolong a spell and are no new one.
 */
function longSpells(opened: Case, { since, gap, isLong }: LongSpellRules): ReportCount | undefined {
  const { asOf, spells, leaves } = opened
  if (!spells) return undefined
  const knownFrom = spellsKnownFrom(opened)
  const incomplete = knownFrom !== undefined && since < knownFrom
  const dependsOn = new Set<string>(incomplete ? [SPELLS_FROM] : [])
  let [least, most] = [0, incomplete ? Number.POSITIVE_INFINITY : 0]
  const joined = spells
    .filter(({ notCounted }) => notCounted !== true)
    .reduce<readonly LongSpell[]>((all, { firstDay, recoveredOn, atLatest, notCounted }) => {
      const end = recoveredOn ?? asOf
      const one: LongSpell = {
        firstDay,
        end,
        atLatest: { firstDay: atLatest?.firstDay ?? firstDay, end: atLatest?.recoveredOn ?? end },
        counts: notCounted === false,
      }
      const last = all.at(-1)
      if (!last || firstDay - last.end - leaveDays(leaves ?? [], last.end, firstDay) >= gap) return all.concat(one)
      const longer = { ...last, end, atLatest: { ...last.atLatest, end: one.atLatest.end } }
      return all.slice(0, -1).concat({ ...longer, counts: last.counts || one.counts })
    }, [])
  for (const { firstDay, end, atLatest, counts } of joined) {
    if (atLatest.firstDay < since || !isLong(firstDay, atLatest.end)) continue
    most += 1
    const settled = firstDay >= since && isLong(atLatest.firstDay, end)
    if (settled && counts) least += 1
    if (!settled) dependsOn.add(SPELLS)
    if (!counts) dependsOn.add(NOT_COUNTED)
  }
  return { least, most, dependsOn: [...dependsOn] }
}

interface LongSpell {
  readonly firstDay: Day
  readonly end: Day
  /** The same where a day is known by its month only. */
  readonly atLatest: { readonly firstDay: Day; readonly end: Day }
  readonly counts: boolean
}

interface LongSpellRules {
  readonly since: Day
  /** Days fit between two spells from which on they are two. */
  readonly gap: number
  readonly isLong: (first: Day, end: Day) => boolean
}

/** Days of leave from one day until before another. */
const leaveDays = (leaves: readonly Leave[], from: Day, until: Day): number =>
  leaves.reduce((days, leave) => days + Math.max(0, Math.min(leave.until + 1, until) - Math.max(leave.from, from)), 0)

function deriveLongSpells(context: FactContext): Diagram<Value> {
  const { diagrams, breakpoints, opened, policy } = context
  const rules = context.once(deriveLongSpells, () => {
    const length = duration(policy, 'frequentAbsence.longSpell')
    return {
      since: subtractDuration(opened.asOf, duration(policy, 'frequentAbsence.longSpellsWindow')),
      gap: number(policy, 'spells.mergeWithin'),
      isLong: (first: Day, end: Day): boolean => addDuration(first, length) <= end,
    }
  })
  const count = longSpells(opened, rules)
  if (count && count.least === count.most) return diagrams.known(count.least)
  const { least, most, dependsOn } = count ?? { least: 0, most: Number.POSITIVE_INFINITY, dependsOn: [SPELLS] }
  const ends = Number.isFinite(most) ? [most] : countStates(breakpoints.numbers.get(LONG_SPELLS) ?? [])
  const states = Array.from({ length: Math.max(least, ...ends) - least + 1 }, (_, more) => least + more)
  // Between the places of two facts: the count of reports stands at that of the flag itself.
  return diagrams.split<Value>(
    { level: levelOf(NOT_COUNTED) + 0.5, owners: dependsOn },
    states.map((state) => diagrams.known(state)),
  )
}
