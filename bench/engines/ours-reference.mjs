import ours from '../dist/ours.cjs'

export const name = 'verwijswijzer, the reference (on json-rules-engine)'

/** Also tells what is not met and what is open. */
export function load(_questions, rules) {
  return {
    prepare: (one) => one,
    run: (one) => ours.runReference(rules, one),
    met: (outcomes) => ours.metIn(rules, outcomes),
  }
}
