import { type Answers, answersUnder } from '../case/answers'
import type { Case } from '../case/case'
import type { Diagram, Forest, Value } from '../diagram/diagram'
import { number, parameterIn } from '../rules/policy'
import type { FactContext } from './context'
import type { Facts, Ground } from './derive-facts'
import type { AskedFact } from './slots'
import { statesOf } from './states'

/** The facts by slot too, and all that is needed to derive them. */
export interface CaseFacts extends Facts, FactContext {
  at(slot: number): Diagram<Value>
}

/** The facts of one case, each worked out when it is first asked for, on top of those of a case without answers. */
export function factsOfCase(opened: Case, ground: Ground, blank: CaseFacts | undefined): CaseFacts {
  const { policy, marks, forest, slots } = ground
  const answers = answersUnder(opened.answers, ground.own)
  const diagrams = new Array<Diagram<Value> | undefined>(slots.facts.length)

  const at = (slot: number): Diagram<Value> => {
    const found = diagrams[slot] ?? derive(slot)
    diagrams[slot] = found
    return found
  }
  const derive = (slot: number): Diagram<Value> => {
    const fact = slots.facts[slot]
    if (!fact) throw new RangeError(`no fact at ${slot}`)
    if (fact.kind === 'asked') {
      const answer = answers.given[slot]
      if (answer?.state === 'known') return forest.known(answer.value)
      return blank ? blank.at(slot) : anyAnswerTo(fact, facts)
    }
    if (blank && !isAnswered(fact.sources, answers)) return blank.at(slot)
    return fact.derive(facts)
  }
  const facts: CaseFacts = {
    opened,
    policy,
    marks,
    forest,
    at,
    fact: (id) => {
      const slot = slots.slotOf.get(id)
      if (slot !== undefined) return at(slot)
      const parameter = parameterIn(id)
      if (parameter === undefined) throw new RangeError(`no fact ${id}`)
      return forest.known(number(policy, parameter))
    },
    item: (id, item) => {
      const slot = slots.slotOf.get(id)
      const fact = slot === undefined ? undefined : slots.facts[slot]
      if (slot === undefined || fact?.kind !== 'asked') throw new RangeError('a list that is no fact')
      const answer = answers.given[slot]
      return answer?.state === 'known'
        ? forest.known((answer.value as readonly string[]).includes(item))
        : itemOf(fact, item, forest)
    },
    once: blank?.once ?? onceFor(),
    difference: blank && { answers, blank, slots, at },
    kept: {},
  }
  return facts
}

function onceFor(): FactContext['once'] {
  const changes = new Map<object, object>()
  return <Change extends object>(key: object, make: () => Change): Change => {
    const found = changes.get(key) ?? make()
    changes.set(key, found)
    return found as Change
  }
}

/** Whether one of the answers is known. */
export function isAnswered(slots: readonly number[], answers: Answers): boolean {
  for (const slot of slots) if (answers.given[slot]?.state === 'known') return true
  return false
}

function anyAnswerTo({ base, level }: AskedFact, context: FactContext): Diagram<Value> {
  const states = statesOf(base, context)
  return context.forest.split(
    { level, owners: [base.id] },
    states.map((state) => context.forest.known(state)),
  )
}

/** Each item of an unanswered list can be in it or not, whatever the others are. */
function itemOf({ base, level, width }: AskedFact, item: string, forest: Forest): Diagram<boolean> {
  const items = Object.keys(base.options ?? {})
  return forest.split(
    { level: level + (width * (1 + items.indexOf(item))) / (2 + items.length), owners: [base.id] },
    [true, false].map((held) => forest.known(held)),
  )
}
