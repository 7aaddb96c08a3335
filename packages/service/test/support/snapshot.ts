/** Forty-one weeks absent, and no way back to the own work. */
export const SNAPSHOT = {
  asOf: '2026-11-22',
  employment: { regime: 'employee' },
  absence: { spells: [{ firstDay: '2026-02-03' }] },
  returnToWork: { ownWork: 'not-expected' },
} as const
