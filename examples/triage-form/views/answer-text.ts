import type { InterviewQuestion } from 'verwijswijzer/browser'
import type { ViewContext } from './view-context'

type Item = Readonly<Record<string, unknown>>

/** An answer as a person reads it; undefined for one that is not there. */
export function answerText(question: InterviewQuestion, context: ViewContext): string | undefined {
  const { said, value, type, options, none, unit } = question
  const { words, day } = context
  if (said !== undefined) return words.questions.unknown[said === 'unknown' ? said : (`unknown:${said}` as const)]
  if (value === undefined) return undefined
  const labelOf = (one: unknown): string => options.find((option) => option.value === one)?.label ?? String(one)
  if (value === 'none') return none
  if (Array.isArray(value)) {
    if (value.length === 0) return words.questions.nothing[type] ?? none
    return value.map((item) => (typeof item === 'object' ? itemText(item as Item) : labelOf(item))).join('; ')
  }
  if (type === 'date') return dayOrMonth(String(value))
  if (type === 'number') return `${value} ${words.questions.units[unit ?? ''] ?? unit ?? ''}`.trim()
  if (type === 'document') return itemText(value as Item)
  return labelOf(value)

  function itemText(item: Item): string {
    return Object.entries(item)
      .flatMap(([key, part]) => {
        if (typeof part === 'string' && /^\d{4}-\d{2}/.test(part))
          return [`${(words.questions.columns[key] ?? key).toLowerCase()} ${dayOrMonth(part)}`]
        if (key === 'service' || key === 'type') return [labelOf(part)]
        return key === 'state' ? [words.questions.states[String(part)] ?? String(part)] : []
      })
      .join(', ')
  }
  function dayOrMonth(text: string): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text
  }
}
