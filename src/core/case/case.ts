import { perObject } from '../cache'
import { type Day, type DaySpan, parseDay, parseMonth } from '../calendar/day'
import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'
import { isUnknownWord, NONE, type Tier, UNKNOWN_VALUES, type UnknownWord } from '../snapshot/fact'
import type { Snapshot } from '../snapshot/snapshot'
import type { ServiceState } from '../snapshot/vocabulary/process'

/** One snapshot, ready to reason about: days are numbers, and every fact is known, not asked, or asked and not known. */
export interface Case {
  readonly asOf: Day
  /** A fact that has no answer was not asked. */
  readonly answers: Answers
  /** Undefined when unanswered; sorted by first day; the open spell is last and has no end. Withdrawn reports are left out. */
  readonly spells: readonly Spell[] | undefined
  /** Undefined when unanswered; sorted by first day; blocks that adjoin are one. */
  readonly leaves: readonly Leave[] | undefined
  /** Undefined when unanswered; in the order given. */
  readonly services: readonly GivenService[] | undefined
  /** What earlier advice raised, that to the employer first; nothing when unanswered. */
  readonly raised: readonly Raised[]
  readonly physician: Released
}

/** A service that was delivered, requested, planned or declined. */
export interface GivenService {
  readonly service: string
  /** Of the delivery, the request or the refusal; of a planned service the day on which it is to be. */
  readonly on: Day
  readonly state: ServiceState
  /** Of a declined service: quiet until then. */
  readonly until: Day | undefined
}

/** A service or a hold that an earlier advice raised, with the first day on which it did. */
export interface Raised {
  readonly id: string
  readonly on: Day
  /** Medical: raised by an advice that was drawn from medical facts (health.raised). */
  readonly tier: Tier
}

/** What the physician released to the employer. What was not, is nothing: it is no open question. */
interface Released {
  readonly advises: readonly ReleasedAdvice[]
  /** Null when the physician said that there is no need to wait. */
  readonly waitUntil: Day | null | undefined
}

export interface ReleasedAdvice {
  readonly service: string
  readonly on: Day
  readonly by: Day | undefined
}

/**
 * `null` is a known "none": no such day, no such document. `option` is the place of the value among the options of a
 * choice, or in yes and no; -1 for a fact that has none of these, so that all are objects of one shape.
 */
export type Answer =
  | { readonly state: 'known'; readonly value: AnswerValue; readonly option: number }
  | {
      readonly state: 'unknown'
      readonly said: Said /** A day of which the month was given. */
      readonly within?: DaySpan
    }
/** What was said of a fact that is not known. It changes nothing but how the question is told. */
export type Said = 'unknown' | 'not-applicable' | 'refused'
export type AnswerValue = boolean | number | string | null | readonly string[]

/** Days that are known to the month are the first that they can be; `atLatest` says up to when. */
export interface Spell {
  readonly firstDay: Day
  /** The first day fit again. */
  readonly recoveredOn: Day | undefined
  readonly atLatest?: { readonly firstDay: Day; readonly recoveredOn: Day | undefined }
  readonly notCounted: boolean | undefined
}

export interface Leave {
  readonly from: Day
  /** The last day of leave. */
  readonly until: Day
  readonly oneCase: boolean | undefined
}

/** How a fact stands that is not known. */
type Unanswered = 'not-asked' | Said

/** A valid snapshot as a case. */
export function openCase(snapshot: Snapshot, own?: OwnFacts): Case {
  const spells = snapshot.absence?.spells
  const leaves = snapshot.absence?.leaves
  const services = snapshot.process?.services
  const asOf = dayOf(snapshot.asOf)
  return {
    asOf,
    answers: answersOf(snapshot, asOf, own),
    spells: Array.isArray(spells)
      ? spells
          .map((item) => toSpell(item, asOf))
          .filter((spell) => !isWithdrawn(spell))
          .sort((a, b) => a.firstDay - b.firstDay)
      : undefined,
    services: Array.isArray(services) ? services.map(toGivenService) : undefined,
    raised: [...toRaised(snapshot.process?.raised, 'employer'), ...toRaised(snapshot.health?.raised, 'medical')],
    physician: {
      advises: listOf(snapshot.physician?.advises).map(toReleasedAdvice),
      waitUntil: toWait(snapshot.physician?.waitUntil),
    },
    leaves: Array.isArray(leaves) ? joined(leaves.map(toLeave)) : undefined,
  }
}

/** How an unanswered fact stands: what was said of it, or that nothing was. */
export const standingOf = (opened: Case, fact: string): Unanswered => standingIn(answerTo(opened.answers, fact))

/** The same by the answer to it. */
export const standingIn = (answer: Answer | undefined): Unanswered => {
  if (answer === undefined) return 'not-asked'
  // An answer that leaves something open: a list that is not complete, a day that is known to the month.
  return answer.state === 'unknown' ? answer.said : 'unknown'
}

/** What an answer for "not known" says. */
export const saidBy = (word: UnknownWord): Said =>
  word === 'unknown' ? word : word === 'unknown:refused' ? 'refused' : 'not-applicable'

