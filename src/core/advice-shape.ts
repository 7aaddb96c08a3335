import type { Issue } from './issue/issue'
import {
  day,
  fault,
  flag,
  list,
  maybe,
  number,
  oneOf,
  orNull,
  record,
  type Shape,
  shapeIssues,
  text,
  under,
} from './shape'

export const CERTAINTY = oneOf('certain', 'possible')
export const STATE = oneOf('planned', 'due', 'overdue')
const BASIS = oneOf('statute', 'official', 'practice', 'product')
const relation = record({ service: text, certainty: CERTAINTY })
const sources = list(record({ id: text, section: text }))
const screens = list(record({ id: text, title: text, facts: list(text), text }))

const recommendation = record({
  service: text,
  title: text,
  level: oneOf('person', 'group'),
  effort: oneOf('talk', 'visit', 'assessment', 'guidance', 'conference', 'trajectory', 'statutory', 'group'),
  certainty: CERTAINTY,
  timing: record({
    startFrom: day,
    startBy: day,
    state: STATE,
    since: maybe(day),
    basis: BASIS,
    text,
    worthwhileUntil: maybe(day),
    sooner: maybe(record({ startFrom: day, startBy: day, dependsOn: list(text), text })),
  }),
  underway: maybe(record({ state: oneOf('requested', 'planned'), since: day, late: flag })),
  coveredBy: list(relation),
  after: list(relation),
  blockedBy: list(record({ need: text, title: text, state: oneOf('unmet', 'unknown'), firstStep: text })),
  meanwhile: maybe(text),
  heldBy: list(record({ rule: text, certainty: CERTAINTY, reviewOn: day, since: maybe(day), text })),
  waivedBy: list(record({ rule: text, text })),
  requestedBy: list(text),
  reasons: list(record({ rule: text, certainty: CERTAINTY, text, sources, facts: list(text) })),
})

const MILESTONE_STATES = ['upcoming', 'due', 'passed', 'on-time', 'late', 'late-motivated', 'late-motivation-unknown']

const nextStep: Shape = (value) => {
  const kinds: Readonly<Record<string, Shape>> = {
    request: record({
      text,
      service: text,
      title: text,
      by: day,
      since: maybe(day),
      arrange: list(text),
      meanwhile: maybe(text),
    }),
    plan: record({ text, service: text, title: text, from: day, by: day }),
    arrange: record({ text, need: text, of: text, by: day, for: text }),
    ask: record({ text, questions: screens }),
    wait: record({ text, until: day }),
    none: record({ text }),
  }
  const kind = (value as { readonly kind?: unknown } | null)?.kind
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return under('kind', fault('unknown-value'))
  return kinds[kind]?.(value) ?? []
}

export const wholeAdvice = record({
  adviceVersion: oneOf(2),
  asOf: day,
  ruleSet: record({ id: text, version: text, digest: text }),
  package: text,
  locale: oneOf('nl', 'en'),
  audience: oneOf('full', 'employer'),
  status: oneOf('refer-now', 'plan-referral', 'more-information-needed', 'no-referral'),
  statusText: text,
  next: nextStep,
  also: list(text),
  settled: flag,
  complete: flag,
  exact: flag,
  ask: screens,
  recommendations: list(recommendation),
  toRelease: maybe(record({ advises: list(record({ service: text, by: day })), waitUntil: maybe(day) })),
  checklists: list(record({ id: text, title: text, outcome: oneOf('positive', 'negative', 'open') })),
  notices: list(
    record({
      id: text,
      on: maybe(day),
      state: oneOf('applies', 'may-apply', ...MILESTONE_STATES),
      basis: BASIS,
      text,
      sources,
    }),
  ),
  openQuestions: list(
    record({
      fact: text,
      state: oneOf('not-asked', 'unknown', 'not-applicable', 'refused'),
      question: text,
      askedOf: text,
      decides: list(text),
    }),
  ),
  calendar: orNull(
    record({
      effectiveFirstDay: day,
      completedWeeks: number,
      ordinalWeek: number,
      completedMonths: number,
      onLeave: flag,
      milestones: list(
        record({
          id: text,
          title: text,
          from: maybe(day),
          on: day,
          basis: BASIS,
          state: oneOf(...MILESTONE_STATES),
          text,
        }),
      ),
      alternatives: list(
        record({ effectiveFirstDay: day, completedWeeks: number, ordinalWeek: number, dependsOn: list(text) }),
      ),
    }),
  ),
})

/** Of another version everything else may be otherwise, too. */
export const ofVersion2 =
  (shape: Shape): Shape =>
  (value) => {
    if (typeof value !== 'object' || value === null || !('adviceVersion' in value)) return fault('wrong-type')
    return value.adviceVersion === 2 ? shape(value) : under('adviceVersion', fault('unknown-value'))
  }

/** An advice as triage returns it. */
export const ADVICE: Shape = ofVersion2(wholeAdvice)

/**
 * What is wrong with an advice that was given or stored, which may have lost a part or be of an earlier version; empty
 * where nothing is. `name` is the argument's.
 */
export const adviceIssues = (value: unknown, name = 'advice'): readonly Issue[] =>
  shapeIssues(value, ADVICE, name, 'a whole advice of version 2, as triage returns it')
