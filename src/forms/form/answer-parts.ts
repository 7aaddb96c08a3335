import { type FactMeta, isUnknownWord, NONE } from '../../core/snapshot/fact'
import { isList } from './answer-codes'

/** An answer as a form holds it: a value, or a word that stands in the place of one. Neither: not asked. */
export interface AnswerParts {
  readonly value?: unknown
  /** "none", or a word for unknown. */
  readonly otherwise?: unknown
}

/** Takes an answer apart. A document is a list of one; a list without items is the word "none". */
export function splitAnswer(meta: FactMeta, answer: unknown): AnswerParts {
  if (answer === undefined) return {}
  if (isUnknownWord(answer) || answer === NONE) return { otherwise: answer }
  if (Array.isArray(answer) && answer.length === 0) return { otherwise: NONE }
  return { value: meta.type === 'document' ? [answer] : answer }
}

/** Puts an answer together again; what is not a right answer stays as it is, for `parseSnapshot` to judge. */
export function joinAnswer(meta: FactMeta, { value, otherwise }: AnswerParts): unknown {
  if (value === undefined) return otherwise === NONE && hasItems(meta) ? [] : otherwise
  if (meta.type !== 'document' || !Array.isArray(value)) return value
  return value.length === 1 ? value[0] : value
}

const hasItems = (meta: FactMeta): boolean => meta.type !== 'document' && (isList(meta) || meta.type === 'choices')
