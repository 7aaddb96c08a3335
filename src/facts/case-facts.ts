import type { Answers } from '../case/answers'
import type { Case } from '../case/case'
import { number, type Policy, parameterIn } from '../policy/policy'
import type { FactContext, Marks } from './context'
import type { Difference, Facts, Ground } from './derive-facts'
import type { Diagram, Forest, Value } from './diagram'
import type { AskedFact, FactSlots } from './slots'
import { statesOf } from './states'

/** The facts of one case, each worked out when it is first asked for; on top of those of a case without answers. */
export class CaseFacts implements Facts, FactContext {
  readonly opened: Case
  readonly policy: Policy
  readonly marks: Marks
  readonly forest: Forest
  readonly difference: Difference | undefined
  readonly kept: Facts['kept'] = {}
  readonly #answers: Answers
  readonly #slots: FactSlots
  readonly #blank: CaseFacts | undefined
  readonly #diagrams: (Diagram<Value> | undefined)[]
  readonly #changes: Map<object, object> | undefined

  constructor(opened: Case, { policy, marks, forest, own, slots }: Ground, blank: CaseFacts | undefined) {
    this.opened = opened
    this.policy = policy
    this.marks = marks
    this.forest = forest
    this.#answers = opened.answers.under(own)
    this.difference = blank && { answers: this.#answers, blank, slots, of: this }
    this.#slots = slots
    this.#diagrams = new Array<undefined>(slots.facts.length)
    this.#blank = blank
    this.#changes = blank ? undefined : new Map()
  }

  fact(id: string): Diagram<Value> {
    const slot = this.#slots.slotOf.get(id)
    if (slot !== undefined) return this.at(slot)
    const parameter = parameterIn(id)
    if (parameter === undefined) throw new RangeError(`no fact ${id}`)
    return this.forest.known(number(this.policy, parameter))
  }

  item(id: string, item: string): Diagram<boolean> {
    const slot = this.#slots.slotOf.get(id)
    const fact = slot === undefined ? undefined : this.#slots.facts[slot]
    if (slot === undefined || fact?.kind !== 'asked') throw new RangeError('a list that is no fact')
    const answer = this.#answers.at(slot)
    return answer?.state === 'known'
      ? this.forest.known((answer.value as readonly string[]).includes(item))
      : itemOf(fact, item, this.forest)
  }

  once<Change extends object>(key: object, make: () => Change): Change {
    if (this.#blank) return this.#blank.once(key, make)
    const found = this.#changes?.get(key) ?? make()
    this.#changes?.set(key, found)
    return found as Change
  }

  at(slot: number): Diagram<Value> {
    const found = this.#diagrams[slot] ?? this.#derive(slot)
    this.#diagrams[slot] = found
    return found
  }

  #derive(slot: number): Diagram<Value> {
    const fact = this.#slots.facts[slot]
    if (!fact) throw new RangeError(`no fact at ${slot}`)
    if (fact.kind === 'asked') {
      const answer = this.#answers.at(slot)
      if (answer?.state === 'known') return this.forest.known(answer.value)
      return this.#blank ? this.#blank.at(slot) : anyAnswerTo(fact, this)
    }
    if (this.#blank && !isAnswered(fact.sources, this.#answers)) return this.#blank.at(slot)
    return fact.definition.derive(this)
  }
}

/** Whether one of the answers is known. */
export function isAnswered(slots: readonly number[], answers: Answers): boolean {
  for (const slot of slots) if (answers.at(slot)?.state === 'known') return true
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
