import { CERTAINTY, ofVersion2, STATE, wholeAdvice } from './advice-shape'
import type { Issue } from './issue/issue'
import { day, flag, list, maybe, oneOf, record, type Shape, shapeIssues, text } from './shape'

/** Apart from the whole one: forms need that, and no brief ones. */
const briefAdvice = record({
  adviceVersion: oneOf(2),
  detail: oneOf('brief'),
  asOf: day,
  ruleSet: record({ id: text, version: text, digest: text }),
  package: text,
  audience: oneOf('full', 'employer'),
  status: oneOf('refer-now', 'plan-referral', 'more-information-needed', 'no-referral'),
  next: record({
    kind: oneOf('request', 'plan', 'arrange', 'ask', 'wait', 'none'),
    service: maybe(text),
    by: maybe(day),
    from: maybe(day),
    since: maybe(day),
    need: maybe(text),
  }),
  also: list(text),
  settled: flag,
  complete: flag,
  exact: flag,
  recommendations: list(
    record({
      service: text,
      certainty: CERTAINTY,
      startFrom: day,
      startBy: day,
      state: STATE,
      since: maybe(day),
      underway: maybe(oneOf('requested', 'planned')),
      heldUntil: maybe(day),
      coveredBy: maybe(list(text)),
      after: maybe(list(text)),
      blockedBy: maybe(list(text)),
      reasons: maybe(list(text)),
    }),
  ),
  openQuestions: list(text),
})

/** An advice as triage returns it, or a brief one. */
export const ANY_ADVICE: Shape = ofVersion2((value) =>
  'detail' in (value as object) ? briefAdvice(value) : wholeAdvice(value),
)

/** The same of a whole advice or a brief one. */
export const anyAdviceIssues = (value: unknown, name: string): readonly Issue[] =>
  shapeIssues(value, ANY_ADVICE, name, 'an advice of version 2, whole or brief')
