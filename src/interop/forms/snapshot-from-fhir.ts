import type { Issue } from '../../core/issue/issue'
import type { ParsedSnapshot } from '../../core/parse-snapshot'
import type { BaseFact } from '../../core/snapshot/catalogue'
import type { Locale } from '../../core/snapshot/fact'
import { localeOf } from '../../core/snapshot/parse-options'
import { copyPlainData } from '../../core/snapshot/plain-data'
import { type IssueParts, snapshotIssue } from '../../core/snapshot/snapshot-issue'
import { type AnswerParts, isList } from '../../forms/form/answer-codes'
import {
  assembleSnapshot,
  type ReadOptions,
  ruleSetIn,
  unknownName,
  wholeFacts,
} from '../../forms/form/assemble-snapshot'
import { valueOfCoding } from './fhir-codes'
import { questionnaireUrl } from './fhir-questionnaire'

type Data = Readonly<Record<string, unknown>>

const HEADER = ['asOf', 'caseId']
/** What may follow the id of a fact in the `linkId` of an item that holds no answer. */
const HOLDS_NOTHING = /^(question|help|asked-\d)$/
/** Questionnaires nest six levels deep; each is an object in a list, and an answer two more. */
const LIMITS = { depth: 32, nodes: 50_000, textLength: 1_000_000 }

/** A response that counts: one that was stopped or entered in error does not. */
const STATUSES = ['in-progress', 'completed', 'amended']
/** The kinds of values that our questionnaires ask for. */
const VALUES = ['valueCoding', 'valueDate', 'valueDecimal', 'valueString']

/**
 * The snapshot that a FHIR QuestionnaireResponse says, R4 or R5, to a questionnaire of `exportForm`. An item without
 * an answer was not asked.
 *
 * @returns The snapshot, or every issue, with paths into the snapshot. A `linkId` that the questionnaire does not have
 *   is an issue, and so are a status other than in-progress, completed and amended, another questionnaire, and every
 *   answer that is not understood: nothing is left out without a word. Never throws.
 */
export function snapshotFromFhir(response: unknown, options?: ReadOptions): ParsedSnapshot {
  const locale = localeOf(options)
  const ruleSet = ruleSetIn(options)
  if ('issues' in ruleSet) return { ok: false, ...ruleSet }
  const facts = wholeFacts(ruleSet)
  const sections = new Set(['case', ...[...facts.keys()].map((id) => id.slice(0, id.indexOf('.')))])
  const copied = copyPlainData(response, LIMITS, options)
  if (!copied.ok) return copied
  if (!isData(copied.value) || copied.value.resourceType !== 'QuestionnaireResponse')
    return { ok: false, issues: [notAResponse(locale)] }
  const header = new Map<string, unknown>()
  const answers = new Map<BaseFact, AnswerParts>()
  const issues: Issue[] = wrongResponse(copied.value, ruleSet.manifest.id, locale)
  const values = (item: Data, fact: string): readonly unknown[] => {
    issues.push(...misread(item, fact, locale))
    return valuesIn(item, fact)
  }
  const add = (fact: BaseFact, parts: AnswerParts): void => void answers.set(fact, { ...answers.get(fact), ...parts })
  const read = (item: Data): void => {
    const linkId = String(item.linkId)
    const [id, part] = linkId.split('/') as [string, string?]
    const fact = facts.get(id)
    if (HEADER.includes(linkId)) header.set(linkId, only(values(item, linkId)))
    else if (fact && part === undefined) add(fact, { value: valueAt(fact, item, answers.get(fact)?.value, values) })
    else if (fact && part === 'otherwise') add(fact, { otherwise: only(values(item, id)) })
    else if (sections.has(linkId) || (fact && HOLDS_NOTHING.test(part ?? ''))) itemsIn(item).forEach(read)
    else issues.push(unknownName(linkId, [...HEADER, ...facts.keys()], locale))
  }
  itemsIn(copied.value).forEach(read)
  return assembleSnapshot({ header, answers, issues }, options)
}

