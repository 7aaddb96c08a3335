import type { TriageOptions } from '../../core/options'
import type { Role } from '../../core/snapshot/fact'
import { SCREENS } from '../../core/snapshot/screens'
import { type AdvisedCase, adviseForInterview } from './advised-case'
import { type AnsweredBy, checkAnsweredBy } from './answered-by'
import { excludedServices } from './excluded'
import type { AnswerRequest, DoneReason, Interview, InterviewScreen, InterviewSection, Progress } from './interview'
import { INTERVIEW_WORDS } from './interview-words'
import { sectionsFor } from './questions'
import { requestsFor } from './requests'
import { splitOptions } from './role-options'
import { throwAny } from './snapshot-answers'
import { truthIn } from './truth'

/** How a half-filled case is looked at. */
export interface InterviewOptions extends TriageOptions {
  /** Who answers: shown are this role's own questions. Without one, everyone's are. */
  readonly role?: Role
  /** `decision`, the default: the screen that decides most about the step goes first. `authored`: one question at a time. */
  readonly order?: InterviewOrder
  /**
   * Who gave the answers that stand, as `whoAnswered` gives it. Somebody's "not known" then leaves a question open for
   * those who may know: a case manager's for the physician.
   */
  readonly answeredBy?: AnsweredBy
}

export type InterviewOrder = 'decision' | 'authored'

/**
 * Drives a triage form: the screen to ask next, every question with its state, what is certain and what is possible so
 * far, and when to stop. The step is settled before everything is asked: a form may stop there; the rest completes the
 * file. An answer that makes earlier answers irrelevant leaves them in place, marked.
 *
 * @param snapshot One employee's case on one day, as JSON data. See `Snapshot`.
 * @param options As for `triage`, with `role` and `order`. The audience follows from the role when it is not given:
 *   `full` for the occupational physician and a delegate, `employer` for the others.
 * @returns The interview as it stands. Pure and synchronous: nothing is remembered between calls.
 * @throws TriageError and nothing else, with every issue of the snapshot and the options.
 */
export function interview(snapshot: unknown, options?: InterviewOptions): Interview {
  const { role, order, answeredBy: given, issues, rest } = splitOptions(options)
  const advised = adviseForInterview(snapshot, rest, issues)
  throwAny(checkAnsweredBy(given, advised.settings.ruleSet, ['options', 'answeredBy']))
  const answeredBy = (given ?? {}) as AnsweredBy
  const { advice, decision, settings } = advised
  const truth = truthIn(decision.judgement)
  const sections = sectionsFor(advised, role, truth, answeredBy)
  const requests = requestsFor(advised, role, answeredBy)
  const screens = order === 'decision' ? screensIn(sections, advised) : []
  const next = order === 'decision' ? (screens[0] ?? null) : firstQuestion(sections, advised)
  const done = next === null
  const words = INTERVIEW_WORDS[settings.locale]
  return {
    asOf: advice.asOf,
    role: role ?? null,
    audience: settings.audience,
    order,
    next,
    screens,
    sections,
    requests,
    recommendations: {
      certain: advice.recommendations.filter(({ certainty }) => certainty === 'certain'),
      possible: advice.recommendations.filter(({ certainty }) => certainty === 'possible'),
      excluded: excludedServices(advised, truth),
    },
    progress: progressOf(sections),
    settled: advice.settled,
    settledText: advice.settled && !done ? words.settled : null,
    done,
    doneBecause: done ? doneBecause(advised, requests) : null,
    advice,
  }
}

/** Questions that can still change the step first, then those that complete the file; each group in the order of the screens. */
function screensIn(
  sections: readonly InterviewSection[],
  { decision, settings }: AdvisedCase,
): readonly InterviewScreen[] {
  const { locale } = settings
  const applicable = new Set(
    sections.flatMap(({ questions }) => questions.flatMap(({ fact, state }) => (state === 'applicable' ? [fact] : []))),
  )
  const placed = new Set(SCREENS.flatMap(({ facts }) => facts))
  const others = [...applicable].filter((fact) => !placed.has(fact))
  const all = [...SCREENS, { id: 'other', title: { nl: 'Overige vragen', en: 'Other questions' }, facts: others }]
  const words = INTERVIEW_WORDS[locale]
  const open = all.flatMap(({ id, title, facts }): readonly InterviewScreen[] => {
    const asked = facts.filter((fact) => applicable.has(fact))
    if (asked.length === 0) return []
    const decides = !decision.settled && asked.some((fact) => decision.unsettledBy.has(fact))
    return [{ id, title: title[locale], facts: asked, decides, why: decides ? words.decidesStep : words.completesFile }]
  })
  return [...open.filter(({ decides }) => decides), ...open.filter(({ decides }) => !decides)]
}

function firstQuestion(sections: readonly InterviewSection[], { settings }: AdvisedCase): InterviewScreen | null {
  for (const { id, title, questions } of sections) {
    const found = questions.find(({ state }) => state === 'applicable')
    if (found)
      return { id, title, facts: [found.fact], decides: false, why: INTERVIEW_WORDS[settings.locale].completesFile }
  }
  return null
}

function progressOf(sections: readonly InterviewSection[]): Progress {
  const counted = { answered: 0, unknown: 0, open: 0 }
  for (const { questions } of sections)
    for (const { state, irrelevant, decides } of questions) {
      if (state === 'applicable') counted.open += 1
      else if (state === 'answered' && !irrelevant) counted.answered += 1
      else if (state === 'unknown' && decides.length > 0) counted.unknown += 1
    }
  return { ...counted, total: counted.answered + counted.unknown + counted.open }
}

/** Why there is nothing left to ask, given that there is not. */
function doneBecause(
  { advice, settings }: AdvisedCase,
  requests: readonly AnswerRequest[],
): NonNullable<Interview['doneBecause']> {
  const reason: DoneReason =
    requests.length > 0 ? 'only-other-roles' : advice.openQuestions.length > 0 ? 'only-unknown' : 'nothing-open'
  return { reason, text: INTERVIEW_WORDS[settings.locale].done[reason] }
}
