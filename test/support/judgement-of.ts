import type { Judgement } from '../../src/core/evaluate/settle'
import { judgeCase, openSnapshot, settingsOf } from '../../src/core/triage'
import type { RuleSet, Snapshot } from '../../src/index'

/** What the rules say of a case, as whoever reads all of it sees it. */
export function judgementOf(snapshot: Snapshot, ruleSet: RuleSet): Judgement {
  const settings = settingsOf({ ruleSet, audience: 'full' })
  return judgeCase(openSnapshot(snapshot, settings), settings)
}
