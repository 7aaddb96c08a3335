import { settingsFor } from '../../core/triage'
import { TriageError } from '../../core/issue/triage-error'
import type { TriageOptions } from '../../core/options'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Fixture } from '../testing/fixture'
import { type Coverage, type CoverageItem, type KindCoverage, percentageOf } from './coverage'
import { COVERAGE_KINDS, type Goal, type OwnParts, deciderText, goalsOf, ownParts, subjectOf } from './goal'
import { impossibleGoals } from './impossible-goals'
import { type SeenCase, seeCase, shows } from './seen-in'

/**
 * How far fixtures show what a rule set can do: each rule met, not met and open; each comparison deciding its rule on
 * its own; each service in each state that its windows allow; each hold and waiver certain and open. Fixtures that a
 * program wrote and nobody confirmed do not count.
 *
 * @param policy The policy in force, where a fixture does not say otherwise; the rule set's defaults unless given.
 * @param base What the rule set extends: then only what it adds or says otherwise is asked for.
 */
export function coverageOf(
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  policy: PolicyOverrides = {},
  base?: RuleSet,
): Coverage {
  const goals = goalsOfOwn(ruleSet, ownParts(ruleSet, base))
  const { shownBy, refused } = showGoals(goals, ruleSet, fixtures, policy)
  const impossible = impossibleGoals(
    goals.filter((goal) => !shownBy.has(goal)),
    ruleSet,
    policy,
  )
  const { id, version } = ruleSet.manifest
  const unconfirmed = fixtures.filter(({ generated }) => generated).map(({ file }) => file)
  return {
    ruleSet: { id, version },
    fixtures: fixtures.length - unconfirmed.length - refused.length,
    unconfirmed,
    refused,
    kinds: COVERAGE_KINDS.map((kind): KindCoverage => {
      const items = goals
        .filter((goal) => goal.kind === kind)
        .map((goal) => itemFor(goal, shownBy.get(goal), impossible.has(goal)))
      const covered = items.filter(({ outcome }) => outcome === 'covered').length
      const total = items.filter(({ outcome }) => outcome !== 'impossible').length
      return { kind, covered, total, percentage: percentageOf(covered, total), items }
    }),
  }
}

const goalsOfOwn = (ruleSet: RuleSet, { rules, services }: OwnParts): readonly Goal[] =>
  goalsOf(ruleSet).filter((goal) => (goal.kind === 'services' ? services : rules).has(subjectOf(goal)))

/** The first fixture that shows each goal, by its file; and the fixtures that cannot be run. */
export function showGoals(
  goals: readonly Goal[],
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  policy: PolicyOverrides,
): { readonly shownBy: ReadonlyMap<Goal, string>; readonly refused: readonly string[] } {
  const shownBy = new Map<Goal, string>()
  const refused: string[] = []
  let left = goals
  for (const { file, generated, snapshot, options } of fixtures) {
    if (generated) continue
    const seen = tryCase(snapshot, { ruleSet, policy: { ...policy, ...options?.policy } })
    if (!seen) refused.push(file)
    else
      left = left.filter((goal) => {
        const shown = shows(seen, goal)
        if (shown) shownBy.set(goal, file)
        return !shown
      })
  }
  return { shownBy, refused }
}

/** Undefined for a snapshot or a policy that the rule set refuses. */
export function tryCase(snapshot: unknown, options: TriageOptions): SeenCase | undefined {
  try {
    return seeCase(snapshot, settingsFor(snapshot, options))
  } catch (error) {
    if (error instanceof TriageError) return undefined
    throw error
  }
}

const itemFor = (goal: Goal, by: string | undefined, isImpossible: boolean): CoverageItem => ({
  of: subjectOf(goal),
  ...(goal.kind === 'conditions' && { condition: deciderText(goal.decider) }),
  state: goal.state,
  outcome: by !== undefined ? 'covered' : isImpossible ? 'impossible' : 'missing',
  ...(by !== undefined && { by }),
})
