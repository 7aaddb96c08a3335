import { addDuration, type Day } from '../calendar/day'
import type { Diagram } from '../diagram/diagram'
import { duration } from '../rules/policy'
import type { FactContext } from './derive-facts'
import { changeOf, type DerivedFact, hasHappened } from './derived-fact'

const tier = 'employer'
const type = 'boolean'

const ANALYSED = hasHappened('process.problemAnalysisOn')
const PLANNED = hasHappened('process.actionPlanOn')

export const DERIVED_PROCESS: readonly DerivedFact[] = [
  {
    id: 'process.capacityDocumentCurrent',
    type,
    tier,
    from: ['process.capacityDocument'],
    label: { nl: 'actuele beschrijving van de belastbaarheid', en: 'current description of the capacity for work' },
    turnsAfter: { day: 'process.capacityDocument', parameter: 'capacityDocument.validity' },
    derive: isCurrent('process.capacityDocument', 'capacityDocument.validity'),
  },
  {
    id: 'process.medicalAdviceCurrent',
    type,
    tier,
    from: ['process.medicalAdviceOn'],
    label: { nl: 'actueel medisch advies', en: 'current medical advice' },
    turnsAfter: { day: 'process.medicalAdviceOn', parameter: 'medicalAdvice.validity' },
    derive: isCurrent('process.medicalAdviceOn', 'medicalAdvice.validity'),
  },
  {
    // What a judgement stands on (AD-02, AD-07).
    id: 'process.capacityReady',
    type,
    tier,
    from: ['process.capacityDocument', 'process.medicalAdviceOn'],
    label: {
      nl: 'actuele belastbaarheid met actueel medisch advies',
      en: 'current capacity description with current medical advice',
    },
    derive: (context) =>
      context.diagrams.any([
        context.diagrams.all([
          context.fact('process.capacityDocumentCurrent') as Diagram<boolean>,
          context.fact('process.medicalAdviceCurrent') as Diagram<boolean>,
        ]),
        context.diagrams.known(describedByTrajectory(context)),
      ]),
  },
  {
    id: 'process.planMade',
    type,
    tier,
    from: ['process.problemAnalysisOn', 'process.actionPlanOn'],
    label: { nl: 'probleemanalyse of plan van aanpak gemaakt', en: 'problem analysis or plan of action made' },
    derive: (context) =>
      context.diagrams.any([ANALYSED(context) as Diagram<boolean>, PLANNED(context) as Diagram<boolean>]),
  },
  {
    id: 'process.physicianInvolved',
    type,
    tier,
    from: ['process.medicalAdviceOn'],
    label: { nl: 'bedrijfsarts betrokken', en: 'occupational physician involved' },
    derive: hasHappened('process.medicalAdviceOn'),
  },
  {
    id: 'process.firstYearEvaluationHeld',
    type,
    tier,
    from: ['process.firstYearEvaluationOn'],
    label: { nl: 'eerstejaarsevaluatie gehouden', en: 'first-year evaluation held' },
    derive: hasHappened('process.firstYearEvaluationOn'),
  },
]

const THERAPEUTIC = 'absence.therapeuticWorkSince'
const LONGEST = 'therapeuticWork.longest'

/** Work without wage value, to build up: that it is going on, and that it has lasted longer than UWV allows as a rule. */
export const DERIVED_THERAPEUTIC_WORK: readonly DerivedFact[] = [
  {
    id: 'absence.therapeuticWorkGoingOn',
    type,
    tier,
    from: [THERAPEUTIC],
    label: { nl: 'werkt nu op arbeidstherapeutische basis', en: 'works on a therapeutic basis now' },
    derive: hasHappened(THERAPEUTIC),
  },
  {
    // Stagnation signal 7 (WVP-22): on the last day of the allowed length it does not last too long yet.
    id: 'absence.therapeuticWorkProlonged',
    type,
    tier,
    from: [THERAPEUTIC],
    label: { nl: 'arbeidstherapie duurt te lang', en: 'therapeutic work lasts too long' },
    turnsAfter: { day: THERAPEUTIC, parameter: LONGEST },
    derive: changeOf(THERAPEUTIC, (asOf, policy) => {
      const longest = duration(policy, LONGEST)
      return (day) => day !== null && addDuration(day as Day, longest) < asOf
    }),
  },
]

/** A medical advice trajectory brings a description of the capacity with medical advice (celsus-2015, box 1). */
function describedByTrajectory({ opened: { asOf, services }, policy }: FactContext): boolean {
  const valid = duration(policy, 'capacityDocument.validity')
  return (services ?? []).some(
    ({ service, state, on }) =>
      service === 'medical-advice-trajectory' && state === 'delivered' && on <= asOf && addDuration(on, valid) >= asOf,
  )
}

/** Current: not of a later day than `asOf`, and not older than the policy allows. */
function isCurrent(event: string, validity: string) {
  return changeOf(event, (asOf, policy) => {
    const valid = duration(policy, validity)
    return (day) => day !== null && (day as Day) <= asOf && addDuration(day as Day, valid) >= asOf
  })
}
