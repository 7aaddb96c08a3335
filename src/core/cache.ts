import QuickLRU from 'quick-lru'

/**
 * The only memory between calls. It holds what can be computed again from a rule set and a policy, so that forgetting any
 * of it changes no answer. What belongs to one rule set, or to one under one policy, is forgotten as a whole: when the host
 * lets go of the owner, or when the total estimate passes the limit.
 */
interface Shelf {
  readonly owner: WeakRef<object>
  /** Where it stands under its owner. */
  readonly home: Shelves
  /** By the function that computed them. */
  readonly results: Map<unknown, unknown>
  /** Estimates, in bytes, of results that grow while they are used. */
  readonly growing: (() => number)[]
  count: number
  /** The estimate of all other results, in bytes. */
  fixed: number
  /** The access at which it was used last. */
  usedAt: number
}

type Shelves = WeakMap<object, Shelf>

/** What the caches hold, and what was forgotten to stay within the limit. */
export interface CacheStats {
  /** An estimate of what is held between calls, in bytes. */
  readonly bytes: number
  readonly limit: number
  /** Rule sets, and rule sets under one policy, of which something is held. */
  readonly owners: number
  readonly results: number
  /** Owners of which everything was forgotten to stay within the limit. */
  readonly evictions: number
}

const MEGABYTE = 1024 * 1024

/**
 * A result without an estimate of its own: compiled rules, prepared texts, lists of rules. Measured over 200 policies of
 * the shipped rule set, of which each took a quarter of a megabyte.
 */
const BYTES_OF_A_RESULT = 7_000

/** One call works with a rule set and a policy, and a few calls may wait for each other: these are never forgotten. */
const LEAST_OWNERS = 8

/** A prime, so that one eviction after the other falls on another place of the list. */
const SPREAD = 7_919

/** Results grow between two looks at the limit, which takes as long as there are owners. */
const ACCESSES_BETWEEN_LOOKS = 10_000

const memory = {
  shelves: new WeakMap() as Shelves,
  /** Of what belongs to a policy as well, by policy. A policy that goes with many rule sets is no one owner of it all. */
  underPolicy: new WeakMap<object, Shelves>(),
  /** The same, to walk over; weak, so that an owner that the host let go of goes with its shelf. */
  walk: new Set<WeakRef<Shelf>>(),
  limit: 64 * MEGABYTE,
  accesses: 0,
  evictions: 0,
}

/** Computes something once for each rule set. `weigh` estimates, in bytes, a result that grows while it is used. */
export const perRuleSet = <RuleSet extends object, Result>(
  compute: (ruleSet: RuleSet) => Result,
  weigh?: (result: Result) => number,
): ((ruleSet: RuleSet) => Result) => {
  return (ruleSet) => {
    const shelf = shelfOf(ruleSet)
    const found = shelf.results.get(compute)
    if (found !== undefined || shelf.results.has(compute)) return found as Result
    return put(shelf, compute, compute(ruleSet), weigh)
  }
}

/** The same for each rule set, or part of one, under each policy. */
export const perPolicy = <Part extends object, Policy extends object, Result>(
  compute: (part: Part, policy: Policy) => Result,
  weigh?: (result: Result) => number,
): ((part: Part, policy: Policy) => Result) => {
  return (part, policy) => {
    const shelf = shelfOf(part, shelvesUnder(policy))
    const found = shelf.results.get(compute)
    if (found !== undefined || shelf.results.has(compute)) return found as Result
    return put(shelf, compute, compute(part, policy), weigh)
  }
}

/** Computes something once for each object, and forgets it with the object: for parts of what the cache holds. */
export const perObject = <Owner extends object, Result>(
  compute: (owner: Owner) => Result,
): ((owner: Owner) => Result) => through(new WeakMap<Owner, Result>(), compute)

/** Computes something once for each key, for as long as the function lives: within one call, or in a cached result. */
export const memo = <Key, Result>(compute: (key: Key) => Result): ((key: Key) => Result) =>
  through(new Map<Key, Result>(), compute)

