/**
 * A value that may depend on answers not yet given, as a reduced, ordered decision diagram (Bryant 1986, for finite
 * domains): either known, or split over the states that one unknown can still be in. Nodes are hash-consed, so that
 * equal diagrams of one manager are the same object, and an unknown appears in a diagram exactly when the value really
 * depends on it.
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
  readonly unknown: NumberedUnknown
  /** One branch for each state of the unknown. */
  readonly branches: readonly Diagram<T>[]
}

/** Something not yet known. Diagrams of one manager test unknowns in the order of their levels. */
export interface Unknown {
  readonly level: number
  /** The unanswered facts that it stands for, by id. */
  readonly owners: readonly string[]
}

export interface NumberedUnknown extends Unknown {
  readonly id: number
}

/** What a diagram can hold: plain values, compared by content. */
export type Value = boolean | number | string | null | readonly string[]
type AnyDiagram = Diagram<Value>

/**
 * Makes diagrams; those of different managers must not be mixed. What one and the same function gave for the same
 * nodes is looked up the next time (the computed table), so `change` and `join` must depend on their arguments alone.
 */
export interface Diagrams {
  known<T extends Value>(value: T): Known<T>
  /** The diagram that is `branches[i]` when the unknown is in its state `i`. Never counted against the budget. */
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
  /** Nodes and results that it holds. */
  size(): number
  /** From here on so many more nodes and results may be made; past that `map` and `combine` throw NodeBudgetEnded. */
  allow(more: number): void
}

/** The node budget of a manager ended: what was asked for was not worked out. */
export class NodeBudgetEnded extends Error {
  override readonly name = 'NodeBudgetEnded'
}

export const isKnown = <T>(diagram: Diagram<T>, value: T): boolean =>
  diagram.kind === 'known' && diagram.value === value

/** What a look into a diagram finds. */
interface Contents {
  readonly values: readonly Value[]
  /** The support: the unanswered facts on which the value really depends. */
  readonly owners: readonly string[]
  readonly size: number
}

/** Every value that the diagram can still take, in a fixed order. */
export const valuesOf = <T extends Value>(diagram: Diagram<T>): readonly T[] =>
  contentsOf(diagram as AnyDiagram).values as readonly T[]

/** The unanswered facts on which the value really depends, by id: each once, in a fixed order. */
export const ownersOf = (diagram: AnyDiagram): readonly string[] => contentsOf(diagram).owners

/** How many different nodes a diagram has. */
export const sizeOf = (diagram: AnyDiagram): number => contentsOf(diagram).size

/** Written once, on the node itself, so that it goes with the node. */
const CONTENTS = Symbol('contents')

function contentsOf(diagram: AnyDiagram): Contents {
  if (diagram.kind === 'known') return { values: [diagram.value], owners: [], size: 1 }
  const node = diagram as AnyDiagram & { [CONTENTS]?: Contents }
  node[CONTENTS] ??= lookInto(diagram)
  return node[CONTENTS]
}

function lookInto(diagram: AnyDiagram): Contents {
  const seen = new Set<AnyDiagram>()
  const values: Value[] = []
  const owners = new Set<string>()
  const visit = (at: AnyDiagram): void => {
    if (seen.has(at)) return
    seen.add(at)
    if (at.kind === 'known') {
      values.push(at.value)
      return
    }
    for (const owner of at.unknown.owners) owners.add(owner)
    for (const branch of at.branches) visit(branch)
  }
  visit(diagram)
  return { values, owners: [...owners], size: seen.size }
}

const both = (a: boolean, b: boolean): boolean => a && b
const either = (a: boolean, b: boolean): boolean => a || b
const opposite = (value: boolean): boolean => !value

/** What joining stops at: for `both` and `either` one side alone can settle it. */
const SETTLES = new Map<unknown, boolean>([
  [both, false],
  [either, true],
])

