import type { Advice } from './advice'
import { advise, judge, settingsFor, settingsOf, viewCase } from './advise'
import { evaluateCompiled } from './evaluate/compiled/compiled-evaluator'
import type { ResolvedOptions, TriageOptions } from './options'

/**
 * The advice of `triage` without a promise, for forms and batches: the same rule documents, compiled once.
 *
 * @throws TriageError and nothing else, with every issue of the snapshot and the options, each with a code and a path.
 */
export function triageSync(snapshot: unknown, options?: TriageOptions): Advice {
  return triageCase(snapshot, settingsFor(snapshot, options))
}

/**
 * `triageSync` with its options checked once, for one case after the other.
 *
 * @throws TriageError at once for wrong options; what it returns throws it for a wrong snapshot.
 */
export function createTriage(options?: TriageOptions): (snapshot: unknown) => Advice {
  const settings = settingsOf(options)
  return (snapshot) => triageCase(snapshot, settings)
}

const triageCase = (snapshot: unknown, settings: ResolvedOptions): Advice =>
  advise(
    viewCase(snapshot, settings).map((view) => judge(view, evaluateCompiled(settings, view.facts, view.opened.asOf))),
  )
