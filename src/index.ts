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
export { exportForm, FORM_FORMATS, type FormExports, type FormFormat } from './form/export-form'
export { fhirResponseOf } from './form/fhir-answers'
export type { FhirQuestionnaire, FhirResponse } from './form/fhir-types'
export { type AskedWhen, type FormQuestion, type FormSection, formOf, isAsked } from './form/form'
export { jsonFormDataOf, snapshotFromJsonForm } from './form/json-form-answers'
export type { JsonFormsForm } from './form/json-forms-form'
export type { JsonSchema } from './form/json-schema-form'
export type { ReadOptions } from './form/read-options'
export type { FormOptions } from './form/shown-form'
export { snapshotFromFhir } from './form/snapshot-from-fhir'
export { snapshotFromSurvey, surveyDataOf } from './form/survey-answers'
export type { SurveyForm } from './form/survey-form'
export { type AnswerOptions, checkAnswers } from './interview/check-answers'
export { type InterviewOptions, interview } from './interview/hold-interview'
export type {
  AnswerOption,
  AnswerRequest,
  DoneReason,
  ExcludedService,
  Exclusion,
  Floor,
  Interview,
  InterviewQuestion,
  InterviewSection,
  KnownFact,
  Progress,
  QuestionState,
  RecommendationsSoFar,
} from './interview/interview'
export { setAnswer } from './interview/set-answer'
export { ISSUE_CODES, type Issue, type IssueCode } from './issue/issue'
export { TriageError } from './issue/triage-error'
export { kimLevel } from './kim-level'
export type { MigrateOptions } from './migrate/migrate-options'
export { type MigratedSnapshot, migrateSnapshot } from './migrate/migrate-snapshot'
export type { MigrationChange, MigrationChangeCode } from './migrate/migration-change'
export type { TriageOptions } from './options'
export type { PictureOptions } from './picture/picture-options'
export { renderTimeline } from './picture/render-timeline'
export type { Basis, Parameter } from './policy/parameter'
export type { PolicyOverrides } from './policy/policy'
export { SHIPPED_FILES, shippedRuleSet } from './rule-set/bundled'
export { factsOf } from './rule-set/facts-of'
export { type LoadedRuleSet, type LoadOptions, loadRuleSet } from './rule-set/load-rule-set'
export type { Extension, RuleSet } from './rule-set/rule-set'
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
export {
  type FactMeta,
  type FactType,
  type Locale,
  type Role,
  type Text,
  type Tier,
  UNKNOWN_VALUES,
  type UnknownWord,
} from './snapshot/fact'
export type { ParseOptions } from './snapshot/parse-options'
export { type CheckedSnapshot, type ParsedSnapshot, parseSnapshot, parseSnapshotText } from './snapshot/parse-snapshot'
export { type Snapshot, snapshotSchema } from './snapshot/snapshot'
export type { Timeline, TimelineChange, TimelineDay, TimelineEntry } from './timeline/timeline'
export { type TimelineOptions, triageTimeline } from './timeline/triage-timeline'
export { triage } from './triage'
export { createTriage, triageSync } from './triage-sync'
