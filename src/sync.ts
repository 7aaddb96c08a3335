/**
 * What a form needs, without json-rules-engine and without a promise: `verwijswijzer/sync`. The same bundled with all
 * it needs, for a page without a build step: `verwijswijzer/browser`.
 */
export type { Advice, Audience, OpenQuestion, Recommendation } from './advice'
export { type AnswerOptions, checkAnswers } from './interview/check-answers'
export { type InterviewOptions, interview } from './interview/hold-interview'
export type { Interview, InterviewQuestion, InterviewSection } from './interview/interview'
export { setAnswer } from './interview/set-answer'
export type { Issue } from './issue/issue'
export { TriageError } from './issue/triage-error'
export type { TriageOptions } from './options'
export type { PictureOptions } from './picture/picture-options'
export { renderTimeline } from './picture/render-timeline'
export { shippedRuleSet } from './rule-set/bundled'
export { type LoadedRuleSet, loadRuleSet } from './rule-set/load-rule-set'
export type { RuleSet } from './rule-set/rule-set'
export type { Locale, Role, Text } from './snapshot/fact'
export { type ParsedSnapshot, parseSnapshot } from './snapshot/parse-snapshot'
export type { Snapshot } from './snapshot/snapshot'
export { createTriage, triageSync } from './triage-sync'
