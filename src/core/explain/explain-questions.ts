import type { OpenQuestion } from '../advice'
import { answersUnder, slotsFor } from '../case/answers'
import { type Case, standingIn, type Unanswered } from '../case/case'
import { type Decides, isKept } from '../decide/what-decides'
import { authoredOrder } from '../rules/authored-order'
import { factsOf } from '../rules/facts-of'
import type { RuleSet } from '../rules/rule-set'
import type { BaseFact } from '../snapshot/catalogue'
import type { Locale } from '../snapshot/fact'

/** The questions that still matter, in the authored order of the checklists; what no checklist lists comes last. */
export function explainQuestions(
  decides: Decides,
  opened: Case,
  ruleSet: RuleSet,
  locale: Locale,
): readonly OpenQuestion[] {
  if (decides.size === 0) return []
  const { given } = answersUnder(opened.answers, ruleSet.facts)
  const { questions, notAsked } = preparedFor(decides, ruleSet, locale)
  if (questions.every(({ slot }) => given[slot] === undefined)) return notAsked
  return questions.map(({ fact, slot, services }, place) => {
    const state = standingIn(given[slot])
    return state === 'not-asked' ? (notAsked[place] as OpenQuestion) : questionOn(fact, state, services, locale)
  })
}

interface Prepared {
  readonly questions: readonly PreparedQuestion[]
  /** As they are told while nobody asked one of them. */
  readonly notAsked: readonly OpenQuestion[]
}

interface PreparedQuestion {
  readonly fact: BaseFact
  /** Of its answer. */
  readonly slot: number
  readonly services: readonly string[]
}

const prepared: Readonly<Record<Locale, WeakMap<Decides, Prepared>>> = {
  nl: new WeakMap(),
  en: new WeakMap(),
}

function preparedFor(decides: Decides, ruleSet: RuleSet, locale: Locale): Prepared {
  const found = isKept(decides) ? prepared[locale].get(decides) : undefined
  if (found) return found
  const known = factsOf(ruleSet)
  const slots = slotsFor(ruleSet.facts)
  const questions = inAuthoredOrder(decides, ruleSet).flatMap((id): readonly PreparedQuestion[] => {
    const fact = known.get(id)
    const services = decides.get(id) ?? NO_SERVICES
    const slot = slots.get(id)
    if (!fact || slot === undefined) return []
    return [{ fact, slot, services }]
  })
  const notAsked = questions.map(({ fact, services }) => questionOn(fact, 'not-asked', services, locale))
  const made = { questions, notAsked: Object.freeze(notAsked) }
  if (isKept(decides)) prepared[locale].set(decides, made)
  return made
}

const NO_SERVICES: readonly string[] = Object.freeze([])

/** Questions that were told, by the list of services that they decide. */
const told: Readonly<Record<Locale, WeakMap<readonly string[], Map<BaseFact, OpenQuestion[]>>>> = {
  nl: new WeakMap(),
  en: new WeakMap(),
}

/** One frozen object for a question that stands the same and decides the same; advices share it. */
function questionOn(fact: BaseFact, state: Unanswered, decides: readonly string[], locale: Locale): OpenQuestion {
  const found = told[locale]
    .get(decides)
    ?.get(fact)
    ?.find((question) => question.state === state)
  if (found) return found
  const question = Object.freeze({
    fact: fact.id,
    state,
    question: fact.question[locale],
    askedOf: fact.answeredBy[0],
    decides,
  })
  // A list that can still change is not one that `whatDecides` made.
  if (!Object.isFrozen(decides)) return question
  const ofList = told[locale].get(decides) ?? new Map<BaseFact, OpenQuestion[]>()
  told[locale].set(decides, ofList.set(fact, [...(ofList.get(fact) ?? []), question]))
  return question
}

function inAuthoredOrder(facts: Decides, ruleSet: RuleSet): readonly string[] {
  const ordered: string[] = []
  for (const fact of authoredOrder(ruleSet)) {
    if (ordered.length === facts.size) break
    if (facts.has(fact)) ordered.push(fact)
  }
  return ordered
}
