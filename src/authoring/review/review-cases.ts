import type { Advice } from '../../core/advice'
import { type Day, parseDay } from '../../core/calendar/day'
import type { Outcome } from '../../core/evaluate/outcome'
import { dayInWords } from '../../core/explain/prose'
import { TriageError } from '../../core/issue/issue'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import { type PolicyOverrides, parameterIn } from '../../core/rules/policy'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { isUnknownWord, type Locale, NONE } from '../../core/snapshot/fact'
import { runCase } from '../check/run-case'
import type { Writer } from '../docs/writer'
import { findCase } from '../scaffold/find-case'
import type { Fixture } from '../testing/fixture'
import { look } from '../testing/run-fixture'
import { REVIEW_WORDS } from './review-words'

/** A case that shows how a rule works, with the advice on it. */
export interface ReviewCase {
  readonly outcome: Outcome
  readonly snapshot: Readonly<Record<string, unknown>>
  readonly advice: Advice
  readonly policy: PolicyOverrides
  /** The fixture that it is from; undefined where it was worked out. */
  readonly fixture: string | undefined
}

/** In the order in which a reviewer reads them. */
const OUTCOMES = ['met', 'not-met', 'open'] as const

/** Whether the fixture is about the rule: it says what its outcome should be, or names it as a reason. */
const isAbout = ({ expect }: Fixture, { id }: Rule): boolean =>
  (expect.outcomes !== undefined && Object.hasOwn(expect.outcomes, id)) ||
  (expect.recommendations ?? []).some(({ reasons, heldBy }) => reasons.includes(id) || Object.hasOwn(heldBy ?? {}, id))

/** Whole cases that an expert would recognise go first, and of the others those with the most answers to what they leave out. */
const isPractice = ({ path }: Fixture): boolean => path.startsWith('practice/') || path.includes('/practice/')

/**
 * A case in which the rule is met, one in which it is not, and one in which it is still open: from the fixtures where one
 * is about it, else a smallest case that was worked out and run.
 */
export function reviewCases(
  rule: Rule,
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  locale: Locale,
): readonly ReviewCase[] {
  const about = fixtures.filter((fixture) => isAbout(fixture, rule))
  const ordered = [...about.filter(isPractice), ...about.filter((one) => !isPractice(one))]
  const seen = ordered.flatMap(({ snapshot, options, path }) => tried(snapshot, options?.policy, path) ?? [])
  return OUTCOMES.flatMap((outcome) => seen.find((one) => one.outcome === outcome) ?? workedOut(outcome) ?? [])

  function tried(snapshot: object, policy: PolicyOverrides = {}, fixture?: string): ReviewCase | undefined {
    try {
      const { advice, seen } = look(snapshot, { ruleSet, policy, audience: 'full', locale })
      const outcome = seen.outcomes.get(rule.id)
      return outcome && { outcome, snapshot: snapshot as ReviewCase['snapshot'], advice, policy, fixture }
    } catch (error) {
      if (error instanceof TriageError) return undefined
      throw error
    }
  }

  function workedOut(outcome: Outcome): ReviewCase | undefined {
    const asOf = parseDay(ruleSet.manifest.validFrom) as Day
    const found = findCase({ kind: 'goal', rule, goal: { kind: 'rules', rule, state: outcome } }, ruleSet, asOf)
    const one = found && tried(found.snapshot, found.policy)
    return one?.outcome === outcome ? one : undefined
  }
}

/** A case as one would tell it: when it is, and each question with its answer, those that the rule reads first. */
interface Story {
  readonly moment: string
  readonly told: readonly Answered[]
  /** What the case says besides, and without which the step would be another one. */
  readonly besides: readonly Answered[]
  /** How many answers there are beside these. */
  readonly more: number
  /** What the rule reads and the case does not say. */
  readonly unasked: readonly string[]
}

export interface Answered {
  readonly question: string
  readonly answer: string
}

type Snapshot = Readonly<Record<string, unknown>>

