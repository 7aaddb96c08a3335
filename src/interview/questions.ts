import type { Audience } from '../advice'
import { saidBy } from '../case/case'
import { isAsked } from '../form/form'
import { isUnknownWord, type Role, UNKNOWN_VALUES } from '../snapshot/fact'
import type { Snapshot } from '../snapshot/snapshot'
import type { AdvisedCase } from './advised-case'
import { formInWords, type PreparedQuestion } from './form-in-words'
import type { InterviewQuestion, InterviewSection } from './interview'
import { flagsOf, nameOf } from './list-flags'
import { mayRead } from './roles'
import { turningOn } from './still-matters'
import type { Truth } from './truth'

type Standing = Pick<InterviewQuestion, 'state' | 'said'>

/** Left out of an item, this flag is an answer: reported as any other (FV-08). */
const ANSWERED_BY_DEFAULT: ReadonlySet<string> = new Set(['absence.spells.pregnancyRelated'])

const NOTHING: readonly string[] = []

/** The questions that a role may answer and its audience may read, with how each stands. Empty sections are left out. */
export function sectionsFor(
  { settings, advice, snapshot }: AdvisedCase,
  role: Role | undefined,
  truth: Truth,
): readonly InterviewSection[] {
  const { ruleSet, audience, locale } = settings
  const decides = new Map(advice.openQuestions.map((question) => [question.fact, question.decides]))
  const stillMatters = turningOn(truth, ruleSet)
  const isOwn = ({ question: { tier, answeredBy } }: PreparedQuestion): boolean =>
    mayRead(tier, audience) && (role === undefined || answeredBy.includes(role))
  const standingOf = (prepared: PreparedQuestion): InterviewQuestion => {
    const { fact } = prepared.question
    const given = answerTo(prepared, snapshot)
    const standing = standingFor(prepared, given, snapshot, decides.has(fact))
    const value = isUnknownWord(given) ? undefined : shownValue(prepared, given, role, audience)
    return {
      ...prepared.inWords,
      ...standing,
      ...(value === undefined ? {} : { value }),
      ...(standing.state === 'answered' && !stillMatters(fact) ? { irrelevant: true } : {}),
      decides: decides.get(fact) ?? NOTHING,
    }
  }
  return formInWords(ruleSet)(locale)
    .map(({ id, title, questions }) => ({ id, title, questions: questions.filter(isOwn).map(standingOf) }))
    .filter(({ questions }) => questions.length > 0)
}

/** What the snapshot holds for a question; of a flag, the list that it is in. */
function answerTo({ section, name }: PreparedQuestion, snapshot: Snapshot): unknown {
  return (snapshot[section as keyof Snapshot] as Readonly<Record<string, unknown>> | undefined)?.[name]
}

function standingFor({ question }: PreparedQuestion, given: unknown, snapshot: Snapshot, decides: boolean): Standing {
  const answer = question.within === undefined ? given : flagsIn(given, question.fact)
  if (isUnknownWord(answer)) return { state: 'unknown', said: saidBy(answer) }
  if (answer !== undefined) return { state: 'answered' }
  return { state: decides && isAsked(question, snapshot) ? 'applicable' : 'skipped' }
}

/** The flags of a list as one answer: undefined while some item lacks it, then a word for unknown where one says so. */
function flagsIn(items: unknown, fact: string): unknown {
  if (!Array.isArray(items) || items.length === 0) return undefined
  const flags = items.map((item) => item[nameOf(fact)])
  if (!ANSWERED_BY_DEFAULT.has(fact) && flags.includes(undefined)) return undefined
  return UNKNOWN_VALUES.find((word) => flags.includes(word)) ?? flags
}

/** A list is shown without the flags that the reader may not read or set. */
function shownValue({ question }: PreparedQuestion, given: unknown, role: Role | undefined, audience: Audience) {
  const { fact, within, type } = question
  if (!Array.isArray(given) || (within === undefined && type !== 'spells' && type !== 'leaves')) return given
  const hidden = flagsOf(within ?? fact)
    .filter(({ tier, answeredBy }) => !mayRead(tier, audience) || (role !== undefined && !answeredBy.includes(role)))
    .map(({ id }) => nameOf(id))
  return given.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => !hidden.includes(name))))
}
