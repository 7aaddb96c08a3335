import { addDuration, type Day, type Duration } from '../calendar/day'
import { afterLeaves, leaveNow, leavesAhead } from '../case/case'
import { caseBeforeLeave } from '../case/effective-first-day'
import type { Diagram, Value } from '../diagram/diagram'
import { duration, mergingRules, type Policy } from '../rules/policy'
import type { FactContext } from './derive-facts'
import { changeOf, type DerivedFact } from './derived-fact'

const tier = 'employer'
const FIRST_DAY = 'absence.effectiveFirstDay'
const REGIME = 'employment.regime'
const PAST_PENSION_AGE = 'employment.pastStatePensionAge'
const WAGES_UNTIL = 'employment.wagesUntil'
const CONTRACT = 'employment.contractEndsOn'
const LEAVES = ['absence.leaves']
const DUTIES = ['absence.spells', 'absence.leaves', REGIME, PAST_PENSION_AGE, WAGES_UNTIL, CONTRACT]

const WAGE_PERIODS = [
  { day: FIRST_DAY, parameter: 'wages.period', when: 'complete' },
  { day: FIRST_DAY, parameter: 'wages.periodPastPensionAge', when: 'complete' },
] as const

/** Leave that is entered, and until when an employer has duties: what the statutory calendar and windows stop at. */
export const DERIVED_CALENDAR: readonly DerivedFact[] = [
  {
    // Only leave that is entered: that nobody entered any says that there is none.
    id: 'absence.onLeave',
    type: 'boolean',
    tier,
    from: LEAVES,
    label: { nl: 'nu met zwangerschaps- of bevallingsverlof', en: 'on maternity leave now' },
    derive: ({ opened, diagrams }) => diagrams.known(leaveNow(opened) !== undefined),
  },
  {
    id: 'absence.leaveOverOn',
    type: 'date',
    tier,
    from: LEAVES,
    label: { nl: 'eerste dag na het verlof', en: 'first day after the leave' },
    derive: ({ opened, diagrams }) => diagrams.known(dayAfter(leaveNow(opened)?.until)),
  },
  {
    // The wait lasts at most 78 weeks and ends ten weeks after the application at the earliest (WIA 23(6)).
    id: 'absence.shortenedWaitingOpen',
    type: 'boolean',
    tier,
    from: ['absence.spells', 'absence.leaves'],
    label: { nl: 'verkorte wachttijd nog aan te vragen', en: 'a shortened waiting period can still be applied for' },
    turnsAfter: { day: FIRST_DAY, parameter: 'shortenedWaiting.until' },
    derive: changeOf(FIRST_DAY, (asOf, policy) => {
      const latest = duration(policy, 'shortenedWaiting.until')
      return (first) => first !== null && asOf <= addDuration(first as Day, latest)
    }),
  },
  {
    id: 'process.employerDutiesRun',
    type: 'boolean',
    tier,
    from: DUTIES,
    label: {
      nl: 'de verplichtingen van de werkgever bij ziekte lopen',
      en: 'the duties of the employer during illness run',
    },
    turnsAfter: WAGE_PERIODS,
    derive: deriveDutiesRun,
  },
  {
    id: 'process.employerDutiesUntil',
    type: 'date',
    tier,
    from: DUTIES,
    label: {
      nl: 'laatste dag van de verplichtingen van de werkgever',
      en: 'last day of the duties of the employer',
    },
    turnsAfter: WAGE_PERIODS,
    derive: deriveDutiesUntil,
  },
]

const dayAfter = (day: Day | undefined): Day | null => (day === undefined ? null : day + 1)

const periodsOf = (policy: Policy): WagePeriods => ({
  full: duration(policy, 'wages.period'),
  pastPensionAge: duration(policy, 'wages.periodPastPensionAge'),
})

