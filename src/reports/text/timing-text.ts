import type { Recommendation, Timing } from '../../core/advice'
import type { Page } from './page'
import type { Style } from './paint'

/** More than these would bury the sentence; the rest is counted. */
const QUESTIONS_SHOWN = 2

/** When to start: what is certain, and beside it what an open answer may still make of it. */
export const timingText = ({ timing }: Recommendation): string =>
  [timing.text, ...(timing.sooner ? [timing.sooner.text] : [])].join('; ')

export function timingStyle(timing: Timing, { paint }: Page): Style {
  if (timing.state === 'overdue') return paint.red
  return timing.state === 'due' ? paint.yellow : paint.cyan
}

/** The questions behind facts, in the words and the order of the advice; a fact that it does not ask for by its id. */
export function questionsText(facts: readonly string[], { advice, words }: Page): string {
  const asked = advice.openQuestions.filter((question) => facts.includes(question.fact))
  const others = facts.filter((fact) => asked.every((question) => question.fact !== fact))
  const all = [...asked.map((question) => question.question), ...others.map((fact) => `${fact}.`)]
  const rest = all.length - QUESTIONS_SHOWN
  return [...all.slice(0, QUESTIONS_SHOWN), ...(rest > 0 ? [words.when.andMore(rest)] : [])].join(' ')
}
