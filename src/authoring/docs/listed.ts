/** `a, b of c`: the items with a word before the last. */
export function listed(items: readonly string[], beforeLast: string): string {
  const rest = items.slice(0, -1)
  return [...(rest.length > 0 ? [rest.join(', ')] : []), ...items.slice(-1)].join(` ${beforeLast} `)
}
