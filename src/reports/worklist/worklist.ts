import type { Advice, NextStep, Status } from '../../core/advice'
import { ANY_ADVICE } from '../../core/any-advice-shape'
import type { BriefAdvice } from '../../core/brief-advice'
import { parseDay } from '../../core/calendar/day'
import { inSentence, shortDay } from '../../core/explain/prose'
import { wordsIn } from '../../core/explain/words'
import { type Issue, TriageError } from '../../core/issue/issue'
import { isLoaded } from '../../core/rules/build-rule-set'
import { shippedRuleSet } from '../../core/rules/bundled'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import { fault, maybe, number, record, type Shape, shapeIssues, text, under } from '../../core/shape'
import { LOCALES, type Locale } from '../../core/snapshot/fact'
import { isIterable } from '../lines-issues'
import { readOptions } from '../read-options'
import { type AdviceChange, changesBetween } from '../timeline/compare-advice'
import { isoWeek } from './iso-week'
import { WORKLIST_WORDS, type WorklistWords } from './worklist-words'

/** One case of a caseload: its advice now, and that of the last run where there was one. */
export interface WorklistEntry {
  readonly caseId?: string
  /** Where it stands in its file. */
  readonly line?: number
  readonly advice: Advice | BriefAdvice
  readonly previous?: Advice | BriefAdvice
}

/** In which language a list is, and by which rule set. */
export interface WorklistOptions {
  /** `nl` by default. */
  readonly locale?: Locale
  /** That of the advices, for the names of its services; the shipped one by default. */
  readonly ruleSet?: RuleSet
}

/** What a case manager works off, the most pressing case first. */
export interface Worklist {
  readonly locale: Locale
  readonly rows: readonly WorklistRow[]
  readonly summary: WorklistSummary
}

/** One case of the list. */
export interface WorklistRow {
  readonly caseId?: string
  readonly line?: number
  readonly asOf: string
  readonly status: Status
  readonly urgency: Urgency
  readonly kind: NextStep['kind']
  readonly service?: string
  readonly title?: string
  /** The last day to start on, or to look again. */
  readonly by?: string
  readonly since?: string
  readonly settled: boolean
  /** The step, in one sentence. */
  readonly text: string
  /** Undefined where there was no earlier run. */
  readonly changes?: readonly AdviceChange[]
  /** The same in words. */
  readonly changed: readonly string[]
}

/** In the order in which rows stand. */
export const URGENCIES = ['overdue', 'due', 'planned', 'waiting', 'asking', 'none'] as const
/** How pressing a row is. */
export type Urgency = (typeof URGENCIES)[number]

/** What was counted, so that capacity can be planned. */
export interface WorklistSummary {
  readonly cases: number
  readonly changed: number
  readonly byUrgency: Readonly<Record<Urgency, number>>
  /** Services that are to be started by some day of a week (ISO 8601), the earliest week first. */
  readonly byWeek: readonly { readonly week: string; readonly services: Readonly<Record<string, number>> }[]
}

/**
 * The list that a case manager works off: per case the step, by when and what changed, overdue first. Entries can be
 * whole advices or brief ones; both must be for the same reader, since nothing is added to them.
 *
 * @throws TriageError for an option that is wrong, and for an entry that is: its advice is none, or that of the last run was
 *   for another reader.
 */
export function worklist(entries: Iterable<WorklistEntry>, options: WorklistOptions = {}): Worklist {
  const rowOf = worklistRows(options)
  if (!isIterable(entries, Symbol.iterator))
    throw new TriageError([{ code: 'wrong-type', path: ['entries'], message: 'give the entries as an iterable' }])
  const rows: WorklistRow[] = []
  for (const entry of entries) {
    const issues = shapeIssues(entry, ENTRY, 'entries', 'an entry with an advice of version 2, whole or brief')
    if (issues.length > 0) throw new TriageError(issues.map(inEntry(rows.length)) as [Issue, ...Issue[]])
    rows.push(rowOf(entry))
  }
  return worklistOf(rows, options.locale ?? 'nl')
}

const inEntry =
  (index: number) =>
  (issue: Issue): Issue => ({ ...issue, path: ['entries', index, ...issue.path.slice(1)] })

const ENTRY: Shape = (value) => {
  const parts = { caseId: maybe(text), line: maybe(number), advice: ANY_ADVICE, previous: maybe(ANY_ADVICE) }
  const faults = record(parts)(value)
  if (faults.length > 0) return faults
  const { advice, previous } = value as WorklistEntry
  const otherReader = previous !== undefined && previous.audience !== advice.audience
  return otherReader ? under('previous', under('audience', fault('unknown-value'))) : []
}

/** One row at a time, for those who cannot hold all advices of a caseload at once. */
export function worklistRows(options: WorklistOptions = {}): (entry: WorklistEntry) => WorklistRow {
  const { ruleSet: given, ...rest } = options ?? {}
  const { issues } = readOptions(options === null ? null : rest, { locale: LOCALES })
  const isKnown = given === undefined || isLoaded(given)
  const all = isKnown
    ? issues
    : [...issues, { code: 'wrong-type', path: ['options', 'ruleSet'], message: 'give a loaded rule set' } as const]
  if (all.length > 0) throw new TriageError(all as [Issue, ...Issue[]])
  const locale = options.locale ?? 'nl'
  const names = namesIn(given ?? shippedRuleSet(), locale)
  return (entry) => rowOf(entry, names, locale)
}

