import type { Text } from '../../core/snapshot/fact'
import { bullets, code, parameterLink, plain, type Writer } from './writer'

const EXTENDS: Text = { nl: 'Breidt uit', en: 'Extends' }
const DISABLED: Text = { nl: 'Niet van kracht', en: 'Not in force' }

/** What a rule set changes in the one that it extends, each change with its reason; nothing for one that stands alone. */
export function extensionPart(writer: Writer): string {
  const { extension } = writer.ruleSet
  if (!extension) return ''
  const { id, version, disabled, overrides } = extension
  const changes = [
    ...disabled.map(({ rule, reason }) => `${DISABLED[writer.locale]}: ${code(rule)}. ${plain(reason[writer.locale])}`),
    ...overrides.map(
      ({ name, from, to, reason }) => `${parameterLink(name)}: ${from} → ${to}. ${plain(reason[writer.locale])}`,
    ),
  ]
  return [`${EXTENDS[writer.locale]}: ${code(id)} ${version}.`, ...(changes.length > 0 ? [bullets(changes)] : [])].join(
    '\n\n',
  )
}
