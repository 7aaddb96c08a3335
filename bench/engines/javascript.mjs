import { ORDERS } from './json-logic.mjs'

/**
 * A condition as JavaScript over an object `f`, as a programmer would write it. A fact that is not known is null, which
 * is like 0 in a comparison of numbers: it is asked for only where that would meet the comparison.
 */
export function javascriptOf(condition) {
  if ('all' in condition) return `(${condition.all.map(javascriptOf).join(' && ')})`
  if ('any' in condition) return `(${condition.any.map(javascriptOf).join(' || ')})`
  const fact = `f.${condition.fact}`
  const { operator } = condition
  const value = JSON.stringify(condition.value)
  switch (operator) {
    case 'equal':
      return `${fact} === ${value}`
    case 'notEqual':
      return `(${fact} !== null && ${fact} !== ${value})`
    case 'in':
      return `(${condition.value.map((one) => `${fact} === ${JSON.stringify(one)}`).join(' || ')})`
    case 'notIn':
      return `(${fact} !== null && !${value}.includes(${fact}))`
    case 'contains':
      return `(${fact} !== null && ${fact}.includes(${value}))`
    case 'doesNotContain':
      return `(${fact} !== null && !${fact}.includes(${value}))`
    default: {
      const { sign, meets } = ORDERS[operator]
      return `${meets(0, condition.value) ? `${fact} !== null && ` : ''}${fact} ${sign} ${value}`
    }
  }
}

/** The condition as a function of the facts. Each has a text of its own: rools tells functions apart by theirs. */
export const functionOf = (condition) => new Function('f', `return ${javascriptOf(condition)}`)