/** Rows in their order, with what they count. */
export function worklistOf(rows: readonly WorklistRow[], locale: Locale): Worklist {
  const sorted = [...rows].sort(
    (a, b) =>
      URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
      compare(a.by ?? '', b.by ?? '') ||
      compare(a.caseId ?? '', b.caseId ?? '') ||
      (a.line ?? 0) - (b.line ?? 0),
  )
  return { locale, rows: sorted, summary: summaryOf(sorted) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Names {
  readonly service: (id: string) => string
  readonly request: (id: string) => string | undefined
  readonly question: (fact: string) => string
}

function namesIn(ruleSet: RuleSet, locale: Locale): Names {
  const services = new Map(ruleSet.services.map((service) => [service.id, service]))
  const facts = factsOf(ruleSet)
  return {
    service: (id) => services.get(id)?.title[locale] ?? id,
    request: (id) => services.get(id)?.request?.[locale],
    question: (fact) => facts.get(fact)?.question[locale] ?? fact,
  }
}

function rowOf({ caseId, line, advice, previous }: WorklistEntry, names: Names, locale: Locale): WorklistRow {
  const { next } = advice
  const service = 'service' in next ? next.service : 'for' in next ? next.for : undefined
  const by = 'by' in next ? next.by : 'until' in next ? next.until : undefined
  const since = 'since' in next ? next.since : undefined
  const changes = previous && changesBetween(previous, advice)
  const words = WORKLIST_WORDS[locale]
  const day = (text: string): string => shortDay(parseDay(text) ?? 0, parseDay(advice.asOf) ?? 0, locale)
  return {
    ...(caseId === undefined ? {} : { caseId }),
    ...(line === undefined ? {} : { line }),
    asOf: advice.asOf,
    status: advice.status,
    urgency: urgencyOf(advice),
    kind: next.kind,
    ...(service === undefined ? {} : { service, title: names.service(service) }),
    ...(by === undefined ? {} : { by }),
    ...(since === undefined ? {} : { since }),
    settled: advice.settled,
    text: 'detail' in advice ? briefText(advice, names, day, locale) : advice.next.text,
    ...(changes ? { changes } : {}),
    changed: (changes ?? []).map((change) => changeText(change, names, day, words)),
  }
}

function urgencyOf({ next, recommendations, asOf }: Advice | BriefAdvice): Urgency {
  switch (next.kind) {
    case 'none':
      return 'none'
    case 'ask':
      return 'asking'
    case 'wait':
      return 'waiting'
    case 'plan':
      return 'planned'
    default: {
      const service = 'for' in next ? next.for : next.service
      const step = recommendations.find((one) => one.service === service)
      const state = step && ('timing' in step ? step.timing.state : step.state)
      return state === 'overdue' || (next.by !== undefined && next.by < asOf) ? 'overdue' : 'due'
    }
  }
}

/** The step of a brief advice, in the words that a whole one has for it. */
function briefText({ next }: BriefAdvice, names: Names, day: (text: string) => string, locale: Locale): string {
  const words = wordsIn(locale)
  const own = WORKLIST_WORDS[locale]
  if (next.service === undefined) return next.kind === 'none' ? words.none : own.askFirst
  const title = names.service(next.service)
  const by = next.by === undefined ? '' : day(next.by)
  switch (next.kind) {
    case 'request':
      return words.request(names.request(next.service) ?? words.instruction(title), by, '')
    case 'plan':
      return words.plan(title, day(next.from ?? next.by ?? ''), by, '')
    case 'wait':
      return words.wait(title, by, '')
    default:
      return own.arrangeFirst(inSentence(title), by)
  }
}

function changeText(change: AdviceChange, names: Names, day: (text: string) => string, words: WorklistWords): string {
  const { changes } = words
  switch (change.kind) {
    case 'step': {
      const name = (step: typeof change.to): string =>
        step === null
          ? changes.noStep
          : step.service === undefined
            ? changes.steps[step.kind]
            : `${inSentence(names.service(step.service))} (${changes.steps[step.kind]})`
      return changes.step(name(change.from), name(change.to))
    }
    case 'new':
    case 'gone':
    case 'due':
    case 'overdue':
      return changes[change.kind](names.service(change.service), day(change.by))
    case 'earlier':
    case 'later':
      return changes[change.kind](names.service(change.service), day(change.by), day(change.was))
    case 'held':
      return changes.held(names.service(change.service), day(change.until))
    case 'covered':
      return changes.covered(
        names.service(change.service),
        change.coveredBy.map((id) => inSentence(names.service(id))).join(', '),
      )
    case 'underway':
      return changes.underway[change.state](names.service(change.service))
    case 'hold-over':
    case 'uncovered':
      return changes[change.kind](names.service(change.service))
    case 'question-closed':
    case 'question-opened':
      return changes[change.kind](names.question(change.fact))
    case 'deadline':
      return changes.deadline(change.milestone)
  }
}

function summaryOf(rows: readonly WorklistRow[]): WorklistSummary {
  const byUrgency = Object.fromEntries(URGENCIES.map((urgency) => [urgency, 0])) as Record<Urgency, number>
  const weeks = new Map<string, Map<string, number>>()
  for (const { urgency, by, service, kind } of rows) {
    byUrgency[urgency] += 1
    if (by === undefined || service === undefined || (kind !== 'request' && kind !== 'plan')) continue
    const week = isoWeek(parseDay(by) ?? 0)
    const services = weeks.get(week) ?? new Map<string, number>()
    weeks.set(week, services.set(service, (services.get(service) ?? 0) + 1))
  }
  return {
    cases: rows.length,
    changed: rows.filter(({ changes }) => changes === undefined || changes.length > 0).length,
    byUrgency,
    byWeek: [...weeks]
      .sort(([a], [b]) => compare(a, b))
      .map(([week, services]) => ({
        week,
        services: Object.fromEntries([...services].sort(([a], [b]) => compare(a, b))),
      })),
  }
}
