import { PHYSICIAN_ADVICE } from '../../src/advice'
import type { ExpectedRecommendation, Fixture } from './load-fixtures'

type Kind = 'rule' | 'service' | 'notice' | 'milestone' | 'need' | 'fact' | 'checklist' | 'source'

/** Something that a fixture names, and that must exist. */
export interface Named {
  readonly kind: Kind
  readonly name: string
}

/** Everything that a fixture names besides what stands in its snapshot and its policy, which parsing checks. */
export function namesIn({ source, expect }: Fixture): readonly Named[] {
  return [
    ...all('source', source ? [source.id] : []),
    ...all('rule', keys(expect.outcomes)),
    ...(expect.recommendations ?? []).flatMap(namesInRecommendation),
    ...all('service', expect.excludes),
    ...all('notice', [...keys(expect.notices), ...(expect.noNotices ?? [])]),
    ...all('fact', [...(expect.asks ?? []), ...(expect.doesNotAsk ?? [])]),
    ...all('checklist', keys(expect.checklists)),
    ...all('fact', calendarFacts(expect.calendar)),
    ...all('milestone', [...keys(expect.calendar?.milestones), ...(expect.calendar?.noMilestones ?? [])]),
  ]
}

function namesInRecommendation(claim: ExpectedRecommendation): readonly Named[] {
  const { reasons, notReasons, heldBy, notHeldBy, reviewOn, waivedBy, notWaivedBy, blockedBy, notBlockedBy } = claim
  return [
    ...all('service', [claim.service]),
    ...[reasons, notReasons, notHeldBy, waivedBy, notWaivedBy].flatMap((ids) => all('rule', ids)),
    ...all('rule', [...keys(heldBy), ...keys(reviewOn)]),
    ...all('need', [...keys(blockedBy), ...(notBlockedBy ?? [])]),
    ...all('fact', claim.dependsOn),
  ]
}

/** For the employer a generic name stands in the place of a medical fact. */
const calendarFacts = (calendar: Fixture['expect']['calendar']): string[] | undefined =>
  calendar?.alternatives?.map(({ dependsOn }) => dependsOn).filter((fact) => fact !== PHYSICIAN_ADVICE)

const all = (kind: Kind, names: readonly string[] = []): Named[] => names.map((name) => ({ kind, name }))
const keys = (record: object = {}): string[] => Object.keys(record)
