import { javascriptOf } from './javascript.mjs'
import { sameKeys } from './same-keys.mjs'

export const name = 'code written by hand'

/**
 * What a programmer would write by hand: one function with an `if` for each rule. Fast, and no longer data that
 * a specialist can read, check and change.
 */
export function load(questions) {
  const lines = questions.map(({ condition }, index) => `if (${javascriptOf(condition)}) met.push(${index})`)
  const judge = new Function('f', `const met = []\n${lines.join('\n')}\nreturn met`)
  return {
    prepare: sameKeys(questions),
    run: judge,
    met: (indices) => indices.map((index) => questions[index].id),
  }
}
