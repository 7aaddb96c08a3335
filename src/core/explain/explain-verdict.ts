import type { Reason, Waiver } from '../advice'
import { certaintyOf, inOrderOfWeight, waiversIn } from '../decide/grounds'
import type { LiveReason } from '../decide/live-reasons'
import type { Verdict } from '../decide/verdict'
import type { Judgement } from '../evaluate/judgement'
import type { Rule } from '../rules/rule-set'
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

/** A verdict that is kept, as it was told of the case that came to it first. */
interface KeptTelling extends ToldVerdict {
  /** In the order of the reasons. */
  readonly live: readonly LiveReason[]
  /** Whether the text of each says something else of another case, and whether one of a waiver does. */
  readonly tells: readonly boolean[]
  readonly waiversTell: boolean
}

/** Each is of one rule set and one policy, as its verdict is. */
const told: Readonly<Record<Locale, WeakMap<Verdict, KeptTelling>>> = { nl: new WeakMap(), en: new WeakMap() }

/** Tells one verdict after another of a case: of one that is kept, only what is of the case is told anew. */
export function verdictTeller(judgement: Judgement, locale: Locale): (verdict: Verdict) => ToldVerdict {
  const tellByPlace = reasonTeller(judgement, locale)
  const tellReason = ({ reason, speaks }: LiveReason): Reason => tellByPlace(reason.place, certaintyOf(speaks))
  const tellWaivers = (verdict: Verdict): readonly Waiver[] => Object.freeze(explainWaivers(verdict, judgement, locale))
  const tells = ({ text }: Rule): boolean => tellsOfCase(text, locale, judgement.policy)

  const tell = (verdict: Verdict, live: readonly LiveReason[]): ToldVerdict => ({
    hindrances: explainHindrances(verdict.hindrances, judgement, locale),
    waivedBy: tellWaivers(verdict),
    reasons: Object.freeze(live.map(tellReason)),
  })
  const tellAgain = (verdict: Verdict, before: KeptTelling): ToldVerdict => ({
    hindrances: before.hindrances,
    waivedBy: before.waiversTell ? tellWaivers(verdict) : before.waivedBy,
    reasons: Object.freeze(
      before.live.map((one, at) => (before.tells[at] ? tellReason(one) : (before.reasons[at] as Reason))),
    ),
  })
  return (verdict) => {
    const found = verdict.kept ? told[locale].get(verdict) : undefined
    if (found) return found.waiversTell || found.tells.includes(true) ? tellAgain(verdict, found) : found
    const live = inOrderOfWeight(verdict.live)
    const made = tell(verdict, live)
    if (verdict.kept)
      told[locale].set(verdict, {
        ...made,
        live,
        tells: live.map(({ reason }) => tells(reason.rule)),
        waiversTell: waiversIn(live, judgement).some(tells),
      })
    return made
  }
}
