import { type Issue, TriageError } from '../../core/issue/issue'
import { type ResolvedOptions, resolveOptions } from '../../core/options'
import type { Role } from '../../core/snapshot/fact'
import { audienceOf, checkRole } from './roles'

/** Options with the role taken out of them; the audience is that of the role unless it is given. */
export interface RoleOptions {
  readonly role: Role | undefined
  /** What is wrong with the role. */
  readonly issues: readonly Issue[]
  readonly rest: unknown
}

/** `path` is where the role stands in the call. */
export function splitRole(options: unknown, path: Issue['path'] = ['options', 'role']): RoleOptions {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    return { role: undefined, issues: [], rest: options }
  const { role: given, ...others } = options as Readonly<Record<string, unknown>>
  const issues = checkRole(given, path, others.locale === 'en' ? 'en' : 'nl')
  const role = issues.length === 0 ? (given as Role | undefined) : undefined
  const audience = others.audience === undefined ? audienceOf(role) : others.audience
  return { role, issues, rest: { ...others, audience } }
}

/** All options with their defaults. Throws TriageError with everything that is wrong with them. */
export function settingsFrom({ issues, rest }: RoleOptions): ResolvedOptions {
  const settings = resolveOptions(rest)
  const found = [...issues, ...('issues' in settings ? settings.issues : [])]
  if ('issues' in settings || found.length > 0) throw new TriageError(found as [Issue, ...Issue[]])
  return settings
}

const ORDERS = ['decision', 'authored'] as const

interface InterviewSplit extends RoleOptions {
  readonly order: (typeof ORDERS)[number]
  /** Not checked yet: that takes a rule set. */
  readonly answeredBy: unknown
}

/** The same with what belongs to an interview taken out as well. */
export function splitOptions(options: unknown): InterviewSplit {
  const split = splitRole(options)
  if (typeof split.rest !== 'object' || split.rest === null || Array.isArray(split.rest))
    return { ...split, order: 'decision', answeredBy: undefined }
  const { order = 'decision', answeredBy, ...rest } = split.rest as Readonly<Record<string, unknown>>
  const found = ORDERS.find((known) => known === order)
  const expected = ORDERS.join(' or ')
  const wrong: Issue = { code: 'unknown-value', path: ['options', 'order'], message: `give ${expected}`, expected }
  const issues = found ? split.issues : [...split.issues, wrong]
  return { ...split, rest, order: found ?? 'decision', answeredBy, issues }
}
