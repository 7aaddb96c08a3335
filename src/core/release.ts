import type { Status } from './advice'
import { parseDay } from './calendar/day'
import { adviseCase } from './create-triage'
import { shortDay } from './explain/prose'
import { type Issue, TriageError } from './issue/issue'
import { type ResolvedOptions, resolveOptions, type TriageOptions, unknownOptions } from './options'
import { checkSnapshot } from './snapshot/check-snapshot'
import type { Text } from './snapshot/fact'
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
function releaseSettings(options: unknown = {}): ResolvedOptions {
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

function checkedOrThrown(snapshot: unknown, settings: ResolvedOptions, wrong: readonly Issue[] = []): Snapshot {
  const found = checkSnapshot(snapshot, settings)
  const [first, ...others] = [...wrong, ...(found.ok ? [] : found.issues)]
  if (first || !found.ok) throw new TriageError([first as Issue, ...others])
  return found.snapshot
}

/** One thing that could be released, with what it would change for the employer. */
export interface ReleaseChoice {
  /** As `release` takes it. */
  readonly items: ReleaseItems
  /** What the employer would be told: the service and the day, or the wait. */
  readonly text: string
  /** What the employer reads now, and what once it is released. */
  readonly before: EmployerStep
  readonly after: EmployerStep
}

/** What the employer reads of a case, in short. */
export interface EmployerStep {
  readonly status: Status
  readonly statusText: string
  /** `next.text` of the employer's advice. */
  readonly text: string
}

/**
 * What the physician could release of a case, item by item, each with its effect on the employer's advice before it is
 * released. Nothing is released by this, and nothing is chosen beforehand. For the physician's side only: that an item is
 * on the list already tells what only the physician knows.
 *
 * @param options As for `triage`, without an audience.
 * @throws TriageError with every issue of the snapshot and the options.
 */
export function releaseChoices(snapshot: unknown, options?: Omit<TriageOptions, 'audience'>): readonly ReleaseChoice[] {
  const full = releaseSettings(options)
  const employer: ResolvedOptions = { ...full, audience: 'employer' }
  const { toRelease } = adviseCase(openSnapshot(snapshot, full), full)
  const stepOf = (one: unknown): EmployerStep => {
    const { status, statusText, next } = adviseCase(openSnapshot(one, employer), employer)
    return { status, statusText, text: next.text }
  }
  const before = stepOf(snapshot)
  const asOf = dayOf(checkedOrThrown(snapshot, full).asOf)
  const day = (on: string): string => shortDay(dayOf(on), asOf, full.locale)
  const titleOf = (id: string): string => full.ruleSet.services.find((one) => one.id === id)?.title[full.locale] ?? id
  const choice = (items: ReleaseItems, text: Text): ReleaseChoice => ({
    items,
    text: text[full.locale],
    before: { ...before },
    after: stepOf(release(snapshot, items, { locale: full.locale, ruleSet: full.ruleSet })),
  })
  return [
    ...(toRelease?.advises ?? []).map((one) => choice({ advises: [one] }, ADVISE(titleOf(one.service), day(one.by)))),
    ...(toRelease?.waitUntil === undefined
      ? []
      : [choice({ waitUntil: toRelease.waitUntil }, WAIT(day(toRelease.waitUntil)))]),
  ]
}

const ADVISE = (title: string, by: string): Text => ({
  nl: `${title}, uiterlijk ${by}. Zonder reden.`,
  en: `${title}, by ${by}. Without a reason.`,
})

const WAIT = (until: string): Text => ({
  nl: `Wachten met verwijzen tot ${until}. Zonder reden.`,
  en: `To wait with a referral until ${until}. Without a reason.`,
})

const dayOf = (text: string): number => parseDay(text) ?? 0
