import type { Certainty } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import { type Diagram, isKnown, ownersOf, valuesOf } from '../facts/diagram'
import type { Need, Rule, Service } from '../rule-set/rule-set'
import { decodeWindow } from '../schedule/window'
import type { Candidate, Grounds, UnmetNeed } from './candidate'
import { deliveredRecently } from './delivery'
import type { WeighedService } from './weigh-services'

/**
 * Which services the answers recommend or may still recommend: one entry a service, its reasons joined, the
 * earliest `startBy` first among its windows. In the order of the advice: certain before possible, not held
 * before held, then by `startBy`, then the rule set's order. What is not listed is excluded by what is known.
 */
export function recommend(weighed: readonly WeighedService[], judgement: Judgement): readonly Candidate[] {
  return weighed
    .map((service) => candidateFor(service, judgement))
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => compareCandidates(a.candidate, b.candidate) || a.index - b.index)
    .map(({ candidate }) => candidate)
}

function candidateFor({ rules, live, spokenFor }: WeighedService, judgement: Judgement): Candidate {
  const reasons = live.flatMap(({ rule }) => groundsOf(rule, judgement) ?? [])
  const waivers = new Set(live.flatMap((reason) => reason.waivers))
  const windows = valuesOf(spokenFor).filter((window) => window !== null)
  const [mostUrgent, leastUrgent] = [
    windows.reduce((a, b) => (a <= b ? a : b)),
    windows.reduce((a, b) => (a >= b ? a : b)),
  ]
  return {
    service: rules.service,
    certainty: valuesOf(spokenFor).includes(null) ? 'possible' : 'certain',
    window: decodeWindow(mostUrgent),
    latest: decodeWindow(leastUrgent),
    windowDependsOn: windowOwners(spokenFor, mostUrgent, judgement),
    reasons: reasons.sort((a, b) => compareGrounds(a, b, judgement)),
    holds: rules.holds.flatMap((rule) => groundsOf(rule, judgement) ?? []),
    waivers: [...waivers].filter((waiver) => judgement.outcome(waiver.id) === 'open'),
    perhapsDelivered:
      live.some(({ rule }) => !rule.fixedMoment) && deliveredRecently(rules.service, judgement).kind === 'split',
    needs: unmetNeeds(rules.service, judgement),
  }
}

function groundsOf(rule: Rule, judgement: Judgement): Grounds | undefined {
  const outcome = judgement.outcome(rule.id)
  return outcome === 'not-met' ? undefined : { rule, certainty: certaintyOf(outcome) }
}

const certaintyOf = (outcome: 'met' | 'open'): Certainty => (outcome === 'met' ? 'certain' : 'possible')

/** The facts that decide which window holds, apart from those that only decide whether one does. */
function windowOwners(windows: Diagram<string | null>, mostUrgent: string, { facts }: Judgement): readonly string[] {
  return [...ownersOf(facts.forest.map(windows, (window) => window ?? mostUrgent))].sort()
}

export function needDiagram(need: Need, { facts }: Judgement): Diagram<boolean> {
  return facts.forest.map(facts.fact(need.fact), (value) => value === true)
}

export const needsOf = (service: Service, { ruleSet }: Judgement): readonly Need[] =>
  service.needs.flatMap((id) => ruleSet.needs.get(id) ?? [])

function unmetNeeds(service: Service, judgement: Judgement): readonly UnmetNeed[] {
  return needsOf(service, judgement).flatMap((need): UnmetNeed[] => {
    const inPlace = needDiagram(need, judgement)
    if (isKnown(inPlace, true)) return []
    return [{ need: need.id, state: isKnown(inPlace, false) ? 'unmet' : 'unknown' }]
  })
}

const isHeld = ({ holds }: Candidate): boolean => holds.some((hold) => hold.certainty === 'certain')

const compareCandidates = (a: Candidate, b: Candidate): number =>
  compareTexts(a.certainty, b.certainty) ||
  Number(isHeld(a)) - Number(isHeld(b)) ||
  compareTexts(a.window.startBy, b.window.startBy)

/** Certain before possible, then the earliest window, then the order of the rule set. */
function compareGrounds(a: Grounds, b: Grounds, judgement: Judgement): number {
  const earliest = ({ rule }: Grounds): string =>
    valuesOf(judgement.window(rule)).reduce<string>((first, at) => (at !== null && at < first ? at : first), '~')
  const { rules } = judgement.ruleSet
  return (
    compareTexts(a.certainty, b.certainty) ||
    compareTexts(earliest(a), earliest(b)) ||
    rules.indexOf(a.rule) - rules.indexOf(b.rule)
  )
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
