import { judge, settingsOf, viewCase } from '../../src/core/advise'
import { evaluateCompiled } from '../../src/core/evaluate/compiled/compiled-evaluator'
import type { Judgement } from '../../src/core/evaluate/judgement'
import type { RuleSet, Snapshot } from '../../src/index'

/** What the rules say of a case, as whoever reads all of it sees it. */
export function judgementOf(snapshot: Snapshot, ruleSet: RuleSet): Judgement {
  const settings = settingsOf({ ruleSet })
  const [view] = viewCase(snapshot, settings)
  if (!view) throw new Error('no view of a case')
  return judge(view, evaluateCompiled(settings, view.facts, view.opened.asOf)).judgement
}
