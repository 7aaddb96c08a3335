import type { FhirItem, FhirQuestionnaire, FhirResponse, FhirResponseItem } from '../../src/interop/forms/fhir-types'

type Answers = NonNullable<FhirResponseItem['answer']>

/**
 * The `linkId`s of the items that are enabled, as FHIR R4 and R5 define `enableWhen` (Questionnaire.item.enableWhen):
 * an item inside a disabled one is disabled, and a condition on a disabled item proceeds as though it has no value.
 */
export function enabledItems({ item }: FhirQuestionnaire, response: FhirResponse): ReadonlySet<string> {
  const items = new Map<string, { readonly item: FhirItem; readonly parent: string | undefined }>()
  const index = (list: readonly FhirItem[], parent: string | undefined): void => {
    for (const one of list) {
      items.set(one.linkId, { item: one, parent })
      index(one.item ?? [], one.linkId)
    }
  }
  index(item, undefined)
  const answers = answersIn(response.item)
  const isEnabled = (linkId: string): boolean => {
    const found = items.get(linkId)
    if (!found) throw new RangeError(`no item ${linkId}`)
    const { enableWhen = [], enableBehavior } = found.item
    if (found.parent !== undefined && !isEnabled(found.parent)) return false
    if (enableWhen.length === 0) return true
    if (enableWhen.length > 1 && enableBehavior === undefined) throw new RangeError(`no behaviour at ${linkId}`)
    const met = enableWhen.map(({ question, operator, answerBoolean, answerCoding }) => {
      const given = isEnabled(question) ? (answers.get(question) ?? []) : []
      if (operator === 'exists') return given.length > 0 === answerBoolean
      return given.some(
        ({ valueCoding }) => valueCoding?.system === answerCoding?.system && valueCoding?.code === answerCoding?.code,
      )
    })
    return enableBehavior === 'any' ? met.includes(true) : !met.includes(false)
  }
  return new Set([...items.keys()].filter(isEnabled))
}

function answersIn(items: readonly FhirResponseItem[]): Map<string, Answers> {
  const answers = new Map<string, Answers>()
  const read = (list: readonly FhirResponseItem[]): void => {
    for (const { linkId, answer = [], item = [] } of list) {
      answers.set(linkId, [...(answers.get(linkId) ?? []), ...answer])
      read(item)
    }
  }
  read(items)
  return answers
}
