import type { OpenQuestion } from '../../core/advice'
import { hang } from './lay-out'
import type { Page } from './page'

/** What to ask, grouped by whom to ask; both in the order of the advice. */
export function questionsToAsk(page: Page): string[] {
  const { openQuestions } = page.advice
  return [...new Set(openQuestions.map((question) => question.askedOf))].flatMap((role) => [
    `  ${page.words.role[role]}`,
    ...runsOf(openQuestions.filter((question) => question.askedOf === role)).flatMap((run) => runText(run, page)),
  ])
}

/** Questions that follow on each other and decide the same services. */
function runsOf(questions: readonly OpenQuestion[]): OpenQuestion[][] {
  const runs: OpenQuestion[][] = []
  for (const question of questions) {
    const run = runs.at(-1)
    if (run?.[0]?.decides.join() === question.decides.join()) run.push(question)
    else runs.push([question])
  }
  return runs
}

function runText(run: readonly OpenQuestion[], { advice, words, paint }: Page): string[] {
  const titles = (run[0]?.decides ?? []).map(
    (service) => advice.recommendations.find((recommendation) => recommendation.service === service)?.title ?? service,
  )
  return [
    ...run.flatMap((question) => hang('- ', `${question.question} ${words.questionState[question.state]}`, 2)),
    ...(titles.length === 0 ? [] : hang('', words.decides(run.length, titles.join('; ')), 4).map(paint.dim)),
  ]
}
