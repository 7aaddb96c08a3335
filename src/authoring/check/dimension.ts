import type { Value } from '../../core/diagram/diagram'
import type { FactType } from '../../core/snapshot/fact'

/** One thing in which two cases can differ, with the states in which it is tried. */
export interface Dimension {
  readonly kind: 'fact' | 'item' | 'first-day' | 'reports' | 'long-spells' | 'delivery'
  /** The fact, or the service, that it is about. */
  readonly of: string
  /** Of a fact. */
  readonly type?: FactType | undefined
  /** The item of a list; the policy value with which a first day is found or reports are counted. */
  readonly by?: string | number
  /** Where it stands in the diagrams. */
  readonly level: number
  /** The most natural in a case first. */
  readonly states: readonly Value[]
}

/** Some cases: those with these states, by the level of their dimension, whatever they are in the others. */
export type Cube = ReadonlyMap<number, number>
