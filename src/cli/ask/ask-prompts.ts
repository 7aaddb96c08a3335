import { FIRST_DAY, formatDay, LAST_DAY, parseDay, parseMonth } from '../../core/calendar/day'
import type { AskWords, Opening, Special } from './ask-words'

/** The prompt library; loaded only once there is something to ask. */
export async function loadPrompts() {
  const [{ default: select, Separator }, { default: checkbox }, { default: input }] = await Promise.all([
    import('@inquirer/select'),
    import('@inquirer/checkbox'),
    import('@inquirer/input'),
  ])
  return { select, checkbox, input, Separator }
}

type PromptLibrary = Awaited<ReturnType<typeof loadPrompts>>

/** Prompts in one language. */
export interface AskPrompts {
  /** One of these, or something else than an answer. */
  chooseOr(
    message: string,
    choices: readonly Choice[],
    chosen?: unknown,
  ): Promise<{ readonly value: unknown } | { readonly special: Special }>
  choose(message: string, choices: readonly Choice[]): Promise<unknown>
  tick(message: string, choices: readonly Choice[], ticked: readonly unknown[]): Promise<readonly unknown[]>
  /** An ISO day; undefined where it may be left empty, and is. */
  day(message: string, options?: DayOptions): Promise<string | undefined>
  number(message: string, range: readonly [number, number]): Promise<number>
}

interface DayOptions {
  readonly mayBeEmpty?: boolean
  /** A day that has come: its month will do where the day is not known. */
  readonly mayBeMonth?: boolean
  readonly shown?: string
}

export interface Choice {
  readonly value: unknown
  readonly name: string
}

/** Enough to see most lists whole. */
const LINES = 18

const INSTEAD: readonly (Special | Opening)[] = ['no-answer', 'skip', 'back', 'stop']
const NO_ANSWER: readonly Special[] = ['unknown', 'unknown:not-applicable', 'unknown:refused']

/** `asOf` is for days that are written without their year. */
export function promptsIn(words: AskWords, library: PromptLibrary, asOf: string): AskPrompts {
  const { select, checkbox, input, Separator } = library
  const theme = { style: { keysHelpTip: () => words.keys } }
  const list = { pageSize: LINES, loop: false, theme }
  return {
    chooseOr: async (message, choices, chosen) => {
      const answers = choices.map(({ value, name }) => ({ name, value: { value } }))
      const named = (special: Special | Opening) => ({ name: words.special[special], value: { special } })
      const now = chosen === undefined ? undefined : answers.find(({ value }) => value.value === chosen)
      // Nothing is preselected: Enter alone stands on no answer.
      const first = now ? [] : [named('choose')]
      for (;;) {
        const reply = await select<{ value: unknown } | { special: Special | Opening }>({
          ...list,
          message,
          choices: [...first, ...answers, new Separator(), ...INSTEAD.map(named)],
          ...(now ? { default: now.value } : {}),
        })
        if ('value' in reply) return reply
        if (reply.special === 'choose') continue
        if (reply.special !== 'no-answer') return { special: reply.special }
        const choices = NO_ANSWER.map((special) => ({ name: words.special[special], value: special }))
        return { special: await select<Special>({ ...list, message: words.special['no-answer'], choices }) }
      }
    },
    choose: (message, choices) => select<unknown>({ ...list, message, choices: [...choices] }),
    tick: (message, choices, ticked) =>
      checkbox<unknown>({
        ...list,
        theme: { style: { keysHelpTip: () => words.manyKeys } },
        message,
        choices: choices.map((choice) => ({ ...choice, checked: ticked.includes(choice.value) })),
      }),
    day: async (message, { mayBeEmpty = false, mayBeMonth = false, shown } = {}) => {
      const read = mayBeMonth ? dayOrMonthAsWritten : dayAsWritten
      const text = await input({
        message,
        validate: (given) => (given.trim() === '' && mayBeEmpty) || read(given, asOf) !== undefined || words.notADay,
        ...(shown === undefined ? {} : { default: shown }),
      })
      return text.trim() === '' ? undefined : read(text, asOf)
    },
    number: async (message, [least, most]) => {
      const isRight = (given: string): boolean => {
        const value = numberIn(given)
        return Number.isFinite(value) && value >= least && value <= most
      }
      return numberIn(await input({ message, validate: (given) => isRight(given) || words.notANumber(least, most) }))
    },
  }
}

/** A comma is the decimal mark of Dutch. */
const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')))

/** By their first letters, in both languages, so that "sept", "mrt" and "May" are all understood. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['maart', 'mrt', 'mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
]
const TODAY = ['vandaag', 'today']
const YESTERDAY = ['gisteren', 'yesterday']
const TOMORROW = ['morgen', 'tomorrow']

/**
 * A day as people write it, as `YYYY-MM-DD`: 2026-09-28, 28-9-2026, 28/9/26, 28 sept, 28 september 2026, vandaag. Of a
 * day without its year the latest that is not after `asOf`. Undefined for what is no day.
 */
export function dayAsWritten(text: string, asOf: string): string | undefined {
  const written = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (parseDay(written) !== undefined) return inRange(written)
  const day = parseDay(asOf)
  if (day !== undefined && TODAY.includes(written)) return asOf
  if (day !== undefined && YESTERDAY.includes(written)) return formatDay(day - 1)
  if (day !== undefined && TOMORROW.includes(written)) return formatDay(day + 1)
  const found =
    /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(written) ??
    /^(\d{1,2})[ -]?([a-z]{3,9})\.?(?:[ -](\d{4}|\d{2}))?$/.exec(written)
  if (!found) return undefined
  const [, date = '', monthText = '', yearText] = found
  const month = /^\d/.test(monthText) ? Number(monthText) : monthNamed(monthText)
  if (month === undefined) return undefined
  const iso = (year: number): string => `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  if (yearText !== undefined) return inRange(iso(Number(yearText.length === 2 ? `20${yearText}` : yearText)))
  const year = Number(asOf.slice(0, 4))
  // 29 February is not there every year.
  return [0, 1, 2, 3, 4].map((back) => iso(year - back)).find((one) => parseDay(one) !== undefined && one <= asOf)
}

/**
 * The same, or a month where the day in it is not known, as `YYYY-MM`: 2026-06, juni 2026.
 */
export function dayOrMonthAsWritten(text: string, asOf: string): string | undefined {
  const written = text.trim().toLowerCase()
  if (parseMonth(written) !== undefined) return written
  const [, name = '', year] = /^([a-z]{3,9})\.? (\d{4})$/.exec(written) ?? []
  const month = monthNamed(name)
  if (year === undefined || month === undefined) return dayAsWritten(text, asOf)
  return `${year}-${String(month).padStart(2, '0')}`
}

function monthNamed(text: string): number | undefined {
  const at = text === '' ? -1 : MONTHS.findIndex((names) => names.some((name) => text.startsWith(name)))
  return at < 0 ? undefined : at + 1
}

const inRange = (day: string): string | undefined =>
  parseDay(day) !== undefined && day >= FIRST_DAY && day <= LAST_DAY ? day : undefined
