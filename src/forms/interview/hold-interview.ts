import type { TriageOptions } from '../../core/options'
import type { Role } from '../../core/snapshot/fact'
import { type AdvisedCase, adviseCase } from './advised-case'
import { doneBecause } from './done'
import { excludedServices } from './excluded'
import { floorOf } from './floor'
import type { Interview, InterviewSection, Progress } from './interview'
import { sectionsFor } from './questions'
import { requestsFor } from './requests'
import { splitRole } from './role-options'
import { type Truth, truthIn } from './truth'

/** How a half-filled case is looked at. */
export interface InterviewOptions extends TriageOptions {
  /** Who answers: shown are this role's own questions. Without one, everyone's are. */
  readonly role?: Role
}

/**
 * Drives a triage form: the questions in authored order with their states, the one to ask next, what is certain and
 * what is possible so far, the least that will follow whatever is answered, and when to stop. Authored order comes
 * first; that a question matters only decides whether it is asked at all. An answer that makes earlier answers
 * irrelevant leaves them in place, marked.
 *
 * @param snapshot One employee's case on one day, as JSON data. See `Snapshot`.
 * @param options As for `triage`, and `role`. The audience follows from the role when it is not given: `full` for the
 *   occupational physician, a delegate and without a role, `employer` for the others.
 * @returns The interview as it stands. For the `employer` audience it depends on medical facts only through the
 *   recommendations themselves, as the advice does. Pure and synchronous: nothing is remembered between calls.
 * @throws TriageError and nothing else, with every issue of the snapshot and the options.
 */
export function interview(snapshot: unknown, options?: InterviewOptions): Interview {
  const { role, issues, rest } = splitRole(options)
  const advised = adviseCase(snapshot, rest, issues)
  const truth = truthIn(advised.judgement)
  const sections = sectionsFor(advised, role, truth)
  const requests = requestsFor(advised, role)
  const next = firstApplicable(sections)
  return {
    asOf: advised.advice.asOf,
    role: role ?? null,
    audience: advised.settings.audience,
    sections,
    next,
    requests,
    recommendations: soFar(advised, truth),
    floor: floorOf(advised),
    progress: progressOf(sections),
    done: next === null,
    doneBecause: next === null ? doneBecause(advised, requests) : null,
    advice: advised.advice,
  }
}

function soFar(advised: AdvisedCase, truth: Truth): Interview['recommendations'] {
  const { recommendations } = advised.advice
  return {
    certain: recommendations.filter(({ certainty }) => certainty === 'certain'),
    possible: recommendations.filter(({ certainty }) => certainty === 'possible'),
    excluded: excludedServices(advised, truth),
  }
}

function firstApplicable(sections: readonly InterviewSection[]): string | null {
  for (const { questions } of sections) {
    const found = questions.find(({ state }) => state === 'applicable')
    if (found) return found.fact
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
