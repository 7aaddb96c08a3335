import { type Decision, decide } from '../../core/decide/decide'
import { type Diagram, isKnown } from '../../core/diagram/diagram'
import type { ResolvedOptions } from '../../core/options'
import { judgeCase, openSnapshot } from '../../core/triage'
import { type Goal, targetsOf } from './goal'
import { type Sight, decider as deciderIn, ruleDiagramWith, sightIn } from './goal-cases'

/** What a case shows, whoever reads the advice. */
export type SeenCase = Pick<Decision, 'judgement' | 'placed'>

/** Throws TriageError for a wrong snapshot. */
export function seeCase(snapshot: unknown, settings: ResolvedOptions): SeenCase {
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
