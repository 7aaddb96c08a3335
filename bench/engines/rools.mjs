import { Rools, Rule } from 'rools'
import { functionOf } from './javascript.mjs'
import { sameKeys } from './same-keys.mjs'

export const name = 'rools'

/** Its rules are functions, and write what was met into the facts: each run gets a copy of them. */
export async function load(questions) {
  const engine = new Rools()
  await engine.register(
    questions.map(({ id, condition }) => {
      const then = (facts) => {
        facts.met[id] = true
      }
      return new Rule({ name: id, when: functionOf(condition), then })
    }),
  )
  return {
    prepare: sameKeys(questions),
    run: async (facts) => {
      const met = {}
      await engine.evaluate({ ...facts, met })
      return met
    },
    met: Object.keys,
  }
}
