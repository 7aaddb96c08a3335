import type { InterviewQuestion } from 'verwijswijzer/browser'
import type { FieldContext } from './field'
import type { RadioOption } from './radio'

/** One part of a list item. */
export interface Column {
  readonly key: string
  readonly label: string
  /** Said with the label: when it may be left empty, what counts. */
  readonly help?: string
  readonly required: boolean
  /** What to choose from; a day where there is none. */
  readonly options?: readonly RadioOption[]
}

/** The parts of the items of a list, its flags last. */
export function columnsOf({ question, flags, words }: FieldContext): readonly Column[] {
  const day = (key: string, help?: string): Column => ({
    key,
    label: words.columns[key] ?? key,
    ...(help === undefined ? {} : { help }),
    required: help === undefined,
  })
  const service: Column = {
    key: 'service',
    label: words.columns.service ?? 'service',
    required: true,
    options: question.options,
  }
  const state: Column = {
    key: 'state',
    label: words.columns.state ?? 'state',
    ...(words.optional.state === undefined ? {} : { help: words.optional.state }),
    required: false,
    options: Object.entries(words.states).map(([value, label]) => ({ value, label })),
  }
  const own: Readonly<Partial<Record<InterviewQuestion['type'], readonly Column[]>>> = {
    spells: [day('firstDay'), day('recoveredOn', words.optional.recoveredOn)],
    leaves: [day('from'), day('until')],
    services: [
      service,
      state,
      day('on'),
      { ...day('until', words.optional['services.until']), label: words.columns['services.until'] ?? 'until' },
    ],
    advises: [service, day('on'), day('by', words.optional.by)],
  }
  return [...(own[question.type] ?? []), ...flags.map((flag) => flagColumn(flag, words))]
}

export function flagColumn({ fact, question, help, options }: InterviewQuestion, words: FieldContext['words']): Column {
  const unknown = Object.entries(words.unknown).map(([value, label]) => ({ value, label }))
  return {
    key: fact.slice(fact.lastIndexOf('.') + 1),
    label: question,
    ...(help === undefined ? {} : { help }),
    required: false,
    options: [...options, ...unknown],
  }
}
