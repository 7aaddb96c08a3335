/**
 * What a form needs, without json-rules-engine and without a promise: `verwijswijzer/sync`. The same bundled with all
 * it needs, for a page without a build step: `verwijswijzer/browser`.
 */
export type { Advice, Audience, OpenQuestion, Recommendation } from './core/advice'
export { type CacheStats, cacheStats, clearCaches, limitCaches } from './core/cache'
export { createTriage, triageSync } from './core/create-triage'
export type { Issue } from './core/issue/issue'
export { TriageError } from './core/issue/triage-error'
export type { TriageOptions } from './core/options'
export { type ParsedSnapshot, parseSnapshot } from './core/parse-snapshot'
export { shippedRuleSet } from './core/rules/bundled'
export { chooseRuleSet } from './core/rules/choose-rule-set'
export { type LoadedRuleSet, loadRuleSet } from './core/rules/load-rule-set'
export type { RuleSet } from './core/rules/rule-set'
export type { Locale, Role, Text } from './core/snapshot/fact'
export type { Snapshot } from './core/snapshot/snapshot'
export { type AnswerOptions, checkAnswers } from './forms/interview/check-answers'
export { type InterviewOptions, interview } from './forms/interview/hold-interview'
export type { Interview, InterviewQuestion, InterviewSection } from './forms/interview/interview'
export { setAnswer } from './forms/interview/set-answer'
export type { PictureOptions } from './reports/picture/picture-options'
export { renderTimeline } from './reports/picture/render-timeline'
export { type RenderOptions, renderAdvice } from './reports/text/render-advice'
