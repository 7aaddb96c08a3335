import { type Locale, parseSnapshot, type Role, type Snapshot } from 'verwijswijzer/browser'

/** Where the draft is kept: in this browser, and nowhere else. */
const KEY = 'verwijswijzer-draft'
/** Whether a draft is wanted at all: a shared machine is no place for one. */
const OFF = 'verwijswijzer-no-draft'

export interface Draft {
  readonly snapshot: Snapshot
  readonly role: Role
  readonly consent: boolean
  readonly locale: Locale
}

export const draftsOn = (): boolean => stored(OFF) === null

export function switchDrafts(on: boolean): void {
  if (on) drop(OFF)
  else {
    keep(OFF, '1')
    discardDraft()
  }
}

export function keepDraft(draft: Draft): void {
  if (draftsOn()) keep(KEY, JSON.stringify(draft))
}

export const discardDraft = (): void => drop(KEY)

/** The draft of an earlier visit; undefined where there is none, or none that can be read any more. */
export function readDraft(): Draft | undefined {
  const text = draftsOn() ? stored(KEY) : null
  if (text === null) return undefined
  try {
    const draft = JSON.parse(text) as Draft
    const parsed = parseSnapshot(draft.snapshot)
    return parsed.ok ? { ...draft, snapshot: parsed.snapshot } : undefined
  } catch {
    return undefined
  }
}

/** A browser may refuse storage altogether: then nothing is kept. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Full or refused.
  }
}
function drop(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Refused.
  }
}
