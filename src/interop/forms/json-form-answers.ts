import { type ParsedSnapshot, parseSnapshot } from '../../core/parse-snapshot'
import type { Snapshot } from '../../core/snapshot/snapshot'
import type { ReadOptions } from '../../forms/form/assemble-snapshot'
import { questionsIn, shownAnswer } from '../../forms/form/form-answers'
import { type FormOptions, showForm } from '../../forms/form/shown-form'
import { nameOf } from './json-schema-form'

/** The answers of a snapshot as data for `exportForm('json-schema')` and `exportForm('json-forms')`: those that it shows. */
export function jsonFormDataOf(snapshot: Snapshot, options?: FormOptions): Record<string, unknown> {
  const { asOf, caseId } = snapshot
  const data: Record<string, unknown> = { asOf, ...(caseId === undefined ? {} : { caseId }) }
  for (const question of questionsIn(showForm(options))) {
    const answer = shownAnswer(question, snapshot)
    if (answer === undefined) continue
    data[question.section] = { ...(data[question.section] as object | undefined), [nameOf(question)]: answer }
  }
  return data
}

/** The snapshot that the data of a JSON form is, or every issue. Never throws. */
export const snapshotFromJsonForm = (data: unknown, options?: ReadOptions): ParsedSnapshot =>
  parseSnapshot(data, options)
