import type { Advice, NextStep, Recommendation } from '../../core/advice'
import type { Expectation } from './expectation'
import { containing, differs, exactly, type Mismatch, mismatch } from './mismatch'

/** Where the decision is not what is expected: the step, what is shown as certain, what is listed and in which order. */
export function decisionMismatches(expected: Expectation, advice: Advice): readonly Mismatch[] {
  const services = advice.recommendations.map(({ service }) => service)
  const reasonsOf = (service: string) => ({
    rules: (advice.recommendations.find((one) => one.service === service)?.reasons ?? []).map(({ rule }) => rule),
  })
  const found = new Map<string, unknown>([
    ['settled', advice.settled],
    ['first', services[0] ?? null],
  ])
  const { first, settled } = expected
  return [
    ...differs(['next'], 'next', expected.next, new Map(Object.entries(stepOf(advice.next))), () =>
      'service' in advice.next ? reasonsOf(advice.next.service) : {},
    ),
    ...Object.entries(shownOf(advice)).flatMap(([kind, shown]) =>
      exactly(['shows', kind], `shown as ${kind}`, expected.shows?.[kind as ShownKind], shown, reasonsOf),
    ),
    ...differs(
      [],
      '',
      { ...(first === undefined ? {} : { first }), ...(settled === undefined ? {} : { settled }) },
      found,
    ),
    ...exactly(['only'], 'listed', expected.only, services, reasonsOf),
    ...exactly(['also'], 'also due', expected.also, advice.also, reasonsOf),
    ...orderMismatches(expected.order, services),
    ...containing(['texts'], expected.texts, textsIn(advice)),
  ]
}

/** The step without its words, and of what may come sooner only the day. */
export function stepOf(next: NextStep): Readonly<Record<string, unknown>> {
  const { text: _, ...step } = next
  return { ...step, ...('sooner' in next && next.sooner ? { sooner: next.sooner.startBy } : {}) }
}

export type ShownKind = 'certain' | 'planned' | 'held' | 'after' | 'covered' | 'underway'

/** What an advice shows as certain, by the place that it has there, in its order. */
export function shownOf({ recommendations }: Pick<Advice, 'recommendations'>): Readonly<Record<ShownKind, string[]>> {
  const shown: Record<ShownKind, string[]> = {
    certain: [],
    planned: [],
    held: [],
    after: [],
    covered: [],
    underway: [],
  }
  for (const one of recommendations) if (one.certainty === 'certain') shown[placeOf(one)].push(one.service)
  return shown
}

function placeOf({ coveredBy, heldBy, underway, after, timing }: Recommendation): ShownKind {
  if (coveredBy.some(({ certainty }) => certainty === 'certain')) return 'covered'
  if (heldBy.some(({ certainty }) => certainty === 'certain')) return 'held'
  if (underway) return 'underway'
  if (after.some(({ certainty }) => certainty === 'certain')) return 'after'
  return timing.state === 'planned' ? 'planned' : 'certain'
}

function orderMismatches(claim: readonly string[] | undefined, services: readonly string[]): Mismatch[] {
  if (claim === undefined) return []
  const found = services.filter((service) => claim.includes(service))
  if (found.join() === claim.join()) return []
  return [mismatch(['order'], claim, found, `order: expected ${claim.join(', ')}, got ${found.join(', ') || 'none'}`)]
}

/** Every text in a part of an advice. */
export function textsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' && TEXTS.has(key) ? [value] : textsIn(value),
  )
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'statusText', 'title', 'firstStep', 'question'])
