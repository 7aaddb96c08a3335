import type { WeighedService } from './weigh-services'

/**
 * The unanswered facts that can still change the advice, each with the services it can change: by id, and exact.
 * A fact decides a service when two completions of the snapshot that differ in that fact alone lead to a different
 * recommendation, window, hold or need.
 */
export function whatDecides(weighed: readonly WeighedService[]): ReadonlyMap<string, readonly string[]> {
  const decides = new Map<string, string[]>()
  for (const { rules, verdict } of weighed)
    for (const fact of verdict.decides) {
      const services = decides.get(fact)
      if (services) services.push(rules.service.id)
      else decides.set(fact, [rules.service.id])
    }
  return decides
}
