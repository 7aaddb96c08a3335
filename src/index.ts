export type {
  Advice,
  Audience,
  Block,
  Calendar,
  CalendarAlternative,
  Certainty,
  ChecklistOutcome,
  Citation,
  Hold,
  Milestone,
  MilestoneState,
  Notice,
  NoticeState,
  OpenQuestion,
  Reason,
  Recommendation,
  Status,
  Timing,
  Waiver,
  Window,
} from './advice'
export { DERIVED_FACTS } from './facts/fact-catalogue'
export { ISSUE_CODES, type Issue, type IssueCode } from './issue/issue'
export { TriageError } from './issue/triage-error'
export { kimLevel } from './kim-level'
export type { TriageOptions } from './options'
export type { Basis, Parameter } from './policy/parameter'
export type { PolicyOverrides } from './policy/policy'
export { SHIPPED_FILES, shippedRuleSet } from './rule-set/bundled'
export { type LoadedRuleSet, loadRuleSet } from './rule-set/load-rule-set'
export type { RuleSet } from './rule-set/rule-set'
export type { AssumptionName } from './savings/assumptions'
export {
  type AssumptionUsed,
  estimateSavings,
  type Saving,
  type SavingPhase,
  type SavingsEstimate,
} from './savings/estimate-savings'
export type { SavingsOptions } from './savings/read-savings'
export type { SavingsInput } from './savings/savings-input'
export { BASE_FACTS, type BaseFact } from './snapshot/catalogue'
export type { FactMeta, FactType, Locale, Role, Text, Tier } from './snapshot/fact'
export { type ParsedSnapshot, parseSnapshot, parseSnapshotText } from './snapshot/parse-snapshot'
export { type Snapshot, snapshotSchema } from './snapshot/snapshot'
export type { Timeline, TimelineChange, TimelineDay, TimelineEntry } from './timeline/timeline'
export { type TimelineOptions, triageTimeline } from './timeline/triage-timeline'
export { triage, triageSync } from './triage'
