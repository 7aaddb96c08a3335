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
}

export const startSession = (snapshot: Snapshot): Session => ({ snapshot, asked: [], skipped: [], again: undefined })

/** The question to put now: the one to put again, or the first that is applicable and was not skipped. */
export function questionNow({ sections }: Interview, { skipped, again }: Session): InterviewQuestion | undefined {
  const questions = sections.flatMap((section) => section.questions)
  return (
    questions.find(({ fact }) => fact === again) ??
    questions.find(({ fact, state }) => state === 'applicable' && !skipped.includes(fact))
  )
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
