import { interview, type Locale, parseSnapshot, type Snapshot } from 'verwijswijzer/browser'
import { problemText } from './problem-text'
import type { Answering } from './take-entry'
import { PAGE_WORDS } from './words/page-words'

/** As many as can be read at once; the rest follows from these more often than not. */
const PROBLEMS_SHOWN = 5

/** What a role may hold of a case, and whether something was left out. */
export interface Held {
  readonly snapshot: Snapshot
  readonly lessened: boolean
}

/**
 * A case as the role may hold it in a file: without medical answers where the role may not read them. A case system
 * would keep the two apart by itself; a file that goes from hand to hand must not carry them.
 */
export function heldBy(snapshot: Snapshot, { role, audience }: Pick<Answering, 'role' | 'audience'>): Held {
  const reads = interview({ asOf: snapshot.asOf }, { role, ...(audience ? { audience } : {}) }).audience
  if (reads === 'full') return { snapshot, lessened: false }
  const facts = new Set(
    interview({ asOf: snapshot.asOf }, { audience: 'full' }).sections.flatMap(({ questions }) =>
      questions.map(({ fact }) => fact),
    ),
  )
  for (const { questions } of interview({ asOf: snapshot.asOf }, { audience: 'employer' }).sections)
    for (const { fact } of questions) facts.delete(fact)
  const held = without(snapshot, facts)
  return { snapshot: held, lessened: JSON.stringify(held) !== JSON.stringify(snapshot) }
}

/** A copy without these facts; a flag is taken from each item of its list. */
function without<Part>(value: Part, facts: ReadonlySet<string>, path = ''): Part {
  if (Array.isArray(value)) return value.map((item) => without(item, facts, path)) as Part
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value)
    .map(([key, part]) => [path === '' ? key : `${path}.${key}`, key, part] as const)
    .filter(([fact]) => !facts.has(fact))
    .map(([fact, key, part]) => [key, without(part, facts, fact)] as const)
    .filter(([, part]) => typeof part !== 'object' || Object.keys(part as object).length > 0 || Array.isArray(part))
  return Object.fromEntries(kept) as Part
}

/** The case in the text of a file, or sentences that say what is wrong with it. */
export function readCaseFile(text: string, locale: Locale): Snapshot | readonly string[] {
  const words = PAGE_WORDS[locale].head
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return [words.notJson]
  }
  const parsed = parseSnapshot(data, { locale })
  if (parsed.ok) return parsed.snapshot
  const problems = parsed.issues.map(({ path, message }) => problemText(message, locale, { where: path.join('.') }))
  return [words.notACase, ...problems.slice(0, PROBLEMS_SHOWN)]
}

/** Gives the browser a file to keep. Nothing is sent anywhere. */
export function saveCaseFile(snapshot: Snapshot): string {
  const name = `triage-${snapshot.caseId ?? snapshot.asOf}.json`
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(snapshot, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
  return name
}
