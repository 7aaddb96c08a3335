import { inside, type Place } from '../../core/rules/finding'
import type { CoverDocument, ServiceDocument } from '../../core/rules/service-document'
import type { Mutant } from './mutant'
import { mutateNeeds, neighbourOf, type Surroundings } from './mutate-rule'

/** Every small fault in what a service needs, and in how it stands beside others. */
export function mutateService(service: ServiceDocument, place: Place, around: Surroundings): readonly Mutant[] {
  const { needs, covers = [], meanwhile, notFor, answersQuestion, beside } = service
  const without = (key: keyof ServiceDocument, what: string): Mutant => {
    return { kind: 'relation', place: inside(place, key), to: undefined, change: `without ${what}` }
  }
  const more = around.needs.find((need) => !needs.some((use) => (typeof use === 'string' ? use : use.need) === need))
  return [
    ...mutateNeeds(needs, inside(place, 'needs')),
    ...(more === undefined
      ? []
      : [{ kind: 'added', place: inside(place, 'needs'), to: [...needs, more], change: `with ${more}` } as const]),
    ...mutateCovers(service, covers, inside(place, 'covers'), around),
    ...(meanwhile ? [without('meanwhile', `${meanwhile.service} meanwhile`)] : []),
    ...(answersQuestion ? [without('answersQuestion', 'an end to its question')] : []),
    ...(notFor
      ? [without('notFor', 'those for whom it is not'), ...fewerRegimes(notFor, inside(place, 'notFor'))]
      : []),
    beside
      ? without('beside', 'a place beside others')
      : { kind: 'relation', place: inside(place, 'beside'), to: true, change: 'beside others' },
  ]
}

function mutateCovers(
  service: ServiceDocument,
  covers: readonly CoverDocument[],
  place: Place,
  { services, rules }: Surroundings,
): readonly Mutant[] {
  const ranks = rules.flatMap(({ event, priority }) =>
    event.type === 'recommend' && priority !== undefined && event.params.services.includes(service.id)
      ? [priority]
      : [],
  )
  const own = [...new Set([service.priority?.rank ?? 50, ...ranks])].sort((a, b) => a - b)
  const changes = covers.flatMap((cover, at): readonly Mutant[] => {
    const as = (to: CoverDocument | undefined, change: string): Mutant => {
      const list = to ? covers.with(at, to) : covers.toSpliced(at, 1)
      return { kind: 'relation', place, to: list, change: `${cover.service}: ${change}` }
    }
    const { evenBlocked, upToRank, reasons, fixedMoments, ...rest } = cover
    const least = own[0]
    return [
      as(undefined, 'not covered'),
      evenBlocked
        ? as({ ...rest, ...given({ upToRank, reasons, fixedMoments }) }, 'not while blocked')
        : as({ ...cover, evenBlocked: true }, 'even while blocked'),
      ...(upToRank === undefined
        ? own.length > 1 && least !== undefined
          ? [as({ ...cover, upToRank: least }, `up to rank ${least}`)]
          : []
        : [as({ ...rest, ...given({ evenBlocked, reasons, fixedMoments }) }, 'whatever its rank')]),
      ...(reasons && reasons.length > 1
        ? reasons.map((one, index) => as({ ...cover, reasons: reasons.toSpliced(index, 1) }, `not for ${one}`))
        : []),
      ...(reasons ? [as({ ...rest, ...given({ evenBlocked, upToRank, fixedMoments }) }, 'for every reason')] : []),
      ...(fixedMoments
        ? [as({ ...rest, ...given({ evenBlocked, upToRank, reasons }) }, 'not its fixed moments alone')]
        : []),
    ]
  })
  // What covers it already, directly or through others, cannot be covered by it.
  const reaching = reachingTo(service.id, services)
  const free = services.map(({ id }) => id).filter((id) => !reaching.has(id))
  const next = neighbourOf(
    service.id,
    covers.map((cover) => cover.service),
    free.toSpliced(0, 0, service.id),
  )
  const relation = { basis: 'product', sources: service.sources, text: service.description } as const
  if (next === undefined || next === service.id) return changes
  const to = [...covers, { service: next, ...relation }]
  return [...changes, { kind: 'added', place, to, change: `covers ${next}` }]
}

/** A service and all that cover it, directly or through others. */
function reachingTo(service: string, services: Surroundings['services']): ReadonlySet<string> {
  const found = new Set([service])
  for (let more = true; more; ) {
    const before = found.size
    for (const { id, covers } of services) if (covers.some((cover) => found.has(cover.service))) found.add(id)
    more = found.size > before
  }
  return found
}

function fewerRegimes(notFor: NonNullable<ServiceDocument['notFor']>, place: Place): readonly Mutant[] {
  const { regimes } = notFor
  if (regimes.length < 2) return []
  return regimes.map((regime, at): Mutant => {
    return { kind: 'relation', place: inside(place, 'regimes'), to: regimes.toSpliced(at, 1), change: `for ${regime}` }
  })
}

/** Two services that follow each other in the order change places. */
export function swapPlaces(services: readonly ServiceDocument[], own: ReadonlySet<string>): readonly Mutant[] {
  const ranked = services
    .flatMap(({ id, priority }, at) => (priority ? [{ id, at, rank: priority.rank }] : []))
    .sort((a, b) => a.rank - b.rank)
  return ranked.slice(1).flatMap((one, index): readonly Mutant[] => {
    const other = ranked[index] as (typeof ranked)[number]
    if (one.rank === other.rank || !(own.has(one.id) || own.has(other.id))) return []
    const ranks = new Map([
      [one.at, other.rank],
      [other.at, one.rank],
    ])
    const to = services.map((service, at) => {
      const rank = ranks.get(at)
      return rank === undefined || !service.priority ? service : { ...service, priority: { ...service.priority, rank } }
    })
    const place = { file: 'services.json', path: ['services'] }
    return [{ kind: 'priority', place, to, change: `${one.id} before ${other.id}` }]
  })
}

/** Those that are there. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
