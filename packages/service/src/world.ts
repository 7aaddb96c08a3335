import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Advice,
  type Audience,
  type BriefAdvice,
  createBriefTriage,
  createTriage,
  type Locale,
  loadRuleSet,
  type PolicyOverrides,
  type RuleSet,
  shippedRuleSet,
  TriageError,
} from 'verwijswijzer'
import { type Authenticate, type Authentication, authenticationFaults, authenticator } from './tokens'

/** One organisation: its rules, its policy and its language. */
export interface Tenant {
  readonly name: string
  readonly locale: Locale
  readonly policy: PolicyOverrides
  /** The rule set that is used unless a request names another; then the earlier ones. */
  readonly ruleSets: readonly [RuleSet, ...RuleSet[]]
  /** For records of decisions: HMACs are made with it. */
  readonly recordKey?: string
  /** Where the host asks questions and requests services: addresses that cards link to. */
  readonly links?: Links
  readonly advise: (ruleSet: RuleSet, audience: Audience, locale: Locale) => (snapshot: unknown) => Advice
  readonly adviseInBrief: (ruleSet: RuleSet, audience: Audience, locale: Locale) => (snapshot: unknown) => BriefAdvice
  /** The digests that an advice by these rules can have: one, or more where a value of the policy changes on a day. */
  readonly digests: (ruleSet: RuleSet) => readonly string[]
}

export interface Links {
  readonly questions?: string
  readonly request?: string
}

/** All that a request is answered with. It is replaced as a whole or not at all. */
export interface World {
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly authenticate: Authenticate
}

export interface TenantFiles {
  readonly name: string
  readonly locale?: unknown
  readonly policy?: unknown
  readonly recordKey?: unknown
  readonly links?: unknown
  /** The rule set in use, by its documents; the one that is shipped where there is none. */
  readonly rules?: Readonly<Record<string, unknown>>
  /** Those that a request can still ask for by name. */
  readonly earlier?: readonly Readonly<Record<string, unknown>>[]
}

export type Loaded<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly faults: readonly string[] }

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

