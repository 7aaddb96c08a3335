/**
 * How often each answer is given in the generated caseload: our own guesses of a plausible mix, not statistics. What
 * matters to the measurement is that rules of every checklist come up, and that most do not come up in most cases.
 */

/** Weights of the values of a choice, by fact. */
export const CHOICES = {
  'employment.regime': { employee: 86, 'safety-net-uwv': 7, 'safety-net-self-insured': 4, 'self-employed': 3 },
  'employment.functionVariety': { few: 40, several: 40, many: 20 },
  'employment.employerAttitude': { willing: 78, waiting: 16, unwilling: 6 },
  'absence.expectedReturn': { 'within-4-weeks': 35, 'within-3-months': 30, later: 25, 'not-expected': 10 },
  'conflict.status': { none: 85, signal: 10, established: 5 },
  'conflict.handling': { none: 85, 'intervention-period': 5, mediation: 6, resolved: 4 },
  'returnToWork.ownWork': { expected: 55, doubtful: 20, 'not-expected': 10, 'too-early': 15 },
  'returnToWork.buildUp': { 'on-track': 45, behind: 15, stalled: 10, unstable: 10, 'not-started': 20 },
  'returnToWork.otherWorkWithEmployer': { available: 30, 'not-available': 20, unexplored: 50 },
  'health.course': { recovering: 50, stable: 25, fluctuating: 15, worsening: 10 },
  'health.complaints': { musculoskeletal: 35, psychological: 30, 'social-emotional': 10, multiple: 10, other: 15 },
  'health.fullyAndPermanentlyDisabled': { no: 92, likely: 6, yes: 2 },
  'health.referralWithheld': { none: 94, 'no-benefit-now': 5, terminal: 1 },
  'health.treatmentAdequate': { yes: 80, doubtful: 14, no: 6 },
  'health.recoveryVersusExpectation': { 'as-expected': 60, slower: 30, faster: 10 },
  'health.usableCapacity': { yes: 88, none: 12 },
}

/** Of every domain of the task load. */
export const TASK_LOAD = { low: 65, raised: 25, high: 10 }

/** The share of yes, by fact. */
export const YES = {
  'taskLoad.prolonged': 0.3,
  'employment.jobGroupElevatedAbsence': 0.2,
  'employment.keepsPeriodicConference': 0.5,
  'employment.olderWorker': 0.25,
  'process.deviationMotivated': 0.3,
  'process.employeeWilling': 0.9,
  'returnToWork.suitableWorkClear': 0.5,
  'health.lengthyRecovery': 0.3,
  'health.frequencyExplained': 0.4,
  'health.diagnosisClear': 0.85,
  'health.prognosisClear': 0.7,
}

/** The share of yes for any other fact. */
export const YES_ELSE = 0.1
