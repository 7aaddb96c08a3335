import type { Block, Certainty, Reason, Recommendation } from '../../core/advice'
import { citationText } from './citation-text'
import { beneath, hang, labelled } from './lay-out'
import type { Page } from './page'
import { timingStyle, timingText } from './timing-text'

/** More possible reasons than this would bury what is certain; the rest is counted, and is in the advice itself. */
const POSSIBLE_SHOWN = 2

/** One service: what, when, why, what comes first, and what stands in its way. */
export function recommendationText(recommendation: Recommendation, large: boolean, page: Page): string[] {
  const { words, paint } = page
  const { timing } = recommendation
  const basis = words.windowBasis(words.basis[timing.basis])
  const reasons = (certainty: Certainty) => recommendation.reasons.filter((reason) => reason.certainty === certainty)
  const firstSteps = (state: Block['state']) =>
    recommendation.blockedBy.filter((block) => block.state === state).map((block) => block.firstStep)
  const holds = (certainty: Certainty) =>
    recommendation.heldBy
      .filter((hold) => hold.certainty === certainty)
      .map((hold) => `${hold.text} ${words.reviewOn(page.date(hold.reviewOn))}`)
  const possible = reasons('possible')
  const unshown = possible.length - POSSIBLE_SHOWN
  return [
    '',
    ...titleText(recommendation.title, large, page),
    ...labelled(words.labels.held, holds('certain'), paint.yellow),
    ...labelled(words.labels.when, [`${timingText(recommendation)} ${basis}`], timingStyle(timing, page)),
    ...reasonsText(words.labels.why, reasons('certain'), page),
    ...reasonsText(words.labels.perhapsWhy, possible.slice(0, POSSIBLE_SHOWN), page),
    ...(unshown > 0 ? beneath(words.moreReasons(unshown), paint.dim) : []),
    ...labelled(words.labels.unmet, firstSteps('unmet'), paint.yellow),
    ...labelled(words.labels.unknown, firstSteps('unknown'), paint.yellow),
    ...labelled(words.labels.perhapsHeld, holds('possible'), paint.yellow),
    ...labelled(
      words.labels.waived,
      recommendation.waivedBy.map((waiver) => words.ifSo(waiver.text)),
      paint.dim,
    ),
  ]
}

function titleText(title: string, large: boolean, { paint }: Page): string[] {
  if (!large) return hang('', `${title.charAt(0).toUpperCase()}${title.slice(1)}`).map(paint.bold)
  const lines = hang('', title.toUpperCase())
  const bar = '='.repeat(Math.max(...lines.map((line) => line.length)))
  return [...lines, bar].map(paint.bold)
}

/** Each reason above the rule that gave it and what that rule rests on. */
function reasonsText(label: string, reasons: readonly Reason[], { paint }: Page): string[] {
  return reasons.flatMap((reason, index) => [
    ...(index === 0 ? labelled(label, [reason.text], paint.bold) : beneath(reason.text, (line) => line)),
    // A reason that is kept from the employer cites nothing.
    ...(reason.sources.length === 0 ? [] : beneath(`${reason.rule}: ${citationText(reason.sources)}`, paint.dim)),
  ])
}
