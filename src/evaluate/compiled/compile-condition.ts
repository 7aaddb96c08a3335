import type { Expanded } from '../../rule-set/rule-set'
import { maskOf, wordOf } from './decision-index'

/** Whether a condition is met by what the bits of the comparisons say. */
export type CompiledCondition = (met: Int32Array) => boolean

/**
 * A condition as a closure over bits: no code is generated. The comparisons of a group are tested a word at a time.
 * There is no `not`, so that with the bits of what is certain it tells what is certainly met, and with those of what is
 * possible what still may be.
 */
export function compileCondition(
  condition: Expanded,
  bitOf: (leaf: Extract<Expanded, { readonly fact: string }>) => number,
): CompiledCondition {
  if ('all' in condition) return compileGroup(condition.all, true, bitOf)
  if ('any' in condition) return compileGroup(condition.any, false, bitOf)
  return testBits([[wordOf(bitOf(condition)), maskOf(bitOf(condition))]], true)
}

function compileGroup(
  members: readonly Expanded[],
  every: boolean,
  bitOf: Parameters<typeof compileCondition>[1],
): CompiledCondition {
  const masks = new Map<number, number>()
  const groups: CompiledCondition[] = []
  for (const member of flatten(members, every)) {
    if ('fact' in member) {
      const bit = bitOf(member)
      masks.set(wordOf(bit), (masks.get(wordOf(bit)) ?? 0) | maskOf(bit))
    } else groups.push(compileCondition(member, bitOf))
  }
  const own = testBits([...masks], every)
  if (groups.length === 0) return own
  const [first, ...rest] = groups as [CompiledCondition, ...CompiledCondition[]]
  if (masks.size === 0 && rest.length === 0) return first
  if (rest.length === 0) return every ? (met) => own(met) && first(met) : (met) => own(met) || first(met)
  return every
    ? (met) => own(met) && groups.every((group) => group(met))
    : (met) => own(met) || groups.some((group) => group(met))
}

/** Groups of the same kind inside each other are one. */
const flatten = (members: readonly Expanded[], every: boolean): readonly Expanded[] =>
  members.flatMap((member) => {
    const inner = every ? 'all' in member && member.all : 'any' in member && member.any
    return inner ? flatten(inner, every) : [member]
  })

/** All bits of every mask, or any bit of one. */
function testBits(masks: readonly (readonly [word: number, mask: number])[], every: boolean): CompiledCondition {
  const [one, two] = masks
  if (!one) return () => every
  const [word, mask] = one
  if (!two)
    return every ? (met) => ((met[word] as number) & mask) === mask : (met) => ((met[word] as number) & mask) !== 0
  if (masks.length === 2) {
    const [other, more] = two
    return every
      ? (met) => ((met[word] as number) & mask) === mask && ((met[other] as number) & more) === more
      : (met) => (((met[word] as number) & mask) | ((met[other] as number) & more)) !== 0
  }
  return every
    ? (met) => masks.every(([at, wanted]) => ((met[at] as number) & wanted) === wanted)
    : (met) => masks.some(([at, wanted]) => ((met[at] as number) & wanted) !== 0)
}
