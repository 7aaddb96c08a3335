import type { AnyDiagram, Diagram, Early, Forest, Known, NumberedUnknown, Split, Unknown, Value } from './diagram'
import { earlyBetween, isKnown } from './diagram'
import { hashOf, keepRows, type Row } from './kept-rows'
import { type PairResults, pairResults } from './pair-results'

/** Numbers that came up lately, one in each place. A power of two. */
const PLACES = 2_048

const both = (a: boolean, b: boolean): boolean => a && b
const either = (a: boolean, b: boolean): boolean => a || b
const bothEarly = earlyBetween(false, true)
const eitherEarly = earlyBetween(true, false)
const opposite = (value: boolean): boolean => !value

export function growForest(): Forest {
  const leaves = new Map<unknown, Known<Value>>()
  const unknowns = new Map<string, NumberedUnknown>()
  const splits = keepRows<Split<Value>>()
  /** Written anew for each split: its unknown and its branches, by their ids. */
  const row: Row = { numbers: [], length: 0 }
  const changed = new WeakMap<object, Map<number, AnyDiagram>>()
  const joined = new WeakMap<object, PairResults<AnyDiagram>>()
  let ids = 0
  let remembered = 0

  const plant = (value: Value): Known<Value> => {
    const key = Array.isArray(value) ? keyOfList(value) : value
    let leaf = leaves.get(key)
    if (leaf === undefined) {
      leaf = { kind: 'known', id: ids++, value, mark: 0 }
      leaves.set(key, leaf)
    }
    return leaf
  }
  const [yes, no, none] = [plant(true), plant(false), plant(null)]

  const lately = new Array<Known<Value>>(PLACES).fill(none)

  const number = (value: number): Known<Value> => {
    const place = value & (PLACES - 1)
    const found = lately[place] as Known<Value>
    if (found.value === value) return found
    const leaf = plant(value)
    lately[place] = leaf
    return leaf
  }

  const known = <T extends Value>(value: T): Known<T> => {
    if (typeof value === 'boolean') return (value ? yes : no) as Known<T>
    if (typeof value === 'number') return number(value) as Known<T>
    return (value === null ? none : plant(value)) as Known<T>
  }

  /** One object for each unknown. How many states it has may differ between cases, never within one. */
  const intern = (unknown: Unknown): NumberedUnknown => {
    const key = `${unknown.level} ${unknown.owners.join(' ')}`
    const found = unknowns.get(key) ?? { ...unknown, id: unknowns.size, mark: 0 }
    unknowns.set(key, found)
    return found
  }

  const node = <T extends Value>(unknown: NumberedUnknown, branches: readonly Diagram<T>[]): Diagram<T> => {
    if (areOne(branches)) return branches[0] as Diagram<T>
    row.numbers[0] = unknown.id
    row.length = 1
    for (let at = 0; at < branches.length; at++) row.numbers[row.length++] = (branches[at] as Diagram<T>).id
    const hash = hashOf(row)
    const found = splits.get(row, hash)
    if (found) return found as Split<T>
    const split: Split<T> = { kind: 'split', id: ids++, unknown, branches, mark: 0, seen: undefined }
    splits.put(row, hash, split)
    return split
  }

  const map = <T extends Value, U extends Value>(diagram: Diagram<T>, change: (value: T) => U): Diagram<U> => {
    if (diagram.kind === 'known') return known(change(diagram.value))
    const done = (changed.get(change) ?? new Map<number, AnyDiagram>()) as Map<number, Diagram<U>>
    if (done.size === 0) changed.set(change, done)
    const before = done.size
    const result = mapInto(done, diagram, change)
    remembered += done.size - before
    return result
  }

  const mapInto = <T extends Value, U extends Value>(
    done: Map<number, Diagram<U>>,
    diagram: Diagram<T>,
    change: (value: T) => U,
  ): Diagram<U> => {
    const visit = (at: Diagram<T>): Diagram<U> => {
      if (at.kind === 'known') return known(change(at.value))
      let result = done.get(at.id)
      if (result === undefined) {
        const branches = new Array<Diagram<U>>(at.branches.length)
        for (let state = 0; state < branches.length; state++) branches[state] = visit(at.branches[state] as Diagram<T>)
        result = node(at.unknown, branches)
        done.set(at.id, result)
      }
      return result
    }
    return visit(diagram)
  }

  const combine = <T extends Value, U extends Value, V extends Value>(
    left: Diagram<T>,
    right: Diagram<U>,
    join: (left: T, right: U) => V,
    early?: Early<T, U, V>,
  ): Diagram<V> => {
    if (left.kind === 'known' && right.kind === 'known') return known(join(left.value, right.value))
    const found = joined.get(join)
    const done = (found ?? pairResults()) as PairResults<Diagram<V>>
    if (!found) joined.set(join, done)
    const before = done.size()
    const visit = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      if (a.kind === 'known' && b.kind === 'known') return known(join(a.value, b.value))
      const decided = early?.(a, b, known)
      if (decided) return decided
      let result = done.get(a.id, b.id)
      if (result === undefined) {
        result = pair(a, b)
        done.set(a.id, b.id, result)
      }
      return result
    }
    /** Split over whichever unknown comes first. */
    const pair = (a: Diagram<T>, b: Diagram<U>): Diagram<V> => {
      const levelA = levelOfDiagram(a)
      const levelB = levelOfDiagram(b)
      const first = (levelA <= levelB ? a : b) as Split<T | U>
      const states = first.branches.length
      const branches = new Array<Diagram<V>>(states)
      for (let state = 0; state < states; state++) {
        const left = levelA <= levelB ? ((a as Split<T>).branches[state] as Diagram<T>) : a
        const right = levelB <= levelA ? ((b as Split<U>).branches[state] as Diagram<U>) : b
        branches[state] = visit(left, right)
      }
      return node(first.unknown, branches)
    }
    const result = visit(left, right)
    remembered += Math.max(0, done.size() - before)
    return result
  }

  const fold = (parts: Iterable<Diagram<boolean>>, decisive: boolean): Diagram<boolean> => {
    let result: Diagram<boolean> = known(!decisive)
    for (const part of parts) {
      if (part.kind === 'known') {
        if (part.value === decisive) return part
        continue
      }
      result =
        result.kind === 'known'
          ? part
          : decisive
            ? combine(result, part, either, eitherEarly)
            : combine(result, part, both, bothEarly)
      if (isKnown(result, decisive)) return result
    }
    return result
  }

  return {
    known,
    split: (unknown, branches) => node(intern(unknown), branches),
    map,
    mapOnce: (diagram, change) =>
      diagram.kind === 'known' ? known(change(diagram.value)) : mapInto(new Map(), diagram, change),
    combine,
    all: (parts) => fold(parts, false),
    any: (parts) => fold(parts, true),
    not: (diagram) => map(diagram, opposite),
    size: () => ids + remembered,
  }
}

/** Not one that a fact can have: a text with a space in it. */
const keyOfList = (items: readonly string[]): string =>
  items.length === 0 ? 'list []' : `list ${JSON.stringify(items)}`

const levelOfDiagram = (diagram: AnyDiagram): number =>
  diagram.kind === 'known' ? Number.POSITIVE_INFINITY : diagram.unknown.level

function areOne(branches: readonly AnyDiagram[]): boolean {
  for (let at = 1; at < branches.length; at++) if (branches[at] !== branches[0]) return false
  return true
}
