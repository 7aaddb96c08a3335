import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'

type Names = Readonly<Record<string, readonly string[]>>

/** A JSON Schema with the names of a rule set offered wherever one is asked for, by the key that it stands under. */
export function suggestNames(schema: unknown, ruleSet: RuleSet, facts: ReadonlyMap<string, BaseFact>): unknown {
  return offer(schema, namesByKey(ruleSet, facts))
}

function namesByKey(
  { rules, services, needs, parameters, milestones }: RuleSet,
  facts: ReadonlyMap<string, BaseFact>,
): Names {
  const ids = rules.map(({ id }) => id)
  const delivered = services.map(({ id }) => id)
  const asked = [...facts.keys()]
  const days = asked.filter((id) => facts.get(id)?.type === 'date')
  return {
    rule: ids,
    rules: ids,
    withHold: ids,
    reasons: ids,
    notReasons: ids,
    heldBy: ids,
    notHeldBy: ids,
    reviewOn: ids,
    waivedBy: ids,
    notWaivedBy: ids,
    outcomes: ids,
    service: delivered,
    services: delivered,
    excludes: delivered,
    needs: [...needs.keys()],
    blockedBy: [...needs.keys()],
    notBlockedBy: [...needs.keys()],
    questions: asked,
    asks: asked,
    doesNotAsk: asked,
    dependsOn: asked,
    anchor: ['asOf', 'absence.effectiveFirstDay', ...days],
    policy: [...parameters.keys()],
    plus: [...parameters.keys()],
    milestones: milestones.map(({ id }) => id),
    noMilestones: milestones.map(({ id }) => id),
  }
}

function offer(schema: unknown, names: Names): unknown {
  if (Array.isArray(schema)) return schema.map((part) => offer(part, names))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [
      key,
      key === 'properties' ? offerIn(part, names) : offer(part, names),
    ]),
  )
}

function offerIn(properties: object, names: Names): object {
  return Object.fromEntries(
    Object.entries(properties).map(([key, part]) => [
      key,
      Object.hasOwn(names, key) ? withNames(offer(part, names), names[key] ?? []) : offer(part, names),
    ]),
  )
}

/** A text, a list of texts, or an object whose keys are such texts. Anything else is left as it is. */
function withNames(schema: unknown, names: readonly string[]): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  const { type, items, propertyNames } = schema as Record<string, unknown>
  if (type === 'string' && !('enum' in schema)) return { anyOf: [{ enum: names }, schema] }
  if (type === 'array' && isText(items)) return { ...schema, items: { anyOf: [{ enum: names }, items] } }
  if (type === 'object' && isText(propertyNames))
    return { ...schema, propertyNames: { anyOf: [{ enum: names }, propertyNames] } }
  return schema
}

const isText = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'string'
