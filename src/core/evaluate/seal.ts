/**
 * Values that go through json-rules-engine unseen: with DEBUG=json-rules-engine it prints every value that it
 * compares, and medical-tier facts must never reach a log. The engine gets empty objects; only `open` reads them.
 */
export interface Seals {
  seal(value: unknown): object
  open(sealed: unknown): unknown
}

export function sealValues(): Seals {
  const contents = new WeakMap<object, unknown>()
  return {
    seal: (value) => {
      const sealed = Object.freeze({})
      contents.set(sealed, value)
      return sealed
    },
    open: (sealed) => contents.get(sealed as object),
  }
}
