import type { ChecklistDocument, RuleDocument } from './document'
import type { Override, TextsDocument } from './extension-document'
import type { ParameterDocument } from './parameter'
import type { Documents } from './read-documents'

/**
 * One rule set out of two: what `base` says, with what `own` adds, overrides, rewords and disables. Both are of the right
 * shape; a name in `own` that does not exist changes nothing here, and is a finding elsewhere.
 */
export function extendDocuments(base: Documents, own: Documents): Documents {
  const disabled = withNoticesOf(new Set(own.manifest.disables?.map(({ rule }) => rule)), base)
  const checklists = [...base.checklists].map(
    ([file, checklist]) => [file, remaining(checklist, disabled, own.texts)] as const,
  )
  const merged = new Map([...checklists, ...own.checklists])
  return {
    manifest: { ...own.manifest, checklists: [...base.manifest.checklists, ...own.manifest.checklists] },
    services: {
      services: [...reworded(base.services.services, own.texts.services), ...own.services.services],
      needs: [...reworded(base.services.needs, own.texts.needs), ...own.services.needs],
    },
    policy: {
      parameters: [...overridden(base.policy.parameters, own.policy.overrides ?? []), ...own.policy.parameters],
    },
    sources: { sources: [...base.sources.sources, ...own.sources.sources] },
    milestones: {
      doubts: base.milestones.doubts,
      milestones: [...reworded(base.milestones.milestones, own.texts.milestones), ...own.milestones.milestones],
    },
    facts: [...base.facts, ...own.facts],
    texts: {},
    migrations: [...base.migrations, ...own.migrations],
    approvals: [...base.approvals, ...own.approvals],
    checklists: merged,
  }
}

/** A notice that is shown only beside a hold has nothing to stand beside without it. */
function withNoticesOf(rules: ReadonlySet<string>, { checklists }: Documents): ReadonlySet<string> {
  const beside = [...checklists.values()]
    .flatMap((checklist) => checklist.rules)
    .filter(({ event }) => event.type === 'notice' && rules.has(event.params.withHold ?? ''))
  return new Set([...rules, ...beside.map(({ id }) => id)])
}

function remaining(
  checklist: ChecklistDocument,
  disabled: ReadonlySet<string>,
  { checklists, rules }: TextsDocument,
): ChecklistDocument {
  const kept = checklist.rules.flatMap((rule) => (disabled.has(rule.id) ? [] : (withoutTargets(rule, disabled) ?? [])))
  const [worded] = reworded([checklist], checklists)
  return { ...(worded ?? checklist), rules: reworded(kept, rules) }
}

/** A rule that waives other rules, without those that are disabled; undefined when it would waive none. */
function withoutTargets(rule: RuleDocument, disabled: ReadonlySet<string>): RuleDocument | undefined {
  if (rule.event.type !== 'waive' || !('rules' in rule.event.params)) return rule
  const rules = rule.event.params.rules.filter((id) => !disabled.has(id))
  if (rules.length === rule.event.params.rules.length) return rule
  return rules.length === 0 ? undefined : { ...rule, event: { type: 'waive', params: { rules } } }
}

/** Items by id with other words, where there are any. */
const reworded = <Item extends { readonly id: string }>(
  items: readonly Item[],
  words: Readonly<Record<string, object>> | undefined,
): Item[] => items.map((item) => ({ ...item, ...(words && Object.hasOwn(words, item.id) ? words[item.id] : {}) }))

/** On the organisation's own authority: whatever the source of the old default, it does not say the new one. */
const overridden = (
  parameters: readonly ParameterDocument[],
  overrides: readonly Override[],
): readonly ParameterDocument[] =>
  parameters.map((parameter) => {
    const override = overrides.find(({ name }) => name === parameter.name)
    return override ? { ...parameter, default: override.default, basis: 'product' } : parameter
  })
