import { ENGINE_RULES } from '../../src/core/advice'
import type { Decision } from '../../src/core/decide/decide'
import { idOf, type Placed } from '../../src/core/decide/relate'
import type { Candidate } from '../../src/core/decide/weigh-service'

/** In place of a step that is blocked: it goes with that, whose caveats are its own. */
export const standsIn = ({ live }: Candidate): boolean => live.some(({ id }) => id === ENGINE_RULES.meanwhile)

/** What was named as able to withdraw, hold, cover or go before it. */
export const hasCaveat = ({ candidate, coveredBy, after }: Placed): boolean =>
  candidate.waivers.length > 0 ||
  candidate.holds.some(({ certainty }) => certainty === 'possible') ||
  coveredBy.some(({ certainty }) => certainty === 'possible') ||
  after.some(({ certainty }) => certainty === 'possible') ||
  candidate.needs.some(({ state }) => state === 'unknown') ||
  standsIn(candidate)

/** Whether what became of a step was named on it: what withdrew, held or covered it, what it needs, what may go before it. */
export function wasTold({ candidate, coveredBy, after }: Placed, then: Decision): boolean {
  const now = then.placed.find((one) => idOf(one.candidate) === idOf(candidate))
  // Another day than before: a reason was withdrawn.
  if (!now || now.candidate.window.by !== candidate.window.by) return candidate.waivers.length > 0
  const held = certain(now.candidate.holds)
  // A need that may be refused holds it then.
  const isNamed = ({ id, need }: (typeof held)[number]): boolean =>
    candidate.holds.some((hold) => hold.id === id) ||
    candidate.needs.some((one) => one.need === need && one.state === 'unknown')
  if (held.length > 0) return held.every(isNamed)
  const covered = certain(now.coveredBy)
  if (covered.length > 0) return covered.every(({ service }) => coveredBy.some((one) => one.service === service))
  if (then.next.kind === 'arrange') return candidate.needs.some(({ state, before }) => before && state === 'unknown')
  return certain(now.after).some(({ service }) => after.some((one) => one.service === service))
}

const certain = <One extends { readonly certainty: string }>(all: readonly One[]): readonly One[] =>
  all.filter(({ certainty }) => certainty === 'certain')

/** Covered, or after another, by what has a caveat of its own: with that it goes, and what stood behind it comes back. */
export const comesBack = ({ coveredBy, after }: Placed, { placed }: Decision): boolean =>
  [...coveredBy, ...after].some(({ service }) =>
    placed.some((one) => idOf(one.candidate) === service && hasCaveat(one)),
  )
