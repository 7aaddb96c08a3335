import type { RuleSet } from '../../core/rules/rule-set'
import type { Text } from '../../core/snapshot/fact'
import { both, bullets, code, parameterLink, plain } from './writer'

const EXTENDS: Text = { nl: 'Breidt uit', en: 'Extends' }
const DISABLED: Text = { nl: 'Niet van kracht', en: 'Not in force' }

/** What a rule set changes in the one that it extends, each change with its reason; nothing for one that stands alone. */
export function extensionPart({ extension }: RuleSet): string {
  if (!extension) return ''
  const { id, version, disabled, overrides } = extension
  const changes = [
    ...disabled.map(({ rule, reason }) => `${both(DISABLED)}: ${code(rule)}. ${plain(both(reason))}`),
    ...overrides.map(({ name, from, to, reason }) => `${parameterLink(name)}: ${from} → ${to}. ${plain(both(reason))}`),
  ]
  return [`${both(EXTENDS)}: ${code(id)} ${version}.`, ...(changes.length > 0 ? [bullets(changes)] : [])].join('\n\n')
}
