import type { Diagram } from '../../core/diagram/diagram'
import type { Place } from '../../core/rules/finding'
import type { Rule } from '../../core/rules/rule-set'
import type { Text } from '../../core/snapshot/fact'
import type { FindingCode } from './finding-codes'
import type { RunCase } from './run-case'
import type { World } from './world'

/** What may be wrong with the meaning of a rule set, and how to see whether it is. */
export interface Claim {
  readonly code: FindingCode
  readonly place: Place
  /** Tells claims of one code apart whatever the place: the names that it is about. */
  readonly about: string
  message(world: World): Text
  /** Whether there are cases to say it of; always, unless it says otherwise. */
  applies?(world: World): boolean
  /** Whether it holds of every case on a day. */
  holds(world: World): boolean
  /** The facts that it turns on, by id. */
  readonly reads: readonly string[]
  /** What one case shows is so without looking at other days. */
  readonly byOneCase?: true
  /** True in the cases that show it. */
  shownBy(world: World): Diagram<boolean>
  /** Whether a case does show it, by what the rules say of it when it is run. */
  proves(run: RunCase): boolean
}

export const isNever = (diagram: Diagram<boolean>): boolean => diagram.kind === 'known' && !diagram.value
export const isAlways = (diagram: Diagram<boolean>): boolean => diagram.kind === 'known' && diagram.value

/** Whether it is to be told of these cases. */
export const isSo = (claim: Claim, world: World): boolean => (claim.applies?.(world) ?? true) && claim.holds(world)

/** Whether nothing in these cases speaks against it: also where there are none to say it of. */
export const mayBeSo = (claim: Claim, world: World): boolean => !(claim.applies?.(world) ?? true) || claim.holds(world)

/** Whether one thing is so in every case in which another is. */
export const implies = ({ cases: { diagrams } }: World, one: Diagram<boolean>, other: Diagram<boolean>): boolean =>
  isNever(diagrams.all([one, diagrams.not(other)]))

/** What rules turn on: their conditions, and the day from which their window counts where that is not the day itself. */
export const readsOf = (rules: readonly Rule[]): readonly string[] => [
  ...new Set(rules.flatMap(({ reads, timing }) => [...reads, ...(anchorOf(timing) ?? [])])),
]

const anchorOf = (timing: Rule['timing']): readonly string[] | undefined =>
  timing && timing.anchor !== 'asOf' ? [timing.anchor] : undefined
