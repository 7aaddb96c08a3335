/** One claim of an expectation that does not hold. */
export interface Mismatch {
  /** The claim, as keys from the top of the expectation. */
  readonly path: readonly string[]
  readonly expected: unknown
  /** Null where there is nothing. */
  readonly found: unknown
  /** The whole of it on one line. */
  readonly text: string
  /** Rules that the claim is about, by id, the first ones first to look at. */
  readonly rules: readonly string[]
  /** Facts that the claim is about, by id. */
  readonly facts: readonly string[]
}

type About = Partial<Pick<Mismatch, 'rules' | 'facts'>>

/** Values by name that must be as claimed. */
export function differs(
  path: readonly string[],
  what: string,
  claims: Readonly<Record<string, unknown>> | undefined,
  found: Pick<ReadonlyMap<string, unknown>, 'get'>,
  about: (name: string) => About = () => ({}),
): Mismatch[] {
  return Object.entries(claims ?? {})
    .filter(([name, value]) => found.get(name) !== value)
    .map(([name, expected]) => {
      const actual = found.get(name) ?? null
      const text = `${what} ${name}: expected ${expected}, got ${actual ?? 'none'}`.trim()
      return mismatch([...path, name], expected, actual, text, about(name))
    })
}

/** Names that must be in a list. */
export function missing(
  path: readonly string[],
  what: string,
  wanted: readonly string[] | undefined,
  found: readonly string[],
  about: (name: string) => About = () => ({}),
): Mismatch[] {
  return (wanted ?? [])
    .filter((name) => !found.includes(name))
    .map((name) =>
      mismatch(path, name, found, `${what}: expected ${name}, got ${found.join(', ') || 'none'}`, about(name)),
    )
}

/** Names that must not be in a list. */
export function listed(
  path: readonly string[],
  what: string,
  unwanted: readonly string[] | undefined,
  found: readonly string[],
  about: (name: string) => About = () => ({}),
): Mismatch[] {
  return (unwanted ?? [])
    .filter((name) => found.includes(name))
    .map((name) => mismatch(path, null, name, `${what}: expected no ${name}`, about(name)))
}

export const mismatch = (
  path: readonly string[],
  expected: unknown,
  found: unknown,
  text: string,
  { rules = [], facts = [] }: About = {},
): Mismatch => ({ path, expected, found, text, rules, facts })

/** A list that must hold these names and no others, in any order. */
export function exactly(
  path: readonly string[],
  what: string,
  wanted: readonly string[] | undefined,
  found: readonly string[],
  about: (name: string) => About = () => ({}),
): Mismatch[] {
  if (wanted === undefined) return []
  const extra = found.filter((name) => !wanted.includes(name))
  return [
    ...missing(path, what, wanted, found, about),
    ...extra.map((name) => mismatch(path, null, name, `${what}: expected no ${name}`, about(name))),
  ]
}

/** Words that must stand in some text. */
export const containing = (
  path: readonly string[],
  wanted: readonly string[] | undefined,
  texts: readonly string[],
): Mismatch[] =>
  (wanted ?? [])
    .filter((words) => !texts.some((text) => text.includes(words)))
    .map((words) => mismatch(path, words, null, `text: expected ${JSON.stringify(words)} in some text, got none`))
