import type { InterviewQuestion } from 'verwijswijzer/browser'
import { choiceField } from './choice-field'
import { dayField } from './day-field'
import { documentField } from './document-field'
import type { Field, FieldContext } from './field'
import { flagsField } from './flags-field'
import { numberField } from './number-field'
import { rowsField } from './rows-field'
import { tickField } from './tick-field'

const FIELDS: Readonly<Record<InterviewQuestion['type'], (context: FieldContext) => Field>> = {
  boolean: choiceField,
  choice: choiceField,
  number: numberField,
  date: dayField,
  choices: tickField,
  document: documentField,
  spells: rowsField,
  leaves: rowsField,
  services: rowsField,
  advises: rowsField,
  // The system keeps it; no form asks it.
  raised: rowsField,
}

/** The controls that suit the type of a question. A flag is asked of each item of its list. */
export const fieldFor = (context: FieldContext): Field =>
  context.question.within === undefined ? FIELDS[context.question.type](context) : flagsField(context)
