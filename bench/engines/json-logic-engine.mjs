import { LogicEngine } from 'json-logic-engine'
import { jsonLogicOf } from './json-logic.mjs'
import { sameKeys } from './same-keys.mjs'

export const name = 'json-logic-engine, built'

/** Every rule built into a function once, before the first case. */
export function load(questions) {
  const engine = new LogicEngine()
  const rules = questions.map(({ id, condition }) => ({ id, judge: engine.build(jsonLogicOf(condition)) }))
  return {
    prepare: sameKeys(questions),
    run: (facts) => {
      const met = []
      for (const rule of rules) if (rule.judge(facts)) met.push(rule)
      return met
    },
    met: (rules) => rules.map(({ id }) => id),
  }
}
