import type { Reason, Waiver } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import { certaintyOf, inOrderOfWeight, waiversIn } from '../recommend/grounds'
import type { Verdict } from '../recommend/verdict'
import type { Locale } from '../snapshot/fact'
import { explainHindrances, type ToldHindrances } from './explain-hindrances'
import { reasonTeller } from './explain-reason'
import { explainWaivers } from './explain-waivers'
import { tellsOfCase } from './fill-text'

/** A verdict in words, its window apart. */
export interface ToldVerdict {
  readonly hindrances: ToldHindrances
  readonly waivedBy: readonly Waiver[]
  readonly reasons: readonly Reason[]
}

/** Verdicts that were told, none of whose texts tells of the case. Each is of one rule set and one policy. */
const told: Readonly<Record<Locale, WeakMap<Verdict, ToldVerdict>>> = { nl: new WeakMap(), en: new WeakMap() }

/** Tells one verdict after another of a case: one that is kept is told once, where that can be. */
export function verdictTeller(judgement: Judgement, locale: Locale): (verdict: Verdict) => ToldVerdict {
  const tellReason = reasonTeller(judgement, locale)
  const tell = (verdict: Verdict): ToldVerdict => ({
    hindrances: explainHindrances(verdict.hindrances, judgement, locale),
    waivedBy: Object.freeze(explainWaivers(verdict, judgement, locale)),
    reasons: Object.freeze(
      inOrderOfWeight(verdict.live).map(({ reason, speaks }) => tellReason(reason.place, certaintyOf(speaks))),
    ),
  })
  return (verdict) => {
    if (!verdict.kept) return tell(verdict)
    const found = told[locale].get(verdict)
    if (found) return found
    const made = tell(verdict)
    const rules = [...verdict.live.map(({ reason }) => reason.rule), ...waiversIn(verdict.live, judgement)]
    if (!rules.some(({ text }) => tellsOfCase(text, locale, judgement.policy))) told[locale].set(verdict, made)
    return made
  }
}
