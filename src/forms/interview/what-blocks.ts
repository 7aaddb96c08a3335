import type { Leaf } from '../../core/rules/document'
import type { Part } from './condition-part'
import type { Truth } from './truth'

/**
 * The fewest comparisons that keep a condition from being met, each known to fail. Where none fails by itself and only
 * all of them together cannot hold, every comparison is given.
 */
export function blockingLeaves(part: Part, truth: Truth): readonly Leaf[] {
  if (part.kind === 'comparison') return part.leaves
  if (part.kind === 'any') return part.members.flatMap((member) => blockingLeaves(member, truth))
  let fewest: readonly Leaf[] | undefined
  for (const member of part.members) {
    if (truth(member) !== false) continue
    const leaves = blockingLeaves(member, truth)
    if (!fewest || leaves.length < fewest.length) fewest = leaves
  }
  return fewest ?? part.leaves
}
