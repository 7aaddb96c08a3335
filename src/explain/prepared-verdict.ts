import type { Block, Hold, Waiver } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Judgement } from '../evaluate/judgement'
import type { Policy } from '../policy/policy'
import type { Grounds, UnmetNeed } from '../recommend/candidate'
import type { Verdict } from '../recommend/verdict'
import { lengthOf } from '../rule-set/length'
import type { Need, Rule } from '../rule-set/rule-set'
import type { Locale } from '../snapshot/fact'
import { perhapsDelivered } from './explain-deliveries'
import { type PreparedReason, prepareReason } from './explain-reason'
import { fillText, templateOf } from './fill-text'

/** What a verdict comes to in words, worked out once for all the cases that it is the verdict on. */
export interface PreparedVerdict {
  readonly policy: Policy
  readonly verdict: Verdict
  readonly reasons: readonly PreparedReason[]
  readonly blockedBy: readonly Block[]
  /** Undefined where a text among them tells of the case. */
  readonly waivedBy: readonly Waiver[] | undefined
  /** Whether a text among the holds tells of the case. */
  readonly holdsTell: boolean
  /** The holds as they were told last, on that day. */
  held: { readonly asOf: Day; readonly heldBy: readonly Hold[] } | undefined
}

const NOTHING: readonly never[] = Object.freeze([])

const prepared: Readonly<Record<Locale, WeakMap<Verdict, PreparedVerdict>>> = { nl: new WeakMap(), en: new WeakMap() }

/** Kept for as long as the verdict is. */
export function prepareVerdict(verdict: Verdict, judgement: Judgement, locale: Locale): PreparedVerdict {
  const { policy } = judgement
  const found = prepared[locale].get(verdict)
  if (found && found.policy === policy) return found
  const tells = ({ text }: Rule): boolean => typeof templateOf(text, policy)[locale] !== 'string'
  const made: PreparedVerdict = {
    policy,
    verdict,
    reasons: verdict.reasons.map((reason) => prepareReason(reason, policy, locale)),
    blockedBy: Object.freeze(verdict.needs.map((need) => explainNeed(need, judgement, locale))),
    waivedBy: verdict.waivers.some(tells) ? undefined : Object.freeze(waiversOf(verdict, judgement, locale)),
    holdsTell: verdict.holds.some(({ rule }) => tells(rule)),
    held: undefined,
  }
  prepared[locale].set(verdict, made)
  return made
}

export const tellWaivers = (
  { waivedBy, verdict }: PreparedVerdict,
  judgement: Judgement,
  locale: Locale,
): readonly Waiver[] => waivedBy ?? waiversOf(verdict, judgement, locale)

function waiversOf(
  { waivers, perhapsDelivered: delivered }: Verdict,
  judgement: Judgement,
  locale: Locale,
): readonly Waiver[] {
  const possible = waivers.map(
    ({ id, text }): Waiver =>
      Object.freeze({ rule: id, certainty: 'possible', text: fillText(text, locale, judgement) }),
  )
  return delivered ? [...possible, perhapsDelivered(locale)] : possible
}

/** Holds are told anew for every day: they say when to look again. */
export function tellHolds(prepared: PreparedVerdict, judgement: Judgement, locale: Locale): readonly Hold[] {
  const { asOf } = judgement.opened
  const { holds } = prepared.verdict
  if (holds.length === 0) return NOTHING
  if (prepared.holdsTell) return holds.map((hold) => explainHold(hold, judgement, locale))
  if (prepared.held?.asOf !== asOf)
    prepared.held = { asOf, heldBy: Object.freeze(holds.map((hold) => explainHold(hold, judgement, locale))) }
  return prepared.held.heldBy
}

function explainNeed({ need, state }: UnmetNeed, { ruleSet }: Judgement, locale: Locale): Block {
  const { title, firstStep } = ruleSet.needs.get(need) as Need
  return Object.freeze({ need, title: title[locale], state, firstStep: firstStep[locale] })
}

const explainHold = ({ rule, certainty }: Grounds, judgement: Judgement, locale: Locale): Hold =>
  Object.freeze({
    rule: rule.id,
    certainty,
    reviewOn: reviewDay(rule, judgement),
    text: fillText(rule.text, locale, judgement),
  })

function reviewDay({ event }: Rule, { opened, policy }: Judgement): string {
  if (event.type !== 'hold') throw new RangeError('only a hold is reviewed')
  return formatDay(addDuration(opened.asOf, lengthOf(event.params.reviewAfter, policy)))
}
