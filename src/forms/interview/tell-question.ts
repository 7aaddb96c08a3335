import type { InterviewQuestion } from './interview'

/** What is the same of a question for every case. */
export type QuestionInWords = Omit<InterviewQuestion, keyof Standing>

/** What a case makes of a question. */
export interface Standing {
  readonly state: InterviewQuestion['state']
  readonly said: InterviewQuestion['said'] | undefined
  readonly value: unknown
  readonly irrelevant: boolean
  readonly decides: readonly string[]
}

/** Of one question; past it, they are made anew. */
const MOST_KEPT = 16

/**
 * Puts a question together. From one answer to the next most questions stay as they were: one that holds no list or
 * document is kept, frozen, and told again.
 */
export function teller(inWords: QuestionInWords): (standing: Standing) => InterviewQuestion {
  const kept: InterviewQuestion[] = []
  return (standing) => {
    for (const question of kept) if (stands(question, standing)) return question
    if (typeof standing.value === 'object') return put(inWords, standing)
    const question = Object.freeze(put(inWords, { ...standing, decides: Object.freeze([...standing.decides]) }))
    if (kept.length >= MOST_KEPT) kept.length = 0
    kept.push(question)
    return question
  }
}

const stands = (question: InterviewQuestion, { state, said, value, irrelevant, decides }: Standing): boolean =>
  question.state === state &&
  question.said === said &&
  Object.is(question.value, value) &&
  (question.irrelevant === true) === irrelevant &&
  areSame(question.decides, decides)

function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false
  for (let index = 0; index < some.length; index += 1) if (some[index] !== others[index]) return false
  return true
}

const put = (inWords: QuestionInWords, { state, said, value, irrelevant, decides }: Standing): InterviewQuestion => ({
  ...inWords,
  state,
  ...(said === undefined ? {} : { said }),
  ...(value === undefined ? {} : { value }),
  ...(irrelevant ? { irrelevant } : {}),
  decides,
})
