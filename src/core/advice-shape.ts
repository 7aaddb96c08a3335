import { parseDay } from './calendar/day'
import type { Issue } from './issue/issue'

/**
 * Whether something is an advice as far as reports read one: a stored one may have lost a part, or be of an earlier
 * version. Each part that is wrong, by its place; nothing of it is quoted.
 */
type Shape = (value: unknown) => readonly Fault[]
interface Fault {
  readonly path: readonly (string | number)[]
  readonly code: 'wrong-type' | 'invalid-date' | 'unknown-value'
}

const fault = (code: Fault['code']): readonly Fault[] => [{ path: [], code }]
const under = (key: string | number, faults: readonly Fault[]): readonly Fault[] =>
  faults.map(({ path, code }) => ({ path: [key, ...path], code }))

const text: Shape = (value) => (typeof value === 'string' ? [] : fault('wrong-type'))
const number: Shape = (value) => (typeof value === 'number' && Number.isFinite(value) ? [] : fault('wrong-type'))
const flag: Shape = (value) => (typeof value === 'boolean' ? [] : fault('wrong-type'))
const day: Shape = (value) =>
  typeof value !== 'string' ? fault('wrong-type') : parseDay(value) === undefined ? fault('invalid-date') : []
const oneOf =
  (...words: readonly unknown[]): Shape =>
  (value) =>
    words.includes(value) ? [] : fault('unknown-value')
const maybe =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? [] : shape(value)
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? [] : shape(value)
const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) ? value.flatMap((item, index) => under(index, shape(item))) : fault('wrong-type')
const record =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('wrong-type')
    const given = value as Readonly<Record<string, unknown>>
    return Object.entries(members).flatMap(([key, shape]) => under(key, shape(given[key])))
  }

const CERTAINTY = oneOf('certain', 'possible')
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
    state: oneOf('planned', 'due', 'overdue'),
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
  heldBy: list(record({ rule: text, certainty: CERTAINTY, reviewOn: day, text })),
  waivedBy: list(record({ rule: text, text })),
  requestedBy: list(text),
  reasons: list(record({ rule: text, certainty: CERTAINTY, text, sources })),
})

const MILESTONE_STATES = ['upcoming', 'due', 'passed', 'on-time', 'late', 'late-motivated', 'late-motivation-unknown']

const nextStep: Shape = (value) => {
  const kinds: Readonly<Record<string, Shape>> = {
    request: record({ text, service: text, title: text, by: day, arrange: list(text), meanwhile: maybe(text) }),
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

const advice = record({
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

/** More than these nobody reads; the first is enough to know that it is no advice. */
const MOST = 20

/** What is wrong with an advice that was given or stored; empty where nothing is. `name` is the argument's. */
export function adviceIssues(value: unknown, name = 'advice'): readonly Issue[] {
  return faultsOf(value)
    .slice(0, MOST)
    .map(({ path, code }) => ({ code, path: [name, ...path], message: MESSAGES[code] }))
}

function faultsOf(value: unknown): readonly Fault[] {
  try {
    if (typeof value !== 'object' || value === null || !('adviceVersion' in value)) return fault('wrong-type')
    // Of another version everything else may be otherwise, too.
    if (value.adviceVersion !== 2) return under('adviceVersion', fault('unknown-value'))
    return advice(value)
  } catch {
    // A getter or a proxy can throw, and is no plain data.
    return fault('wrong-type')
  }
}

const MESSAGES: Readonly<Record<Fault['code'], string>> = {
  'wrong-type': 'give a whole advice, as triage returns it: this part is not of its shape',
  'invalid-date': 'give a whole advice, as triage returns it: this day is not YYYY-MM-DD',
  'unknown-value': 'give an advice of version 2, as triage returns it: there is no such word here',
}
