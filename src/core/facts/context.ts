import type { Duration } from '../calendar/duration'
import type { Case } from '../case/case'
import type { Diagram, Forest, Value } from '../diagram/diagram'
import type { Policy } from '../rules/policy'

/** What a fact is derived from: one case under one policy. */
export interface FactContext {
  readonly opened: Case
  readonly policy: Policy
  readonly marks: Marks
  readonly forest: Forest
  /** Any other fact, by id. */
  fact(id: string): Diagram<Value>
  /** What depends on the day of the case and on `key` alone, made once; a forest looks up what a function gave. */
  once<Change extends object>(key: object, make: () => Change): Change
}

/**
 * Where a rule can turn, by fact: an unanswered day or number is tried on both sides of each mark, and at both
 * ends of its range.
 */
export interface Marks {
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
