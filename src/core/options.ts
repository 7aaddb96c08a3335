import { AUDIENCES, type Audience } from './advice'
import { type Issue, nearestName } from './issue/issue'
import { isLoaded } from './rules/build-rule-set'
import { shippedRuleSet } from './rules/bundled'
import { checkPolicy } from './rules/check-window'
import { type Policy, type PolicyOverrides, type ResolvedPolicy, resolvePolicy } from './rules/policy'
import type { RuleSet } from './rules/rule-set'
import { LOCALES, type Locale } from './snapshot/fact'

/** How a case is looked at. */
export interface TriageOptions {
  /** The organisation's own policy values, by parameter name. */
  readonly policy?: PolicyOverrides
  /** Who will read the advice; `employer` by default: the least is the default (AVG art. 25(2)). */
  readonly audience?: Audience
  /** The language of texts; `nl` by default. */
  readonly locale?: Locale
  /** A rule set from `loadRuleSet`; the shipped one by default. */
  readonly ruleSet?: RuleSet
}

export interface ResolvedOptions {
  /** Of values that change in time the last; `policyOn` gives those of a case by its days. */
  readonly policy: Policy
  /** Where a value changes in time. */
  readonly policyOn?: ResolvedPolicy['on'] | undefined
  readonly audience: Audience
  readonly locale: Locale
  readonly ruleSet: RuleSet
}

const NAMES = ['policy', 'audience', 'locale', 'ruleSet']

/** The options with their defaults, or every option that is wrong. */
export function resolveOptions(options: unknown = {}): ResolvedOptions | { readonly issues: readonly Issue[] } {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    return { issues: [{ code: 'wrong-type', path: ['options'], message: 'give the options as an object' }] }
  const given = options as Record<string, unknown>
  const issues: Issue[] = unknownOptions(given, NAMES)
  const audience = oneOf('audience', given.audience, 'employer', AUDIENCES, issues)
  const locale = oneOf('locale', given.locale, 'nl', LOCALES, issues)
  // What is null was meant to be something: it is refused, and not read as absent.
  const ruleSet = given.ruleSet === undefined ? shippedRuleSet() : given.ruleSet
  if (!isLoaded(ruleSet)) {
    const message = 'give the ruleSet of a loadRuleSet that succeeded'
    return { issues: [...issues, { code: 'rule-set-not-loaded', path: ['options', 'ruleSet'], message }] }
  }
  const resolved = resolvePolicy(ruleSet.parameters, given.policy)
  if (!resolved.ok) issues.push(...resolved.issues.map((issue) => ({ ...issue, path: ['options', ...issue.path] })))
  if (resolved.ok && given.policy !== undefined) {
    const policies = new Set([resolved.policy, ...resolved.changesOn.map((day) => resolved.on(day, day))])
    const found = [...policies].flatMap((policy) => checkPolicy(ruleSet, policy))
    issues.push(...found.map((issue) => ({ ...issue, path: ['options', ...issue.path] })))
  }
  if (issues.length > 0 || !resolved.ok || !audience || !locale) return { issues }
  return { ...inForce(resolved), audience, locale, ruleSet }
}

/** A policy as options hold it: in place of another, its values in time come along. */
export const inForce = ({ policy, on, changesOn }: ResolvedPolicy): Pick<ResolvedOptions, 'policy' | 'policyOn'> => ({
  policy,
  policyOn: changesOn.length > 0 ? on : undefined,
})

/** An option with its default; undefined, with an issue, for a value that is none of these. */
export function oneOf<Name extends string>(
  option: string,
  value: unknown,
  byDefault: Name,
  names: readonly Name[],
  issues: Issue[],
): Name | undefined {
  if (value === undefined) return byDefault
  const found = names.find((name) => name === value)
  if (found) return found
  const expected = names.join(' or ')
  const nearest = typeof value === 'string' ? nearestName(value, names) : undefined
  issues.push({
    code: 'unknown-value',
    path: ['options', option],
    message: `give ${expected}`,
    expected,
    ...(nearest === undefined ? {} : { nearest }),
  })
  return undefined
}

/** The options that do not exist. */
export function unknownOptions(given: object, names: readonly string[]): Issue[] {
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const nearest = nearestName(name, names)
      const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
      return {
        code: 'unknown-option',
        path: ['options', name.slice(0, 64)],
        message: `there is no such option${hint}`,
        ...(nearest === undefined ? {} : { nearest }),
      }
    })
}