/** A manager: the unique table of its nodes, and a computed table for each function. */
export function createDiagrams(): Diagrams {
  const leaves = new Map<unknown, Known<Value>>()
  const unknowns = new Map<string, NumberedUnknown>()
  const unique = new Map<string, Split<Value>>()
  const computed = new WeakMap<object, Map<number, AnyDiagram>>()
  let ids = 0
  let results = 0
  let most = Number.POSITIVE_INFINITY

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
  const intern = (unknown: Unknown): NumberedUnknown => {
    const key = `${unknown.level} ${unknown.owners.join(' ')}`
    const found = unknowns.get(key) ?? { ...unknown, id: unknowns.size }
    unknowns.set(key, found)
    return found
  }

  const node = <T extends Value>(unknown: NumberedUnknown, branches: readonly Diagram<T>[]): Diagram<T> => {
    const first = branches[0] as Diagram<T>
    let key = `${unknown.id}`
    let differ = false
    for (const branch of branches) {
      if (branch !== first) differ = true
      key += `,${branch.id}`
    }
    if (!differ) return first
    const found = unique.get(key)
    if (found) return found as Split<T>
    const split: Split<T> = { kind: 'split', id: ids++, unknown, branches }
    unique.set(key, split)
    return split
  }

  const remember = (table: Map<number, AnyDiagram>, key: number, result: AnyDiagram): void => {
    if (ids + results >= most) throw new NodeBudgetEnded()
    table.set(key, result)
    results += 1
  }

  const tableOf = (operation: object): Map<number, AnyDiagram> => {
    const table = computed.get(operation) ?? new Map<number, AnyDiagram>()
    if (table.size === 0) computed.set(operation, table)
    return table
  }

  const map = <T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U> => {
    if (diagram.kind === 'known') return known(change(diagram.value))
    return mapInto(tableOf(change), diagram, change)
  }

  const mapInto = <T extends Value, U extends Value>(
    table: Map<number, AnyDiagram>,
    diagram: Diagram<T>,
    change: (value: T) => U,
  ): Diagram<U> => {
    const visit = (at: Diagram<T>): Diagram<U> => {
      if (at.kind === 'known') return known(change(at.value))
      const found = table.get(at.id)
      if (found) return found as Diagram<U>
      const result = node(at.unknown, at.branches.map(visit))
      remember(table, at.id, result)
      return result
    }
    return visit(diagram)
  }

  const combine = <T extends Value, U extends Value, V extends Value>(
    left: Diagram<T>,
    right: Diagram<U>,
    join: (left: T, right: U) => V,
  ): Diagram<V> => {
    const settles = SETTLES.get(join)
    const table = tableOf(join)
    const visit = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      if (a.kind === 'known' && b.kind === 'known') return known(join(a.value, b.value))
      if (settles !== undefined) {
        const [one, other] = [a as Diagram<Value>, b as Diagram<Value>]
        if (one === other || isKnown(one, settles) || isKnown(other, !settles)) return one as Diagram<V>
        if (isKnown(other, settles) || isKnown(one, !settles)) return other as Diagram<V>
      }
      // Ids stay below 2^26: a pair of them is a whole number that a double holds exactly.
      const key = a.id * 2 ** 26 + b.id
      const found = table.get(key)
      if (found) return found as Diagram<V>
      const [levelA, levelB] = [levelOf(a as AnyDiagram), levelOf(b as AnyDiagram)]
      const first = (levelA <= levelB ? a : b) as Split<T | U>
      const branches = first.branches.map((_, state) =>
        visit(
          levelA <= levelB ? ((a as Split<T>).branches[state] as Diagram<T>) : a,
          levelB <= levelA ? ((b as Split<U>).branches[state] as Diagram<U>) : b,
        ),
      )
      const result = node(first.unknown, branches)
      remember(table, key, result)
      return result
    }
    return visit(left, right)
  }

  const fold = (
    parts: Iterable<Diagram<boolean>>,
    join: (a: boolean, b: boolean) => boolean,
    settles: boolean,
  ): Diagram<boolean> => {
    let result: Diagram<boolean> = known(!settles)
    for (const part of parts) {
      result = combine(result, part, join)
      if (isKnown(result, settles)) return result
    }
    return result
  }

  return {
    known,
    split: (unknown, branches) => node(intern(unknown), branches),
    map,
    mapOnce: (diagram, change) => {
      const before = results
      const result = mapInto(new Map(), diagram, change)
      results = before
      return result
    },
    combine,
    all: (parts) => fold(parts, both, false),
    any: (parts) => fold(parts, either, true),
    not: (diagram) => map(diagram, opposite),
    size: () => ids + results,
    allow: (more) => {
      most = ids + results + more
    },
  }
}

const levelOf = (diagram: AnyDiagram): number =>
  diagram.kind === 'known' ? Number.POSITIVE_INFINITY : diagram.unknown.level
