import type { Advice } from '../../core/advice'
import { type Day, parseDay } from '../../core/calendar/day'
import type { Outcome } from '../../core/evaluate/outcome'
import { TriageError } from '../../core/issue/triage-error'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import { findCase } from '../scaffold/find-case'
import type { Fixture } from '../testing/fixture'
import { look } from '../testing/run-fixture'

/** A case that shows how a rule works, with the advice on it. */
export interface ReviewCase {
  readonly outcome: Outcome
  readonly snapshot: Readonly<Record<string, unknown>>
  readonly advice: Advice
  readonly policy: PolicyOverrides
  /** The fixture that it is from; undefined where it was worked out. */
  readonly fixture: string | undefined
}

/** In the order in which a reviewer reads them. */
const OUTCOMES = ['met', 'not-met', 'open'] as const

/** Whether the fixture is about the rule: it says what its outcome should be, or names it as a reason. */
const isAbout = ({ expect }: Fixture, { id }: Rule): boolean =>
  (expect.outcomes !== undefined && Object.hasOwn(expect.outcomes, id)) ||
  (expect.recommendations ?? []).some(({ reasons, heldBy }) => reasons.includes(id) || Object.hasOwn(heldBy ?? {}, id))

/** Whole cases that an expert would recognise go first, and of the others those with the most answers to what they leave out. */
const isPractice = ({ path }: Fixture): boolean => path.startsWith('practice/') || path.includes('/practice/')

/**
 * A case in which the rule is met, one in which it is not, and one in which it is still open: from the fixtures where one
 * is about it, else a smallest case that was worked out and run.
 */
export function reviewCases(
  rule: Rule,
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  locale: Locale,
): readonly ReviewCase[] {
  const about = fixtures.filter((fixture) => isAbout(fixture, rule))
  const ordered = [...about.filter(isPractice), ...about.filter((one) => !isPractice(one))]
  const seen = ordered.flatMap(({ snapshot, options, path }) => tried(snapshot, options?.policy, path) ?? [])
  return OUTCOMES.flatMap((outcome) => seen.find((one) => one.outcome === outcome) ?? workedOut(outcome) ?? [])

  function tried(snapshot: object, policy: PolicyOverrides = {}, fixture?: string): ReviewCase | undefined {
    try {
      const { advice, seen } = look(snapshot, { ruleSet, policy, audience: 'full', locale })
      const outcome = seen.outcomes.get(rule.id)
      return outcome && { outcome, snapshot: snapshot as ReviewCase['snapshot'], advice, policy, fixture }
    } catch (error) {
      if (error instanceof TriageError) return undefined
      throw error
    }
  }

  function workedOut(outcome: Outcome): ReviewCase | undefined {
    const asOf = parseDay(ruleSet.manifest.validFrom) as Day
    const found = findCase({ kind: 'goal', rule, goal: { kind: 'rules', rule, state: outcome } }, ruleSet, asOf)
    const one = found && tried(found.snapshot, found.policy)
    return one?.outcome === outcome ? one : undefined
  }
}
