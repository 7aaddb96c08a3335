import type { BaseFact } from '../../core/snapshot/catalogue'
import { both, plain, word } from './writer'

/** What can be answered to a question, for a table cell. "Not known" is always an answer too. */
export function answersText({ type, options, range, unit, none }: BaseFact): string {
  const own = ownAnswers(type, options)
  const numbers = range
    ? [word((words) => words.range(String(range[0]), String(range[1]))), ...(unit ? [unit] : [])]
    : []
  const nothing = none ? [plain(both(none))] : []
  return [...own, ...numbers, ...nothing].join('<br>')
}

function ownAnswers(type: BaseFact['type'], options: BaseFact['options']): string[] {
  if (type === 'boolean') return [word((words) => words.yes), word((words) => words.no)]
  if (type === 'date') return [word((words) => words.day)]
  return Object.values(options ?? {}).map((label) => plain(both(label)))
}
