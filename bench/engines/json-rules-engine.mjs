import { Engine } from 'json-rules-engine'
import { sameKeys } from './same-keys.mjs'

export const name = 'json-rules-engine'

/**
 * Used directly, with an Engine for each run: an Engine keeps its run status on itself. A fact that is missing meets
 * the operators that say not, so that it is asked for first.
 */
export function load(questions) {
  const rules = questions.map(({ id, condition }) => ({
    name: id,
    conditions: asGroup(guarded(condition)),
    event: { type: 'met' },
  }))
  return {
    prepare: sameKeys(questions),
    run: (facts) => new Engine(rules).run(facts),
    met: ({ results }) => results.map((result) => result.name),
  }
}

const NEGATIVE = ['notEqual', 'notIn', 'doesNotContain']
const asGroup = (condition) => ('fact' in condition ? { all: [condition] } : condition)

function guarded(condition) {
  if ('all' in condition) return { all: condition.all.map(guarded) }
  if ('any' in condition) return { any: condition.any.map(guarded) }
  if (!NEGATIVE.includes(condition.operator)) return condition
  return { all: [{ fact: condition.fact, operator: 'notEqual', value: null }, condition] }
}
