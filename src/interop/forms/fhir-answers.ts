import type { Snapshot } from '../../core/snapshot/snapshot'
import { isCoded, splitAnswer } from '../../forms/form/answer-codes'
import { questionsIn, shownAnswer } from '../../forms/form/form-answers'
import { type FormOptions, type ShownForm, type ShownQuestion, showForm } from '../../forms/form/shown-form'
import { codingOf } from './fhir-codes'
import { otherwiseLink, partLink } from './fhir-items'
import { canonicalOf, fhirQuestionnaire } from './fhir-questionnaire'
import type { FhirAnswer, FhirItem, FhirResponse, FhirResponseItem } from './fhir-types'

/** What stands at the items of a questionnaire: answers by `linkId`, and for a group that repeats, those of each time. */
interface Filled {
  readonly answers: ReadonlyMap<string, readonly FhirAnswer[]>
  readonly rows: ReadonlyMap<string, readonly Filled[]>
}

/**
 * The answers of a snapshot as a response to the questionnaire of `exportForm('fhir-questionnaire', options)`, R4 or
 * R5: those that it shows. In progress: it keeps answers to questions that no longer matter.
 */
export function fhirResponseOf(snapshot: Snapshot, options?: FormOptions): FhirResponse {
  const form = showForm(options)
  const questionnaire = fhirQuestionnaire(form, 'R4')
  return {
    resourceType: 'QuestionnaireResponse',
    language: form.locale,
    questionnaire: canonicalOf(questionnaire),
    status: 'in-progress',
    item: fillItems(questionnaire.item, filledIn(form, snapshot)),
  }
}

/** The items that hold something, in the order of the questionnaire. */
function fillItems(items: readonly FhirItem[], filled: Filled): readonly FhirResponseItem[] {
  return items.flatMap((item): readonly FhirResponseItem[] => {
    const { linkId, text, item: inner = [] } = item
    const label = text === undefined ? {} : { text }
    if (item.type !== 'group') {
      const answer = filled.answers.get(linkId)
      return answer ? [{ linkId, ...label, answer }] : []
    }
    const times = filled.rows.get(linkId) ?? [filled]
    return times
      .map((time) => ({ linkId, ...label, item: fillItems(inner, time) }))
      .filter((group) => group.item.length > 0)
  })
}

function filledIn(form: ShownForm, { asOf, caseId, ...snapshot }: Snapshot): Filled {
  const answers = new Map<string, readonly FhirAnswer[]>([['asOf', [{ valueDate: asOf }]]])
  if (caseId !== undefined) answers.set('caseId', [{ valueString: caseId }])
  const rows = new Map<string, readonly Filled[]>()
  for (const question of questionsIn(form)) {
    const { fact, columns } = question
    const answer = shownAnswer(question, { asOf, ...snapshot })
    const { value, otherwise } = isCoded(question) ? { value: answer } : splitAnswer(question, answer)
    if (otherwise !== undefined)
      answers.set(otherwiseLink(fact), [{ valueCoding: codingOf(fact, otherwise as string) }])
    if (value === undefined) continue
    if (columns.length > 0)
      rows.set(
        fact,
        (value as readonly Row[]).map((row) => rowOf(question, row)),
      )
    else answers.set(fact, valuesOf(question, value))
  }
  return { answers, rows }
}

type Row = Readonly<Record<string, string | boolean | undefined>>

function rowOf({ fact, columns }: ShownQuestion, row: Row): Filled {
  const answers = columns.flatMap(({ key, codes }) => {
    const value = row[key]
    if (value === undefined) return []
    const answer = codes ? { valueCoding: codingOf(`${fact}.${key}`, value) } : { valueDate: value as string }
    return [[partLink(fact, key), [answer]] as const]
  })
  return { answers: new Map(answers), rows: new Map() }
}

function valuesOf({ fact, type }: ShownQuestion, value: unknown): readonly FhirAnswer[] {
  if (type === 'date') return [{ valueDate: value as string }]
  if (type === 'number') return [{ valueDecimal: value as number }]
  const picks = Array.isArray(value) ? (value as readonly string[]) : [value as string | boolean]
  return picks.map((pick) => ({ valueCoding: codingOf(fact, pick) }))
}
