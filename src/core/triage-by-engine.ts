import type { Advice } from './advice'
import { decide } from './decide/decide'
import { evaluateCompiled } from './evaluate/evaluate-compiled'
import { evaluateReference } from './evaluate/evaluate-reference'
import type { TriageOptions } from './options'
import { explain, judge, openSnapshot, settingsFor, viewCase } from './triage'

/**
 * Advises on one case: the next step, which services of a labour expert are worth requesting, when, why, what is still
 * unknown and what must be in place first. It advises; a person decides. Rules are evaluated on json-rules-engine.
 *
 * @param snapshot One employee's case on one day, as JSON data. See `Snapshot`.
 * @param options Policy values, audience, locale and rule set.
 * @returns The advice; the same bytes for the same snapshot, rule set and policy. Nothing reads a clock.
 * @throws TriageError and nothing else, with every issue of the snapshot and the options, each with a code and a path.
 */
export async function triage(snapshot: unknown, options?: TriageOptions): Promise<Advice> {
  const settings = settingsFor(snapshot, options)
  const opened = openSnapshot(snapshot, settings)
  const view = viewCase(opened, settings)
  // The engine is left out while it writes what it compares to the console; the other evaluator says the same.
  const { facts } = view
  const { asOf } = view.opened
  const outcomes = (await evaluateReference(view.settings, facts, asOf)) ?? evaluateCompiled(view.settings, facts, asOf)
  return explain(decide(judge(view, outcomes)), opened, settings)
}
