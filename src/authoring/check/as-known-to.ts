import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'

/**
 * A case as it can be told to a rule set: without the facts and the deliveries of services that only the other one has.
 * What neither knows stays, so that it is refused.
 */
export function asKnownTo(ruleSet: RuleSet, other: RuleSet): (snapshot: unknown) => unknown {
  const facts = new Set([...factsOf(other).keys()].filter((id) => !factsOf(ruleSet).has(id)))
  const services = new Set(other.services.map(({ id }) => id).filter((id) => !hasService(ruleSet, id)))
  if (facts.size === 0 && services.size === 0) return (snapshot) => snapshot
  return (snapshot) => {
    if (!isObject(snapshot)) return snapshot
    const sections = Object.entries(snapshot).map(([section, content]): readonly [string, unknown] => {
      if (!isObject(content)) return [section, content]
      const known = Object.entries(content).filter(([fact]) => !facts.has(`${section}.${fact}`))
      // A section of which nothing is left was the other's alone.
      if (known.length === 0 && Object.keys(content).length > 0) return [section, undefined]
      return [section, Object.fromEntries(known.map(([fact, value]) => [fact, withoutServices(value, services)]))]
    })
    return Object.fromEntries(sections.filter(([, content]) => content !== undefined))
  }
}

const hasService = ({ services }: RuleSet, service: string): boolean => services.some(({ id }) => id === service)

/** Deliveries without those of some services; any other value as it is. */
const withoutServices = (value: unknown, services: ReadonlySet<string>): unknown =>
  Array.isArray(value)
    ? value.filter((item) => !(isObject(item) && [item.service, item.id].some((id) => services.has(id as string))))
    : value

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
