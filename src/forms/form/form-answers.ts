import { isUnknownWord } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { answerIn } from './form'
import type { ShownForm, ShownQuestion } from './shown-form'

type Item = Readonly<Record<string, unknown>>

/** The answer of a snapshot to a question of a form, as far as the form shows it; undefined when there is none. */
export function shownAnswer({ fact, columns }: ShownQuestion, snapshot: Snapshot): unknown {
  const answer = answerIn(snapshot, fact)
  if (columns.length === 0 || typeof answer !== 'object' || answer === null || isUnknownWord(answer)) return answer
  const keys = columns.map(({ key }) => key)
  const shown = (item: Item): Item => Object.fromEntries(Object.entries(item).filter(([key]) => keys.includes(key)))
  return Array.isArray(answer) ? answer.map(shown) : shown(answer as Item)
}

/** Every question of a form, in order. */
export const questionsIn = ({ sections }: ShownForm): readonly ShownQuestion[] =>
  sections.flatMap(({ questions }) => questions)
