import type { Rule, RuleSet } from '../../core/rules/rule-set'
import type { Mutated } from './apply-mutant'
import type { PreparedFixture } from './prepared-fixture'
import { failsUnder } from './run-mutated'

/** The first fixture found whose expectation fails under a mutant, by its file; undefined when none fails. */
export function killMutant(
  mutated: Mutated,
  ruleSet: RuleSet,
  fixtures: readonly PreparedFixture[],
): string | undefined {
  const claimed = fixtures.find((one) => failsByOutcome(one, mutated))
  const found = claimed ?? touched(mutated, ruleSet, fixtures).find((one) => failsUnder(one, mutated))
  return found?.fixture.file
}

/**
 * Whether the outcome that a fixture states of a changed rule is another now, seen without working out the advice. While
 * the rule is open that is left to the advice, for which facts are tried in the states that the changed rule asks for.
 */
function failsByOutcome({ fixture, outcomes, outcomeOf }: PreparedFixture, { rules }: Mutated): boolean {
  const claims = fixture.expect.outcomes
  return (
    claims !== undefined &&
    rules.some((rule) => {
      if (claims[rule.id] === undefined || outcomes.get(rule.id) === 'open') return false
      const outcome = outcomeOf(rule)
      return outcome !== 'open' && outcome !== claims[rule.id]
    })
  )
}

/** The fixtures whose advice a mutant may touch, those that speak of it first. */
function touched(mutated: Mutated, ruleSet: RuleSet, fixtures: readonly PreparedFixture[]): readonly PreparedFixture[] {
  const concerned = concernedBy(mutated, ruleSet)
  return fixtures
    .filter((one) => mayDiffer(one, mutated, ruleSet))
    .map((one) => ({ one, weight: weightOf(one, concerned) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ one }) => one)
}

/** A rule whose outcome is the same for certain makes a difference only where it is met, and does something else. */
function mayDiffer(fixture: PreparedFixture, mutated: Mutated, ruleSet: RuleSet): boolean {
  const { outcomes, outcomeOf } = fixture
  const { rules, checklists, milestones, services, parameter } = mutated
  // Its needs, its place and what it covers show where it is listed, or was delivered.
  if (services.some(({ id }) => fixture.services.has(id))) return true
  if (checklists.length > 0 || milestones.length > 0 || parameter !== undefined) return true
  return rules.some((rule) => {
    const [before, after] = [outcomes.get(rule.id), outcomeOf(rule)]
    if (before !== after || before === 'open') return true
    return before === 'met' && !doesTheSame(rule, ruleSet)
  })
}

function doesTheSame(rule: Rule, { rules }: RuleSet): boolean {
  const original = rules.find(({ id }) => id === rule.id)
  return (['event', 'timing', 'fixedMoment', 'needs', 'priority'] as const).every(
    (key) => JSON.stringify(original?.[key]) === JSON.stringify(rule[key]),
  )
}

/** The names that a mutant is about, in expectations. */
function concernedBy(mutated: Mutated, ruleSet: RuleSet): ReadonlySet<string> {
  const { rules, checklists, milestones, services, parameter } = mutated
  const changed = parameter === undefined ? rules : ruleSet.rules.filter((rule) => uses(rule, parameter))
  const timed = ruleSet.milestones.filter((one) => parameter !== undefined && uses(one, parameter))
  return new Set([...changed, ...checklists, ...milestones, ...timed, ...services].map(({ id }) => id))
}

const uses = (part: object, parameter: string): boolean => JSON.stringify(part).includes(`${parameter}"`)

/** Days first: they tell windows apart. */
function weightOf({ fixture, names }: PreparedFixture, concerned: ReadonlySet<string>): number {
  const mentioned = names.filter((name) => concerned.has(name)).length
  const days = (fixture.expect.recommendations ?? []).filter(
    ({ startBy, startFrom, reviewOn, reasons }) =>
      (startBy ?? startFrom ?? reviewOn) !== undefined && reasons.some((rule) => concerned.has(rule)),
  ).length
  return mentioned + 10 * days
}