function answersOf(snapshot: Snapshot, asOf: Day, own: OwnFacts | undefined): Answers {
  const facts = [...BASE_FACTS.values(), ...(own?.values() ?? [])]
  return { slots: slotsFor(own), given: facts.map((fact) => answerIn(fact, snapshot, asOf)) }
}

function answerIn(fact: BaseFact, snapshot: Snapshot, asOf: Day): Answer | undefined {
  const [section, name, flag] = fact.id.split('.') as [keyof Snapshot, string, string?]
  const value = (snapshot[section] as Record<string, unknown> | undefined)?.[name]
  const given = flag === undefined ? value : saidUnknown(value, flag)
  if (given === undefined) return undefined
  if (isUnknownWord(given)) return { state: 'unknown', said: saidBy(given) }
  const within = fact.type === 'date' || fact.type === 'document' ? monthIn(given, asOf) : undefined
  if (within) return { state: 'unknown', said: 'unknown', within }
  return optionAnswers(fact).get(given) ?? { state: 'known', value: toValue(given, fact.type), option: -1 }
}

/** A flag inside a list counts as asked and not known as soon as one item says so; where they differ, in this order. */
const saidUnknown = (items: unknown, flag: string): UnknownWord | undefined =>
  Array.isArray(items) ? UNKNOWN_VALUES.find((word) => items.some((item) => item[flag] === word)) : undefined

function toValue(given: unknown, type: string): AnswerValue {
  if (type === 'date') return given === NONE ? null : dayOf(given as string)
  if (type === 'document') return describedOn(given as Document | typeof NONE)
  return typeof given === 'object' ? (type === 'choices' ? (given as string[]) : null) : (given as AnswerValue)
}

/** The days that are meant by a month: those that have come, since a month stands for a day in the past. */
function monthIn(given: unknown, asOf: Day): DaySpan | undefined {
  const text = typeof given === 'object' && given !== null && 'on' in given && !isOther(given) ? given.on : given
  const month = typeof text === 'string' ? parseMonth(text) : undefined
  return month && { from: month.from, to: Math.min(month.to, asOf) }
}

const isOther = (given: object): boolean => 'type' in given && given.type === 'other'

type Document = Exclude<NonNullable<NonNullable<Snapshot['process']>['capacityDocument']>, string>

/** The day of a description of the capacity for work. Only an FML, IZP or BAR is one (AD-07). */
const describedOn = (document: Document | typeof NONE): Day | null =>
  document === NONE || document.type === 'other' ? null : dayOf(document.on)

type SpellItem = Exclude<NonNullable<NonNullable<Snapshot['absence']>['spells']>, string>[number]
type LeaveItem = Exclude<NonNullable<NonNullable<Snapshot['absence']>['leaves']>, string>[number]

function toSpell(item: SpellItem, asOf: Day): Spell {
  const first = monthIn(item.firstDay, asOf)
  const recovered = monthIn(item.recoveredOn, asOf)
  const firstDay = first?.from ?? dayOf(item.firstDay)
  const recoveredOn = item.recoveredOn === undefined ? undefined : (recovered?.from ?? dayOf(item.recoveredOn))
  const atLatest = { firstDay: first?.to ?? firstDay, recoveredOn: recovered?.to ?? recoveredOn }
  return {
    firstDay,
    recoveredOn,
    // Left out: reported as any other, so it counts. Said "unknown": open.
    notCounted: isUnknownWord(item.notCounted) ? undefined : (item.notCounted ?? false),
    ...(first || recovered ? { atLatest } : {}),
  }
}

type ServiceItem = Exclude<NonNullable<NonNullable<Snapshot['process']>['services']>, string>[number]
type AdviceItem = Exclude<NonNullable<NonNullable<Snapshot['physician']>['advises']>, string>[number]

const toGivenService = ({ service, on, state = 'delivered', until }: ServiceItem): GivenService => ({
  service,
  on: dayOf(on),
  state,
  until: until === undefined ? undefined : dayOf(until),
})

const toReleasedAdvice = ({ service, on, by }: AdviceItem): ReleasedAdvice => ({
  service,
  on: dayOf(on),
  by: by === undefined ? undefined : dayOf(by),
})

type RaisedItems = NonNullable<Snapshot['process']>['raised']
const toRaised = (given: RaisedItems, tier: Tier): readonly Raised[] =>
  listOf(given).map(({ id, on }) => ({ id, on: dayOf(on), tier }))

const toWait = (given: string | undefined): Day | null | undefined =>
  given === undefined || isUnknownWord(given) ? undefined : given === NONE ? null : dayOf(given)

const listOf = <Item>(given: readonly Item[] | UnknownWord | undefined): readonly Item[] =>
  typeof given === 'object' ? given : []

const toLeave = (item: LeaveItem): Leave => ({
  from: dayOf(item.from),
  until: dayOf(item.until),
  oneCase: item.oneCase === 'yes' ? true : item.oneCase === 'no' ? false : undefined,
})

