import { type Issue, type Locale, type Role, type Snapshot, setAnswer, TriageError } from 'verwijswijzer/browser'
import type { Entry, Problem } from './answer-entry'
import { problemText } from './problem-text'
import { PAGE_WORDS } from './words/page-words'

/** Who fills in, and in which language. */
export interface Answering {
  readonly role: Role
  readonly locale: Locale
  readonly audience?: 'full'
}

export interface Taken {
  readonly snapshot: Snapshot
  readonly refused: readonly Problem[]
}

/**
 * Hands an entry to the library. What it refuses does not count: the rows of a list that are at fault, or else the
 * answer as a whole, which then counts as not asked.
 */
export function takeEntry(snapshot: Snapshot, fact: string, entry: Entry, who: Answering): Taken {
  const refused: Problem[] = []
  let { answer, rows } = entry
  for (;;) {
    const issues = tryAnswer(snapshot, fact, answer, who)
    if (!Array.isArray(issues)) return { snapshot: issues as Snapshot, refused }
    refused.push(...issues.map((issue) => problemOf(issue, fact, rows, who.locale)))
    const atFault = new Set(issues.filter((issue) => isOf(issue, fact)).map(({ path }) => path[2]))
    const left: readonly unknown[] = Array.isArray(answer) ? answer.filter((_, index) => !atFault.has(index)) : []
    const lessened = left.length > 0 && left.length < (answer as readonly unknown[]).length
    rows = rows?.filter((_, index) => !atFault.has(index))
    answer = lessened ? left : undefined
  }
}

/** The snapshot with the answer, or what is wrong with it. */
function tryAnswer(snapshot: Snapshot, fact: string, answer: unknown, who: Answering): Snapshot | readonly Issue[] {
  try {
    return setAnswer(snapshot, fact, answer, who)
  } catch (error) {
    // Without an answer nothing can be wrong with it.
    if (!(error instanceof TriageError) || answer === undefined) throw error
    return error.issues
  }
}

const isOf = ({ path }: Issue, fact: string): boolean => `${fact}.`.startsWith(`${path.slice(0, 2).join('.')}.`)

/** An issue of an item stands at its row; one of elsewhere in the snapshot at the answer as a whole. */
function problemOf(issue: Issue, fact: string, rows: Entry['rows'], locale: Locale): Problem {
  const [index, ...rest] = isOf(issue, fact) ? issue.path.slice(2) : []
  const row = typeof index === 'number' ? (rows?.[index] ?? index) : index
  const where = typeof row === 'number' ? PAGE_WORDS[locale].questions.inRow(row + 1) : undefined
  return {
    at: row === undefined ? [] : [row, ...rest],
    text: problemText(issue.message, locale, { rows, where }),
  }
}
