import type { Locale } from '../../core/snapshot/fact'

/** Why a person did not follow a card: the codes that `humanDecision` takes, without a medical word. */
export type CardOverrideCode =
  | 'already-arranged'
  | 'employee-declines'
  | 'employer-declines'
  | 'physician-advises-otherwise'
  | 'other-service-fits-better'
  | 'facts-were-wrong'
  | 'facts-have-changed'
  | 'not-now'
  | 'costs'
  | 'other'

interface CardWords {
  readonly request: string
  readonly questions: string
  readonly decides: string
  readonly held: string
  readonly first: string
  readonly caveat: string
  readonly underway: (since: string) => string
  readonly possible: (count: number) => string
  readonly ask: (count: number) => string
  readonly override: Readonly<Record<CardOverrideCode, string>>
}

export const CARD_WORDS: Readonly<Record<Locale, CardWords>> = {
  nl: {
    request: 'Vraag aan',
    questions: 'Beantwoord de vragen',
    decides: 'Beslist mee',
    held: 'Wacht nog',
    first: 'Regel eerst',
    caveat: 'Voorbehoud',
    underway: (since) => `Loopt al sinds ${since}.`,
    possible: (count) =>
      count === 1
        ? 'Eén dienst is mogelijk nodig; antwoorden beslissen dat.'
        : `${count} diensten zijn mogelijk nodig; antwoorden beslissen dat.`,
    ask: (count) =>
      count === 1
        ? 'Er is nog een vraag die de stap kan veranderen.'
        : 'Er zijn nog vragen die de stap kunnen veranderen.',
    override: {
      'already-arranged': 'Het is al geregeld',
      'employee-declines': 'De werknemer wil het niet',
      'employer-declines': 'De werkgever wil het niet',
      'physician-advises-otherwise': 'De bedrijfsarts adviseert anders',
      'other-service-fits-better': 'Een andere dienst past beter',
      'facts-were-wrong': 'De gegevens klopten niet',
      'facts-have-changed': 'De gegevens zijn veranderd',
      'not-now': 'Nu niet',
      costs: 'De kosten',
      other: 'Anders',
    },
  },
  en: {
    request: 'Request',
    questions: 'Answer the questions',
    decides: 'This decides',
    held: 'Wait',
    first: 'Arrange first',
    caveat: 'Caveat',
    underway: (since) => `Under way since ${since}.`,
    possible: (count) =>
      count === 1 ? 'One service may be needed; answers decide.' : `${count} services may be needed; answers decide.`,
    ask: (count) =>
      count === 1 ? 'One question can still change the step.' : 'Some questions can still change the step.',
    override: {
      'already-arranged': 'It is arranged already',
      'employee-declines': 'The employee does not want it',
      'employer-declines': 'The employer does not want it',
      'physician-advises-otherwise': 'The physician advises otherwise',
      'other-service-fits-better': 'Another service fits better',
      'facts-were-wrong': 'The facts were wrong',
      'facts-have-changed': 'The facts have changed',
      'not-now': 'Not now',
      costs: 'The costs',
      other: 'Other',
    },
  },
}
