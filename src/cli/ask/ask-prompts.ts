import { FIRST_DAY, LAST_DAY, parseDay } from '../../core/calendar/day'
import type { AskWords, Special } from './ask-words'

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
  day(
    message: string,
    options?: { readonly mayBeEmpty?: boolean; readonly shown?: string },
  ): Promise<string | undefined>
  number(message: string, range: readonly [number, number]): Promise<number>
}

export interface Choice {
  readonly value: unknown
  readonly name: string
}

/** Enough to see most lists whole. */
const LINES = 18

const SPECIALS: readonly Special[] = ['unknown', 'unknown:not-applicable', 'unknown:refused', 'skip', 'back', 'stop']

export function promptsIn(words: AskWords, { select, checkbox, input, Separator }: PromptLibrary): AskPrompts {
  const theme = { style: { keysHelpTip: () => words.keys } }
  const list = { pageSize: LINES, loop: false, theme }
  return {
    chooseOr: async (message, choices, chosen) => {
      const answers = choices.map(({ value, name }) => ({ name, value: { value } }))
      const specials = SPECIALS.map((special) => ({ name: words.special[special], value: { special } }))
      const now = answers.find(({ value }) => value.value === chosen)
      return select<{ value: unknown } | { special: Special }>({
        ...list,
        message,
        choices: [...answers, new Separator(), ...specials],
        ...(chosen === undefined || !now ? {} : { default: now.value }),
      })
    },
    choose: (message, choices) => select<unknown>({ ...list, message, choices: [...choices] }),
    tick: (message, choices, ticked) =>
      checkbox<unknown>({
        ...list,
        theme: { style: { keysHelpTip: () => words.manyKeys } },
        message,
        choices: choices.map((choice) => ({ ...choice, checked: ticked.includes(choice.value) })),
      }),
    day: async (message, { mayBeEmpty = false, shown } = {}) => {
      const text = await input({
        message,
        validate: (given) => (given.trim() === '' && mayBeEmpty) || isDay(given.trim()) || words.notADay,
        ...(shown === undefined ? {} : { default: shown }),
      })
      return text.trim() === '' ? undefined : text.trim()
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

const isDay = (text: string): boolean => parseDay(text) !== undefined && text >= FIRST_DAY && text <= LAST_DAY

/** A comma is the decimal mark of Dutch. */
const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')))
