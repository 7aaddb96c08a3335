/** Forty-one weeks absent, and no way back to the own work. */
export const SAMPLE_SNAPSHOT = {
  asOf: '2026-11-22',
  employment: { regime: 'employee' },
  absence: { spells: [{ firstDay: '2026-02-03' }] },
  returnToWork: { ownWork: 'not-expected' },
} as const

/** What the physician knows as well; an employer's page must not show a word of it. */
export const MEDICAL_SNAPSHOT = {
  ...SAMPLE_SNAPSHOT,
  health: {
    course: 'worsening',
    complaints: 'psychological',
    permanentLimitation: true,
    referralWithheld: 'no-benefit-now',
    fullyAndPermanentlyDisabled: 'likely',
    diagnosisClear: false,
    treatmentAdequate: 'doubtful',
    recoveryVersusExpectation: 'slower',
  },
  causes: { nonMedical: true },
} as const
