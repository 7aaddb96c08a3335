import type { InterviewQuestion } from 'verwijswijzer/browser'
import type { PageWords } from '../words/page-words'
import type { RadioOption } from './radio'

/**
 * What a question can be answered with besides a value of its own: that there is none, or that it is not known, does
 * not apply, or is rather not answered. Four different things, and none of them is the same as not asked.
 */
export function otherAnswers(question: InterviewQuestion, words: PageWords['questions']): readonly RadioOption[] {
  const nothing = question.within === undefined ? words.nothing[question.type] : undefined
  return [
    ...(question.none === undefined ? [] : [{ value: 'none', label: question.none }]),
    ...(nothing === undefined ? [] : [{ value: [], label: nothing }]),
    ...Object.entries(words.unknown).map(([value, label]) => ({ value, label })),
  ]
}
