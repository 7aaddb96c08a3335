import type { Case } from '../case/case'
import { number, type Policy, parameterIn } from '../policy/policy'
import { BASE_FACTS, type BaseFact, levelOf } from '../snapshot/catalogue'
import type { FactContext, Marks } from './context'
import { type Diagram, type Forest, growForest, type Value } from './diagram'
import { DERIVED_FACTS } from './fact-catalogue'
import { memo } from './memo'
import { statesOf } from './states'

/** Every fact of one case: known, or split over what its unanswered sources can still be. */
export interface Facts {
  readonly forest: Forest
  /** The fact with this id; derived when first asked for. A policy parameter, as `policy.<name>`, is always known. */
  fact(id: string): Diagram<Value>
  /** Whether a fact that lists several items holds this one. */
  item(id: string, item: string): Diagram<boolean>
}

/** The facts of a case, from its answers. A derived fact is three-valued, and knows which answers it came from. */
export function deriveFacts(opened: Case, policy: Policy, marks: Marks): Facts {
  const forest = growForest()
  const fact = memo((id: string): Diagram<Value> => {
    const parameter = parameterIn(id)
    if (parameter !== undefined) return forest.known(number(policy, parameter))
    const base = BASE_FACTS.get(id)
    if (base) return answerOf(base, context)
    const definition = DERIVED_FACTS.get(id)
    if (!definition) throw new RangeError(`no fact ${id}`)
    return definition.derive(context)
  })
  const context: FactContext = { opened, policy, marks, forest, fact }
  return { forest, fact, item: (id, item) => itemOf(id, item, context) }
}

/** Each item of an unanswered list can be in it or not, whatever the others are. */
function itemOf(id: string, item: string, { forest, opened }: FactContext): Diagram<boolean> {
  const answer = opened.answers.get(id)
  if (answer?.state === 'known') return forest.known((answer.value as readonly string[]).includes(item))
  const items = Object.keys(BASE_FACTS.get(id)?.options ?? {})
  const level = levelOf(id) + (1 + items.indexOf(item)) / (2 + items.length)
  return forest.split(
    { level, owners: [id] },
    [true, false].map((held) => forest.known(held)),
  )
}

function answerOf(base: BaseFact, context: FactContext): Diagram<Value> {
  const { forest, opened } = context
  const answer = opened.answers.get(base.id)
  if (answer?.state === 'known') return forest.known(answer.value)
  const states = statesOf(base, context)
  return forest.split(
    { level: levelOf(base.id), owners: [base.id] },
    states.map((state) => forest.known(state)),
  )
}
