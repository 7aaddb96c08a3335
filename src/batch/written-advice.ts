import type { BriefAdvice, BriefRecommendation } from '../brief-advice'
import type { CaseLine } from './compact-advice'

/**
 * What `JSON.stringify` makes of an advice in brief and of where it belongs, in half the time. All texts in it are days, words of the advice, and ids of letters,
 * digits, dots, dashes and underscores (document.ts, fact-document.ts, CASE_ID in read-case.ts): nothing to escape.
 */
export function writtenAdvice(advice: BriefAdvice, { line, caseId }: CaseLine): string {
  const { asOf, status, complete, recommendations, openQuestions } = advice
  let written = ''
  for (const recommendation of recommendations)
    written += written === '' ? writtenRecommendation(recommendation) : `,${writtenRecommendation(recommendation)}`
  return `{"line":${line},${caseId === undefined ? '' : `"caseId":"${caseId}",`}"asOf":"${asOf}","status":"${status}","complete":${complete},"recommendations":[${written}],"openQuestions":${writtenList(openQuestions)}}`
}

const writtenRecommendation = ({
  service,
  certainty,
  startFrom,
  startBy,
  state,
  held,
  blockedBy,
}: BriefRecommendation): string =>
  `{"service":"${service}","certainty":"${certainty}","startFrom":"${startFrom}","startBy":"${startBy}","state":"${state}","held":${held},"blockedBy":${writtenList(blockedBy)}}`

const writtenList = (items: readonly string[]): string => (items.length === 0 ? '[]' : `["${items.join('","')}"]`)
