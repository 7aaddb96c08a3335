import { UNKNOWN } from '../../src/core/snapshot/fact'
import { type Interview, interview, type Role, type Snapshot, setAnswer } from '../../src/index'
import { getFact } from './arbitrary-snapshot'

type Items = readonly Readonly<Record<string, unknown>>[]

/** What the one who is asked answers: what the case holds, and else that it is not known. */
export function answerFrom(snapshot: Snapshot, fact: string): unknown {
  const [section, list, flag] = fact.split('.') as [string, string, string?]
  const given = getFact(snapshot, `${section}.${list}`)
  if (flag !== undefined) return (given as Items).map((item) => item[flag] ?? UNKNOWN)
  if (fact === 'absence.leaves' && Array.isArray(given))
    return (given as Items).map(({ oneCase: _, ...leave }) => leave)
  return given ?? UNKNOWN
}

export interface Walked {
  /** The screens that were answered, in the order in which they were asked. */
  readonly screens: readonly string[]
  /** How many screens until the step was settled; undefined where it never was. */
  readonly untilSettled: number | undefined
  readonly untilDone: number
  readonly questions: number
  readonly last: Interview
  /** The case after each screen at which the step was settled. */
  readonly settledAt: readonly Snapshot[]
  readonly snapshot: Snapshot
}

/** Answers screen after screen from a whole case until the form says that it is done. */
export function answerScreens(whole: Snapshot, role: Role): Walked {
  const screens: string[] = []
  const settledAt: Snapshot[] = []
  let snapshot: Snapshot = { asOf: whole.asOf }
  let untilSettled: number | undefined
  let questions = 0
  for (;;) {
    const found = interview(snapshot, { role })
    if (found.settled) settledAt.push(snapshot)
    // Settled, or nothing that this role was not asked yet can change the step.
    if (found.settled || found.next?.decides !== true) untilSettled ??= screens.length
    else untilSettled = undefined
    if (found.next === null)
      return { screens, untilSettled, untilDone: screens.length, questions, last: found, settledAt, snapshot }
    screens.push(found.next.id)
    for (const fact of found.next.facts) {
      questions += 1
      snapshot = setAnswer(snapshot, fact, answerFrom(whole, fact), { role })
    }
  }
}