/** Results of which only the `limit` used most recently are held. Belongs in a result of `perRuleSet` or `perPolicy`. */
export const lru = <Key, Result>(limit: number): QuickLRU<Key, Result> => new QuickLRU({ maxSize: limit })

/** Forgets everything that is held between calls. The next call computes it again. */
export function clearCaches(): void {
  memory.shelves = new WeakMap()
  memory.underPolicy = new WeakMap()
  memory.walk.clear()
}

/** Sets the limit of what is held between calls, for all rule sets and policies together; 64 MB where none is set. */
export function limitCaches(bytes: number): void {
  if (!(bytes >= 0)) throw new RangeError('give the limit in bytes, 0 or more')
  memory.limit = bytes
  evict()
}

/** What the caches hold now. For the figures of a server; nothing depends on it. */
export function cacheStats(): CacheStats {
  const shelves = [...living()]
  return {
    bytes: shelves.reduce((sum, shelf) => sum + weightOf(shelf), 0),
    limit: memory.limit,
    owners: shelves.length,
    results: shelves.reduce((sum, { count }) => sum + count, 0),
    evictions: memory.evictions,
  }
}

function shelvesUnder(policy: object): Shelves {
  const found = memory.underPolicy.get(policy)
  if (found) return found
  const shelves: Shelves = new WeakMap()
  memory.underPolicy.set(policy, shelves)
  return shelves
}

function shelfOf(owner: object, home: Shelves = memory.shelves): Shelf {
  memory.accesses++
  let shelf = home.get(owner)
  if (shelf === undefined) {
    const usedAt = memory.accesses
    shelf = { owner: new WeakRef(owner), home, results: new Map(), growing: [], count: 0, fixed: 0, usedAt }
    home.set(owner, shelf)
    memory.walk.add(new WeakRef(shelf))
    evict()
  } else if (memory.accesses % ACCESSES_BETWEEN_LOOKS === 0) evict()
  shelf.usedAt = memory.accesses
  return shelf
}

function put<Result>(
  shelf: Shelf,
  compute: unknown,
  result: Result,
  weigh: ((result: Result) => number) | undefined,
): Result {
  shelf.results.set(compute, result)
  shelf.count++
  if (weigh) shelf.growing.push(() => weigh(result))
  else shelf.fixed += BYTES_OF_A_RESULT
  return result
}

/**
 * Forgets owners until the rest is within the limit: any but those used last. Not the one used least recently, since a
 * host that goes round more policies than fit would lose each of them just before it comes round again.
 */
function evict(): void {
  const shelves = [...living()].sort((a, b) => a.usedAt - b.usedAt)
  let total = shelves.reduce((sum, shelf) => sum + weightOf(shelf), 0)
  const old = shelves.slice(0, -LEAST_OWNERS)
  while (total > memory.limit && old.length > 0) {
    const [shelf] = old.splice((memory.evictions * SPREAD) % old.length, 1)
    const owner = shelf?.owner.deref()
    if (!shelf || !owner) continue
    total -= weightOf(shelf)
    shelf.home.delete(owner)
    empty(shelf)
    memory.evictions++
  }
}

/** What a weak reference was asked for lives until the host has a turn: in a call that takes minutes, to its end. */
function empty(shelf: Shelf): void {
  shelf.results.clear()
  shelf.growing.length = 0
  shelf.count = 0
  shelf.fixed = 0
}

function* living(): Generator<Shelf> {
  for (const reference of memory.walk) {
    const shelf = reference.deref()
    const owner = shelf?.owner.deref()
    if (shelf && owner && shelf.home.get(owner) === shelf) yield shelf
    else memory.walk.delete(reference)
  }
}

const weightOf = ({ fixed, growing }: Shelf): number => growing.reduce((sum, weigh) => sum + weigh(), fixed)

interface Results<Key, Result> {
  get(key: Key): Result | undefined
  has(key: Key): boolean
  set(key: Key, result: Result): unknown
}

function through<Key, Result>(known: Results<Key, Result>, compute: (key: Key) => Result): (key: Key) => Result {
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as Result
    const result = compute(key)
    known.set(key, result)
    return result
  }
}
