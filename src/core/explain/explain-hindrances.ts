import type { Block, Hold } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Grounds, UnmetNeed } from '../decide/candidate'
import type { Hindrances } from '../decide/hindrances'
import type { Judgement } from '../evaluate/judgement'
import { lengthOf } from '../rules/length'
import type { Policy } from '../rules/policy'
import type { Need, Rule } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import { fillText, tellsOfCase } from './fill-text'

/** What stands in the way of a service in words, worked out once for all the cases in which it does. */
export interface ToldHindrances {
  readonly hindrances: Hindrances
  readonly policy: Policy
  readonly blockedBy: readonly Block[]
  /** Whether a text among the holds tells of the case. */
  readonly holdsTell: boolean
  /** The holds as they were told last, on that day. */
  held: { readonly asOf: Day; readonly heldBy: readonly Hold[] } | undefined
}

const NOTHING: readonly never[] = Object.freeze([])

const told: Readonly<Record<Locale, WeakMap<Hindrances, ToldHindrances>>> = { nl: new WeakMap(), en: new WeakMap() }

export function explainHindrances(hindrances: Hindrances, judgement: Judgement, locale: Locale): ToldHindrances {
  const { policy } = judgement
  const found = told[locale].get(hindrances)
  if (found && found.policy === policy) return found
  const made: ToldHindrances = {
    hindrances,
    policy,
    blockedBy: Object.freeze(hindrances.needs.map((need) => explainNeed(need, judgement, locale))),
    holdsTell: hindrances.holds.some(({ rule }) => tellsOfCase(rule.text, locale, policy)),
    held: undefined,
  }
  told[locale].set(hindrances, made)
  return made
}

/** Holds are told anew for every day: they say when to look again. */
export function tellHolds(prepared: ToldHindrances, judgement: Judgement, locale: Locale): readonly Hold[] {
  const { asOf } = judgement.opened
  const { holds } = prepared.hindrances
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