/** A report that ends on the day on which it starts was withdrawn: not a day of illness came of it. */
const isWithdrawn = ({ firstDay, recoveredOn, atLatest }: Spell): boolean => recoveredOn === firstDay && !atLatest

/** Leave in order of time, with blocks that follow each other without a day between them as one. */
export function joined(leaves: readonly Leave[]): readonly Leave[] {
  if (leaves.length < 2) return leaves
  const inOrder = [...leaves].sort((a, b) => a.from - b.from)
  return inOrder.reduce<readonly Leave[]>((blocks, leave) => {
    const last = blocks.at(-1)
    if (!last || last.until + 1 !== leave.from) return blocks.concat(leave)
    return blocks.slice(0, -1).concat({ from: last.from, until: leave.until, oneCase: both(last, leave) })
  }, [])
}

/** One cause around the whole of it only when that was said of every block. */
function both(a: Leave, b: Leave): boolean | undefined {
  if (a.oneCase === false || b.oneCase === false) return false
  return a.oneCase && b.oneCase
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError('a snapshot that did not pass parseSnapshot')
  return day
}

/** The facts of a rule set besides the vocabulary's, by id. */
export type OwnFacts = ReadonlyMap<string, BaseFact>

/** Where the answer to a fact stands, by fact id. */
type Slots = ReadonlyMap<string, number>

const NONE_OWN: OwnFacts = new Map()
const VOCABULARY = numbered(NONE_OWN)
const extended = perObject(numbered)

/** Slots in authored order: those of the vocabulary, the same in every case, and then those of a rule set's own facts. */
export function slotsFor(own: OwnFacts = NONE_OWN): Slots {
  return own.size === 0 ? VOCABULARY : extended(own)
}

function numbered(own: OwnFacts): Slots {
  return new Map([...BASE_FACTS.keys(), ...own.keys()].map((id, slot) => [id, slot]))
}

/** What was answered to each fact; undefined for one that was not asked. */
export interface Answers {
  readonly slots: Slots
  /** By slot, as many as there are slots. Those of own facts mean something to their rule set alone: see `answersUnder`. */
  readonly given: readonly (Answer | undefined)[]
}

export function answerTo({ slots, given }: Answers, fact: string): Answer | undefined {
  const slot = slots.get(fact)
  return slot === undefined ? undefined : given[slot]
}

/** The same answers in the slots of a rule set; those to facts that it does not have are left out. */
export function answersUnder(answers: Answers, own: OwnFacts): Answers {
  const slots = slotsFor(own)
  if (slots === answers.slots) return answers
  return { slots, given: [...slots.keys()].map((id) => answerTo(answers, id)) }
}

/** The facts that were asked, in authored order, with their answers. */
export const askedIn = ({ slots, given }: Answers): readonly (readonly [fact: string, answer: Answer])[] =>
  [...slots].flatMap(([fact, slot]) => {
    const answer = given[slot]
    return answer ? [[fact, answer] as const] : []
  })

/** Nothing was asked. */
export function noAnswers(own?: OwnFacts): Answers {
  const slots = slotsFor(own)
  return { slots, given: Array.from(slots, () => undefined) }
}

const NO_OPTIONS: ReadonlyMap<unknown, Answer> = new Map()
const YES_NO: ReadonlyMap<unknown, Answer> = answersFor([true, false])
const choices = perObject((options: NonNullable<BaseFact['options']>) => answersFor(Object.keys(options)))

/** The answers that can be given to a choice or to yes and no, by value: few, so one object each. */
export function optionAnswers({ type, options }: BaseFact): ReadonlyMap<unknown, Answer> {
  if (type === 'boolean') return YES_NO
  if (type !== 'choice' || options === undefined) return NO_OPTIONS
  return choices(options)
}

function answersFor(values: readonly (string | boolean)[]): ReadonlyMap<unknown, Answer> {
  return new Map(values.map((value, option) => [value, { state: 'known', value, option }]))
}

/**
 * The leave that somebody is on; undefined for somebody who is not, or who reported ill on its last day. Only leave that
 * was entered is known.
 */
export function leaveNow({ asOf, leaves, spells }: Case): Leave | undefined {
  const ill = spells !== undefined && spells.length > 0 && spells.at(-1)?.recoveredOn === undefined
  return ill ? undefined : leaves?.find(({ from, until }) => from <= asOf && asOf <= until)
}

/** Leave that was entered and is still to come, in order of time. */
export function leavesAhead({ asOf, leaves }: Case): readonly Leave[] {
  return leaves?.filter(({ from }) => from > asOf) ?? []
}

/**
 * Where a day moves to when the days of these leaves are not counted (BW 7:629(4), WIA 23(5), ZW 38(1)). What would
 * fall on the first day of a leave falls on the first day after it.
 */
export const afterLeaves = (day: Day, leaves: readonly Pick<Leave, 'from' | 'until'>[]): Day =>
  leaves.reduce((at, { from, until }) => (at >= from ? at + until - from + 1 : at), day)
