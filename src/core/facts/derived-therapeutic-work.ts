import type { Day } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import { duration } from '../rules/policy'
import { changeOf, type DerivedFact } from './derived-fact'
import { hasHappened } from './has-happened'

const SINCE = 'absence.therapeuticWorkSince'
const LONGEST = 'therapeuticWork.longest'
const type = 'boolean'
const tier = 'employer'
const from = [SINCE]

/** Work without wage value, to build up: that it is going on, and that it has lasted longer than UWV allows as a rule. */
export const DERIVED_THERAPEUTIC_WORK: readonly DerivedFact[] = [
  {
    id: 'absence.therapeuticWorkGoingOn',
    type,
    tier,
    from,
    label: { nl: 'werkt nu op arbeidstherapeutische basis', en: 'works on a therapeutic basis now' },
    ...hasHappened(SINCE),
  },
  {
    // Stagnation signal 7 (WVP-22): on the last day of the allowed length it does not last too long yet.
    id: 'absence.therapeuticWorkProlonged',
    type,
    tier,
    from,
    label: { nl: 'arbeidstherapie duurt te lang', en: 'therapeutic work lasts too long' },
    turnsAfter: { day: SINCE, parameter: LONGEST },
    ...changeOf(SINCE, (asOf, policy) => {
      const longest = duration(policy, LONGEST)
      return (day) => day !== null && addDuration(day as Day, longest) < asOf
    }),
  },
]