/** A list's group comes once for each of its items. Any other item that comes twice becomes a list, which is refused. */
function valueAt(fact: BaseFact, item: Data, before: unknown, read: Read): unknown {
  if (isList(fact)) return [...((before as readonly unknown[] | undefined) ?? []), rowIn(fact, item, read)]
  const values = read(item, fact.id)
  const value = fact.type === 'choices' && values.length > 0 ? values : only(values)
  return before === undefined ? value : [before, value]
}

/** The values of an item, with a word on those that are not understood. */
type Read = (item: Data, fact: string) => readonly unknown[]

function rowIn(fact: BaseFact, group: Data, read: Read): Data {
  return Object.fromEntries(
    itemsIn(group).map((item) => {
      const linkId = String(item.linkId)
      const key = linkId.startsWith(`${fact.id}/`) ? linkId.slice(fact.id.length + 1) : linkId
      return [key, only(read(item, `${fact.id}.${key}`))]
    }),
  )
}

const itemsIn = (holder: Data): readonly Data[] => listOf(holder.item)

function valuesIn(item: Data, fact: string): readonly unknown[] {
  return listOf(item.answer).map((answer) => {
    const coding = answer.valueCoding
    if (isData(coding)) return valueOfCoding(fact, coding.system, coding.code)
    return answer.valueDate ?? decimalOf(answer.valueDecimal) ?? answer.valueString
  })
}

/** What stands at an item and is no answer to it: a value of a kind that was not asked for, or items within an answer. */
function misread(item: Data, fact: string, locale: Locale): readonly Issue[] {
  const given: readonly unknown[] =
    item.answer === undefined ? [] : Array.isArray(item.answer) ? item.answer : [item.answer]
  const isUnderstood = (answer: unknown): boolean => {
    if (!isData(answer)) return false
    const values = Object.keys(answer).filter((key) => key.startsWith('value'))
    return values.every((key) => VALUES.includes(key)) && values.length === 1 && itemsIn(answer).length === 0
  }
  return given.every(isUnderstood) ? [] : [snapshotIssue('wrong-type', fact.split('.'), locale, ANSWER[locale])]
}

const ANSWER: Readonly<Record<Locale, IssueParts>> = {
  nl: { received: 'een antwoord', expected: VALUES.join(', ') },
  en: { received: 'an answer', expected: VALUES.join(', ') },
}

/** A status that says that the answers do not count, or a response to another questionnaire. */
function wrongResponse({ status, questionnaire }: Data, id: string, locale: Locale): Issue[] {
  const url = questionnaireUrl(id)
  const wrongStatus = !STATUSES.includes(String(status))
  const other = questionnaire !== undefined && String(questionnaire).split('|')[0] !== url
  return [
    ...(wrongStatus
      ? [
          snapshotIssue('unknown-value', ['status'], locale, {
            received: RESPONSE[locale],
            expected: STATUSES.join(', '),
          }),
        ]
      : []),
    ...(other
      ? [
          snapshotIssue('unknown-value', ['questionnaire'], locale, {
            received: RESPONSE[locale],
            expected: `"${url}"`,
          }),
        ]
      : []),
  ]
}

const RESPONSE: Readonly<Record<Locale, string>> = { nl: 'dit', en: 'this' }

/** Some libraries keep the digits of a decimal as text. */
const decimalOf = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : value

/** Several answers where there can be one stay a list, which `parseSnapshot` refuses. */
const only = (values: readonly unknown[]): unknown => (values.length > 1 ? values : values[0])

const listOf = (value: unknown): readonly Data[] => (Array.isArray(value) ? value.filter(isData) : [])
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

function notAResponse(locale: Locale): Issue {
  const received = { nl: 'de invoer', en: 'the input' }[locale]
  return snapshotIssue('wrong-type', ['resourceType'], locale, { received, expected: '"QuestionnaireResponse"' })
}
