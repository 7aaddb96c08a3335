import type { Recommendation } from '../../core/advice'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Expectation } from '../testing/expectation'
import { look } from '../testing/run-fixture'
import { PLACEHOLDER_FACT } from './own-documents'

const [SECTION, NAME] = PLACEHOLDER_FACT.split('.') as [string, string]

/** Each side of a new rule: what its one fact is, and what the fixture says of that. */
const SIDES = {
  met: { answer: true, note: 'The rule is met. Confirm what is expected here, then take "generated" out.' },
  'not-met': { answer: false, note: 'The rule is not met. Confirm what is expected here, then take "generated" out.' },
  open: { answer: undefined, note: 'It is not known yet. Confirm what is expected here, then take "generated" out.' },
} as const

/**
 * Fixtures for a new rule of the form that `newRule` gives it, by name: met, not met and open. What they expect is what the
 * rule set says now; they are marked as generated until a person has confirmed them.
 */
export function fixturesFor(rule: string, ruleSet: RuleSet, schema: string): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(SIDES).map(([name, { answer, note }]) => {
      const snapshot = {
        asOf: ruleSet.manifest.checkedOn,
        ...(answer === undefined ? {} : { [SECTION]: { [NAME]: answer } }),
      }
      return [
        name,
        { $schema: schema, note, generated: true, snapshot, expect: expectationOf(rule, snapshot, ruleSet) },
      ]
    }),
  )
}

/** A first case of a new rule set, on another fact than that of new rules. */
export function firstFixture(ruleSet: RuleSet, schema: string): object {
  const snapshot = { asOf: ruleSet.manifest.checkedOn, conflict: { status: 'established', handling: 'none' } }
  const { advice } = look(snapshot, { ruleSet })
  const certain = advice.recommendations.filter(({ certainty }) => certainty === 'certain')
  const expect: Expectation = { status: advice.status, ...claimed(certain) }
  return {
    $schema: schema,
    note: 'A conflict that nobody handles yet. Replace this by a case of your own.',
    generated: true,
    snapshot,
    expect,
  }
}

function expectationOf(id: string, snapshot: object, ruleSet: RuleSet): Expectation {
  const { advice, seen } = look(snapshot, { ruleSet })
  const outcome = seen.outcomes.get(id)
  const spoken = advice.recommendations
    .map((one) => ({ ...one, reasons: one.reasons.filter(({ rule }) => rule === id) }))
    .filter(({ reasons }) => reasons.length > 0)
  return { ...(outcome && { outcomes: { [id]: outcome } }), ...claimed(spoken) }
}

/** The window of what is only possible hangs on other rules, and is left out. */
const claimed = (recommendations: readonly Recommendation[]): Pick<Expectation, 'recommendations'> =>
  recommendations.length === 0
    ? {}
    : {
        recommendations: recommendations.map(({ service, certainty, timing, reasons }) => ({
          service,
          certainty,
          ...(certainty === 'certain' && { state: timing.state, startBy: timing.startBy }),
          reasons: reasons.filter((reason) => reason.certainty === certainty).map(({ rule }) => rule),
        })),
      }
