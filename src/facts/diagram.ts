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

type AnyDiagram = Diagram<Value>

/** Of two diagrams by their numbers; forests are cut down long before there are so many. */
const PAIR = 2 ** 26

const both = (a: boolean, b: boolean): boolean => a && b
const either = (a: boolean, b: boolean): boolean => a || b
const opposite = (value: boolean): boolean => !value

export function growForest(): Forest {
  const leaves = new Map<unknown, Known<Value>>()
  const unknowns = new Map<string, Unknown & { readonly id: number }>()
  const splits = new Map<string, Split<Value>>()
  const results = new WeakMap<object, Map<number, AnyDiagram>>()
  let ids = 0
  let remembered = 0

  const known = <T extends Value>(value: T): Known<T> => {
    const key = Array.isArray(value) ? `list ${JSON.stringify(value)}` : value
    let leaf = leaves.get(key)
    if (leaf === undefined) {
      leaf = { kind: 'known', id: ids++, value }
      leaves.set(key, leaf)
    }
    return leaf as Known<T>
  }

  /** One object for each unknown. How many states it has may differ between cases, never within one. */
  const intern = (unknown: Unknown): Unknown & { readonly id: number } => {
    const key = `${unknown.level} ${unknown.owners.join(' ')}`
    const found = unknowns.get(key) ?? { ...unknown, id: unknowns.size }
    unknowns.set(key, found)
    return found
  }

  const node = <T extends Value>(unknown: Unknown, branches: readonly Diagram<T>[]): Diagram<T> => {
    const [first] = branches as [Diagram<T>]
    if (branches.every((branch) => branch === first)) return first
    let key = String((unknown as Unknown & { readonly id: number }).id)
    for (const branch of branches) key += `,${branch.id}`
    let found = splits.get(key)
    if (found === undefined) {
      found = { kind: 'split', id: ids++, unknown, branches }
      splits.set(key, found)
    }
    return found as Split<T>
  }

  const resultsOf = (of: object): Map<number, AnyDiagram> => {
    let found = results.get(of)
    if (found === undefined) {
      found = new Map()
      results.set(of, found)
    }
    return found
  }

  const map = <T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U> => {
    if (diagram.kind === 'known') return known(change(diagram.value))
    const done = resultsOf(change) as Map<number, Diagram<U>>
    const visit = (at: Diagram<T>): Diagram<U> => {
      if (at.kind === 'known') return known(change(at.value))
      let result = done.get(at.id)
      if (result === undefined) {
        result = node(at.unknown, at.branches.map(visit))
        done.set(at.id, result)
        remembered += 1
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
    if (left.kind === 'known' && right.kind === 'known') return known(join(left.value, right.value))
    const done = resultsOf(join) as Map<number, Diagram<V>>
    const visit = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      if (a.kind === 'known' && b.kind === 'known') return known(join(a.value, b.value))
      const key = a.id * PAIR + b.id
      let result = done.get(key)
      if (result === undefined) {
        result = pair(a, b)
        done.set(key, result)
        remembered += 1
      }
      return result
    }
    const pair = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      const [levelA, levelB] = [levelOfDiagram(a), levelOfDiagram(b)]
      if (a.kind === 'split' && b.kind === 'split' && levelA === levelB)
        return node(
          a.unknown,
          a.branches.map((part, state) => visit(part, b.branches[state] as Diagram<U>)),
        )
      if (a.kind === 'split' && levelA < levelB)
        return node(
          a.unknown,
          a.branches.map((part) => visit(part, b)),
        )
      if (b.kind !== 'split') throw new RangeError('one of two diagrams that are not both known is split')
      return node(
        b.unknown,
        b.branches.map((part) => visit(a, part)),
      )
    }
    return visit(left, right)
  }

  const fold = (parts: Iterable<Diagram<boolean>>, decisive: boolean): Diagram<boolean> => {
    let result: Diagram<boolean> = known(!decisive)
    for (const part of parts) {
      if (part.kind === 'known') {
        if (part.value === decisive) return part
        continue
      }
      result = result.kind === 'known' ? part : combine(result, part, decisive ? either : both)
      if (isKnown(result, decisive)) return result
    }
    return result
  }

  return {
    known,
    split: (unknown, branches) => node(intern(unknown), branches),
    map,
    combine,
    all: (parts) => fold(parts, false),
    any: (parts) => fold(parts, true),
    not: (diagram) => map(diagram, opposite),
    size: () => ids + remembered,
  }
}

const levelOfDiagram = (diagram: AnyDiagram): number =>
  diagram.kind === 'known' ? Number.POSITIVE_INFINITY : diagram.unknown.level

export const isKnown = <T>(diagram: Diagram<T>, value: T): boolean =>
  diagram.kind === 'known' && diagram.value === value

/** Every value that the diagram can still take, in a fixed order. */
export function valuesOf<T extends Value>(diagram: Diagram<T>): readonly T[] {
  if (diagram.kind === 'known') return [diagram.value]
  return seenIn(diagram).values as readonly T[]
}

/** The unanswered facts on which the value really depends, by id. */
export const ownersOf = (diagram: AnyDiagram): ReadonlySet<string> =>
  diagram.kind === 'known' ? NOBODY : seenIn(diagram).owners

interface Seen {
  readonly values: readonly Value[]
  readonly owners: ReadonlySet<string>
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
  const result = { values: [...values], owners }
  looked.set(diagram, result)
  return result
}
