import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { pid } from 'node:process'
import type { Audience } from '../../core/advice'
import { issuesFor } from '../../core/audience/employer-issues'
import type { Locale } from '../../core/snapshot/fact'
import { type Issue, parseSnapshot, type RuleSet, type Snapshot } from '../../index'
import { readFile } from '../read-input'
import { refuse, refuseFile } from '../refusal'
import { ASK_WORDS } from './ask-words'

/** For its owner alone: a case is about a person. */
const PRIVATE = 0o600

/** Who goes on with a case, and with which rules. */
export interface Resuming {
  readonly locale: Locale
  readonly ruleSet: RuleSet
  readonly audience: Audience
}

/** The snapshot in a file, checked; undefined when there is no such file yet. Throws a Refusal that names the file. */
export async function resume(file: string, options: Resuming): Promise<Snapshot | undefined> {
  const tell = (issues: readonly Issue[]) => issuesFor(issues, options)
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error && found.code === 'ENOENT') return undefined
  const parsed = parseSnapshot(await readFile(file, options.locale, file, tell), options)
  if (!parsed.ok) throw refuseFile(file, parsed.issues)
  return parsed.snapshot
}

/** Writes the whole file beside the old one and then puts it in its place: what is there is never half of it. */
export async function save(file: string, snapshot: Snapshot, locale: Locale): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const part = `${target}.${pid}.part`
  try {
    const mode = (await stat(target).catch(() => undefined))?.mode ?? PRIVATE
    const handle = await open(part, 'w', mode)
    try {
      await handle.writeFile(`${JSON.stringify(snapshot, null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw refuse('unwritable-output', ASK_WORDS[locale].unwritable.replace('{code}', code), file)
  }
}
