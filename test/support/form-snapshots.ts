import fc from 'fast-check'
import { type ParsedSnapshot, parseSnapshot } from '../../src/core/parse-snapshot'
import { shippedRuleSet } from '../../src/core/rules/bundled'
import type { RuleSet } from '../../src/core/rules/rule-set'
import { UNKNOWN, UNKNOWN_VALUES } from '../../src/core/snapshot/fact'
import type { Snapshot } from '../../src/core/snapshot/snapshot'
import { formOf, isAsked } from '../../src/forms/form/form'
import { fitted, forget, getFact, setFact, snapshotArbitrary } from './arbitrary-snapshot'

/** Facts of the vocabulary that no form asks: the shipped rules do not use them, or the system keeps them. */
export const UNUSED = ['health.raised', 'process.raised']

/** What comes of reading a form back that this snapshot was put in. */
export function asParsed(snapshot: Snapshot): ParsedSnapshot {
  const parsed = parseSnapshot(snapshot, { audience: 'full' })
  return { ...parsed, ok: true, snapshot }
}

/** Snapshots with answers to the questions of the shipped form alone, of every kind: each word for unknown, and empty lists. */
export const formSnapshots = (): fc.Arbitrary<Snapshot> =>
  fc
    .tuple(
      snapshotArbitrary(),
      fc.array(fc.constantFrom(...UNKNOWN_VALUES), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(undefined, 'case-1', 'A_b-9'),
      fc.constantFrom(undefined, [], UNKNOWN),
    )
    .map(([snapshot, words, caseId, leaves]) => {
      const copy = withWords(
        UNUSED.reduce(
          (known, fact) => (getFact(known, fact) === undefined ? known : forget(known, fact, 'absent')),
          snapshot,
        ),
        words,
      )
      if (leaves !== undefined && getFact(copy, 'absence.leaves') === undefined)
        setFact(copy as Record<string, unknown>, 'absence.leaves', leaves)
      const whole = fitted(copy)
      return withoutEmpty(caseId === undefined ? whole : { ...whole, caseId })
    })

/** A case with the facts in the order of their names, for comparing. */
export const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

/** The questions that stand, by the library itself. */
export const asked = (snapshot: Snapshot, ruleSet: RuleSet = shippedRuleSet()): readonly string[] =>
  formOf(ruleSet)
    .flatMap(({ questions }) => questions)
    .filter((question) => question.within === undefined && isAsked(question, snapshot))
    .map(({ fact }) => fact)

/** The words for unknown in a case, replaced by these, one after the other. */
function withWords(snapshot: Snapshot, words: readonly string[]): Snapshot {
  let next = 0
  const replace = (value: unknown): unknown => {
    if (value === UNKNOWN) return words[next++ % words.length]
    if (Array.isArray(value)) return value.map(replace)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part)]))
  }
  return replace(snapshot) as Snapshot
}

const withoutEmpty = (snapshot: Snapshot): Snapshot =>
  Object.fromEntries(
    Object.entries(snapshot).filter(([, part]) => typeof part !== 'object' || Object.keys(part).length > 0),
  ) as Snapshot
