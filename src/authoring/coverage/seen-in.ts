import { judge, viewCase } from '../../core/advise'
import { evaluateCompiled } from '../../core/evaluate/compiled/compiled-evaluator'
import type { Judgement } from '../../core/evaluate/judgement'
import { type Diagram, isKnown } from '../../core/diagram/diagram'
import type { ResolvedOptions } from '../../core/options'
import type { Candidate } from '../../core/decide/candidate'
import { waiversIn } from '../../core/decide/grounds'
import { recommend } from '../../core/decide/recommend'
import { weighServices } from '../../core/decide/weigh-services'
import type { Goal } from './goal'
import { decider as deciderIn, ruleDiagramWith, type Sight, sightIn } from './rule-diagram'
import { targetsOf } from './targets-of'

/** What a case shows, whoever reads the advice. */
export interface SeenCase {
  readonly judgement: Judgement
  readonly candidates: readonly Candidate[]
}

/** Throws TriageError for a wrong snapshot. */
export function seeCase(snapshot: unknown, settings: ResolvedOptions): SeenCase {
  const [view] = viewCase(snapshot, { ...settings, audience: 'full' })
  if (!view) throw new RangeError('a case is always seen in full')
  const { judgement } = judge(view, evaluateCompiled(settings, view.facts, view.opened.asOf))
  return { judgement, candidates: recommend(weighServices(judgement)) }
}

/** Whether a case shows what is wanted. */
export function shows({ judgement, candidates }: SeenCase, goal: Goal): boolean {
  switch (goal.kind) {
    case 'rules':
      return judgement.outcome(goal.rule.id) === goal.state
    case 'conditions':
      return decides(goal, judgement.met(goal.rule.id), sightIn(judgement))
    case 'services':
      return candidates.some(
        ({ verdict: { rules, core }, window }) =>
          rules.service.id === goal.service.id &&
          core.certainty === 'certain' &&
          (goal.state === 'reached' || window.state === goal.state),
      )
    case 'holds':
      return candidates.some(({ verdict: { hindrances } }) =>
        hindrances.holds.some(
          ({ rule, certainty }) =>
            rule.id === goal.rule.id && certainty === (goal.state === 'open' ? 'possible' : 'certain'),
        ),
      )
    case 'waivers':
      return goal.state === 'open'
        ? candidates.some(({ verdict: { live } }) => waiversIn(live, judgement).some(({ id }) => id === goal.rule.id))
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
