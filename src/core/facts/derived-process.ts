import type { Day } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Diagram } from '../diagram/diagram'
import { duration } from '../rules/policy'
import { changeOf, type DerivedFact } from './derived-fact'
import { hasHappened } from './has-happened'

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
    ...isCurrent('process.capacityDocument', 'capacityDocument.validity'),
  },
  {
    id: 'process.medicalAdviceCurrent',
    type,
    tier,
    from: ['process.medicalAdviceOn'],
    label: { nl: 'actueel medisch advies', en: 'current medical advice' },
    turnsAfter: { day: 'process.medicalAdviceOn', parameter: 'medicalAdvice.validity' },
    ...isCurrent('process.medicalAdviceOn', 'medicalAdvice.validity'),
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
      context.forest.all([
        context.fact('process.capacityDocumentCurrent') as Diagram<boolean>,
        context.fact('process.medicalAdviceCurrent') as Diagram<boolean>,
      ]),
  },
  {
    id: 'process.planMade',
    type,
    tier,
    from: ['process.problemAnalysisOn', 'process.actionPlanOn'],
    label: { nl: 'probleemanalyse of plan van aanpak gemaakt', en: 'problem analysis or plan of action made' },
    derive: (context) =>
      context.forest.any([ANALYSED.derive(context) as Diagram<boolean>, PLANNED.derive(context) as Diagram<boolean>]),
  },
  {
    id: 'process.physicianInvolved',
    type,
    tier,
    from: ['process.medicalAdviceOn'],
    label: { nl: 'bedrijfsarts betrokken', en: 'occupational physician involved' },
    ...hasHappened('process.medicalAdviceOn'),
  },
  {
    id: 'process.firstYearEvaluationHeld',
    type,
    tier,
    from: ['process.firstYearEvaluationOn'],
    label: { nl: 'eerstejaarsevaluatie gehouden', en: 'first-year evaluation held' },
    ...hasHappened('process.firstYearEvaluationOn'),
  },
]

/** Current: not of a later day than `asOf`, and not older than the policy allows. */
function isCurrent(event: string, validity: string) {
  return changeOf(event, (asOf, policy) => {
    const valid = duration(policy, validity)
    return (day) => day !== null && (day as Day) <= asOf && addDuration(day as Day, valid) >= asOf
  })
}
