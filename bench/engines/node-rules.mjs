import { RuleEngine } from 'node-rules'
import { functionOf } from './javascript.mjs'
import { sameKeys } from './same-keys.mjs'

export const name = 'node-rules'

/** Its rules are functions. It tells which were met by itself; no rule changes a fact, and it is told so. */
export function load(questions) {
  const engine = new RuleEngine(
    questions.map(({ id, condition }) => {
      const judge = functionOf(condition)
      return { id, condition: (flow, facts) => flow.when(judge(facts)), consequence: (flow) => flow.next() }
    }),
    { ignoreFactChanges: true },
  )
  return {
    prepare: sameKeys(questions),
    run: (facts) => new Promise((resolve) => engine.execute(facts, resolve)),
    met: ({ matchPath }) => matchPath,
  }
}
