type Plain = Record<string, unknown>

/**
 * A named base case with differences on top: sections and what lies in them are merged key by key, null takes an answer
 * out, and anything else, a list too, stands in the place of what was there. Neither side is changed.
 */
export function extendSnapshot(base: unknown, differences: unknown): unknown {
  if (!isPlain(base) || !isPlain(differences)) return differences
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(differences)) {
    if (value === null) merged.delete(key)
    else merged.set(key, extendSnapshot(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
