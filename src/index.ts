export type {
  Advice,
  AskScreen,
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
  NextStep,
  Notice,
  NoticeState,
  OpenQuestion,
  Reason,
  Recommendation,
  Relation,
  Release,
  Sooner,
  Status,
  Timing,
  Waiver,
} from './core/advice'
export { type BriefAdvice, createBriefTriage } from './core/brief-advice'
export { type CacheStats, cacheStats, clearCaches, limitCaches } from './core/cache'
export { createTriage, triageSync } from './core/create-triage'
export { DERIVED_FACTS } from './core/facts/fact-catalogue'
export { type Issue, type IssueCode, TriageError } from './core/issue/issue'
export { ISSUE_CODES } from './core/issue/issue-codes'
export type { TriageOptions } from './core/options'
export {
  type CheckedSnapshot,
  type ParsedSnapshot,
  parseSnapshot,
  parseSnapshotText,
} from './core/parse-snapshot'
export { type EmployerStep, type ReleaseChoice, type ReleaseItems, release, releaseChoices } from './core/release'
export { type Remembered, remember } from './core/remember'
export { SHIPPED_FILES, shippedRuleSet } from './core/rules/bundled'
export { chooseRuleSet } from './core/rules/choose-rule-set'
export { factsOf } from './core/rules/facts-of'
export { kimLevel } from './core/rules/kim-level'
export { type LoadedRuleSet, type LoadOptions, loadRuleSet } from './core/rules/load-rule-set'
export type { Basis, Parameter } from './core/rules/parameter'
export type { PolicyOverrides } from './core/rules/policy'
export type { Extension, RuleSet } from './core/rules/rule-set'
export { BASE_FACTS, type BaseFact } from './core/snapshot/catalogue'
export {
  type FactMeta,
  type FactType,
  type Locale,
  type Role,
  type Text,
  type Tier,
  UNKNOWN_VALUES,
  type UnknownWord,
} from './core/snapshot/fact'
export { parseJson } from './core/snapshot/parse-json'
export type { ParseOptions } from './core/snapshot/parse-options'
export type { Limits, PlainData } from './core/snapshot/plain-data'
export { type Snapshot, snapshotSchema } from './core/snapshot/snapshot'
export { triage } from './core/triage-by-engine'
export type { ReadOptions } from './forms/form/assemble-snapshot'
export { type AskedWhen, type FormQuestion, type FormSection, formOf, isAsked } from './forms/form/form'
export type { FormOptions } from './forms/form/shown-form'
export { type AnsweredBy, whoAnswered } from './forms/interview/answered-by'
export { type AnswerOptions, checkAnswers, type HandInOptions } from './forms/interview/check-answers'
export { type InterviewOptions, interview } from './forms/interview/hold-interview'
export type {
  AnswerOption,
  AnswerRequest,
  DoneReason,
  ExcludedService,
  Exclusion,
  Interview,
  InterviewQuestion,
  InterviewScreen,
  InterviewSection,
  KnownFact,
  Progress,
  QuestionState,
  RecommendationsSoFar,
} from './forms/interview/interview'
export { setAnswer } from './forms/interview/set-answer'
export { type KeptCase, takeAnswers } from './forms/interview/take-answers'
export type { MigrateOptions } from './forms/migrate/migrate-options'
export { type MigratedSnapshot, migrateSnapshot } from './forms/migrate/migrate-snapshot'
export type { MigrationChange, MigrationChangeCode } from './forms/migrate/migrate-words'
export {
  type AdviceToCardsOptions,
  adviceToCards,
  type Card,
  type Cards,
  type Suggestion,
} from './interop/cds/advice-to-cards'
export type { CardOverrideCode } from './interop/cds/card-words'
export { type AdviceToFhirOptions, adviceToFhir, type FhirBundle } from './interop/fhir/advice-to-fhir'
export type { FhirResource, FhirSubject } from './interop/fhir/service-request'
export { exportForm, FORM_FORMATS, type FormExports, type FormFormat } from './interop/forms/export-form'
export { fhirResponseOf } from './interop/forms/fhir-answers'
export type { FhirQuestionnaire, FhirResponse } from './interop/forms/fhir-types'
export { type JsonFormDataOptions, jsonFormDataOf, snapshotFromJsonForm } from './interop/forms/json-form-answers'
export type { JsonFormsForm } from './interop/forms/json-forms-form'
export type { JsonSchema } from './interop/forms/json-schema-form'
export { snapshotFromFhir } from './interop/forms/snapshot-from-fhir'
export { snapshotFromSurvey, surveyDataOf } from './interop/forms/survey-answers'
export type { SurveyForm } from './interop/forms/survey-form'
export { absenceRows } from './interop/hr/absence-rows'
export type { ImportIssue } from './interop/hr/import-issue'
export {
  type ExcludedCode,
  type ImportOptions,
  type ImportReport,
  type MappedAbsence,
  mapAbsence,
} from './interop/hr/map-absence'
export type { AbsenceProfile, EndMeans, NeverCarried } from './interop/hr/profile'
export { absenceProfile, PROFILE_NAMES, type ProfileName } from './interop/hr/profile'
export { IMPORT_CHANGES, type ImportChange, type ImportChangeCode } from './interop/hr/reports-in'
export { type BatchOptions, type BatchResult, batch, resultLine } from './reports/batch/batch'
export {
  type ChangedAnswer,
  type ChangeOptions,
  type WhatWouldChange,
  type WouldChange,
  whatWouldChange,
} from './reports/change/what-would-change'
export type { PictureOptions } from './reports/picture/picture'
export { renderTimeline } from './reports/picture/render-timeline'
export { type DecisionRecord, decisionRecord, INTENDED_USE, type RecordOptions } from './reports/record/decision-record'
export {
  type HumanDecision,
  type HumanDecisionOptions,
  humanDecision,
  OVERRIDE_REASONS,
} from './reports/record/human-decision'
export {
  type CannotReason,
  type ReplayLine,
  replay,
  type Verification,
  type VerifyOptions,
  verifyRecord,
} from './reports/record/verify-record'
export type { AssumptionName } from './reports/savings/assumptions'
export {
  type AssumptionUsed,
  estimateSavings,
  type Saving,
  type SavingPhase,
  type SavingsEstimate,
} from './reports/savings/estimate-savings'
export type { SavingsInput, SavingsOptions } from './reports/savings/read-savings'
export { type RenderOptions, renderAdvice } from './reports/text/render-advice'
export { type AdviceChange, compareAdvice, type StepName } from './reports/timeline/compare-advice'
export type { Timeline, TimelineDay } from './reports/timeline/triage-timeline'
export { type TimelineOptions, triageTimeline } from './reports/timeline/triage-timeline'
export { renderWorklist, type WorklistFormat } from './reports/worklist/render-worklist'
export {
  type Urgency,
  type Worklist,
  type WorklistEntry,
  type WorklistOptions,
  type WorklistRow,
  type WorklistSummary,
  worklist,
} from './reports/worklist/worklist'
