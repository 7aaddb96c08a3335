import type { Diagram, Forest } from '../../facts/diagram'
import type { CompiledQuestion } from './compile-rules'
import type { FactReadings } from './read-facts'

/** Diagrams that are kept for one question. Past it, they are worked out anew. */
const MOST_KEPT = 1_000

const kept = new WeakMap<Forest, Map<CompiledQuestion, Map<string, Diagram<boolean>>>>()

/** The diagram of a question whose facts say what they said before is the one that it was before. */
export function keepDiagram(
  question: CompiledQuestion,
  { codes, windows }: FactReadings,
  forest: Forest,
  compute: () => Diagram<boolean>,
): Diagram<boolean> {
  const questions = kept.get(forest) ?? new Map<CompiledQuestion, Map<string, Diagram<boolean>>>()
  kept.set(forest, questions)
  const diagrams = questions.get(question) ?? new Map<string, Diagram<boolean>>()
  questions.set(question, diagrams)
  // Of a window that is known, whether it exists.
  const window = question.window === undefined ? undefined : windows[question.window]
  let key = !window ? '' : window.kind === 'split' ? String(window.id) : window.value === null ? 'none' : 'one'
  for (const fact of question.facts) key += ` ${codes[fact]}`
  const found = diagrams.get(key)
  if (found) return found
  const diagram = compute()
  if (diagrams.size >= MOST_KEPT) diagrams.clear()
  diagrams.set(key, diagram)
  return diagram
}
