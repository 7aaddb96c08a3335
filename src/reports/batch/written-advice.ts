import type { BriefAdvice, BriefRecommendation } from '../../core/brief-advice'
import { memoByObject } from '../../core/memo'
import type { CaseLine } from './compact-advice'

/**
 * What `JSON.stringify` makes of an advice in brief and of where it belongs, in two fifths of the time. All texts in it are
 * days, words of the advice, and ids of letters, digits, dots, dashes and underscores (document.ts, fact-document.ts,
 * CASE_ID in read-case.ts): nothing to escape. The window of a recommendation is written as members of it.
 */
export function writtenAdvice(advice: BriefAdvice, { line, caseId }: CaseLine): string {
  const { asOf, status, complete, recommendations, openQuestions } = advice
  let written = ''
  for (const recommendation of recommendations)
    written += written === '' ? writtenRecommendation(recommendation) : `,${writtenRecommendation(recommendation)}`
  return `{"line":${line},${caseId === undefined ? '' : `"caseId":"${caseId}",`}"asOf":"${asOf}","status":"${status}","complete":${complete},"recommendations":[${written}],"openQuestions":${writtenList(openQuestions)}}`
}

const writtenRecommendation = ({ service, certainty, window, held, blockedBy }: BriefRecommendation): string =>
  `{"service":"${service}${certainty === 'certain' ? BEFORE_WINDOW.certain : BEFORE_WINDOW.possible}${writtenWindow(window)}${held ? BEFORE_BLOCKS.held : BEFORE_BLOCKS.free}${writtenBlocks(blockedBy)}}`

const BEFORE_WINDOW = { certain: '","certainty":"certain",', possible: '","certainty":"possible",' } as const
const BEFORE_BLOCKS = { held: '"held":true,"blockedBy":', free: '"held":false,"blockedBy":' } as const

/** Of windows there are few, and advices share them: each is written once. */
const writtenWindow = memoByObject(({ startFrom, startBy, state }: BriefRecommendation['window']): string =>
  inOnePiece(`"startFrom":"${startFrom}","startBy":"${startBy}","state":"${state}",`),
)

const writtenList = (items: readonly string[]): string => (items.length === 0 ? '[]' : `["${items.join('","')}"]`)

/** So are lists of what stands in the way. */
const writtenBlocks = memoByObject((items: readonly string[]): string => inOnePiece(writtenList(items)))

/** The same text: one that was put together stays in its pieces until it is read, each time that it is. */
const inOnePiece = (text: string): string => [...text].join('')
