import jsonLogic from 'json-logic-js'
import { jsonLogicOf } from './json-logic.mjs'
import { sameKeys } from './same-keys.mjs'

export const name = 'json-logic-js'

export function load(questions) {
  const rules = questions.map(({ id, condition }) => ({ id, logic: jsonLogicOf(condition) }))
  return {
    prepare: sameKeys(questions),
    run: (facts) => rules.filter(({ logic }) => jsonLogic.apply(logic, facts)),
    met: (rules) => rules.map(({ id }) => id),
  }
}
