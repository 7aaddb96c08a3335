import { lru, memo } from '../cache'
import type { Day, Duration } from '../calendar/day'
import { answersUnder, answerTo, type Case, type OwnFacts } from '../case/case'
import { createDiagrams, type Diagram, type Diagrams, type Value } from '../diagram/diagram'
import { number, type Policy, parameterIn } from '../rules/policy'
import { BASE_FACTS, type BaseFact, levelOf } from '../snapshot/catalogue'
import { DERIVED_FACTS } from './fact-catalogue'
import { isDayOfTheCase, statesOf } from './states'

/** Every fact of one case: known, or split over what its unanswered sources can still be. */
export interface Facts {
  readonly diagrams: Diagrams
  /** The fact with this id; derived when first asked for. A policy parameter, as `policy.<name>`, is always known. */
  fact(id: string): Diagram<Value>
  /** Whether a fact that lists several items holds this one. */
  item(id: string, item: string): Diagram<boolean>
  /**
   * What depends on the day of the case and on `key` alone, made once for it: a manager looks up what a function gave,
   * and never finds one that is made anew.
   */
  once<Made extends object>(key: object, make: () => Made): Made
}

/** What a fact is derived from: one case under one policy. */
export interface FactContext extends Omit<Facts, 'item'> {
  readonly opened: Case
  readonly policy: Policy
  readonly breakpoints: Breakpoints
}

/**
 * Where a rule can turn, by fact: an unanswered day or number is tried on both sides of each breakpoint, and at both ends
 * of its range.
 */
export interface Breakpoints {
  /** By the id of the fact that is the day to count from. */
  readonly turns: ReadonlyMap<string, readonly Turn[]>
  /** Numbers that a fact is compared with, by its id. */
  readonly numbers: ReadonlyMap<string, readonly number[]>
}

/** Something changes once a length of time since a day is complete, or once it is exceeded. */
export interface Turn {
  readonly length: Duration
  readonly when: 'complete' | 'exceeded'
}

/** What the cases under one rule set and policy share: the manager of their diagrams, and where rules can turn. */
export interface Ground {
  readonly policy: Policy
  readonly breakpoints: Breakpoints
  readonly diagrams: Diagrams
  readonly own: OwnFacts
  /** Where the organisation's own facts stand among each other in diagrams. */
  readonly ownOrder: readonly string[]
  /** The functions made for one day. */
  onDay(asOf: Day): Map<object, object>
}

/** Days of which functions are held: a batch needs one, a timeline each only once. */
const DAYS = 4

export function layGround(
  policy: Policy,
  breakpoints: Breakpoints,
  own: OwnFacts = new Map(),
  ownOrder: readonly string[] = [...own.keys()],
): Ground {
  const days = lru<Day, Map<object, object>>(DAYS)
  return {
    policy,
    breakpoints,
    diagrams: createDiagrams(),
    own,
    ownOrder,
    onDay: (asOf) => {
      const found = days.get(asOf) ?? new Map<object, object>()
      days.set(asOf, found)
      return found
    },
  }
}

/** The facts of a case, from its answers. A derived fact is three-valued, and knows which answers it came from. */
export function deriveFacts(opened: Case, ground: Ground): Facts {
  const { policy, breakpoints, diagrams, own } = ground
  const answers = answersUnder(opened.answers, own)
  const made = ground.onDay(opened.asOf)
  const asked = (id: string): BaseFact | undefined => own.get(id) ?? BASE_FACTS.get(id)

  const fact = memo((id: string): Diagram<Value> => {
    const derived = DERIVED_FACTS.get(id)
    if (derived) return derived.derive(context)
    const parameter = parameterIn(id)
    if (parameter !== undefined) return diagrams.known(number(policy, parameter))
    const base = asked(id)
    if (!base) throw new RangeError(`no fact ${id}`)
    const answer = answerTo(answers, id)
    if (answer?.state === 'known') return diagrams.known(answer.value)
    const open = (): Diagram<Value> =>
      diagrams.split(
        { level: levelIn(ground, id), owners: [id] },
        statesOf(base, context, answer?.within).map((state) => diagrams.known(state)),
      )
    // What only the day decides is the same for every case of that day.
    return answer?.within || isDayOfTheCase(id) ? open() : once(base, open)
  })
  const once = <Made extends object>(key: object, make: () => Made): Made => {
    const found = made.get(key) ?? make()
    made.set(key, found)
    return found as Made
  }
  const context: FactContext = {
    opened,
    policy,
    breakpoints,
    diagrams,
    fact,
    once,
  }
  const item = (id: string, name: string): Diagram<boolean> => {
    const answer = answerTo(answers, id)
    if (answer?.state === 'known') return diagrams.known(Array.isArray(answer.value) && answer.value.includes(name))
    // Each item of an unanswered list can be in it or not, whatever the others are.
    const items = Object.keys(asked(id)?.options ?? {})
    const level = levelIn(ground, id) + (widthIn(ground, id) * (1 + items.indexOf(name))) / (2 + items.length)
    return diagrams.split({ level, owners: [id] }, [diagrams.known(true), diagrams.known(false)])
  }
  return { diagrams, fact, item, once }
}

/** Where a fact stands in diagrams. Own facts share the place after the last of the vocabulary, in an order of their own. */
const levelIn = (ground: Ground, id: string): number =>
  ground.own.has(id) ? levelOf(id) + widthIn(ground, id) * (1 + ground.ownOrder.indexOf(id)) : levelOf(id)

const widthIn = ({ own }: Ground, id: string): number => (own.has(id) ? 1 / (2 + own.size) : 1)
