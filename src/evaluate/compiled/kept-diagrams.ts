import type { Diagram, Forest } from '../../facts/diagram'
import type { CompiledQuestion, CompiledRules } from './compile-rules'
import type { CodedFacts } from './read-facts'

/** Diagrams that are kept for one question. Past it, they are worked out anew. */
const MOST_KEPT = 300

const kept = new WeakMap<Forest, Map<CompiledQuestion, Map<string, Diagram<boolean>>>>()

/** The diagram of a question whose facts say what they said before is the one that it was before. */
export function keepDiagram(
  question: CompiledQuestion,
  { facts }: CompiledRules,
  { codes, open }: CodedFacts,
  forest: Forest,
  compute: () => Diagram<boolean>,
): Diagram<boolean> {
  const questions = kept.get(forest) ?? new Map<CompiledQuestion, Map<string, Diagram<boolean>>>()
  kept.set(forest, questions)
  const diagrams = questions.get(question) ?? new Map<string, Diagram<boolean>>()
  questions.set(question, diagrams)
  let key = ''
  // An open fact by its diagram, a known one by what its value says.
  for (const fact of question.facts)
    key += open[fact]
      ? ` ${open[fact].id}`
      : `,${(facts[fact] as CompiledRules['facts'][number]).index.entry(codes[fact] as number).code}`
  const found = diagrams.get(key)
  if (found) return found
  const diagram = compute()
  if (diagrams.size >= MOST_KEPT) diagrams.clear()
  diagrams.set(key, diagram)
  return diagram
}
