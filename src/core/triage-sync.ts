import type { Advice } from './advice'
import { type Advised, advise, judge, settingsFor, settingsOf, type View, viewCase, viewOpened } from './advise'
import type { Case } from './case/case'
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
  triageViews(viewCase(snapshot, settings), settings)

/** The same for a case that was read already. */
export const triageOpened = (opened: Case, settings: ResolvedOptions): Advice =>
  triageViews(viewOpened(opened, settings), settings)

const triageViews = (views: readonly View[], settings: ResolvedOptions): Advice => adviseViews(views, settings).advice

/** The same with what it was drawn from. */
export const adviseViews = (views: readonly View[], settings: ResolvedOptions): Advised =>
  advise(views.map((view) => judge(view, evaluateCompiled(settings, view.facts, view.opened.asOf))))
