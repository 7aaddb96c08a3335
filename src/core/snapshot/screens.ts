import type { Text } from './fact'
import { PHYSICAL_DOMAINS, PSYCHOSOCIAL_DOMAINS } from './vocabulary/task-load'

/** Questions that a person answers together, on one screen. */
export interface Screen {
  readonly id: string
  readonly title: Text
  readonly facts: readonly string[]
}

/**
 * Every question of the vocabulary on one screen, in the order in which the screens decide most about the step: measured
 * on the practice cases, spells with the expected return and then own work settle most of them. A fixed order, so that
 * two forms ask the same.
 */
export const SCREENS: readonly Screen[] = [
  {
    id: 'absence',
    title: { nl: 'Het verzuim', en: 'The absence' },
    facts: [
      'absence.spells',
      'absence.spells.notCounted',
      'absence.expectedReturn',
      'employment.regime',
      'absence.spellsFrom',
      'absence.leaves',
      'absence.leaves.oneCase',
    ],
  },
  {
    id: 'own-work',
    title: { nl: 'Terugkeer naar werk', en: 'Return to work' },
    facts: [
      'returnToWork.ownWork',
      'returnToWork.buildUp',
      'absence.workedShare',
      'absence.therapeuticWorkSince',
      'returnToWork.suitableWorkClear',
      'returnToWork.otherWorkWithEmployer',
      'returnToWork.secondTrackStarted',
    ],
  },
  {
    id: 'signals',
    title: { nl: 'Verhoudingen en signalen', en: 'Relations and signals' },
    facts: [
      'conflict.status',
      'conflict.handling',
      'conflict.disputeOverAdjustments',
      'signals.employeeAsks',
      'signals.managerConcern',
      'signals.strainObserved',
      'signals.tasksDropped',
      'signals.reducedPerformance',
      'signals.demandsExceedCapacity',
      'process.employeeWilling',
    ],
  },
  {
    id: 'task-load',
    title: { nl: 'De belasting van het werk', en: 'The demands of the job' },
    facts: [...PHYSICAL_DOMAINS, ...PSYCHOSOCIAL_DOMAINS]
      .map((domain) => `taskLoad.${domain}`)
      .concat('taskLoad.prolonged'),
  },
  {
    id: 'employer',
    title: { nl: 'De werkgever en de functie', en: 'The employer and the job' },
    facts: [
      'employment.functionVariety',
      'employment.employerAttitude',
      'employment.demandingEnvironment',
      'employment.jobGroupElevatedAbsence',
      'employment.keepsPeriodicConference',
      'employment.olderWorker',
      'employment.contractEndsOn',
      'employment.pastStatePensionAge',
      'employment.wagesUntil',
    ],
  },
  {
    id: 'done',
    title: { nl: 'Wat al is gedaan', en: 'What was done already' },
    facts: [
      'process.services',
      'process.problemAnalysisOn',
      'process.actionPlanOn',
      'process.medicalAdviceOn',
      'process.capacityDocument',
      'process.firstYearEvaluationOn',
      'process.deviationMotivated',
    ],
  },
  {
    id: 'prognosis',
    title: { nl: 'Verloop en belastbaarheid', en: 'Course and capacity' },
    facts: [
      'health.course',
      'health.permanentLimitation',
      'health.usableCapacity',
      'health.fullyAndPermanentlyDisabled',
      'health.referralWithheld',
      'health.lengthyRecovery',
      'health.recoveryVersusExpectation',
      'health.complaints',
      'health.frequencyExplained',
      'health.criticalLimitations',
    ],
  },
  {
    id: 'medical-picture',
    title: { nl: 'Medisch beeld en oorzaken', en: 'Medical picture and causes' },
    facts: [
      'health.diagnosisClear',
      'health.prognosisClear',
      'health.treatmentAdequate',
      'causes.nonMedical',
      'causes.multipleProblems',
    ],
  },
]
