import type { InterviewScreen } from '../../forms/interview/interview'
import type { Interview, InterviewQuestion, Snapshot } from '../../index'

/** Where a questionnaire stands. */
export interface Session {
  readonly snapshot: Snapshot
  /** The facts that were asked in this session, the latest last. */
  readonly asked: readonly string[]
  /** Skipped for now: asked again in another session. */
  readonly skipped: readonly string[]
  /** A question to put again, whatever is known of it. */
  readonly again: string | undefined
  /** The screen that is being asked: its questions go first, however the order of the others changes. */
  readonly screen: string | undefined
}

export const startSession = (snapshot: Snapshot): Session => ({
  snapshot,
  asked: [],
  skipped: [],
  again: undefined,
  screen: undefined,
})

/** The question to put now, with its screen: the one to put again, or the first of the screens that was not skipped. */
export function questionNow(
  { sections, screens }: Interview,
  { skipped, again, screen }: Session,
): { readonly question: InterviewQuestion; readonly screen: InterviewScreen | undefined } | undefined {
  const questions = sections.flatMap((section) => section.questions)
  const repeated = questions.find(({ fact }) => fact === again)
  if (repeated) return { question: repeated, screen: undefined }
  const current = screens.filter(({ id }) => id === screen)
  for (const one of [...current, ...screens])
    for (const fact of one.facts) {
      const question = skipped.includes(fact) ? undefined : questions.find((each) => each.fact === fact)
      if (question) return { question, screen: one }
    }
  return undefined
}

export const answered = (session: Session, fact: string, snapshot: Snapshot): Session => ({
  ...session,
  snapshot,
  asked: [...session.asked.filter((one) => one !== fact), fact],
  again: undefined,
})

export const skipOver = (session: Session, fact: string): Session => ({
  ...session,
  asked: [...session.asked.filter((one) => one !== fact), fact],
  skipped: [...session.skipped, fact],
  again: undefined,
})

/** Back to the question before; the answer to it stays until it is given another. */
export function goBack(session: Session, fact: string): Session {
  const at = session.asked.indexOf(fact)
  const before = at < 0 ? session.asked : session.asked.slice(0, at)
  const again = before.at(-1)
  return { ...session, asked: before.slice(0, -1), skipped: session.skipped.filter((one) => one !== again), again }
}
