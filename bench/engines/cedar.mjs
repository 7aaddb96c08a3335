import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'

export const name = 'Cedar (wasm), policies parsed before'

/** A rule is a policy that permits; the reasons of the decision name every policy that was satisfied. */
export function load(questions) {
  const staticPolicies = Object.fromEntries(
    questions.map(({ condition }, index) => [
      `q${index}`,
      `permit(principal, action, resource) when { ${cedarOf(condition)} };`,
    ]),
  )
  const parsed = preparsePolicySet('rules', { staticPolicies })
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors))
  const one = (type) => ({ type, id: 'one' })
  const call = { principal: one('User'), action: one('Action'), resource: one('Case'), entities: [] }
  return {
    prepare: ({ known }) => ({ ...call, context: known, preparsedPolicySetId: 'rules' }),
    run: statefulIsAuthorized,
    met: ({ response }) => response.diagnostics.reason.map((policy) => questions[Number(policy.slice(1))].id),
  }
}

/** A condition in Cedar. A policy that meets an attribute which is not there is skipped, so that it is asked for first. */
function cedarOf(condition) {
  if ('all' in condition) return `(${condition.all.map(cedarOf).join(' && ')})`
  if ('any' in condition) return `(${condition.any.map(cedarOf).join(' || ')})`
  const { fact, operator } = condition
  const value = JSON.stringify(condition.value)
  return `(context has ${fact} && ${COMPARISONS[operator](`context.${fact}`, value)})`
}

const COMPARISONS = {
  equal: (fact, value) => `${fact} == ${value}`,
  notEqual: (fact, value) => `${fact} != ${value}`,
  in: (fact, values) => `${values}.contains(${fact})`,
  notIn: (fact, values) => `!${values}.contains(${fact})`,
  lessThan: (fact, value) => `${fact} < ${value}`,
  lessThanInclusive: (fact, value) => `${fact} <= ${value}`,
  greaterThan: (fact, value) => `${fact} > ${value}`,
  greaterThanInclusive: (fact, value) => `${fact} >= ${value}`,
  contains: (fact, value) => `${fact}.contains(${value})`,
  doesNotContain: (fact, value) => `!${fact}.contains(${value})`,
}
