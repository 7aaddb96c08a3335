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

export function growForest(): Forest {
  const leaves = new Map<unknown, Known<Value>>()
  const splits = new Map<string, Split<Value>>()
  let size = 0

  const known = <T extends Value>(value: T): Known<T> => {
    const key = Array.isArray(value) ? `list ${JSON.stringify(value)}` : value
    let leaf = leaves.get(key)
    if (leaf === undefined) {
      leaf = { kind: 'known', id: size++, value }
      leaves.set(key, leaf)
    }
    return leaf as Known<T>
  }

  const split = <T extends Value>(unknown: Unknown, branches: readonly Diagram<T>[]): Diagram<T> => {
    const [first] = branches as [Diagram<T>]
    if (branches.every((branch) => branch === first)) return first
    let key = String(unknown.level)
    for (const branch of branches) key += `,${branch.id}`
    let node = splits.get(key)
    if (node === undefined) {
      node = { kind: 'split', id: size++, unknown, branches }
      splits.set(key, node)
    }
    return node as Split<T>
  }

  const map = <T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U> => {
    if (diagram.kind === 'known') return known(change(diagram.value))
    const done = new Map<Diagram<T>, Diagram<U>>()
    const visit = (at: Diagram<T>): Diagram<U> => {
      let result = done.get(at)
      if (result === undefined) {
        result = at.kind === 'known' ? known(change(at.value)) : split(at.unknown, at.branches.map(visit))
        done.set(at, result)
      }
      return result
    }
    return visit(diagram)
  }

  const combine = <T extends Value, U extends Value, V extends Value>(
    left: Diagram<T>,
    right: Diagram<U>,
    join: (left: T, right: U) => V,
  ): Diagram<V> => {
    if (left.kind === 'known') return map(right, (value) => join(left.value, value))
    if (right.kind === 'known') return map(left, (value) => join(value, right.value))
    const done = new Map<Diagram<T>, Map<Diagram<U>, Diagram<V>>>()
    const visit = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      let withA = done.get(a)
      if (withA === undefined) {
        withA = new Map()
        done.set(a, withA)
      }
      let result = withA.get(b)
      if (result === undefined) {
        result = pair(a, b)
        withA.set(b, result)
      }
      return result
    }
    const pair = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      if (a.kind === 'known') {
        if (b.kind === 'known') return known(join(a.value, b.value))
        return split(
          b.unknown,
          b.branches.map((part) => visit(a, part)),
        )
      }
      if (b.kind === 'known' || a.unknown.level < b.unknown.level)
        return split(
          a.unknown,
          a.branches.map((part) => visit(part, b)),
        )
      if (b.unknown.level < a.unknown.level)
        return split(
          b.unknown,
          b.branches.map((part) => visit(a, part)),
        )
      return split(
        a.unknown,
        a.branches.map((part, state) => visit(part, b.branches[state] as Diagram<U>)),
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
