import type { Issue } from '../issue/issue'
import { checkCondition } from './check-condition'
import { checkLength } from './check-window'
import { finding, inside, type Place, unknownName } from './finding'
import type { RuleSetNames } from './names'
import type { Documents } from './read-documents'
import type { NeedOf, ServiceDocument } from './service-document'

const FILE = 'services.json'
const REGIMES = 'employment.regime'

/** What services need, and their relations: every name exists, and no service covers itself in a circle. */
export function checkServices({ services }: Documents, whole: Documents, names: RuleSetNames): Issue[] {
  return [
    ...services.services.flatMap((service, at) => checkService(service, { file: FILE, path: ['services', at] }, names)),
    ...services.needs.flatMap((need, at) => {
      const place = { file: FILE, path: ['needs', at] }
      const refused = need.whenRefused
        ? checkLength(need.whenRefused.reviewAfter, inside(place, 'whenRefused', 'reviewAfter'), names)
        : []
      return [...checkNeedFact(need.fact, inside(place, 'fact'), names), ...refused]
    }),
    ...findCircles(whole.services.services, services.services),
  ]
}

function checkNeedFact(id: string, place: Place, names: RuleSetNames): Issue[] {
  const fact = names.facts.get(id)
  if (!fact) return [unknownName('unknown-fact', place, 'fact', id, names.facts.keys())]
  if (fact.type !== 'boolean') return [finding('value-type', place, 'a need is decided by a fact that is yes or no')]
  return fact.tier === 'medical'
    ? [finding('tier-conflict', place, 'a need is shown to the employer; its fact is medical')]
    : []
}

function checkService(service: ServiceDocument, place: Place, names: RuleSetNames): Issue[] {
  const ofService = (id: string, at: Place): Issue[] =>
    names.services.has(id) ? [] : [unknownName('unknown-service', at, 'service', id, names.services)]
  const condition = (value: unknown, at: Place): Issue[] =>
    value === undefined
      ? []
      : checkCondition(value, at, { facts: names.facts, parameters: names.parameters, named: {} })
  const regimes = Object.keys(names.facts.get(REGIMES)?.options ?? {})
  return [
    ...checkNeeds(service.needs, inside(place, 'needs'), names),
    ...(service.covers ?? []).flatMap((cover, index) => {
      const at = inside(place, 'covers', index)
      return [
        ...ofService(cover.service, inside(at, 'service')),
        ...(cover.service === service.id
          ? [finding('cyclic-cover', inside(at, 'service'), 'a service cannot cover itself')]
          : []),
        ...(cover.reasons ?? []).flatMap((rule, which) =>
          names.rules.get(rule) === 'recommend'
            ? []
            : [
                unknownName(
                  'unknown-rule',
                  inside(at, 'reasons', which),
                  'rule that recommends,',
                  rule,
                  names.rules.keys(),
                ),
              ],
        ),
      ]
    }),
    ...(service.meanwhile ? ofService(service.meanwhile.service, inside(place, 'meanwhile', 'service')) : []),
    ...(service.meanwhile?.service === service.id
      ? [finding('cyclic-cover', inside(place, 'meanwhile', 'service'), 'a service cannot stand in for itself')]
      : []),
    ...(service.notFor?.regimes ?? []).flatMap((regime, index) =>
      regimes.includes(regime)
        ? []
        : [
            unknownName(
              'unknown-value',
              inside(place, 'notFor', 'regimes', index),
              `value of ${REGIMES}`,
              regime,
              regimes,
            ),
          ],
    ),
    ...condition(service.answersQuestion?.reopenedBy, inside(place, 'answersQuestion', 'reopenedBy')),
  ]
}

/** The needs of a service, or of a rule. */
export function checkNeeds(needs: readonly NeedOf[], place: Place, names: RuleSetNames): Issue[] {
  return needs.flatMap((need, index) => {
    const [id, at] = typeof need === 'string' ? [need, inside(place, index)] : [need.need, inside(place, index, 'need')]
    const when = typeof need === 'string' ? undefined : need.when
    return [
      ...(names.needs.has(id) ? [] : [unknownName('unknown-need', at, 'need', id, names.needs)]),
      ...(when === undefined
        ? []
        : checkCondition(when, inside(place, index, 'when'), {
            facts: names.facts,
            parameters: names.parameters,
            named: {},
          })),
    ]
  })
}

/** Services that would cover each other in a circle, so that none of them would be left; told where the set itself says so. */
function findCircles(all: readonly ServiceDocument[], own: readonly ServiceDocument[]): Issue[] {
  const covers = new Map(all.map(({ id, covers }) => [id, (covers ?? []).map(({ service }) => service)]))
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (seen.has(from)) return false
    seen.add(from)
    return (covers.get(from) ?? []).some((next) => next === to || reaches(next, to, seen))
  }
  return own.flatMap(({ id, covers: of = [] }, at) =>
    of.flatMap(({ service }, index) =>
      service !== id && reaches(service, id)
        ? [
            finding(
              'cyclic-cover',
              { file: FILE, path: ['services', at, 'covers', index, 'service'] },
              `${service} covers ${id} as well, directly or through others: of services that cover each other none would be left`,
            ),
          ]
        : [],
    ),
  )
}