function deriveDutiesUntil(context: FactContext): Diagram<Value> {
  const { fact, diagrams, opened, policy, once } = context
  const end = once(deriveDutiesUntil, () => {
    const periods = periodsOf(policy)
    return (first: Value, past: Value): Value => wagesEnd(first as Day | null, past === true, periods)
  })
  const leaves = [leaveNow(opened) ?? [], leavesAhead(opened)].flat()
  const counted = (day: Value): Value => (day === null ? null : afterLeaves((day as Day) + 1, leaves) - 1)
  // On leave from a case its days wait until the leave is over.
  const first = leaveNow(opened)
    ? diagrams.known<Value>(caseBeforeLeave(opened, mergingRules(policy))?.presumed ?? null)
    : fact(FIRST_DAY)
  const period = diagrams.combine(first, fact(PAST_PENSION_AGE), end)
  const wages = diagrams.combine(
    leaves.length > 0 ? diagrams.mapOnce(period, counted) : period,
    fact(WAGES_UNTIL),
    longer,
  )
  const contract = diagrams.combine(wages, fact(CONTRACT), shorter)
  return diagrams.combine(
    diagrams.combine(fact(REGIME), contract, ofEmployee),
    diagrams.combine(fact(REGIME), wages, ofSelfInsured),
    eitherDay,
  )
}

const longer = (end: Value, until: Value): Value => prolonged(end as Day | null, until as Day | null)
const shorter = (end: Value, contract: Value): Value => endedByContract(end as Day | null, contract as Day | null)
const ofEmployee = (regime: Value, until: Value): Value => (regime === 'employee' ? until : null)
const ofSelfInsured = (regime: Value, until: Value): Value => (regime === 'safety-net-self-insured' ? until : null)
const eitherDay = (one: Value, other: Value): Value => one ?? other

/** The same as whether that day has not passed, put together from parts that are yes or no: far smaller diagrams. */
function deriveDutiesRun({ fact, diagrams, opened, policy, once }: FactContext): Diagram<Value> {
  const { ill, notEnded, notPast, runsFor } = once(deriveDutiesRun, () => {
    const { asOf } = opened
    const periods = periodsOf(policy)
    return {
      ill: (first: Value): boolean => first !== null,
      notEnded: (day: Value): boolean => day === null || (day as Day) >= asOf,
      notPast: (day: Value): boolean => day !== null && (day as Day) >= asOf,
      runsFor: [false, true].map(
        (past) => (first: Value) => (wagesEnd(first as Day | null, past, periods) ?? asOf - 1) >= asOf,
      ),
    }
  })
  const past = diagrams.map(fact(PAST_PENSION_AGE), isYes)
  const [full, short] = runsFor.map((runs) => diagrams.map(fact(FIRST_DAY), runs)) as [
    Diagram<boolean>,
    Diagram<boolean>,
  ]
  const wages = diagrams.any([
    short,
    diagrams.all([full, diagrams.not(past)]),
    diagrams.map(fact(WAGES_UNTIL), notPast),
  ])
  const contract = diagrams.any([diagrams.map(fact(REGIME), isSelfInsured), diagrams.map(fact(CONTRACT), notEnded)])
  return diagrams.all([diagrams.map(fact(FIRST_DAY), ill), diagrams.map(fact(REGIME), hasEmployer), wages, contract])
}

const isYes = (value: Value): boolean => value === true
const isSelfInsured = (regime: Value): boolean => regime === 'safety-net-self-insured'
const hasEmployer = (regime: Value): boolean => regime === 'employee' || regime === 'safety-net-self-insured'

/** How long an employer pays wages during illness, from the effective first day (BW 7:629(1) and (2)). */
interface WagePeriods {
  readonly full: Duration
  /** For somebody past the state pension age. */
  readonly pastPensionAge: Duration
}

/** The last day of the period of wages; null without a first day of illness. */
const wagesEnd = (first: Day | null, pastPensionAge: boolean, periods: WagePeriods): Day | null =>
  first === null ? null : addDuration(first, pastPensionAge ? periods.pastPensionAge : periods.full) - 1

/** A sanction, a joint request or a late application prolongs that period (BW 7:629(11)); nothing shortens it here. */
const prolonged = (end: Day | null, until: Day | null): Day | null =>
  end === null || until === null ? end : Math.max(end, until)

/** A contract that ends, ends the duties of the employer (BW 7:658a(1), ZW 38(2)). */
const endedByContract = (end: Day | null, contractEndsOn: Day | null): Day | null =>
  end === null || contractEndsOn === null ? end : Math.min(end, contractEndsOn)
