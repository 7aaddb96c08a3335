import { type FactMeta, type FactType, isUnknownWord, NONE, type Text, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import { FORM_WORDS, UNKNOWN_LABELS } from './form-words'

/** One answer that can be picked. */
export interface AnswerCode {
  readonly value: string | boolean
  readonly label: Text
}

const UNKNOWN_CODES: readonly AnswerCode[] = UNKNOWN_VALUES.map((value) => ({ value, label: UNKNOWN_LABELS[value] }))

/** Whether one pick from a list answers the question in full, the unknowns included. */
export const isCoded = ({ type }: FactMeta): boolean => type === 'boolean' || type === 'choice'

const LISTS: ReadonlySet<FactType> = new Set(['spells', 'leaves', 'services', 'raised', 'advises'])

/** Whether the answer is made of items with parts of their own. A document is a list of at most one. */
export const isList = ({ type }: FactMeta): boolean => type === 'document' || LISTS.has(type)

/** The values of a question that lists them. */
export function valueCodes({ type, options = {} }: FactMeta): readonly AnswerCode[] {
  if (type !== 'boolean') return Object.entries(options).map(([value, label]) => ({ value, label }))
  return [
    { value: true, label: FORM_WORDS.yes },
    { value: false, label: FORM_WORDS.no },
  ]
}

/** Every answer to a question that one pick answers. */
export const pickCodes = (meta: FactMeta): readonly AnswerCode[] => [...valueCodes(meta), ...UNKNOWN_CODES]

/** The words that a snapshot may hold in place of a value. */
export const wordCodes = ({ none }: FactMeta): readonly AnswerCode[] => [
  ...(none ? [{ value: NONE, label: none }] : []),
  ...UNKNOWN_CODES,
]

/** The words of a form, where an empty list cannot be told from one that was not asked for. */
export function otherwiseCodes(meta: FactMeta): readonly AnswerCode[] {
  if (meta.none || !(isList(meta) || meta.type === 'choices')) return wordCodes(meta)
  return [{ value: NONE, label: FORM_WORDS.none }, ...UNKNOWN_CODES]
}

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
