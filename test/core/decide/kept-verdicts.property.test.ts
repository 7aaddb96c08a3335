import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../../src/core/calendar/day'
import type { Candidate } from '../../../src/core/decide/candidate'
import { recommend } from '../../../src/core/decide/recommend'
import { weighServices } from '../../../src/core/decide/weigh-services'
import { explainRecommendations } from '../../../src/core/explain/explain-recommendations'
import { buildRuleSet } from '../../../src/core/rules/build-rule-set'
import { SHIPPED_FILES } from '../../../src/core/rules/bundled'
import { parseSnapshot, type RuleSet, type Snapshot, shippedRuleSet } from '../../../src/index'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { judgementOf } from '../../support/judgement-of'

const MINUTES = 60_000

const SPARSE = fc.sample(snapshotArbitrary(1), { numRuns: 60, seed: 20261122 })
const SECTIONS = ['employment', 'conflict', 'returnToWork', 'health', 'process', 'signals'] as const

/** Sparse cases on other days, and each with a section of another: much of what they say comes again, and not all. */
const CASES: readonly Snapshot[] = SPARSE.flatMap((snapshot, index) => {
  const other = SPARSE[(index + 1) % SPARSE.length] as Snapshot
  const later = [0, 1, 2, 3, 40, 100, 200, 300, 500].map((days) => ({
    ...snapshot,
    asOf: formatDay((parseDay(snapshot.asOf) as number) + days),
  }))
  const changed = SECTIONS.map((section) => ({ ...snapshot, [section]: other[section] }))
  return [...later, ...changed].filter((one) => parseSnapshot(one).ok)
})

/** What a candidate comes to; its windows as days, and of its reasons all that does not depend on these. */
const saidOf = ({ verdict, window, latest, rank }: Candidate) => ({
  service: verdict.rules.service.id,
  live: verdict.live.map(({ reason, speaks, waived }) => [reason.rule.id, speaks.id, waived.id]),
  certainty: verdict.core.certainty,
  windowDependsOn: verdict.core.windowDependsOn,
  recommended: verdict.core.recommended.id,
  hindrances: verdict.hindrances,
  decided: verdict.decided.facts,
  window,
  latest,
  rank,
})

/** The shipped rules, of which those with one effect tell of weeks, where their checklist asks what these come from. */
function ruleSetTelling(effect: 'recommend' | 'waive'): RuleSet {
  const weeks = { fact: 'absence.completedWeeks', operator: 'greaterThanInclusive', value: 0 }
  const telling = (rule: RuleOfChecklist): RuleOfChecklist =>
    rule.event.type === effect
      ? {
          ...rule,
          conditions: { all: [rule.conditions, weeks] },
          text: { nl: `${rule.text.nl} {${weeks.fact}}`, en: `${rule.text.en} {${weeks.fact}}` },
        }
      : rule
  const files = Object.entries(SHIPPED_FILES).map(([file, content]) => {
    const { questions, rules } = content as { questions?: readonly string[]; rules?: readonly RuleOfChecklist[] }
    return [
      file,
      questions?.includes('absence.leaves') ? { ...(content as object), rules: rules?.map(telling) } : content,
    ]
  })
  const built = buildRuleSet(Object.fromEntries(files))
  if (!built.ok) throw new Error(JSON.stringify(built.issues.slice(0, 3)))
  return built.ruleSet
}

interface RuleOfChecklist {
  readonly event: { readonly type: string }
  readonly conditions: unknown
  readonly text: { readonly nl: string; readonly en: string }
}

describe('verdicts that are kept', () => {
  it(
    'are those that weighing anew gives, on whatever day',
    () => {
      // Thrice: the first time that something comes up it is not kept, and the second time it is not found.
      const thrice = fc.sample(snapshotArbitrary(1), { numRuns: 2_000, seed: 1 }).flatMap((one) => [one, one, one])
      let [found, all] = [0, 0]
      for (const snapshot of [...CASES, ...CASES, ...thrice]) {
        const judgement = judgementOf(snapshot, shippedRuleSet())
        const candidates = weighServices(judgement)
        expect(candidates.map(saidOf)).toEqual(weighServices(judgement, true).map(saidOf))
        found += candidates.filter(({ verdict }) => verdict.kept).length
        all += candidates.length
      }
      expect(found).toBeGreaterThan(all / 2)
    },
    MINUTES,
  )

  it(
    'are told as those that are weighed anew, also where the texts tell of the case',
    () => {
      for (const ruleSet of [shippedRuleSet(), ruleSetTelling('recommend'), ruleSetTelling('waive')])
        for (const snapshot of [...CASES, ...CASES]) {
          const judgement = judgementOf(snapshot, ruleSet)
          const told = (anew: boolean) =>
            explainRecommendations(recommend(weighServices(judgement, anew)), judgement, 'en')
          expect(told(false)).toEqual(told(true))
        }
    },
    MINUTES,
  )
})
