import type { Waiver } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import type { Candidate } from '../recommend/candidate'
import { DELIVERIES } from '../recommend/delivery'
import { waiversIn } from '../recommend/grounds'
import type { Locale } from '../snapshot/fact'
import { perhapsDelivered } from './explain-deliveries'
import { fillText } from './fill-text'

const NOTHING: readonly never[] = Object.freeze([])

/** What may yet withdraw a reason for a service, in words. */
export function explainWaivers({ live, core }: Candidate, judgement: Judgement, locale: Locale): readonly Waiver[] {
  const waivers = waiversIn(live, judgement)
  const maybeDelivered = core.decided.facts.includes(DELIVERIES)
  if (waivers.length === 0 && !maybeDelivered) return NOTHING
  const possible = waivers.map(
    ({ id, text }): Waiver =>
      Object.freeze({ rule: id, certainty: 'possible', text: fillText(text, locale, judgement) }),
  )
  return maybeDelivered ? [...possible, perhapsDelivered(locale)] : possible
}
