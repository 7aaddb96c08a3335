/**
 * A value that may depend on answers not yet given, as a decision diagram: either known, or split over the
 * states that one unknown can still be in. Reduced and shared, so that equal diagrams are the same object, and
 * an unknown appears in a diagram exactly when the value really depends on it (Bryant 1986, for finite domains).
 */
export type Diagram<T> = Known<T> | Split<T>

export interface Known<T> {
  readonly kind: 'known'
  readonly id: number
  readonly value: T
}

export interface Split<T> {
  readonly kind: 'split'
  readonly id: number
  readonly unknown: Unknown
  /** One branch for each state of the unknown. */
  readonly branches: readonly Diagram<T>[]
}

/** Something not yet known. Diagrams of one forest test unknowns in the order of their levels. */
export interface Unknown {
  readonly level: number
  /** The unanswered facts that it stands for, by id. */
  readonly owners: readonly string[]
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
  combine<T extends Value, U extends Value, V extends Value>(
    left: Diagram<T>,
    right: Diagram<U>,
    join: (left: T, right: U) => V,
  ): Diagram<V>
  all(parts: Iterable<Diagram<boolean>>): Diagram<boolean>
  any(parts: Iterable<Diagram<boolean>>): Diagram<boolean>
  not(diagram: Diagram<boolean>): Diagram<boolean>
  /** How much it holds: diagrams, and results that can be looked up. */
  size(): number
}

export type AnyDiagram = Diagram<Value>

export const isKnown = <T>(diagram: Diagram<T>, value: T): boolean =>
  diagram.kind === 'known' && diagram.value === value

/** Every value that the diagram can still take, in a fixed order. */
export function valuesOf<T extends Value>(diagram: Diagram<T>): readonly T[] {
  if (diagram.kind === 'known') return [diagram.value]
  return valuesInOneStep(diagram) ?? (seenIn(diagram).values as readonly T[])
}

/** With more branches than this, it is better remembered what was seen in them. */
const FEW = 8

/** The same where the branches are few and known: sooner gathered than looked up. */
function valuesInOneStep<T extends Value>({ branches }: Split<T>): readonly T[] | undefined {
  if (branches.length > FEW) return undefined
  const values: T[] = []
  for (const branch of branches) {
    if (branch.kind === 'split') return undefined
    if (!values.includes(branch.value)) values.push(branch.value)
  }
  return values
}

/** The unanswered facts on which the value really depends, by id. */
export const ownersOf = (diagram: AnyDiagram): ReadonlySet<string> =>
  diagram.kind === 'known' ? NOBODY : seenIn(diagram).owners

/** How many different parts a diagram has. */
export const sizeOf = (diagram: AnyDiagram): number => (diagram.kind === 'known' ? 1 : seenIn(diagram).size)

interface Seen {
  readonly values: readonly Value[]
  readonly owners: ReadonlySet<string>
  readonly size: number
}

const NOBODY: ReadonlySet<string> = new Set()

/** What was seen in diagrams, for as long as these are kept. */
const looked = new WeakMap<AnyDiagram, Seen>()

function seenIn(diagram: AnyDiagram): Seen {
  const found = looked.get(diagram)
  if (found) return found
  const [values, owners, seen] = [new Set<Value>(), new Set<string>(), new Set<AnyDiagram>()]
  const visit = (at: AnyDiagram): void => {
    if (seen.has(at)) return
    seen.add(at)
    if (at.kind === 'known') {
      values.add(at.value)
      return
    }
    for (const owner of at.unknown.owners) owners.add(owner)
    at.branches.forEach(visit)
  }
  visit(diagram)
  const result = { values: [...values], owners, size: seen.size }
  looked.set(diagram, result)
  return result
}
