import type { Issue } from '../../core/issue/issue'
import { type ParsedSnapshot, parseSnapshot } from '../../core/parse-snapshot'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { localeOf } from '../../core/snapshot/parse-options'
import { copyPlainData } from '../../core/snapshot/plain-data'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { type AnswerParts, isCoded, splitAnswer } from '../../forms/form/answer-codes'
import { assembleSnapshot, type ReadOptions, ruleSetIn, unknownName } from '../../forms/form/assemble-snapshot'
import { questionsIn, shownAnswer } from '../../forms/form/form-answers'
import { type FormOptions, showForm } from '../../forms/form/shown-form'
import { otherwiseName, surveyName, surveyPlaces } from './survey-names'

type Data = Readonly<Record<string, unknown>>

const HEADER = ['asOf', 'caseId'] as const

/** The answers of a snapshot as data for the survey of `exportForm('surveyjs', options)`: those that it shows. */
export function surveyDataOf(snapshot: Snapshot, options?: FormOptions): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const key of HEADER) if (snapshot[key] !== undefined) data[key] = snapshot[key]
  for (const question of questionsIn(showForm(options))) {
    const answer = shownAnswer(question, snapshot)
    const { value, otherwise } = isCoded(question) ? { value: answer } : splitAnswer(question, answer)
    if (value !== undefined) data[surveyName(question.fact)] = value
    if (otherwise !== undefined) data[otherwiseName(question.fact)] = otherwise
  }
  return data
}

/**
 * The snapshot that the data of a survey says. A question without an answer was not asked: SurveyJS cannot tell an
 * empty list from that, so "none" is an answer of its own.
 *
 * @returns The snapshot, or every issue. A name that the survey does not have is an issue. Never throws.
 */
export function snapshotFromSurvey(data: unknown, options?: ReadOptions): ParsedSnapshot {
  const locale = localeOf(options)
  const ruleSet = ruleSetIn(options)
  if ('issues' in ruleSet) return { ok: false, ...ruleSet }
  const copied = copyPlainData(data, undefined, options)
  if (!copied.ok) return copied
  if (!isData(copied.value)) return parseSnapshot(copied.value, options)
  const places = surveyPlaces(ruleSet)
  const header = new Map<string, unknown>()
  const answers = new Map<BaseFact, AnswerParts>()
  const issues: Issue[] = []
  for (const [name, given] of Object.entries(copied.value)) {
    const value = withoutBlanks(given)
    const known = places.get(name)
    if (HEADER.some((key) => key === name)) header.set(name, value)
    else if (known) answers.set(known.fact, { ...answers.get(known.fact), [known.part]: value })
    else issues.push(unknownName(name, [...HEADER, ...places.keys()], locale))
  }
  return assembleSnapshot({ header, answers, issues }, options)
}

/** A blank field, row or list says nothing. */
function withoutBlanks(value: unknown): unknown {
  if (value === null || value === '') return undefined
  if (Array.isArray(value)) {
    const items = value.map(withoutBlanks).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  if (!isData(value)) return value
  const given = Object.entries(value).flatMap(([key, part]) => {
    const kept = withoutBlanks(part)
    return kept === undefined ? [] : [[key, kept] as const]
  })
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
