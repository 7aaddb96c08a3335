import { type Issue, TriageError } from '../issue/issue'
import { shippedRuleSet } from './bundled'
import { number, type PolicyOverrides, resolvePolicy } from './policy'

/**
 * The level of a task-load domain for a score of the Key Indicator Methods of BAuA (TL-02).
 *
 * @param score A KIM score, 0 or more.
 * @param policy Own values for `taskLoad.kimRaised` (20) and `taskLoad.kimHigh` (50).
 * @throws TriageError for a score that is not one, or a policy that is wrong.
 */
export function kimLevel(score: number, policy?: PolicyOverrides): 'low' | 'raised' | 'high' {
  const resolved = resolvePolicy(shippedRuleSet().parameters, policy)
  if (!resolved.ok) throw new TriageError(resolved.issues as [Issue, ...Issue[]])
  if (!Number.isFinite(score) || score < 0)
    throw new TriageError([{ code: 'out-of-range', path: ['score'], message: 'give a KIM score of 0 or more' }])
  if (score < number(resolved.policy, 'taskLoad.kimRaised')) return 'low'
  return score < number(resolved.policy, 'taskLoad.kimHigh') ? 'raised' : 'high'
}
