import type { Advice } from './advice'
import { advise, judge, settingsFor, viewCase } from './advise'
import { evaluateCompiled } from './evaluate/compiled/compiled-evaluator'
import { evaluate } from './evaluate/reference-evaluator'
import type { TriageOptions } from './options'

/**
 * Advises on one case: which services of a labour expert are worth requesting, when, why, what is still unknown and
 * what must be in place first. It advises; a person decides. Rules are evaluated on json-rules-engine.
 *
 * @param snapshot One employee's case on one day, as JSON data. See `Snapshot`.
 * @param options Policy values, audience, locale and rule set.
 * @returns The advice; the same bytes for the same snapshot, rule set and policy. Nothing reads a clock.
 * @throws TriageError and nothing else, with every issue of the snapshot and the options, each with a code and a path.
 */
export async function triage(snapshot: unknown, options?: TriageOptions): Promise<Advice> {
  const settings = settingsFor(snapshot, options)
  const views = viewCase(snapshot, settings)
  // The engine is left out while it writes what it compares to the console; the other evaluator says the same.
  const outcomes = await Promise.all(
    views.map(async ({ facts, opened }) => {
      return (await evaluate(settings, facts, opened.asOf)) ?? evaluateCompiled(settings, facts, opened.asOf)
    }),
  )
  const judged = views.map((view, index) => judge(view, outcomes[index] as (typeof outcomes)[number]))
  return advise(judged).advice
}
