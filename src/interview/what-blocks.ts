import type { Leaf } from '../rule-set/document'
import { type Expanded, leavesOf } from '../rule-set/rule-set'
import type { Truth } from './truth'

/**
 * The fewest comparisons that keep a condition from being met, each known to fail. Where none fails by itself and only
 * all of them together cannot hold, every comparison is given.
 */
export function blockingLeaves(condition: Expanded, truth: Truth): readonly Leaf[] {
  if (!('all' in condition) && !('any' in condition)) return [condition]
  if ('any' in condition) return condition.any.flatMap((member) => blockingLeaves(member, truth))
  const failing = condition.all.filter((member) => truth(member) === false)
  if (failing.length === 0) return leavesOf(condition)
  return failing
    .map((member) => blockingLeaves(member, truth))
    .reduce((fewest, leaves) => (leaves.length < fewest.length ? leaves : fewest))
}
