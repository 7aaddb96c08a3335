import { evaluateExpressionSync } from '@gorules/zen-engine'
import { zenOf } from './zen.mjs'

export const name = 'GoRules zen, one expression'

/** All rules as one list in its expression language, without a promise. It reads the text anew for every case. */
export function load(questions) {
  const text = `[${questions.map(({ condition }) => zenOf(condition)).join(', ')}]`
  return {
    prepare: ({ known }) => known,
    run: (facts) => evaluateExpressionSync(text, facts),
    met: (outcomes) => questions.filter((_, index) => outcomes[index]).map(({ id }) => id),
  }
}
