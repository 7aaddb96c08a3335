import type { Day } from '../calendar/day'
import type { Case } from '../case/case'
import type { CodedFacts } from '../evaluate/compiled/read-facts'
import { number, type Policy, parameterIn } from '../policy/policy'
import type { RuleSet } from '../rule-set/rule-set'
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
  /** The answer to a fact, where it is known; undefined for one that is not, and for one that is derived. */
  answer(id: string): Value | undefined
  /** Whether a fact that lists several items holds this one. */
  item(id: string, item: string): Diagram<boolean>
  /** A function that depends on the day of the case and on `key` alone, made once: a forest looks up what it gave. */
  once<Change extends object>(key: object, make: () => Change): Change
  /** The facts in the shape in which the compiled rules read them, and for which rules, once they were read. */
  readonly kept: { rules?: RuleSet; coded?: CodedFacts }
}

/** Where the facts of the cases under one policy grow: what no answer is known of is the same in each. */
export interface Ground {
  readonly policy: Policy
  readonly marks: Marks
  readonly forest: Forest
  /** The facts of the rule set besides the vocabulary's. */
  readonly own: ReadonlyMap<string, BaseFact>
  /** The facts of a case of which nothing is known, on this day. */
  blank(asOf: Day): Facts
}

/** Days of which the blank facts are kept; a batch needs one, a timeline each only once. */
const DAYS_KEPT = 32

export function layGround(policy: Policy, marks: Marks, own: Ground['own'] = new Map()): Ground {
  const days = new Map<Day, Facts>()
  const ground: Ground = {
    policy,
    marks,
    own,
    forest: growForest(),
    blank: (asOf) => {
      const found = days.get(asOf)
      if (found) return found
      const facts = factsOf(blankCase(asOf), ground, undefined)
      if (days.size >= DAYS_KEPT) days.clear()
      days.set(asOf, facts)
      return facts
    },
  }
  return ground
}

const blankCase = (asOf: Day): Case => ({
  asOf,
  answers: new Map(),
  spells: undefined,
  leaves: undefined,
  deliveries: undefined,
})

/** The facts of a case, from its answers. A derived fact is three-valued, and knows which answers it came from. */
export const deriveFacts = (opened: Case, ground: Ground): Facts => factsOf(opened, ground, ground.blank(opened.asOf))

function factsOf(opened: Case, { policy, marks, forest, own }: Ground, blank: Facts | undefined): Facts {
  const changes = new Map<object, object>()
  const fact = memo((id: string): Diagram<Value> => {
    const base = BASE_FACTS.get(id) ?? own.get(id)
    if (base) return answerOf(base, place(id), context, blank)
    const parameter = parameterIn(id)
    if (parameter !== undefined) return forest.known(number(policy, parameter))
    const definition = DERIVED_FACTS.get(id)
    if (!definition) throw new RangeError(`no fact ${id}`)
    if (blank && sourcesOf(definition.from).every((source) => !isAnswered(opened, source))) return blank.fact(id)
    return definition.derive(context)
  })
  const place = (id: string): Level => levelIn(own, id)
  const context: FactContext = { opened, policy, marks, forest, fact }
  const once = <Change extends object>(key: object, make: () => Change): Change => {
    const found = changes.get(key) ?? make()
    changes.set(key, found)
    return found as Change
  }
  const answer = (id: string): Value | undefined => {
    const found = opened.answers.get(id)
    return found?.state === 'known' ? found.value : undefined
  }
  return {
    forest,
    fact,
    answer,
    item: (id, item) => itemOf(BASE_FACTS.get(id) ?? own.get(id), item, place(id), context),
    once: blank?.once ?? once,
    kept: {},
  }
}

/** Where an unanswered fact stands in diagrams, and how much room there is for the items of a list below it. */
interface Level {
  readonly level: number
  readonly width: number
}

/** An organisation's own facts share the place after the last of the vocabulary, in their order. */
function levelIn(own: Ground['own'], id: string): Level {
  const level = levelOf(id)
  if (!own.has(id)) return { level, width: 1 }
  const width = 1 / (2 + own.size)
  return { level: level + width * (1 + [...own.keys()].indexOf(id)), width }
}

const isAnswered = (opened: Case, fact: string): boolean => opened.answers.get(fact)?.state === 'known'

/** Leave that is known is one of the sources of what depends on spells, also where these are not (deriveFirstDay). */
const sourcesOf = memo((from: readonly string[]): readonly string[] =>
  from.includes('absence.spells') ? [...from, 'absence.leaves'] : from,
)

/** Each item of an unanswered list can be in it or not, whatever the others are. */
function itemOf(
  base: BaseFact | undefined,
  item: string,
  { level, width }: Level,
  { forest, opened }: FactContext,
): Diagram<boolean> {
  if (!base) throw new RangeError('a list that is no fact')
  const answer = opened.answers.get(base.id)
  if (answer?.state === 'known') return forest.known((answer.value as readonly string[]).includes(item))
  const items = Object.keys(base.options ?? {})
  return forest.split(
    { level: level + (width * (1 + items.indexOf(item))) / (2 + items.length), owners: [base.id] },
    [true, false].map((held) => forest.known(held)),
  )
}

function answerOf(base: BaseFact, { level }: Level, context: FactContext, blank: Facts | undefined): Diagram<Value> {
  const { forest, opened } = context
  const answer = opened.answers.get(base.id)
  if (answer?.state === 'known') return forest.known(answer.value)
  if (blank) return blank.fact(base.id)
  const states = statesOf(base, context)
  return forest.split(
    { level, owners: [base.id] },
    states.map((state) => forest.known(state)),
  )
}
