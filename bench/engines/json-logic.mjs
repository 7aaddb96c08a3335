/** A condition as JsonLogic. A fact that is missing reads as null there, which is like 0 in a comparison of numbers. */
export function jsonLogicOf(condition) {
  if ('all' in condition) return { and: condition.all.map(jsonLogicOf) }
  if ('any' in condition) return { or: condition.any.map(jsonLogicOf) }
  const { operator, value } = condition
  const fact = { var: condition.fact }
  const ifKnown = (comparison) => ({ and: [{ '!==': [fact, null] }, comparison] })
  switch (operator) {
    case 'equal':
      return { '===': [fact, value] }
    case 'notEqual':
      return ifKnown({ '!==': [fact, value] })
    case 'in':
      return { in: [fact, value] }
    case 'notIn':
      return ifKnown({ '!': [{ in: [fact, value] }] })
    case 'contains':
      return { in: [value, fact] }
    case 'doesNotContain':
      return ifKnown({ '!': [{ in: [value, fact] }] })
    default: {
      const { sign, meets } = ORDERS[operator]
      const comparison = { [sign]: [fact, value] }
      return meets(0, value) ? ifKnown(comparison) : comparison
    }
  }
}

export const ORDERS = {
  lessThan: { sign: '<', meets: (a, b) => a < b },
  lessThanInclusive: { sign: '<=', meets: (a, b) => a <= b },
  greaterThan: { sign: '>', meets: (a, b) => a > b },
  greaterThanInclusive: { sign: '>=', meets: (a, b) => a >= b },
}
