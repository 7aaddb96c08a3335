/**
 * Does the work of items while it takes in the next ones, and gives the results in the order of the items, each as soon
 * as it and all before it are there. At most `inFlight` items are taken in whose results are not given yet.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterator<Item>,
  work: (item: Item) => Promise<Result>,
  inFlight: number,
): AsyncGenerator<Result> {
  const results: Promise<Result>[] = []
  let next = held(items.next())
  for (;;) {
    const [oldest] = results
    const item = oldest && results.length >= inFlight ? undefined : await first(next, oldest)
    if (item?.done) break
    if (item) {
      results.push(held(work(item.value)))
      next = held(items.next())
    } else {
      yield await (oldest as Promise<Result>)
      results.shift()
    }
  }
  for (const result of results) yield await result
}

/** The next item, or undefined where the oldest result is there before it. */
const first = <Item>(next: Promise<Item>, oldest: Promise<unknown> | undefined): Promise<Item | undefined> =>
  oldest ? Promise.race([oldest.then(() => undefined), next]) : next

/** A promise whose failure is told when it is waited for, not before. */
function held<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {})
  return promise
}
