import { saidBy } from '../../core/case/case'
import { isUnknownWord, type Role, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { isAsked } from '../form/form'
import type { AdvisedCase } from './advised-case'
import { type AnsweredBy, isSettledFor } from './answered-by'
import { formFor, type PreparedQuestion } from './form-in-words'
import type { InterviewQuestion, InterviewSection } from './interview'
import { nameOf } from './list-flags'
import { turningOn } from './still-matters'
import type { Truth } from './truth'

/** Left out of an item, this flag is an answer: reported as any other (FV-08). */
const ANSWERED_BY_DEFAULT: ReadonlySet<string> = new Set(['absence.spells.notCounted'])

const NOTHING: readonly string[] = []

/** The questions that a role may answer and its audience may read, with how each stands. Empty sections are left out. */
export function sectionsFor(
  { settings, advice, snapshot }: AdvisedCase,
  role: Role | undefined,
  truth: Truth,
  answeredBy: AnsweredBy,
): readonly InterviewSection[] {
  const { ruleSet, audience, locale } = settings
  const decides = new Map(advice.openQuestions.map((question) => [question.fact, question.decides]))
  const stillMatters = turningOn(truth, ruleSet)
  const told = (prepared: PreparedQuestion): InterviewQuestion => {
    const { fact } = prepared.question
    const given = answerTo(prepared, snapshot)
    const decided = decides.get(fact) ?? NOTHING
    const settled = isSettledFor(prepared.question, answeredBy[fact], role)
    const { state, said } = stateOf(prepared, given, snapshot, { decides: decided.length > 0, settled })
    const value = isUnknownWord(given) ? undefined : shownValue(prepared, given)
    return prepared.tell({
      state,
      said,
      value,
      irrelevant: state === 'answered' && !stillMatters(fact),
      decides: decided,
    })
  }
  return formFor({ role, audience, locale }, ruleSet).map(({ id, title, questions }) => ({
    id,
    title,
    questions: questions.map(told),
  }))
}

/** What the snapshot holds for a question; of a flag, the list that it is in. */
function answerTo({ section, name }: PreparedQuestion, snapshot: Snapshot): unknown {
  return (snapshot[section as keyof Snapshot] as Readonly<Record<string, unknown>> | undefined)?.[name]
}

type State = Pick<Parameters<PreparedQuestion['tell']>[0], 'state' | 'said'>

const ANSWERED: State = { state: 'answered', said: undefined }
const APPLICABLE: State = { state: 'applicable', said: undefined }
const SKIPPED: State = { state: 'skipped', said: undefined }

function stateOf(
  { question }: PreparedQuestion,
  given: unknown,
  snapshot: Snapshot,
  { decides, settled }: { readonly decides: boolean; readonly settled: boolean },
): State {
  const answer = question.within === undefined ? given : flagsIn(given, question.fact)
  const open = decides && isAsked(question, snapshot)
  // Somebody who is not asked first does not know it: this role still may.
  if (isUnknownWord(answer)) return open && !settled ? APPLICABLE : { state: 'unknown', said: saidBy(answer) }
  if (answer !== undefined) return ANSWERED
  return open ? APPLICABLE : SKIPPED
}

/** The flags of a list as one answer: undefined while some item lacks it, then a word for unknown where one says so. */
function flagsIn(items: unknown, fact: string): unknown {
  if (!Array.isArray(items) || items.length === 0) return undefined
  const flags = items.map((item) => item[nameOf(fact)])
  if (!ANSWERED_BY_DEFAULT.has(fact) && flags.includes(undefined)) return undefined
  return UNKNOWN_VALUES.find((word) => flags.includes(word)) ?? flags
}

/** A list is shown without the flags that the reader may not read or set. */
function shownValue({ hidden }: PreparedQuestion, given: unknown): unknown {
  if (hidden === undefined || !Array.isArray(given)) return given
  return given.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => !hidden.includes(name))))
}
