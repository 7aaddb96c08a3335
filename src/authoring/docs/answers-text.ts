import type { BaseFact } from '../../core/snapshot/catalogue'
import { plain, type Writer } from './writer'

/** What can be answered to a question, for a table cell. "Not known" is always an answer too. */
export function answersText({ type, options, range, unit, none }: BaseFact, writer: Writer): string {
  const own = ownAnswers(type, options, writer)
  const numbers = range ? [writer.words.range(String(range[0]), String(range[1])), ...(unit ? [unit] : [])] : []
  const nothing = none ? [plain(none[writer.locale])] : []
  return [...own, ...numbers, ...nothing].join('<br>')
}

function ownAnswers(type: BaseFact['type'], options: BaseFact['options'], writer: Writer): string[] {
  if (type === 'boolean') return [writer.words.yes, writer.words.no]
  if (type === 'date') return [writer.words.day]
  return Object.values(options ?? {}).map((label) => plain(label[writer.locale]))
}
