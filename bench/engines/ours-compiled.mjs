import ours from '../dist/ours.cjs'

export const name = 'verwijswijzer, compiled'

/** Also tells what is not met and what is open. */
export function load(_questions, rules) {
  return {
    prepare: (one) => ours.giveCase(rules, one),
    run: (one) => ours.runCompiled(one),
    met: (outcomes) => ours.metIn(rules, outcomes),
  }
}
