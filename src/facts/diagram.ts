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

/** Makes diagrams. Diagrams of different forests must not be mixed. */
export interface Forest {
  known<T extends Value>(value: T): Known<T>
  /** The diagram that is `branches[i]` when the unknown is in its state `i`. */
  split<T extends Value>(unknown: Unknown, branches: readonly Diagram<T>[]): Diagram<T>
  map<T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U>
  combine<T extends Value, U extends Value, V extends Value>(
    left: Diagram<T>,
    right: Diagram<U>,
    join: (left: T, right: U) => V,
  ): Diagram<V>
  all(parts: readonly Diagram<boolean>[]): Diagram<boolean>
  any(parts: readonly Diagram<boolean>[]): Diagram<boolean>
  not(diagram: Diagram<boolean>): Diagram<boolean>
}

/** Ids stay under this, so that a pair of them is one exact number. */
const MOST_DIAGRAMS = 2 ** 26

function once<Key, Result>(known: Map<Key, Result>, key: Key, make: () => Result): Result {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}

export function growForest(): Forest {
  const leaves = new Map<string, Known<Value>>()
  const splits = new Map<string, Split<Value>>()
  let size = 0

  const known = <T extends Value>(value: T): Known<T> => {
    const key = typeof value === 'string' ? `"${value}` : JSON.stringify(value)
    return once(leaves, key, () => ({ kind: 'known', id: size++, value })) as Known<T>
  }

  const split = <T extends Value>(unknown: Unknown, branches: readonly Diagram<T>[]): Diagram<T> => {
    const [first] = branches as [Diagram<T>]
    if (branches.every((branch) => branch === first)) return first
    const key = `${unknown.level}:${branches.map((branch) => branch.id).join()}`
    return once(splits, key, () => ({ kind: 'split', id: size++, unknown, branches })) as Split<T>
  }

  const map = <T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U> => {
    const done = new Map<Diagram<T>, Diagram<U>>()
    const visit = (at: Diagram<T>): Diagram<U> => {
      if (at.kind === 'known') return known(change(at.value))
      return once(done, at, () => split(at.unknown, at.branches.map(visit)))
    }
    return visit(diagram)
  }

  const combine = <T extends Value, U extends Value, V extends Value>(
    left: Diagram<T>,
    right: Diagram<U>,
    join: (left: T, right: U) => V,
  ): Diagram<V> => {
    const done = new Map<number, Diagram<V>>()
    const visit = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      if (a.kind === 'known' && b.kind === 'known') return known(join(a.value, b.value))
      return once(done, a.id * MOST_DIAGRAMS + b.id, () => visitSplit(a, b))
    }
    const visitSplit = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      const [levelA, levelB] = [levelOf(a), levelOf(b)]
      if (a.kind === 'split' && levelA < levelB)
        return split(
          a.unknown,
          a.branches.map((part) => visit(part, b)),
        )
      if (b.kind === 'split' && levelB < levelA)
        return split(
          b.unknown,
          b.branches.map((part) => visit(a, part)),
        )
      const [nodeA, nodeB] = [a as Split<T>, b as Split<U>]
      return split(
        nodeA.unknown,
        nodeA.branches.map((part, state) => visit(part, nodeB.branches[state] as Diagram<U>)),
      )
    }
    return visit(left, right)
  }

  const fold = (parts: readonly Diagram<boolean>[], decisive: boolean): Diagram<boolean> => {
    let result: Diagram<boolean> = known(!decisive)
    for (const part of parts) {
      if (isKnown(result, decisive)) return result
      if (isKnown(part, !decisive)) continue
      result = isKnown(result, !decisive) ? part : combine(result, part, decisive ? (a, b) => a || b : (a, b) => a && b)
    }
    return result
  }

  return {
    known,
    split,
    map,
    combine,
    all: (parts) => fold(parts, false),
    any: (parts) => fold(parts, true),
    not: (diagram) => map(diagram, (value) => !value),
  }
}

export const isKnown = <T>(diagram: Diagram<T>, value: T): boolean =>
  diagram.kind === 'known' && diagram.value === value

/** Every value that the diagram can still take, in a fixed order. */
export function valuesOf<T extends Value>(diagram: Diagram<T>): readonly T[] {
  if (diagram.kind === 'known') return [diagram.value]
  const values = new Set<T>()
  visitAll(diagram, (at) => {
    if (at.kind === 'known') values.add(at.value)
  })
  return [...values]
}

/** The unanswered facts on which the value really depends, by id. */
export function ownersOf<T>(diagram: Diagram<T>): ReadonlySet<string> {
  const owners = new Set<string>()
  visitAll(diagram, (at) => {
    if (at.kind === 'split') for (const owner of at.unknown.owners) owners.add(owner)
  })
  return owners
}

function visitAll<T>(diagram: Diagram<T>, see: (at: Diagram<T>) => void): void {
  const seen = new Set<Diagram<T>>()
  const visit = (at: Diagram<T>): void => {
    if (seen.has(at)) return
    seen.add(at)
    see(at)
    if (at.kind === 'split') at.branches.forEach(visit)
  }
  visit(diagram)
}

const levelOf = <T>(diagram: Diagram<T>): number =>
  diagram.kind === 'split' ? diagram.unknown.level : Number.POSITIVE_INFINITY
