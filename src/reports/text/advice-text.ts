import type { Advice, Certainty, Status } from '../../core/advice'
import type { Locale } from '../../core/snapshot/fact'
import { calendarText } from './calendar-text'
import { hang, wrap } from './lay-out'
import { deadlinesText, noticesText } from './notice-text'
import { type Page, pageOf, section } from './page'
import { type Paint, PLAIN, type Style } from './paint'
import { questionsToAsk } from './question-text'
import { recommendationText } from './recommendation-text'

/** Enough of a digest to tell two rule sets apart by eye. */
const DIGEST_SHOWN = 12

/**
 * The advice as people read it, at most 100 columns wide, ending in a new line. Pure: `paint` alone knows
 * of terminals, and leaves text as it is when it is not given.
 */
export function renderAdvice(advice: Advice, options: { readonly locale: Locale; readonly paint?: Paint }): string {
  const page = pageOf(advice, options.locale, options.paint ?? PLAIN)
  const lines = [
    ...headText(page),
    ...section(page, 'certain', recommendationsText('certain', page)),
    ...section(page, 'possible', recommendationsText('possible', page)),
    ...section(page, 'notices', noticesText(page)),
    ...section(page, 'deadlines', deadlinesText(page)),
    ...section(page, 'questions', questionsToAsk(page)),
    ...section(page, 'calendar', calendarText(page)),
    ...section(page, 'checklists', checklistsText(page)),
    ...footText(page),
  ]
  return `${lines.join('\n')}\n`
}

function headText({ advice, words, paint, date }: Page): string[] {
  const { headline, meaning } = words.status[advice.status]
  const colour: Readonly<Record<Status, Style>> = {
    'refer-now': paint.red,
    'plan-referral': paint.cyan,
    'more-information-needed': paint.yellow,
    'no-referral': paint.green,
  }
  return [
    paint.bold(colour[advice.status](headline.toUpperCase())),
    ...wrap(meaning),
    ...wrap(`${words.assessedOn(date(advice.asOf))} ${words.openCount(advice.openQuestions.length)}`),
    ...wrap(words.audience[advice.audience]).map(paint.dim),
  ]
}

function recommendationsText(certainty: Certainty, page: Page): string[] {
  const [first] = page.advice.recommendations
  return page.advice.recommendations
    .filter((recommendation) => recommendation.certainty === certainty)
    .flatMap((recommendation) => recommendationText(recommendation, recommendation === first, page))
}

function checklistsText({ advice, words }: Page): string[] {
  const width = Math.max(...Object.values(words.outcome).map((word) => word.length)) + 2
  return advice.checklists.flatMap(({ title, outcome }) => hang(words.outcome[outcome].padEnd(width), title, 2))
}

function footText({ advice, words, paint }: Page): string[] {
  const { id, version, digest } = advice.ruleSet
  const short = digest.replace(/^sha-?256[:-]/, '').slice(0, DIGEST_SHOWN)
  return ['', ...wrap(`${words.ruleSet(id, version, short)} ${words.personDecides}`).map(paint.dim)]
}
