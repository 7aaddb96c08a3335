/** How the program ends. */
export const EXIT = {
  fine: 0,
  /** Findings of a command that looks for them: a failing fixture, an invalid line. */
  findings: 1,
  /** Bad use, or input that cannot be read or is not valid. */
  refused: 2,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
