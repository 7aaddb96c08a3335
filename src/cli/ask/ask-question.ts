import type { InterviewQuestion } from '../../index'
import type { AskPrompts, Choice } from './ask-prompts'
import type { AskWords, Special } from './ask-words'

/** An answer as the snapshot holds it, or what to do instead. */
export type Reply = { readonly answer: unknown } | { readonly instead: 'skip' | 'back' | 'stop' }

type Item = Readonly<Record<string, unknown>>

/** Asks one question in the way that suits its type. Whatever the type, it can be answered as not known. */
export async function askQuestion(question: InterviewQuestion, words: AskWords, prompts: AskPrompts): Promise<Reply> {
  if (question.within !== undefined) return askItems(question, prompts)
  const message = question.question
  const reply = await prompts.chooseOr(message, choicesFor(question, words), question.value)
  if ('special' in reply) return specialReply(reply.special)
  return { answer: reply.value === ENTER ? await detailsOf(question, words, prompts) : reply.value }
}

const ENTER = Symbol('to be entered')

function choicesFor({ type, options, none }: InterviewQuestion, words: AskWords): readonly Choice[] {
  if (type === 'boolean' || type === 'choice') return options.map(({ value, label }) => ({ value, name: label }))
  const nothing = words.nothing[type]
  return [
    { value: ENTER, name: words.enter[type] },
    ...(none === undefined ? [] : [{ value: 'none', name: capital(none) }]),
    ...(nothing === undefined ? [] : [{ value: [], name: nothing }]),
  ]
}

const specialReply = (special: Special): Reply =>
  special === 'skip' || special === 'back' || special === 'stop' ? { instead: special } : { answer: special }

async function detailsOf(question: InterviewQuestion, words: AskWords, prompts: AskPrompts): Promise<unknown> {
  const { question: message, type, options, range, unit, value } = question
  const choices = options.map((option) => ({ value: option.value, name: option.label }))
  switch (type) {
    case 'number':
      return prompts.number(
        unit === undefined ? message : `${message} (${words.units[unit] ?? unit})`,
        range ?? [0, Number.MAX_SAFE_INTEGER],
      )
    case 'date':
      return prompts.day(message)
    case 'choices':
      return prompts.tick(words.chosen, choices, Array.isArray(value) ? value : [])
    case 'document':
      return {
        type: await prompts.choose(words.chosen, choices),
        on: await prompts.day(words.documentDay, { mayBeMonth: true }),
      }
    case 'spells':
      return listOf(async () => {
        const firstDay = await prompts.day(`${words.firstDay} (${words.emptyToStop})`, {
          mayBeEmpty: true,
          mayBeMonth: true,
        })
        const recoveredOn = firstDay && (await prompts.day(words.recoveredOn, { mayBeEmpty: true, mayBeMonth: true }))
        return firstDay && { firstDay, ...(recoveredOn ? { recoveredOn } : {}) }
      })
    case 'leaves':
      return listOf(async () => {
        const from = await prompts.day(`${words.from} (${words.emptyToStop})`, { mayBeEmpty: true })
        return from && { from, until: await prompts.day(words.until) }
      })
    case 'advises':
      return listOf(async () => {
        const service = await prompts.choose(words.service, [{ value: undefined, name: words.endOfList }, ...choices])
        if (service === undefined) return undefined
        const on = await prompts.day(words.serviceOn)
        const by = await prompts.day(words.adviseBy, { mayBeEmpty: true })
        return { service, on, ...(by ? { by } : {}) }
      })
    default:
      return listOf(async () => {
        const service = await prompts.choose(words.service, [{ value: undefined, name: words.endOfList }, ...choices])
        if (service === undefined) return undefined
        const states = Object.entries(words.states).map(([value, name]) => ({ value, name }))
        const state = await prompts.choose(words.state, states)
        const on = await prompts.day(words.serviceOn)
        const until = state === 'declined' && (await prompts.day(words.declinedUntil, { mayBeEmpty: true }))
        return { service, on, state, ...(until ? { until } : {}) }
      })
  }
}

/** Items until one is left empty. */
async function listOf(ask: () => Promise<unknown>): Promise<readonly unknown[]> {
  const items: unknown[] = []
  for (let item = await ask(); item; item = await ask()) items.push(item)
  return items
}

/** A flag is asked of each item that lacks it. */
async function askItems({ question, fact, value, options }: InterviewQuestion, prompts: AskPrompts): Promise<Reply> {
  const flag = fact.slice(fact.lastIndexOf('.') + 1)
  const answers: unknown[] = []
  for (const item of (Array.isArray(value) ? value : []) as readonly Item[]) {
    const days = Object.entries(item).flatMap(([name, day]) => (name === flag ? [] : [day]))
    const choices = options.map((option) => ({ value: option.value, name: option.label }))
    const reply = await prompts.chooseOr(`${question} (${days.join(' - ')})`, choices, item[flag])
    if ('value' in reply) answers.push(reply.value)
    else {
      const special = specialReply(reply.special)
      if ('instead' in special) return special
      answers.push(special.answer)
    }
  }
  return { answer: answers }
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
