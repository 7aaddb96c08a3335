/**
 * A value that may depend on answers not yet given, as a decision diagram: either known, or split over the
 * states that one unknown can still be in. Reduced and shared, so that equal diagrams are the same object, and
 * an unknown appears in a diagram exactly when the value really depends on it (Bryant 1986, for finite domains).
 */
export type Diagram<T> = Known<T> | Split<T>

export interface Known<T> extends Marked {
  readonly kind: 'known'
  readonly id: number
  readonly value: T
}

export interface Split<T> extends Marked {
  readonly kind: 'split'
  readonly id: number
  readonly unknown: NumberedUnknown
  /** One branch for each state of the unknown. */
  readonly branches: readonly Diagram<T>[]
  /** What was seen in it, once that was looked at. */
  seen: Seen | undefined
}

/** What a look at diagrams comes by. */
interface Marked {
  /** The last look that came by: written by it alone. */
  mark: number
}

interface Seen {
  readonly values: readonly Value[]
  readonly owners: readonly string[]
  readonly size: number
}

/** Something not yet known. Diagrams of one forest test unknowns in the order of their levels. */
export interface Unknown {
  readonly level: number
  /** The unanswered facts that it stands for, by id. */
  readonly owners: readonly string[]
}

/** The one object of a forest for an unknown. */
export interface NumberedUnknown extends Unknown, Marked {
  readonly id: number
}

/** What a diagram can hold: plain values, compared by content. */
export type Value = boolean | number | string | null | readonly string[]

/**
 * Makes diagrams. Diagrams of different forests must not be mixed. A forest outlives the case that it was grown for:
 * what was once worked out with one and the same function is looked up the next time. So `change` and `join` must
 * depend on their arguments alone, and a function that is made anew for every call is never found again.
 */
export interface Forest {
  known<T extends Value>(value: T): Known<T>
  /** The diagram that is `branches[i]` when the unknown is in its state `i`. */
  split<T extends Value>(unknown: Unknown, branches: readonly Diagram<T>[]): Diagram<T>
  map<T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U>
  /** The same with a function that will not come again: nothing of it is remembered. */
  mapOnce<T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U>
  /** `early` spares the way through one of the two where the other decides by itself. */
  combine<T extends Value, U extends Value, V extends Value>(
    left: Diagram<T>,
    right: Diagram<U>,
    join: (left: T, right: U) => V,
    early?: Early<T, U, V>,
  ): Diagram<V>
  all(parts: Iterable<Diagram<boolean>>): Diagram<boolean>
  any(parts: Iterable<Diagram<boolean>>): Diagram<boolean>
  not(diagram: Diagram<boolean>): Diagram<boolean>
  /** How much it holds: diagrams, and results that can be looked up. */
  size(): number
}

/** What two diagrams come to joined, where that shows without looking into both; undefined where it does not. */
export type Early<T, U, V> = (
  left: Diagram<T>,
  right: Diagram<U>,
  known: (value: V) => Known<V>,
) => Diagram<V> | undefined

export type AnyDiagram = Diagram<Value>

export const isKnown = <T>(diagram: Diagram<T>, value: T): boolean =>
  diagram.kind === 'known' && diagram.value === value

/** For a join in which one value decides whatever the other is, one yields to the other, and two that are one stay it. */
export const earlyBetween =
  <T extends Value>(decides: T, yields: T): Early<T, T, T> =>
  (one, other) => {
    if (isKnown(one, yields) || isKnown(other, decides) || one === other) return other
    return isKnown(other, yields) || isKnown(one, decides) ? one : undefined
  }

/** Every value that the diagram can still take, in a fixed order. */
export const valuesOf = <T extends Value>(diagram: Diagram<T>): readonly T[] =>
  seenIn(diagram as AnyDiagram).values as readonly T[]

/** The unanswered facts on which the value really depends, by id: each once, in a fixed order. */
export const ownersOf = (diagram: AnyDiagram): readonly string[] => seenIn(diagram).owners

/** How many different parts a diagram has. */
export const sizeOf = (diagram: AnyDiagram): number => seenIn(diagram).size

const NOBODY: readonly string[] = []

function seenIn(diagram: AnyDiagram): Seen {
  if (diagram.kind === 'known') return { values: [diagram.value], owners: NOBODY, size: 1 }
  diagram.seen ??= lookAt(diagram)
  return diagram.seen
}

/** Looks at diagrams, counted: what one look has marked it does not look at again. */
let looks = 0

function lookAt(diagram: Split<Value>): Seen {
  const look = ++looks
  const values: Value[] = []
  const owners: string[] = []
  let size = 0
  const visit = (at: AnyDiagram): void => {
    if (at.mark === look) return
    at.mark = look
    size += 1
    if (at.kind === 'known') {
      values.push(at.value)
      return
    }
    if (at.unknown.mark !== look) {
      at.unknown.mark = look
      for (const owner of at.unknown.owners) if (!owners.includes(owner)) owners.push(owner)
    }
    for (let branch = 0; branch < at.branches.length; branch++) visit(at.branches[branch] as AnyDiagram)
  }
  visit(diagram)
  // Copied: a list that grew has room for more than twice as many.
  return { values: values.slice(), owners: owners.slice(), size }
}
