import { type CoverageKind, COVERAGE_KINDS, type Goal, type OwnParts, deciderText, goalsOf, ownParts, subjectOf, targetsOf } from './goal'
import { settingsFor, judgeCase, openSnapshot } from '../../core/triage'
import { TriageError } from '../../core/issue/issue'
import type { TriageOptions, ResolvedOptions } from '../../core/options'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Fixture } from '../testing/fixture'
import { impossibleGoals } from './impossible-goals'
import { type Decision, decide } from '../../core/decide/decide'
import { type Diagram, isKnown } from '../../core/diagram/diagram'
import { type Sight, decider as deciderIn, ruleDiagramWith, sightIn } from './goal-cases'

/** How far fixtures show what a rule set can do. */
export interface Coverage {
  readonly ruleSet: { readonly id: string; readonly version: string }
  /** Those that count: confirmed by a person, and with a snapshot that the rule set takes. */
  readonly fixtures: number
  /** Files that do not count, because what they expect was written by a program and is not confirmed yet. */
  readonly unconfirmed: readonly string[]
  /** Files whose snapshot or options are refused. */
  readonly refused: readonly string[]
  readonly kinds: readonly KindCoverage[]
}

/** How much of one kind of thing fixtures decide. */
export interface KindCoverage {
  readonly kind: CoverageKind
  readonly covered: number
  /** Without what is proved impossible. */
  readonly total: number
  /** Of a hundred, to one decimal, never rounded up. */
  readonly percentage: number
  readonly items: readonly CoverageItem[]
}

/** One thing to be shown. */
export interface CoverageItem {
  /** The rule or service, by id. */
  readonly of: string
  /** Of a condition: the comparison, or `window`. */
  readonly condition?: string
  readonly state: string
  /** `impossible`: proved that no case can show it. */
  readonly outcome: 'covered' | 'missing' | 'impossible'
  /** The first fixture that shows it. */
  readonly by?: string
}

/** One decimal, cut off: 99.96 is not 100. */
export const percentageOf = (covered: number, total: number): number =>
  total === 0 ? 100 : Math.floor((covered * 1000) / total) / 10

/** The kinds of which less is covered than a percentage asks for. */
export const shortOf = ({ kinds }: Coverage, least: number): readonly KindCoverage[] =>
  kinds.filter(({ covered, total }) => covered * 100 < least * total)

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
function showGoals(
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

/** What a case shows, whoever reads the advice. */
export type SeenCase = Pick<Decision, 'judgement' | 'placed'>

/** Throws TriageError for a wrong snapshot. */
function seeCase(snapshot: unknown, settings: ResolvedOptions): SeenCase {
  const full = { ...settings, audience: 'full' } as const
  return decide(judgeCase(openSnapshot(snapshot, full), full))
}

/** Whether a case shows what is wanted. */
export function shows({ judgement, placed }: SeenCase, goal: Goal): boolean {
  const candidates = placed.map(({ candidate }) => candidate)
  switch (goal.kind) {
    case 'rules':
      return judgement.outcome(goal.rule.id) === goal.state
    case 'conditions':
      return decides(goal, judgement.met(goal.rule.id), sightIn(judgement))
    case 'services':
      return candidates.some(
        ({ rules, certainty, state }) =>
          rules.service.id === goal.service.id &&
          certainty === 'certain' &&
          (goal.state === 'reached' || state === goal.state),
      )
    case 'holds':
      return candidates.some(({ holds }) =>
        holds.some(
          ({ id, certainty }) => id === goal.rule.id && certainty === (goal.state === 'open' ? 'possible' : 'certain'),
        ),
      )
    case 'waivers':
      return goal.state === 'open'
        ? candidates.some(({ waivers }) => waivers.some((one) => typeof one === 'object' && one.id === goal.rule.id))
        : judgement.outcome(goal.rule.id) === 'met' &&
            targetsOf(goal.rule, judgement.ruleSet).some(({ id }) => judgement.outcome(id) === 'met')
  }
}

/**
 * Whether a comparison decides its rule on its own: known, the rule would come out the other way if it alone did, what
 * other comparisons mask left aside; not known, the rule is met exactly in the completions that meet the comparison.
 */
function decides(
  { rule, decider, state }: Extract<Goal, { readonly kind: 'conditions' }>,
  met: Diagram<boolean>,
  sight: Sight,
): boolean {
  const own = deciderIn({ rule, decider }, sight)
  if (state === 'unknown') return own.kind === 'split' && met === own
  const as = state === 'true'
  return isKnown(own, as) && isKnown(met, as) && isKnown(ruleDiagramWith(rule, decider, !as, sight), !as)
}
