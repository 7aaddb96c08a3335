import { parseDay } from '../calendar/day'
import { type Issue, TriageError } from '../issue/issue'
import { isLoaded } from './build-rule-set'
import type { RuleSet } from './rule-set'

/**
 * The rule set that holds on a day: of those whose validity it lies in, the one that started last, and of these the one
 * with the highest version.
 *
 * @param sets Rule sets from `loadRuleSet`, in any order.
 * @param day `YYYY-MM-DD`: that of the advice, for most uses.
 * @returns Undefined where none of them holds on that day.
 * @throws TriageError for a day that is none, and for what is no loaded rule set.
 */
export function chooseRuleSet(sets: readonly RuleSet[], day: string): RuleSet | undefined {
  const issues: Issue[] = [
    ...(typeof day === 'string' && parseDay(day) !== undefined ? [] : [NO_DAY]),
    ...(Array.isArray(sets) ? sets : [sets]).flatMap((set, index) =>
      isLoaded(set) ? [] : [{ code: 'rule-set-not-loaded', path: ['sets', index], message: NOT_LOADED } as const],
    ),
  ]
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  return sets
    .filter(({ manifest: { validFrom, validUntil } }) => validFrom <= day && (validUntil === null || day <= validUntil))
    .reduce<RuleSet | undefined>((best, set) => (best === undefined || isLater(set, best) ? set : best), undefined)
}

const NO_DAY = {
  code: 'invalid-date',
  path: ['day'],
  message: 'give a day as YYYY-MM-DD',
  expected: 'a day as YYYY-MM-DD',
} as const

const NOT_LOADED = 'give the ruleSet of a loadRuleSet that succeeded'

function isLater({ manifest: one }: RuleSet, { manifest: other }: RuleSet): boolean {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom
  const [parts, others] = [one.version.split('.').map(Number), other.version.split('.').map(Number)]
  const at = parts.findIndex((part, index) => part !== others[index])
  return at >= 0 && (parts[at] as number) > (others[at] as number)
}
