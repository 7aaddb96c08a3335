import type { AskWords, Opening, Special } from './ask-words'
import { dayAsWritten, dayOrMonthAsWritten } from './day-as-written'

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

export interface DayOptions {
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
