import fc from 'fast-check'
import { CONDITION_FACTS } from '../../src/core/facts/fact-catalogue'

/** Few facts, so that one often stands in a condition more than once: there Kleene logic and the diagrams differ. */
const FACTS = [
  'conflict.status',
  'conflict.disputeOverAdjustments',
  'absence.workedShare',
  'absence.completedWeeks',
  'absence.reportsInWindow',
  'absence.ongoing',
  'taskLoad.raisedCount',
  'taskLoad.highCount',
  'health.course',
  'health.criticalLimitations',
].map((id) => {
  const fact = CONDITION_FACTS.get(id)
  if (!fact) throw new Error(id)
  return fact
})

const leaves = fc.constantFrom(...FACTS).chain(({ id, type, options }): fc.Arbitrary<unknown> => {
  const leaf = (operators: readonly string[], value: fc.Arbitrary<unknown>) =>
    fc.record({ fact: fc.constant(id), operator: fc.constantFrom(...operators), value })
  const names = fc.constantFrom(...Object.keys(options ?? { none: '' }))
  const numbers = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(26, 49.5, 50, 100))
  const list = (items: fc.Arbitrary<unknown>) => fc.array(items, { minLength: 1, maxLength: 3 })
  switch (type) {
    case 'boolean':
      return leaf(['equal', 'notEqual'], fc.boolean())
    case 'choice':
      return fc.oneof(leaf(['equal', 'notEqual'], names), leaf(['in', 'notIn'], list(names)))
    case 'choices':
      return leaf(['contains', 'doesNotContain'], names)
    default: {
      const orders = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']
      return fc.oneof(leaf(['equal', 'notEqual', ...orders], numbers), leaf(['in', 'notIn'], list(numbers)))
    }
  }
})

export const { tree: conditionArbitrary } = fc.letrec<{ tree: unknown }>((tie) => {
  const members = fc.array(tie('tree'), { minLength: 1, maxLength: 3 })
  return {
    tree: fc.oneof(
      { maxDepth: 3 },
      leaves,
      members.map((all) => ({ all })),
      members.map((any) => ({ any })),
    ),
  }
})
