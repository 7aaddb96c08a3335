import type { Issue } from './issue/issue'
import { TriageError } from './issue/triage-error'
import { type ResolvedOptions, resolveOptions, type TriageOptions, unknownOptions } from './options'
import { checkSnapshot } from './snapshot/check-snapshot'
import type { Snapshot } from './snapshot/snapshot'
import { openSnapshot } from './triage'

/** What the physician releases to the employer: `toRelease` of a full advice, or a part of it. */
export interface ReleaseItems {
  readonly advises?: readonly { readonly service: string; readonly by?: string }[]
  /** A day, or `none`: there is no need to wait. */
  readonly waitUntil?: string
}

/**
 * The physician's act of letting the employer know: the case with the items as facts that the employer may read
 * (`physician.advises` and `physician.waitUntil`), dated `asOf`. What was released before stays; the same service again
 * takes the place of what was said of it. Nothing but these facts is written, and never a reason.
 *
 * Who may call this is for the host to see to: the physician, or who works under the physician's responsibility.
 *
 * @returns A new snapshot, checked and frozen.
 * @throws TriageError with every issue of the snapshot, the items and the options.
 */
export function release(
  snapshot: unknown,
  items: ReleaseItems,
  options?: Pick<TriageOptions, 'locale' | 'ruleSet'>,
): Snapshot {
  const settings = releaseSettings(options)
  const before = checkedOrThrown(snapshot, settings, itemIssues(items))
  const { advises = [], waitUntil } = items
  const given = before.physician?.advises
  const earlier = (Array.isArray(given) ? given : []).filter(
    ({ service }) => !advises.some((one) => one.service === service),
  )
  const now = advises.map(({ service, by }) => ({ service, on: before.asOf, ...(by === undefined ? {} : { by }) }))
  const physician = {
    ...before.physician,
    ...(advises.length > 0 ? { advises: [...earlier, ...now] } : {}),
    ...(waitUntil === undefined ? {} : { waitUntil }),
  }
  const after = checkedOrThrown({ ...before, physician }, settings)
  // Also that the rule set has the services, and that all of it fits together.
  openSnapshot(after, settings)
  return after
}

/** Options of what is about the employer's side by itself: there is no audience to choose. */
export function releaseSettings(options: unknown = {}): ResolvedOptions {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options)
  const strange = isObject ? unknownOptions(options, ['locale', 'ruleSet', 'policy']) : []
  const settings = resolveOptions(isObject ? { ...options, audience: 'full' } : options)
  const found = 'issues' in settings ? settings.issues.filter(({ code }) => code !== 'unknown-option') : []
  const [first, ...others] = [...strange, ...found]
  if ('issues' in settings || first) throw new TriageError([first as Issue, ...others])
  return settings
}

function itemIssues(items: unknown): readonly Issue[] {
  if (typeof items !== 'object' || items === null || Array.isArray(items))
    return [{ code: 'wrong-type', path: ['items'], message: 'give the items as an object with advises and waitUntil' }]
  const { advises } = items as ReleaseItems
  const strange = unknownOptions(items, ['advises', 'waitUntil'])
  return [
    ...strange.map((issue): Issue => ({ ...issue, code: 'unknown-key', path: ['items', ...issue.path.slice(1)] })),
    ...(advises === undefined ||
    (Array.isArray(advises) && advises.every((one) => typeof one === 'object' && one !== null))
      ? []
      : [
          { code: 'wrong-type', path: ['items', 'advises'], message: 'give a list of objects with a service' } as const,
        ]),
  ]
}

export function checkedOrThrown(snapshot: unknown, settings: ResolvedOptions, wrong: readonly Issue[] = []): Snapshot {
  const found = checkSnapshot(snapshot, settings)
  const [first, ...others] = [...wrong, ...(found.ok ? [] : found.issues)]
  if (first || !found.ok) throw new TriageError([first as Issue, ...others])
  return found.snapshot
}
