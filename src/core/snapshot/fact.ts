import { FIRST_DAY, LAST_DAY, parseDay, parseMonth } from '../calendar/day'
import { frozen } from '../frozen'
import * as z from '../zod'

/** A text in every language the library speaks. */
export interface Text {
  readonly nl: string
  readonly en: string
}
/** A language of texts: Dutch or English. */
export type Locale = keyof Text
export const LOCALES = ['nl', 'en'] as const satisfies readonly Locale[]

/** Who may hold a fact: an employer-side case manager, or only the physician's side (PR-01 to PR-09). */
export type Tier = 'employer' | 'medical'

/** Who can answer a question. A delegate works under the physician's responsibility and secrecy (PR-09). */
export const ROLES = ['case-manager', 'employee', 'occupational-physician', 'delegate', 'labour-expert'] as const
/** Who answers or asks. */
export type Role = (typeof ROLES)[number]

/** What kind of value a fact has, with its values or its range. */
export type FactType =
  | 'boolean'
  | 'choice'
  | 'number'
  | 'date'
  | 'choices'
  | 'document'
  | 'spells'
  | 'leaves'
  | 'services'
  | 'raised'
  | 'advises'

/** A fact, by id, that leaves a question standing while it is one of these values or not known. */
export interface AskedWhen {
  readonly fact: string
  readonly in: readonly (string | boolean)[]
}

/** What a fact is. Registered beside its schema, so that neither can drift from the other. */
export interface FactMeta {
  readonly type: FactType
  readonly tier: Tier
  /** Who can answer; the first is the one to ask. */
  readonly answeredBy: readonly [Role, ...Role[]]
  readonly question: Text
  /** What counts and what not to write, for the one who answers. */
  readonly help?: Text
  /**
   * Asked unless one of these is known to be otherwise: then no answer can change the advice, whatever else is
   * answered. A form drops the ones that its rule set does not bear out. Never a medical fact for an employer's
   * question: whether it is asked would give the answer away. Undefined: always asked.
   */
  readonly askedWhen?: readonly AskedWhen[]
  /** The values of a choice, with their labels, in the order in which a form shows them. */
  readonly options?: Readonly<Record<string, Text>>
  readonly unit?: string
  /** Inclusive, for numbers. */
  readonly range?: readonly [number, number]
  /** What the value "none" means, for facts that can be known to have no value. */
  readonly none?: Text
  /**
   * Where the days in the answer can lie. `past`: none after `asOf`. `in-case`: nor before the first day of the case
   * that is open on `asOf`. Undefined: anywhere. What is planned may always lie ahead. Of a day that has come its month
   * will do where the day is not known, as `YYYY-MM`.
   */
  readonly lies?: 'past' | 'in-case'
  /** Answers to other facts that cannot stand, or hardly, beside answers to this one. */
  readonly excludes?: readonly Exclusion[]
}

/** While this fact is one of `value`, another is none of `in`. */
export interface Exclusion {
  readonly value: readonly (string | boolean)[]
  readonly fact: string
  readonly in: readonly (string | boolean)[]
  /**
   * `impossible` is refused. `unlikely` is only told (`parseSnapshot`'s `doubts`): law or time leave room for it, or
   * the two are answered by different people, of whom one may not learn what the other said by being refused.
   */
  readonly how: 'impossible' | 'unlikely'
}

/** Our own registry: zod's global one is shared with the host. */
export const factRegistry = z.registry<FactMeta>()

type Described = Omit<FactMeta, 'type' | 'options' | 'unit' | 'range' | 'none'>

/** Asked, and not known. Absent means: not asked. */
export const UNKNOWN = 'unknown'

/**
 * The answers that say that a fact is not known: the one who was asked does not know, says that the question does not
 * apply, or would rather not answer. All three are reasoned with exactly as not asked is: none excludes a service,
 * none moves a date later. Only what is told of the question differs (`OpenQuestion.state`), and an interview does
 * not ask it again by itself.
 */
export const UNKNOWN_VALUES = frozen([UNKNOWN, 'unknown:not-applicable', 'unknown:refused'] as const)
/** A word of `UNKNOWN_VALUES`. */
export type UnknownWord = (typeof UNKNOWN_VALUES)[number]

/** Whether an answer says that the fact is not known, for whatever reason. */
export const isUnknownWord = (answer: unknown): answer is UnknownWord =>
  (UNKNOWN_VALUES as readonly unknown[]).includes(answer)

/** "Known not to exist", for a date or a document. */
export const NONE = 'none'

/** An ISO calendar day between FIRST_DAY and LAST_DAY. */
export const day = z.string().superRefine((text, context) => {
  if (parseDay(text) === undefined) context.addIssue({ code: 'custom', params: { code: 'invalid-date' } })
  else if (text < FIRST_DAY || text > LAST_DAY) context.addIssue({ code: 'custom', params: { code: 'out-of-range' } })
})

/** The id of a service, as its form goes; whether the rule set has it, is checked when advice is given. */
export const serviceId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)

/** The id of what an advice can raise: a service, a rule that holds, or a hold of the engine's own. */
export const raisedId = z.string().regex(/^[a-z][a-z0-9-]{0,63}(\/[a-z][a-z0-9-]{0,63})?$/)

/** A day that has come, or where it is not known its month: some day of it. */
export const pastDay = z.string().superRefine((text, context) => {
  const month = parseMonth(text)
  if (month === undefined && parseDay(text) === undefined)
    context.addIssue({ code: 'custom', params: { code: 'invalid-date' } })
  else if (month ? text < FIRST_DAY.slice(0, 7) || text > LAST_DAY.slice(0, 7) : text < FIRST_DAY || text > LAST_DAY)
    context.addIssue({ code: 'custom', params: { code: 'out-of-range' } })
})

export function yesNo(meta: Described) {
  return z
    .union([z.boolean(), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, { ...meta, type: 'boolean' })
    .optional()
}

export function choice<const Options extends Record<string, Text>>(meta: Described, options: Options) {
  const values = Object.keys(options) as (keyof Options & string)[]
  return z
    .enum([...values, ...UNKNOWN_VALUES])
    .register(factRegistry, { ...meta, type: 'choice', options })
    .optional()
}

export function choices<const Options extends Record<string, Text>>(meta: Described, options: Options) {
  const values = Object.keys(options) as (keyof Options & string)[]
  return z
    .union([z.array(z.enum(values)).superRefine(refuseDuplicates), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, { ...meta, type: 'choices', options })
    .optional()
}

export function date(meta: Described) {
  return z
    .union([day, z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, { ...meta, type: 'date' })
    .optional()
}

export function dateOrNone(meta: Described, none: Text) {
  return z
    .union([meta.lies ? pastDay : day, z.literal(NONE), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, { ...meta, type: 'date', none })
    .optional()
}

export function share(meta: Described, unit: string) {
  return z
    .union([z.number().min(0).max(100), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, { ...meta, type: 'number', unit, range: [0, 100] })
    .optional()
}

/** What earlier advice raised, each with the first day on which it did. */
export function raisedSince(meta: Described) {
  return z
    .union([z.array(z.strictObject({ id: raisedId, on: day })), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, { ...meta, type: 'raised', lies: 'past' })
    .optional()
}

function refuseDuplicates(items: readonly string[], context: z.RefinementCtx): void {
  items.forEach((item, index) => {
    if (items.indexOf(item) !== index)
      context.addIssue({ code: 'custom', path: [index], params: { code: 'duplicate-item' } })
  })
}
