import type { Recommendation, Timing } from '../../core/advice'
import type { Page } from './page'
import type { Style } from './paint'

/** More than these would bury the sentence; the rest is counted. */
const QUESTIONS_SHOWN = 2

/**
 * When to start. A window that an unanswered question may move is not told as if it were certain: the
 * advice then holds the most urgent window that the answers still allow.
 */
export function timingText({ timing, heldBy }: Recommendation, page: Page): string {
  const { when } = page.words
  const [from, by] = [page.date(timing.startFrom), page.date(timing.startBy)]
  const held = heldBy.some((hold) => hold.certainty === 'certain')
  if (timing.dependsOn.length === 0) {
    if (held) return when.held(from, by)
    if (timing.state === 'planned') return when.planned(from, by)
    return timing.state === 'due' ? when.due(by) : when.overdue(by)
  }
  const questions = questionsText(timing.dependsOn, page)
  if (held) return when.maybeHeld(questions)
  if (timing.state === 'planned') return when.maybePlanned(questions, from)
  return timing.state === 'due'
    ? when.maybeDue(questions, by, page.date(timing.latest.startBy))
    : when.maybeOverdue(questions)
}

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