export function storyOf(told: ReviewCase, rule: Rule, writer: Writer): Story {
  const { snapshot, advice } = told
  const { calendar, next } = advice
  const { ruleSet, locale } = writer
  const asked = factsOf(ruleSet)
  const read = askedBy(rule, ruleSet)
  const given = [...asked.values()].flatMap((fact): (Answered & { readonly id: string })[] => {
    const [section, name] = fact.id.split('.') as [string, string]
    const answer = (snapshot[section] as Snapshot | undefined)?.[name]
    if (answer === undefined || fact.id.split('.').length > 2) return []
    return [{ id: fact.id, question: fact.question[locale], answer: answerText(answer, fact, writer) }]
  })
  const said = new Set(given.map(({ id }) => id))
  const others = given.filter(({ id }) => !read.has(id))
  const besides = others.filter(({ id }) => stepOf(nextWithout(id, told, ruleSet)) !== stepOf(next))
  const words = REVIEW_WORDS[locale]
  const day = dayInWords(parseDay(String(snapshot.asOf)) ?? 0, locale)
  return {
    moment: calendar ? words.inWeek(calendar.ordinalWeek, day) : words.onDay(day),
    told: given.filter(({ id }) => read.has(id)),
    besides,
    more: others.length - besides.length,
    unasked: [...read].flatMap((id) => (said.has(id) ? [] : (asked.get(id)?.question[locale] ?? []))),
  }
}

type Step = ReviewCase['advice']['next']

/** What it is and by when, whatever the words. */
const stepOf = (step: Step | undefined): string => {
  const { kind, service, by, from, until, need, of } = (step ?? {}) as Readonly<Record<string, unknown>>
  return JSON.stringify([kind, service, by, from, until, need, of])
}

/** The step if this had not been answered; undefined where the case cannot be without it. */
function nextWithout(fact: string, { snapshot, policy }: ReviewCase, ruleSet: RuleSet): Step | undefined {
  const [section, name] = fact.split('.') as [string, string]
  const { [name]: _, ...rest } = snapshot[section] as Snapshot
  return runCase(ruleSet, { ...snapshot, [section]: rest }, policy)?.advice.next
}

/** The questions that a rule turns on: those it reads, and those that what it reads is computed from. */
function askedBy(rule: Rule, ruleSet: RuleSet): ReadonlySet<string> {
  const facts = conditionFactsOf(ruleSet)
  const read = rule.reads.filter((id) => parameterIn(id) === undefined)
  const flags = (id: string): boolean => id.split('.').length > 2
  return new Set(read.flatMap((id) => facts.get(id)?.asks ?? [id]).filter((id) => !flags(id)))
}

/** An answer in words: labels for values, days as people write them. */
function answerText(answer: unknown, fact: BaseFact, writer: Writer): string {
  const { locale, words } = writer
  const own = REVIEW_WORDS[locale]
  if (isUnknownWord(answer)) return own.unknown[answer]
  if (answer === NONE && fact.none) return fact.none[locale]
  if (typeof answer === 'boolean') return answer ? words.yes : words.no
  if (Array.isArray(answer))
    return answer.length === 0 ? own.nothing : answer.map((item) => itemText(item, fact, writer)).join('; ')
  return itemText(answer, fact, writer)
}

function itemText(item: unknown, fact: BaseFact, writer: Writer): string {
  const { locale, ruleSet } = writer
  if (typeof item === 'object' && item !== null) return partsText(item as Snapshot, fact, writer)
  const text = String(item)
  const day = parseDay(text)
  if (day !== undefined) return dayInWords(day, locale)
  return fact.options?.[text]?.[locale] ?? ruleSet.services.find(({ id }) => id === text)?.title[locale] ?? text
}

/** A spell, a leave, a service: what is said of it, in the order in which a person tells it. */
function partsText(item: Snapshot, fact: BaseFact, writer: Writer): string {
  const own = REVIEW_WORDS[writer.locale]
  const { service, firstDay, recoveredOn, from, until, on, by, state, ...flags } = item
  const value = (one: unknown): string => itemText(one, fact, writer)
  const dates = [
    ...(service === undefined ? [] : [value(service)]),
    ...(state === undefined ? [] : [own.serviceState[String(state)] ?? String(state)]),
    ...(firstDay === undefined ? [] : [recoveredOn === undefined ? own.illSince(value(firstDay)) : value(firstDay)]),
    ...(recoveredOn === undefined ? [] : [own.fitOn(value(recoveredOn))]),
    ...(from === undefined ? [] : [value(from)]),
    ...(on === undefined ? [] : [value(on)]),
    ...(until === undefined ? [] : [own.until(value(until))]),
    ...(by === undefined ? [] : [own.by(value(by))]),
  ]
  const asked = factsOf(writer.ruleSet)
  const more = Object.entries(flags).flatMap(([name, answer]) => {
    const flag = asked.get(`${fact.id}.${name}`)
    return flag && answer !== undefined ? [`${flag.question[writer.locale]} ${answerText(answer, flag, writer)}`] : []
  })
  return [dates.join(' '), ...more.map((one) => `(${one})`)].join(' ')
}
