import { ENGINE_RULES } from '../../core/advice'
import { nearestName } from '../../core/issue/issue'
import { factsOf } from '../../core/rules/facts-of'
import { quote } from '../../core/rules/finding'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Expectation, ExpectedRecommendation } from './expectation'

/** What the engine says beside the rules. */
const ENGINE_NOTICES = [ENGINE_RULES.delivered, 'declined-duty', 'physician-knows-more'] as const

type Kind = 'rule' | 'service' | 'notice' | 'milestone' | 'need' | 'fact' | 'checklist'

/** Something that an expectation names, and that must exist. */
export interface Named {
  readonly kind: Kind
  readonly name: string
}

/** Everything that an expectation names. */
export function namesIn(expected: Expectation): readonly Named[] {
  return [
    ...all('rule', keys(expected.outcomes)),
    ...(expected.recommendations ?? []).flatMap(namesInRecommendation),
    ...all('service', expected.excludes),
    ...all('service', stepServices(expected)),
    ...all('service', [...shownServices(expected.shows), ...(expected.only ?? [])]),
    ...all('service', [...(expected.order ?? []), ...(expected.also ?? [])]),
    ...all('need', expected.next?.need === undefined ? [] : [expected.next.need]),
    ...all('notice', [...keys(expected.notices), ...(expected.noNotices ?? [])]),
    ...all('fact', [...(expected.asks ?? []), ...(expected.doesNotAsk ?? [])]),
    ...all('checklist', keys(expected.checklists)),
    ...all('fact', calendarFacts(expected.calendar)),
    ...all('milestone', [...keys(expected.calendar?.milestones), ...(expected.calendar?.noMilestones ?? [])]),
  ]
}

/** What an expectation names and the rule set does not have, a sentence each: such a claim could never fail, or never hold. */
export function strangersIn(expected: Expectation, ruleSet: RuleSet): readonly string[] {
  return namesIn(expected).flatMap(({ kind, name }) => {
    const known = knownNames(kind, ruleSet)
    if (known.includes(name)) return []
    const nearest = nearestName(name, known)
    return [`there is no ${kind} ${quote(name)}${nearest === undefined ? '' : `; the nearest is ${nearest}`}`]
  })
}

function knownNames(kind: Kind, ruleSet: RuleSet): readonly string[] {
  const { rules, services, needs, milestones, doubts, checklists } = ruleSet
  switch (kind) {
    case 'rule':
      return [...rules.map(({ id }) => id), ...Object.values(ENGINE_RULES)]
    case 'service':
      return services.map(({ id }) => id)
    case 'notice': {
      const said = rules.flatMap(({ event }) => (event.type === 'notice' ? [event.params.notice] : []))
      return [...said, ...milestones.map(({ id }) => id), ...Object.keys(doubts), ...ENGINE_NOTICES]
    }
    case 'milestone':
      return milestones.map(({ id }) => id)
    case 'need':
      return [...needs.keys(), FOLLOW_UP]
    case 'fact':
      return [...factsOf(ruleSet).keys()]
    case 'checklist':
      return checklists.map(({ id }) => id)
  }
}

function namesInRecommendation(claim: ExpectedRecommendation): readonly Named[] {
  const { reasons, notReasons, heldBy, notHeldBy, reviewOn, waivedBy, notWaivedBy, blockedBy, notBlockedBy } = claim
  const { needs, coveredBy, notCoveredBy, after } = claim
  return [
    ...all('service', [claim.service, ...keys(coveredBy), ...(notCoveredBy ?? []), ...(after ?? [])]),
    ...all('need', needs),
    ...[reasons, notReasons, notHeldBy, waivedBy, notWaivedBy].flatMap((ids) => all('rule', ids)),
    ...all('rule', [...keys(heldBy), ...keys(reviewOn)]),
    ...all('need', [...keys(blockedBy), ...(notBlockedBy ?? [])]),
    ...all('fact', claim.soonerDependsOn),
  ]
}

const shownServices = (shows: Expectation['shows']): readonly string[] =>
  Object.values(shows ?? {}).flatMap((services) => services ?? [])

const stepServices = ({ next, first }: Expectation): readonly string[] =>
  [next?.service, next?.for, next?.meanwhile, first].filter((name) => name !== undefined)

/** In the place of a need: ask what became of a service that is under way. */
const FOLLOW_UP = 'follow-up'

const calendarFacts = (calendar: Expectation['calendar']): string[] | undefined =>
  calendar?.alternatives?.map(({ dependsOn }) => dependsOn)

const all = (kind: Kind, names: readonly string[] = []): Named[] => names.map((name) => ({ kind, name }))
const keys = (record: object = {}): string[] => Object.keys(record)
