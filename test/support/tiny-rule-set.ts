import { loadRuleSet } from '../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../src/core/rules/rule-set'
import { BASE_FACTS } from '../../src/core/snapshot/catalogue'
import { shippedCopy } from './patch-rule-set'

const text = { nl: 'Een regel om mee te testen.', en: 'A rule to test with.' }
const sources = [{ id: 'verwijswijzer', section: 'prompt-referral' }]

/** The name of the question that asks the condition with this index. */
export const questionFor = (index: number): string => `tiny/q-${index}`

/**
 * The files of a rule set with one checklist, in which every condition is a rule of its own that does nothing but
 * be met or not; services, policy and milestones are the shipped ones.
 */
export function tinyFiles(
  conditions: readonly unknown[],
  named: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const files = shippedCopy()
  for (const file of Object.keys(files)) if (file.startsWith('checklists/')) delete files[file]
  return {
    ...files,
    'services.json': withoutRelations(files['services.json'] as Services),
    'manifest.json': { ...(files['manifest.json'] as object), checklists: ['tiny'] },
    'checklists/tiny.json': {
      id: 'tiny',
      order: 1,
      title: text,
      description: text,
      sources,
      questions: [...BASE_FACTS.keys()],
      conditions: named,
      positive: conditions[0],
      rules: conditions.map((condition, index) => ({
        id: questionFor(index),
        conditions: condition,
        event: { type: 'notice', params: { notice: 'tiny' } },
        text,
        basis: 'product',
        sources,
      })),
    },
  }
}

type Services = { readonly services: readonly object[] }

/** What makes what superfluous names rules that are not there. */
const withoutRelations = (catalogue: Services): object => ({
  ...catalogue,
  services: catalogue.services.map((service) => ({ ...service, covers: [] })),
})

export function tinyRuleSet(...given: Parameters<typeof tinyFiles>): RuleSet {
  const loaded = loadRuleSet(tinyFiles(...given))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  return loaded.ruleSet
}
