import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine'

export const name = 'GoRules zen'

/** One decision with one expression for each rule, read and compiled once. */
export function load(questions) {
  const expressions = questions.map(({ condition }, index) => ({
    id: `e${index}`,
    key: `q${index}`,
    value: zenOf(condition),
  }))
  const decision = new ZenEngine().createDecision(
    new ZenDecisionContent({
      contentType: 'application/vnd.gorules.decision',
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
        { id: 'rules', name: 'rules', type: 'expressionNode', position: { x: 1, y: 0 }, content: { expressions } },
        { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
        { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
      ],
    }),
  )
  return {
    prepare: ({ known }) => known,
    run: (facts) => decision.evaluate(facts),
    met: ({ result }) => questions.filter((_, index) => result[`q${index}`]).map(({ id }) => id),
  }
}

/** A condition in zen's expression language. An order on a fact that is missing is an error there, so it is asked first. */
export function zenOf(condition) {
  if ('all' in condition) return `(${condition.all.map(zenOf).join(' and ')})`
  if ('any' in condition) return `(${condition.any.map(zenOf).join(' or ')})`
  const { fact, operator } = condition
  const value = JSON.stringify(condition.value)
  const ifKnown = (comparison) => `(${fact} != null and ${comparison})`
  switch (operator) {
    case 'equal':
      return `${fact} == ${value}`
    case 'in':
      return `${fact} in ${value}`
    case 'notEqual':
      return ifKnown(`${fact} != ${value}`)
    case 'notIn':
      return ifKnown(`${fact} not in ${value}`)
    case 'contains':
      return ifKnown(`contains(${fact}, ${value})`)
    case 'doesNotContain':
      return ifKnown(`not contains(${fact}, ${value})`)
    default:
      return ifKnown(`${fact} ${ORDERS[operator]} ${value}`)
  }
}

const ORDERS = { lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=' }
