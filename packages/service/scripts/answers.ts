import type * as library from 'verwijswijzer'

/** What the service answers, as the library types it: scripts/write-schemas.mjs makes JSON Schemas of it. */
export interface Answers {
  readonly Advice: library.Advice
  readonly BriefAdvice: library.BriefAdvice
  readonly Interview: library.Interview
  readonly Timeline: library.Timeline
  readonly DecisionRecord: library.DecisionRecord
  readonly AdviceChange: library.AdviceChange
  readonly MigrationChange: library.MigrationChange
}
