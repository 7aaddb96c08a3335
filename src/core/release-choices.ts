import type { Status } from './advice'
import { parseDay } from './calendar/day'
import { adviseCase } from './create-triage'
import { shortDay } from './explain/day-text'
import type { ResolvedOptions, TriageOptions } from './options'
import { checkedOrThrown, type ReleaseItems, release, releaseSettings } from './release'
import type { Text } from './snapshot/fact'
import { openSnapshot } from './triage'

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
