/** The same data with keys in another order, and the items of lists whose order means nothing too. */
export function shuffleKeys<T>(value: T, seed: number): T {
  let state = seed % 2_147_483_647 || 1
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  const visit = (at: unknown): unknown => {
    if (Array.isArray(at)) return shuffled(at).map(visit)
    if (typeof at !== 'object' || at === null) return at
    return Object.fromEntries(shuffled(Object.entries(at)).map(([key, part]) => [key, visit(part)]))
  }
  return visit(value) as T
}
