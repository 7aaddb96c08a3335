import type { Recommendation } from '../../core/advice'
import type { Candidate } from '../../core/decide/candidate'
import { waiversIn } from '../../core/decide/grounds'
import type { Judgement } from '../../core/evaluate/judgement'
import type { AdvisedCase } from './advised-case'
import type { Floor } from './interview'
import { INTERVIEW_WORDS } from './interview-words'

/**
 * The certain recommendation whose least urgent window closes first; one that is certainly held comes after all that
 * are not. Null while nothing is certain.
 */
export function floorOf(advised: AdvisedCase): Floor | null {
  const certain = advised.advice.recommendations.filter(({ certainty }) => certainty === 'certain')
  const [first, ...others] = certain
  if (!first) return null
  const lowest = others.reduce((least, other) => (isLower(other, least) ? other : least), first)
  const { service, title, timing } = lowest
  const unless = caveatsOf(lowest, advised)
  const heldUntil = heldUntilOf(lowest)
  const words = INTERVIEW_WORDS[advised.settings.locale]
  const sentence = heldUntil === undefined ? words.floor(title, timing.latest) : words.heldFloor(title, heldUntil)
  return {
    service,
    title,
    window: timing.latest,
    ...(heldUntil === undefined ? {} : { heldUntil }),
    unless,
    text: [sentence, ...(unless.length === 0 ? [] : [words.unless(unless)])].join(' '),
  }
}

function isLower(one: Recommendation, other: Recommendation): boolean {
  const held = [one, other].map((recommendation) => heldUntilOf(recommendation) !== undefined)
  if (held[0] !== held[1]) return held[1] === true
  return one.timing.latest.startBy < other.timing.latest.startBy
}

/** The last of the days on which a certain hold is looked at again. */
function heldUntilOf({ heldBy }: Recommendation): string | undefined {
  const days = heldBy.filter(({ certainty }) => certainty === 'certain').map(({ reviewOn }) => reviewOn)
  return days.sort().at(-1)
}

/** What may still withdraw or hold it. Of what is medical the employer reads only that there may be something. */
function caveatsOf({ service, heldBy, waivedBy }: Recommendation, advised: AdvisedCase): readonly string[] {
  const { candidates, settings } = advised
  const told = [...waivedBy, ...heldBy.filter(({ certainty }) => certainty === 'possible')].map(({ text }) => text)
  const candidate = candidates.find((one) => one.verdict.rules.service.id === service)
  const hidden =
    settings.audience === 'employer' && candidate !== undefined && mayTurnOnMedical(candidate, advised.judgement)
  return [...new Set([...told, ...(hidden ? [INTERVIEW_WORDS[settings.locale].physicianMayHold] : [])])]
}

const mayTurnOnMedical = ({ verdict: { live, hindrances } }: Candidate, judgement: Judgement): boolean =>
  [
    ...waiversIn(live, judgement),
    ...hindrances.holds.filter(({ certainty }) => certainty === 'possible').map(({ rule }) => rule),
  ].some(({ tier }) => tier === 'medical')
