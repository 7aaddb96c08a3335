import type { NextStep } from '../../core/advice'
import { adviseInBrief, type BriefAdvice } from '../../core/brief-advice'
import { rulesByService } from '../../core/decide/service-rules'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { ResolvedOptions, TriageOptions } from '../../core/options'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import { leavesOf, type Rule } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import type { Locale } from '../../core/snapshot/fact'
import { openSnapshot, settingsFor } from '../../core/triage'

/** Options of `createTriage`, and the service that is asked about. */
export interface ChangeOptions extends TriageOptions {
  /** The service that is asked about. */
  readonly service: string
}

/** Which other answers would make a service the step, or would make it the step no longer. */
export interface WhatWouldChange {
  readonly service: string
  /** Whether it is the step now. */
  readonly isStep: boolean
  /** The step now. */
  readonly step: ChangedStep
  /** Every change of one answer that would do; where none does, every change of two. */
  readonly changes: readonly WouldChange[]
  /** False where there were more pairs of answers than could be tried. */
  readonly exhaustive: boolean
}

export interface ChangedStep {
  readonly kind: NextStep['kind']
  readonly service?: string
}

/** Answers that together give another step, and which. */
export interface WouldChange {
  /** One, or two that must change together. */
  readonly answers: readonly ChangedAnswer[]
  /** The step as it would be. */
  readonly step: ChangedStep
}

/** An answer that is another, before and after. */
export interface ChangedAnswer {
  readonly fact: string
  readonly question: string
  readonly from: boolean | string
  readonly to: boolean | string
  readonly fromText: string
  readonly toText: string
}

/** A pair costs an advice; more than these is more than a person waits for. */
const MOST_PAIRS = 4000

/**
 * The nearest other answers that would change whether a service is the step: of what is known, one answer, or else two.
 * Exact: each is tried, by asking for the advice that it would give. Only answers out of a few (yes or no, or a choice)
 * that a rule reads; of two answers those that the rules of this service read, and of what is advised now. What is not
 * known yet is for `openQuestions`. For the employer nothing medical is changed or known.
 *
 * @throws TriageError for a snapshot or an option that is wrong, and for a service that there is none of.
 */
export function whatWouldChange(snapshot: unknown, options: ChangeOptions): WhatWouldChange {
  const { service, ...rest } = (options ?? {}) as ChangeOptions
  const settings = settingsFor(snapshot, rest)
  const { ruleSet, locale } = settings
  if (!ruleSet.services.some(({ id }) => id === service)) throw new TriageError([NO_SERVICE])
  const advise = (given: unknown): BriefAdvice => adviseInBrief(openSnapshot(given, settings), settings)
  const now = advise(snapshot)
  const step = stepIn(now)
  const isStep = step.service === service
  const alternatives = (services: ReadonlySet<string>): readonly ChangedAnswer[] =>
    factsRead(services, settings).flatMap((fact) => alternativesOf(fact, snapshot, locale))
  const tried = (answers: readonly ChangedAnswer[]): readonly WouldChange[] => {
    const other = answers.reduce(withAnswer, snapshot)
    try {
      const after = stepIn(advise(other))
      return (after.service === service) === isStep ? [] : [{ answers, step: after }]
    } catch (error) {
      // Answers that exclude each other are no case.
      if (error instanceof TriageError) return []
      throw error
    }
  }
  const one = alternatives(new Set(ruleSet.services.map(({ id }) => id))).flatMap((answer) => tried([answer]))
  const found = { service, isStep, step }
  if (one.length > 0) return { ...found, changes: one, exhaustive: true }
  const certain = now.recommendations.filter(({ certainty }) => certainty === 'certain')
  const single = alternatives(new Set([service, ...certain.map((other) => other.service)]))
  const pairs = single.flatMap((a, at) =>
    single.slice(at + 1).flatMap((b) => (a.fact === b.fact ? [] : [[a, b] as const])),
  )
  return {
    ...found,
    changes: pairs.slice(0, MOST_PAIRS).flatMap((pair) => tried(pair)),
    exhaustive: pairs.length <= MOST_PAIRS,
  }
}

const NO_SERVICE: Issue = {
  code: 'unknown-service',
  path: ['options', 'service'],
  message: 'give the id of a service of the rule set',
}

function stepIn({ next }: BriefAdvice): ChangedStep {
  const named = next.kind === 'request' || next.kind === 'plan' || next.kind === 'arrange'
  return { kind: next.kind, ...(named && next.service !== undefined ? { service: next.service } : {}) }
}

/** What the rules of some services read, as facts that are asked for; of those the ones that the reader may know. */
function factsRead(services: ReadonlySet<string>, { ruleSet, audience }: ResolvedOptions): readonly BaseFact[] {
  const known = conditionFactsOf(ruleSet)
  const rules = rulesByService(ruleSet)
    .filter(({ service }) => services.has(service.id))
    .flatMap(({ reasons, holds }): readonly Rule[] => [
      ...reasons.flatMap(({ rule, waivers }) => [rule, ...waivers]),
      ...holds,
    ])
  const read = new Set(rules.flatMap(({ when }) => leavesOf(when).flatMap(({ fact }) => known.get(fact)?.asks ?? [])))
  return [...factsOf(ruleSet).values()].filter(
    ({ id, tier }) =>
      (read.has(id) || id === 'process.employeeWilling') && (audience === 'full' || tier === 'employer'),
  )
}

/** The other answers to a fact that was answered with one of a few. */
function alternativesOf(fact: BaseFact, snapshot: unknown, locale: Locale): readonly ChangedAnswer[] {
  const from = answerIn(snapshot, fact.id)
  const values: readonly (boolean | string)[] =
    fact.type === 'boolean' ? [true, false] : fact.type === 'choice' ? Object.keys(fact.options ?? {}) : []
  if (from === undefined || !values.some((value) => value === from)) return []
  return values
    .filter((value) => value !== from)
    .map((to) => ({
      fact: fact.id,
      question: fact.question[locale],
      from,
      to,
      fromText: wordFor(fact, from, locale),
      toText: wordFor(fact, to, locale),
    }))
}

const wordFor = ({ options }: BaseFact, value: boolean | string, locale: Locale): string =>
  typeof value === 'boolean' ? YES_NO[locale][value ? 0 : 1] : (options?.[value]?.[locale] ?? value)

const YES_NO = { nl: ['ja', 'nee'], en: ['yes', 'no'] } as const

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>

function answerIn(snapshot: unknown, id: string): boolean | string | undefined {
  const [section = '', name = ''] = id.split('.')
  const answer = (snapshot as Sections)[section]?.[name]
  return typeof answer === 'boolean' || typeof answer === 'string' ? answer : undefined
}

function withAnswer(snapshot: unknown, { fact, to }: ChangedAnswer): unknown {
  const [section = '', name = ''] = fact.split('.')
  const sections = snapshot as Sections
  return { ...sections, [section]: { ...sections[section], [name]: to } }
}