/** Makes every tenant ready and has each advise on one case; or tells every fault, by places and codes. */
export function makeWorld(files: readonly TenantFiles[], authentication: Authentication): Loaded<{ world: World }> {
  const made = files.map(tenantOf)
  const names = files.map(({ name }) => name)
  const faults = [
    ...(files.length === 0 ? ['tenants: there is none'] : []),
    ...made.flatMap((one) => (one.ok ? [] : one.faults)),
    ...authenticationFaults(authentication, names),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const tenants = new Map(made.flatMap((one) => (one.ok ? [[one.tenant.name, one.tenant] as const] : [])))
  return { ok: true, world: { tenants, authenticate: authenticator(authentication) } }
}

function tenantOf(files: TenantFiles): Loaded<{ tenant: Tenant }> {
  const { name, locale = 'nl', policy = {}, recordKey, links } = files
  const at = `tenants/${NAME.test(name) ? name : '?'}`
  const loaded = [...(files.rules ? [files.rules] : []), ...(files.earlier ?? [])].map((one) => loadRuleSet(one))
  const faults = [
    ...(NAME.test(name) ? [] : [`${at}: give a name of small letters, digits and -`]),
    ...(locale === 'nl' || locale === 'en' ? [] : [`${at}/tenant.json locale: unknown-value`]),
    ...(recordKey === undefined || (typeof recordKey === 'string' && recordKey.length >= 16)
      ? []
      : [`${at}/tenant.json recordKey: wrong-type`]),
    ...(links === undefined || areLinks(links) ? [] : [`${at}/tenant.json links: wrong-type`]),
    ...loaded.flatMap((one) =>
      one.ok ? [] : one.issues.map(({ file, pointer, code }) => `${at}/${file ?? 'rules'}${pointer ?? ''}: ${code}`),
    ),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const sets = loaded.flatMap((one) => (one.ok ? [one.ruleSet] : []))
  const ruleSets = (files.rules ? sets : [shippedRuleSet(), ...sets]) as [RuleSet, ...RuleSet[]]
  const tenant: Tenant = {
    ...readyTenant(name, locale as Locale, policy as PolicyOverrides, ruleSets),
    ...(recordKey === undefined ? {} : { recordKey: recordKey as string }),
    ...(links === undefined ? {} : { links: links as Links }),
  }
  const wrong = proved(tenant)
  return wrong.length > 0
    ? { ok: false, faults: wrong.map((fault) => `${at}/policy.json ${fault}`) }
    : { ok: true, tenant }
}

function readyTenant(name: string, locale: Locale, policy: PolicyOverrides, ruleSets: Tenant['ruleSets']): Tenant {
  const remembered = <Answer>(make: (options: Parameters<typeof createTriage>[0]) => (snapshot: unknown) => Answer) => {
    const advisers = new Map<string, (snapshot: unknown) => Answer>()
    return (ruleSet: RuleSet, audience: Audience, language: Locale) => {
      const key = `${ruleSets.indexOf(ruleSet)} ${audience} ${language}`
      const adviser = advisers.get(key) ?? make({ ruleSet, audience, locale: language, policy })
      advisers.set(key, adviser)
      return adviser
    }
  }
  const adviseInBrief = remembered(createBriefTriage)
  const digests = new Map<RuleSet, readonly string[]>()
  return {
    name,
    locale,
    policy,
    ruleSets,
    advise: remembered(createTriage),
    adviseInBrief,
    digests: (ruleSet) => {
      const found = digests.get(ruleSet) ?? digestsOf(ruleSet, policy, adviseInBrief(ruleSet, 'employer', locale))
      digests.set(ruleSet, found)
      return found
    },
  }
}

/**
 * Values in time are chosen by the day of the advice or by the first day of the case: the days on which one begins, and the
 * days before those, are tried as both, as far as they go together.
 */
function digestsOf(
  { parameters }: RuleSet,
  policy: PolicyOverrides,
  advise: (snapshot: unknown) => BriefAdvice,
): readonly string[] {
  const dated = [...Object.values(policy), ...[...parameters.values()].map(({ dated: values }) => values)]
  const froms = dated.flatMap((values) => (Array.isArray(values) ? values.map(({ from }) => String(from)) : []))
  const days = [...new Set([PROBE.asOf, ...froms, ...froms.map(dayBefore)])]
  const digests = days.flatMap((asOf) =>
    days.map((firstDay) => {
      try {
        return advise({ asOf, absence: { spells: [{ firstDay }] } }).ruleSet.digest
      } catch (error) {
        // A case that began after its day, or too long before it, is none.
        if (error instanceof TriageError) return undefined
        throw error
      }
    }),
  )
  return [...new Set(digests)].filter((digest) => digest !== undefined)
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

const areLinks = (links: unknown): boolean =>
  typeof links === 'object' &&
  links !== null &&
  Object.entries(links).every(
    ([name, url]) => (name === 'questions' || name === 'request') && /^https?:\/\/\S{1,2000}$/.test(String(url)),
  )

/** A case that every tenant advises on before it is served. */
const PROBE = { asOf: '2026-11-22', absence: { spells: [{ firstDay: '2026-02-03' }] } }

function proved({ ruleSets, advise, digests, locale }: Tenant): readonly string[] {
  try {
    for (const ruleSet of ruleSets) {
      advise(ruleSet, 'full', locale)(PROBE)
      digests(ruleSet)
    }
    return []
  } catch (error) {
    return error instanceof TriageError
      ? error.issues.map(({ code, path }) => `${path.join('.')}: ${code}`)
      : ['the case that is tried first could not be advised on']
  }
}

/** The folder `tenants` and the authentication of a configuration folder. Each file that cannot be read is a fault. */
export function readWorld(directory: string): Loaded<{ world: World }> {
  const faults: string[] = []
  const read = (path: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(directory, path), 'utf8'))
    } catch {
      faults.push(`${path}: cannot be read as JSON`)
      return {}
    }
  }
  const within = (path: string): readonly { readonly name: string; readonly isFolder: boolean }[] => {
    try {
      return readdirSync(join(directory, path), { withFileTypes: true })
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .filter(({ name }) => !name.startsWith('.'))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch {
      return []
    }
  }
  const documents = (folder: string): Record<string, unknown> =>
    Object.fromEntries(
      [
        ...within(folder).map(({ name }) => name),
        ...within(`${folder}/checklists`).map(({ name }) => `checklists/${name}`),
      ]
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, read(`${folder}/${name}`)]),
    )
  const tenants = within('tenants')
    .filter(({ isFolder }) => isFolder)
    .map(({ name }): TenantFiles => {
      const at = `tenants/${name}`
      const has = (file: string): boolean => within(at).some((entry) => entry.name === file)
      const own = has('tenant.json') ? (read(`${at}/tenant.json`) as Record<string, unknown>) : {}
      for (const key of Object.keys(own ?? {}))
        if (key !== 'locale' && key !== 'recordKey' && key !== 'links') faults.push(`${at}/tenant.json: unknown-key`)
      const earlier = within(`${at}/earlier`).map((folder) => documents(`${at}/earlier/${folder.name}`))
      return {
        name,
        locale: own?.locale,
        recordKey: own?.recordKey,
        links: own?.links,
        ...(has('policy.json') ? { policy: read(`${at}/policy.json`) } : {}),
        ...(has('rules') ? { rules: documents(`${at}/rules`) } : {}),
        earlier,
      }
    })
  const authentication = authenticationIn(read('authentication.json'), faults)
  if (faults.length > 0) return { ok: false, faults }
  return makeWorld(tenants, authentication)
}

function authenticationIn(given: unknown, faults: string[]): Authentication {
  const { tokens = [], issuers = [], ...others } = (given ?? {}) as Record<string, unknown>
  if (!isList(tokens) || !isList(issuers) || Object.keys(others).length > 0) {
    faults.push('authentication.json: give tokens and issuers, as lists')
    return { tokens: [], issuers: [] }
  }
  return { tokens, issuers } as unknown as Authentication
}

const isList = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null)
