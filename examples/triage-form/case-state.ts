import { type Locale, parseSnapshot, type Role, type Snapshot } from 'verwijswijzer/browser'
import type { Entry, Pending } from './answer-entry'
import { problemText } from './problem-text'
import { type Answering, takeEntry } from './take-entry'

/** All that the page knows. It is kept in memory only. */
export interface CaseState {
  /** The case as the library accepted it. */
  readonly snapshot: Snapshot
  /** What was filled in and does not count yet, by fact. */
  readonly pending: ReadonlyMap<string, Pending>
  readonly role: Role
  /** The labour expert has the employee's consent to read medical facts. */
  readonly consent: boolean
  /** The advice is shown as the employer may read it, though the one who answers may read more. */
  readonly forEmployer: boolean
  readonly locale: Locale
  /** Something was filled in that is not in a file. */
  readonly unsaved: boolean
}

export const newCase = (asOf: string, { role, locale }: Pick<CaseState, 'role' | 'locale'>): CaseState => ({
  snapshot: { asOf },
  pending: new Map(),
  role,
  consent: false,
  forEmployer: false,
  locale,
  unsaved: false,
})

export const answeringIn = ({ role, consent, locale }: CaseState): Answering => ({
  role,
  locale,
  ...(role === 'labour-expert' && consent ? { audience: 'full' } : {}),
})

/** The case after an entry. What did not count before is tried again: this may have been what was wrong with it. */
export function withEntry(state: CaseState, fact: string, entry: Entry): CaseState {
  const others = [...state.pending].filter(([other]) => other !== fact)
  return taking({ ...state, pending: new Map(), unsaved: true }, [
    [fact, entry],
    ...others.map(([other, pending]) => [other, pending.entry] as const),
  ])
}

/** The same in another language: what the library refuses, it refuses again in that one. */
export const inLocale = (state: CaseState, locale: Locale): CaseState =>
  taking(
    { ...state, locale, pending: new Map() },
    [...state.pending].map(([fact, { entry }]) => [fact, entry]),
  )

/** What another role filled in and does not count is let go. */
export const inRole = (state: CaseState, role: Role): CaseState => ({
  ...state,
  role,
  pending: new Map(),
  forEmployer: false,
})

/** The case on another day or under another pseudonym ('' for none), or the sentences that say what is wrong with it. */
export function withHeading(
  state: CaseState,
  { asOf, caseId }: { readonly asOf: string; readonly caseId: string },
): CaseState | readonly string[] {
  const { caseId: _, ...answers } = state.snapshot
  const parsed = parseSnapshot({ ...answers, asOf, ...(caseId === '' ? {} : { caseId }) }, { locale: state.locale })
  if (!parsed.ok) return [...new Set(parsed.issues.map(({ message }) => problemText(message, state.locale)))]
  const entries = [...state.pending].map(([fact, { entry }]) => [fact, entry] as const)
  return taking({ ...state, snapshot: parsed.snapshot, pending: new Map(), unsaved: true }, entries)
}

function taking(state: CaseState, entries: readonly (readonly [string, Entry])[]): CaseState {
  const who = answeringIn(state)
  const pending = new Map(state.pending)
  let { snapshot } = state
  for (const [fact, entry] of entries) {
    const taken = takeEntry(snapshot, fact, entry, who)
    snapshot = taken.snapshot
    const { unfinished } = entry
    if (unfinished.length > 0 || taken.refused.length > 0)
      pending.set(fact, { entry, unfinished, refused: taken.refused })
  }
  return { ...state, snapshot, pending }
}
