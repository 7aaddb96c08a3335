import type { Audience } from './advice'
import { perRuleSet } from './cache'
import { type Day, formatDay } from './calendar/day'
import { type Answer, answerTo, type Case } from './case/case'
import { caseBegan } from './case/effective-first-day'
import { type Issue, nearestName } from './issue/issue'
import { mergingRules, type Policy } from './rules/policy'
import type { RuleSet } from './rules/rule-set'
import { BASE_FACTS } from './snapshot/catalogue'
import type { Exclusion, Locale, Text } from './snapshot/fact'

export interface CaseScope {
  readonly ruleSet: RuleSet
  readonly policy: Policy
  readonly audience: Audience
  readonly locale: Locale
}

/**
 * What is wrong with a case whose every answer is right by itself: a service or a hold that the rule set does not have,
 * which would count for nothing without a word; a day of the process before the case began; and answers that cannot
 * both be right. For the employer only what the employer's own answers show: to refuse a case over what the physician
 * said would tell what that is.
 */
export const caseIssues = (opened: Case, scope: CaseScope): readonly Issue[] => [
  ...misfits(opened, scope),
  ...contradictions(opened, 'impossible', scope),
]

/** The same but for contradictions: a form has to go on where one is to be put right. */
export const misfits = (opened: Case, scope: CaseScope): readonly Issue[] => [
  ...unknownServices(opened, scope),
  ...daysBeforeCase(opened, mergingRules(scope.policy).mergeWithin, scope.locale),
]

/** Services and holds that were given by an id that the rule set does not have. */
export function unknownServices(opened: Case, { ruleSet, audience, locale }: Omit<CaseScope, 'policy'>): Issue[] {
  const { services = [], raised, physician } = opened
  if (services.length === 0 && raised.length === 0 && physician.advises.length === 0) return []
  const ids = ruleSet.services.map(({ id }) => id)
  const raisable = [...ids, ...raisedBesides(ruleSet)]
  const [byProcess, byPhysician] = (['employer', 'medical'] as const).map((of) =>
    raised.filter(({ tier }) => tier === of),
  )
  const unknown = (given: readonly string[], names: readonly string[], place: string, key: string): Issue[] =>
    given.flatMap((id, index) =>
      names.includes(id) ? [] : [unknownId(id, names, [...place.split('.'), index, key], locale)],
    )
  return [
    ...unknown(
      services.map(({ service }) => service),
      ids,
      'process.services',
      'service',
    ),
    ...unknown(
      (byProcess ?? []).map(({ id }) => id),
      raisable,
      'process.raised',
      'id',
    ),
    ...unknown(
      physician.advises.map(({ service }) => service),
      ids,
      'physician.advises',
      'service',
    ),
    ...(audience === 'full'
      ? unknown(
          (byPhysician ?? []).map(({ id }) => id),
          raisable,
          'health.raised',
          'id',
        )
      : []),
  ]
}

/** Holds of the engine itself, by the names that an advice gives them. */
const ENGINE_HOLDS = ['physician-waits', 'not-willing', 'declined']

const raisedBesides = perRuleSet(({ rules }: RuleSet): readonly string[] => [
  ...rules.flatMap(({ id, event }) => (event.type === 'hold' ? [id] : [])),
  ...ENGINE_HOLDS,
])

function unknownId(id: string, names: readonly string[], path: Issue['path'], locale: Locale): Issue {
  const nearest = nearestName(id, names)
  const hint = nearest === undefined ? '' : `: ${nearest}`
  const message: Text = { nl: `geef een dienst uit de regelset${hint}`, en: `give a service of the rule set${hint}` }
  return { code: 'unknown-service', path, message: message[locale], ...(nearest === undefined ? {} : { nearest }) }
}

/** @param mergeWithin Days between spells from which these are two cases (`spells.mergeWithin`). */
export function daysBeforeCase(opened: Case, mergeWithin: number, locale: Locale): Issue[] {
  const began = caseBegan(opened, mergeWithin)
  if (began === undefined) return []
  return IN_CASE.flatMap((fact): Issue[] => {
    const on = latestDayOf(answerTo(opened.answers, fact))
    if (on === undefined || on >= began) return []
    const [first, last] = [formatDay(began), formatDay(opened.asOf)]
    const expected = locale === 'nl' ? `een dag van ${first} tot en met ${last}` : `a day from ${first} to ${last}`
    const received = `"${formatDay(on)}"`
    const message = BEFORE_CASE[locale](received, expected)
    return [{ code: 'date-before-case', path: fact.split('.'), message, received, expected }]
  })
}

/** The day of an answer, or the last one that it can be where only its month is known. */
function latestDayOf(answer: Answer | undefined): Day | undefined {
  if (answer?.state === 'known') return (answer.value as Day | null) ?? undefined
  return answer?.within?.to
}

const BEFORE_CASE = {
  nl: (received: string, expected: string) =>
    `${received} ligt voor de eerste ziektedag van dit verzuim: gebruik ${expected}, of laat het weg als het bij eerder verzuim hoort`,
  en: (received: string, expected: string) =>
    `${received} lies before the first day of this absence: use ${expected}, or leave it out if it belongs to earlier absence`,
} as const

const IN_CASE = [...BASE_FACTS.values()].filter(({ lies }) => lies === 'in-case').map(({ id }) => id)

interface Pair extends Exclusion {
  readonly of: string
  /** Whether it takes a medical answer to see it. */
  readonly medical: boolean
}

const PAIRS: readonly Pair[] = [...BASE_FACTS.values()].flatMap(({ id, tier, excludes = [] }) =>
  excludes.map((exclusion) => ({
    ...exclusion,
    of: id,
    medical: tier === 'medical' || BASE_FACTS.get(exclusion.fact)?.tier === 'medical',
  })),
)

/** Answers that cannot stand beside each other or, where that is asked for, hardly do: as far as the audience may see. */
export function contradictions(
  { answers }: Case,
  how: Exclusion['how'],
  { audience, locale }: Pick<CaseScope, 'audience' | 'locale'>,
): Issue[] {
  const holds = (fact: string, values: Exclusion['in']): boolean => {
    const answer = answerTo(answers, fact)
    return answer?.state === 'known' && values.includes(answer.value as string | boolean)
  }
  return PAIRS.flatMap((pair): Issue[] => {
    if (pair.how !== how || (pair.medical && audience === 'employer')) return []
    if (!holds(pair.of, pair.value) || !holds(pair.fact, pair.in)) return []
    const message = CONTRADICTS[how][locale](pair.of, pair.fact)
    return [{ code: 'contradiction', path: pair.of.split('.'), message, other: pair.fact.split('.') }]
  })
}

const CONTRADICTS = {
  impossible: {
    nl: (one: string, other: string) =>
      `de antwoorden op ${one} en ${other} kunnen niet allebei juist zijn: verbeter een van de twee`,
    en: (one: string, other: string) => `the answers to ${one} and ${other} cannot both be right: correct one of them`,
  },
  unlikely: {
    nl: (one: string, other: string) =>
      `de antwoorden op ${one} en ${other} gaan zelden samen: kijk of beide nog kloppen`,
    en: (one: string, other: string) =>
      `the answers to ${one} and ${other} seldom go together: see whether both still hold`,
  },
} as const
