import { createTriage } from '../../core/create-triage'
import { TriageError } from '../../core/issue/issue'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import { kindOf } from '../diff/diff-services'
import { asKnownTo } from './as-known-to'
import { DEESCALATIONS, type Deescalation, ESCALATIONS, type Escalation } from './case-difference'
import { saidOf } from './said-of'

/** How many cases of a caseload differ. */
export interface CountedCases {
  readonly cases: number
  /** Cases that a rule set refuses; they are counted here alone. */
  readonly refused: number
  readonly unchanged: number
  /** Cases with at least one of each. */
  readonly escalated: number
  readonly deescalated: number
  readonly differences: readonly CountedDifference[]
}

/** One kind of difference, and how many cases have it. */
export interface CountedDifference {
  readonly kind: Escalation | Deescalation
  readonly service: string
  readonly cases: number
  /** Which of the cases, counted from 1; the first few. */
  readonly first: readonly number[]
}

const MOST_NAMED = 5

/**
 * Counts over real cases what two rule sets say otherwise of them. What is only possible counts as recommended: it is in
 * the advice. Nothing of a case is kept but its number.
 */
export function countCases(
  before: RuleSet,
  after: RuleSet,
  policy?: PolicyOverrides,
): { add(snapshot: unknown): void; counted(): CountedCases } {
  const adviserOf = (ruleSet: RuleSet) => createTriage({ ruleSet, ...(policy && { policy }) })
  const [adviseBefore, adviseAfter] = [adviserOf(before), adviserOf(after)]
  const [toBefore, toAfter] = [asKnownTo(before, after), asKnownTo(after, before)]
  const found = new Map<string, { kind: Escalation | Deescalation; service: string; cases: number; first: number[] }>()
  let [cases, refused, unchanged, escalated, deescalated] = [0, 0, 0, 0, 0]
  const add = (snapshot: unknown): void => {
    cases += 1
    try {
      const [old, now] = [{ advice: adviseBefore(toBefore(snapshot)) }, { advice: adviseAfter(toAfter(snapshot)) }]
      const services = new Set([old, now].flatMap(({ advice }) => advice.recommendations.map(({ service }) => service)))
      const kinds = [...services].flatMap((service) =>
        kindOf(saidOf(old, service), saidOf(now, service)).map((kind) => ({ kind, service })),
      )
      for (const { kind, service } of kinds) {
        const entry = found.get(`${kind} ${service}`) ?? { kind, service, cases: 0, first: [] }
        entry.cases += 1
        if (entry.first.length < MOST_NAMED) entry.first.push(cases)
        found.set(`${kind} ${service}`, entry)
      }
      if (kinds.length === 0) unchanged += 1
      if (kinds.some(({ kind }) => isOneOf(ESCALATIONS, kind))) escalated += 1
      if (kinds.some(({ kind }) => isOneOf(DEESCALATIONS, kind))) deescalated += 1
    } catch (error) {
      if (!(error instanceof TriageError)) throw error
      refused += 1
    }
  }
  const counted = (): CountedCases => ({
    cases,
    refused,
    unchanged,
    escalated,
    deescalated,
    differences: [...found.values()].sort((a, b) => compare(a.kind, b.kind) || compare(a.service, b.service)),
  })
  return { add, counted }
}

const isOneOf = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
