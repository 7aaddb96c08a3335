import type { Certainty, Status, Window } from './advice'
import { type Judged, judge, settingsOf, viewOpened } from './advise'
import { isMedical } from './audience/employer-tier'
import { formatDay } from './calendar/day'
import type { Case } from './case/case'
import type { Candidate } from './decide/candidate'
import { recommend } from './decide/recommend'
import { statusOf } from './decide/status'
import { weighServices } from './decide/weigh-services'
import { evaluateCompiled } from './evaluate/compiled/compiled-evaluator'
import type { TriageOptions } from './options'
import { authoredOrder } from './rules/authored-order'
import { perRuleSet } from './rules/per-rule-set'
import type { RuleSet } from './rules/rule-set'

/** What the advice on a case comes to, without a text. Days are `YYYY-MM-DD`. */
export interface BriefAdvice {
  readonly asOf: string
  readonly status: Status
  readonly complete: boolean
  /** In the order of the advice: the first is the one to show. */
  readonly recommendations: readonly BriefRecommendation[]
  /** Fact ids. */
  readonly openQuestions: readonly string[]
}

export interface BriefRecommendation {
  readonly service: string
  readonly certainty: Certainty
  /** The most urgent one that the answers still allow. */
  readonly window: Pick<Window, 'startFrom' | 'startBy' | 'state'>
  /** A hold is certain; one that depends on an unanswered fact does not hold yet. */
  readonly held: boolean
  /** Ids of what must be in place first, known to be absent or not known. */
  readonly blockedBy: readonly string[]
}

/**
 * The advice of `triage` in brief, for one case after the other: nothing is explained.
 *
 * @throws TriageError for wrong options; what it returns throws it for a service that the rule set does not have.
 */
export function createBriefTriage(options?: TriageOptions): (opened: Case) => BriefAdvice {
  const settings = settingsOf(options)
  return (opened) =>
    inBrief(
      viewOpened(opened, settings).map((view) => judge(view, evaluateCompiled(settings, view.facts, opened.asOf))),
    )
}

function inBrief([full, employer]: readonly Judged[]): BriefAdvice {
  if (!full) throw new RangeError('a case is always seen in full')
  const weighed = weighServices(full.judgement, true)
  const candidates = recommend(weighed)
  const recommendations = candidates.map(({ verdict: { rules, core, hindrances }, window }): BriefRecommendation => {
    const { held, blockedBy } = hindrances
    return { service: rules.service.id, certainty: core.certainty, window, held, blockedBy }
  })
  const { ruleSet } = full.settings
  const openQuestions = employer
    ? decidingFacts(weighServices(employer.judgement, true), ruleSet).filter((fact) => !isMedical(fact, ruleSet))
    : decidingFacts(weighed, ruleSet)
  return {
    asOf: formatDay(full.judgement.opened.asOf),
    status: statusOf(recommendations, isNow),
    complete: openQuestions.length === 0,
    recommendations,
    openQuestions,
  }
}

const isNow = ({ window, held }: BriefRecommendation): boolean => window.state !== 'planned' && !held

/** One bit for each fact in authored order, written anew for each case. */
const bitsFor = perRuleSet((ruleSet) => new Int32Array(1 + (authoredOrder(ruleSet).length >>> 5)))

/** The unanswered facts that can still change the advice, in authored order. */
function decidingFacts(weighed: readonly Candidate[], ruleSet: RuleSet): readonly string[] {
  const order = authoredOrder(ruleSet)
  const decides = bitsFor(ruleSet).fill(0)
  for (const {
    verdict: { decided },
  } of weighed) {
    const { bits } = decided
    for (let word = 0; word < bits.length; word++) decides[word] = (decides[word] as number) | (bits[word] as number)
  }
  const facts: string[] = []
  for (let word = 0; word < decides.length; word++)
    for (let left = decides[word] as number; left !== 0; left &= left - 1)
      facts.push(order[32 * word + 31 - Math.clz32(left & -left)] as string)
  return facts
}
