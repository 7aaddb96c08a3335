import { formatDay } from '../../core/calendar/day'
import { TriageError } from '../../core/issue/issue'
import { isLoaded } from '../../core/rules/build-rule-set'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { type AllCases, casesUnder, openCases } from '../check/all-cases'
import { asKnownTo } from '../check/as-known-to'
import {
  type CaseDifference,
  DEESCALATIONS,
  type Deescalation,
  type DifferenceKind,
  ESCALATIONS,
  type Escalation,
  OTHERS,
} from '../check/case-difference'
import { isNever } from '../check/claim'
import { dayGiven } from '../check/day-given'
import { policyOf } from '../check/policy-of'
import { type RuleCases, ruleCases } from '../check/rule-cases'
import { type RunCase, runCase } from '../check/run-case'
import { saidOf } from '../check/said-of'
import type { Suspected } from '../check/suspected'
import { findWitness } from '../check/witness'
import { asRenamed } from './as-renamed'
import { type BesideDifference, diffBesides } from './diff-besides'
import { type DocumentDifference, diffDocuments } from './diff-documents'
import { diffRules } from './diff-rules'
import { diffServices } from './diff-services'

/** On which day and under which policy two rule sets are compared. */
export interface DiffOptions {
  /** The day on which cases are looked at, `YYYY-MM-DD`; by default the day from which the later rule set is valid. */
  readonly on?: string
  /** An organisation's own policy values, under which both are compared; by default each has its own defaults. */
  readonly policy?: PolicyOverrides
}

/** What a change to the rules does, to the files and to cases. */
export interface RuleSetDifference {
  /** The day on which cases were looked at. */
  readonly asOf: string
  readonly escalations: readonly CaseDifference<Escalation>[]
  readonly deescalations: readonly CaseDifference<Deescalation>[]
  /** What rules, checklists and milestones do otherwise, also where no service comes out otherwise. */
  readonly others: readonly CaseDifference<(typeof OTHERS)[number]>[]
  /** Differences that must exist in some case, and of which none could be shown. Empty unless merging or counting changed. */
  readonly unshown: readonly Pick<CaseDifference, 'kind' | 'of'>[]
  /** Deadlines, needs, notices, and how services stand beside each other; by what is written, without a case. */
  readonly besides: readonly BesideDifference[]
  /** What is written otherwise: texts, sources, policy, catalogues. */
  readonly documents: readonly DocumentDifference[]
  /** Something differs, and both have one id and version: whoever names the version no longer says which of the two. */
  readonly versionKept: boolean
  /** No case on that day comes out otherwise: not a service, a window, a hold, nor a rule that both have. */
  readonly sameInEveryCase: boolean
}

/**
 * What differs between two rule sets, each under the defaults of its own policy. Exact over the conditions: every
 * kind of difference that some case shows is told, once for each service, rule, checklist and milestone, with a
 * smallest case that was run under both.
 *
 * @throws TriageError with what is wrong with the rule sets or the options.
 */
export function diffRuleSets(earlier: RuleSet, after: RuleSet, options: DiffOptions = {}): RuleSetDifference {
  for (const ruleSet of [earlier, after])
    if (!isLoaded(ruleSet)) throw new TriageError([{ code: 'rule-set-not-loaded', path: [], message: NOT_LOADED }])
  const before = asRenamed(earlier, after)
  const asOf = dayGiven(options.on ?? after.manifest.validFrom)
  const cases = openCases(
    [before, after].map((ruleSet) => casesUnder(ruleSet, policyOf(ruleSet, options.policy))),
    asOf,
    'any',
  )
  const found = before.fingerprint === after.fingerprint ? [] : suspectedIn(cases)
  const shown = found.map((suspected) => show(suspected, before, after, cases, options.policy))
  const of = <Kind extends DifferenceKind>(kinds: readonly Kind[]) =>
    shown.filter(
      (one): one is CaseDifference<Kind> => 'witness' in one && (kinds as readonly string[]).includes(one.kind),
    )
  const besides = diffBesides(before, after, options.policy)
  const documents = diffDocuments(before, after)
  const differs = found.length + besides.length + documents.length > 0
  const [one, other] = [earlier.manifest, after.manifest]
  return {
    asOf: formatDay(asOf),
    escalations: of(ESCALATIONS),
    deescalations: of(DEESCALATIONS),
    others: of(OTHERS),
    unshown: shown.filter((one) => !('witness' in one)),
    besides,
    documents,
    versionKept: differs && one.id === other.id && one.version === other.version,
    sameInEveryCase: found.length === 0,
  }
}

const NOT_LOADED = 'give the ruleSet of a loadRuleSet that succeeded'

/** Where the two count spells in different ways, only what the same spells can come to is a case. */
function suspectedIn(cases: AllCases): readonly Suspected[] {
  const { diagrams } = cases
  const [before, after] = cases.sides.map(ruleCases) as [RuleCases, RuleCases]
  const possible = cases.possible()
  return [...diffServices(before, after, cases), ...diffRules(before, after, cases)]
    .map((suspected) => ({ ...suspected, shownBy: diagrams.all([suspected.shownBy, possible]) }))
    .filter(({ shownBy }) => !isNever(shownBy))
}

function show(
  { kind, of, shownBy, proves }: Suspected,
  before: RuleSet,
  after: RuleSet,
  cases: AllCases,
  policy: PolicyOverrides | undefined,
): CaseDifference | Pick<CaseDifference, 'kind' | 'of'> {
  const [toBefore, toAfter] = [asKnownTo(before, after), asKnownTo(after, before)]
  const runs = (snapshot: Snapshot): readonly [RunCase, RunCase] | undefined => {
    const [one, other] = [runCase(before, toBefore(snapshot), policy), runCase(after, toAfter(snapshot), policy)]
    return one && other ? [one, other] : undefined
  }
  const witness = findWitness(shownBy, cases, (snapshot) => {
    const both = runs(snapshot)
    return both !== undefined && proves(...both)
  })
  if (!witness) return { kind, of }
  const both = runs(witness)
  const isService = [...ESCALATIONS, ...DEESCALATIONS].some((one) => one === kind)
  return { kind, of, witness, ...(both && isService && { before: saidOf(both[0], of), after: saidOf(both[1], of) }) }
}
