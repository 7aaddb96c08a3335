import type { Advice, Certainty } from '../../core/advice'
import type { TriageOptions } from '../../core/options'
import { QUIETLY } from '../../core/snapshot/parse-options'
import { compareExpectation, type RecommendationClaim, recommendationMismatches } from './compare-expectation'
import {
  type Expectation,
  ExpectationError,
  type ExpectedRecommendation,
  expectation,
  messageFor,
  saysSomething,
} from './expectation'
import { strangersIn } from './fixture-names'
import { type Mismatch, mismatch } from './mismatch'
import { restateExpectation, restateRecommendation } from './restate-expectation'
import { look, withoutMedical } from './run-fixture'

/** What can be asserted of one advice. Each throws an `AssertionError` that tells the difference, or gives back the same. */
export interface AdviceExpectation {
  readonly advice: Advice
  /** That a service is recommended and, where given, how surely, when and why. */
  toRecommend(service: string, claims?: Partial<Omit<ExpectedRecommendation, 'service'>>): AdviceExpectation
  /** That a service is not recommended, not even as possible. */
  notToRecommend(service: string): AdviceExpectation
  /** That a recommended service is held, certainly unless told, and by the rule that is given. */
  toHold(service: string, claims?: HoldClaims): AdviceExpectation
  /** That these facts, by id, are among the open questions. */
  toAsk(...facts: readonly string[]): AdviceExpectation
  /** That these facts are not asked: no answer can change the advice. */
  notToAsk(...facts: readonly string[]): AdviceExpectation
  /** What a fixture says under `expect`; what is not mentioned may be anything. */
  toMatchExpectation(expected: Expectation): AdviceExpectation
}

/** What is claimed of a hold; what is left out is not looked at. */
export interface HoldClaims {
  /** The rule that holds it. */
  readonly by?: string
  readonly certainty?: Certainty
  /** The day on which it is looked at again. */
  readonly reviewOn?: string
}

/**
 * The advice of `triageSync` on a case, to assert things of in any test runner.
 *
 * @param options As for `triageSync`, but for the audience: `full` unless it is given.
 * @throws TriageError for a wrong snapshot or options, as `triageSync` does.
 */
export function expectAdvice(snapshot: unknown, options: TriageOptions = {}): AdviceExpectation {
  // An author looks at every rule, also at one that no employer may know of.
  const { advice, seen } = look(snapshot, { audience: 'full', ...options })
  const { ruleSet, outcomes } = seen

  /** Fails where a claim does not hold, with both sides of it in the same form. */
  const settle = (headline: string, found: readonly Mismatch[], actual: unknown, expected: unknown) => {
    if (found.length === 0) return matcher
    throw new ExpectationError(messageFor(headline, found, withoutMedical(seen, options)), actual, expected)
  }
  /** A misspelt name would make a claim that nothing can meet, or that nothing can break. */
  const refuse = (strangers: readonly string[]): void => {
    const [first] = strangers
    if (first !== undefined) throw new ExpectationError(strangers.join('\n'), undefined, undefined)
  }

  const matcher: AdviceExpectation = {
    advice,
    toRecommend(service, claims = {}) {
      const claim: RecommendationClaim = { ...claims, service }
      refuse(strangersIn({ recommendations: [{ certainty: 'certain', reasons: [], ...claim }] }, ruleSet))
      const found = recommendationMismatches(claim, advice.recommendations, [], ruleSet)
      const [actual] = restateRecommendation(claim, advice)
      return settle(
        `expected the advice to recommend ${service}`,
        found,
        actual ?? servicesIn(advice),
        actual ? claim : [service],
      )
    },
    notToRecommend: (service) => matcherFor(`expected the advice not to recommend ${service}`, { excludes: [service] }),
    toHold(service, { by, certainty = 'certain', reviewOn } = {}) {
      refuse(strangersIn({ excludes: [service], ...(by === undefined ? {} : { outcomes: { [by]: 'met' } }) }, ruleSet))
      const held = advice.recommendations.find((one) => one.service === service)?.heldBy ?? []
      const wanted = { ...(by && { rule: by }), certainty, ...(reviewOn && { reviewOn }) }
      const meets = held.some(
        (hold) =>
          hold.certainty === certainty &&
          (by === undefined || hold.rule === by) &&
          (reviewOn === undefined || hold.reviewOn === reviewOn),
      )
      const holds = ruleSet.rules.filter(
        ({ event }) => event.type === 'hold' && event.params.services.includes(service),
      )
      const told = held.map((hold) => `${hold.rule} ${hold.certainty}, until ${hold.reviewOn}`).join('; ')
      const text = `${service}: expected ${[certainty, by].filter(Boolean).join(' ')}, got ${told || 'no hold'}`
      const about = { rules: by === undefined ? holds.map(({ id }) => id) : [by, ...held.map(({ rule }) => rule)] }
      const found = meets ? [] : [mismatch([service, 'heldBy'], wanted, held, text, about)]
      const actual = held.map(({ rule, certainty: how, reviewOn: on }) => ({ rule, certainty: how, reviewOn: on }))
      return settle(`expected the advice to hold ${service}`, found, actual, [wanted])
    },
    toAsk: (...facts) => matcherFor(`expected the advice to ask ${facts.join(', ')}`, { asks: [...facts] }),
    notToAsk: (...facts) =>
      matcherFor(`expected the advice not to ask ${facts.join(', ')}`, { doesNotAsk: [...facts] }),
    toMatchExpectation: (expected) => matcherFor('expected the advice to be as expected', expected),
  }

  function matcherFor(headline: string, expected: Expectation): AdviceExpectation {
    refuse(faultsIn(expected))
    refuse(strangersIn(expected, ruleSet))
    const found = compareExpectation(expected, advice, outcomes, ruleSet)
    return settle(headline, found, restateExpectation(expected, advice, outcomes), expected)
  }
  return matcher
}

const servicesIn = ({ recommendations }: Advice): readonly string[] => recommendations.map(({ service }) => service)

function faultsIn(expected: Expectation): readonly string[] {
  const parsed = expectation.safeParse(expected, QUIETLY)
  if (!parsed.success)
    return parsed.error.issues.map(
      ({ path }) => `this is no expectation: see ${['expect', ...path].map(String).join('.')}`,
    )
  return saysSomething(parsed.data) ? [] : ['this expects nothing at all']
}
