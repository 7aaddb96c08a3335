import { perRuleSet } from '../../core/cache'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { isCoded } from '../../forms/form/answer-codes'

/** A fact in SurveyJS, where a dot in a name would mean a part of a value. Keys of the vocabulary have no underscore. */
export const surveyName = (fact: string): string => fact.replace('.', '_')

/** The question for "none" and the unknowns. */
export const otherwiseName = (fact: string): string => `${surveyName(fact)}_otherwise`

/** What a question of a survey stands for. */
export interface SurveyPlace {
  readonly fact: BaseFact
  readonly part: 'value' | 'otherwise'
}

/** By the names of the questions. */
export const surveyPlaces = perRuleSet(
  (ruleSet: RuleSet): ReadonlyMap<string, SurveyPlace> =>
    new Map(
      [...factsOf(ruleSet).values()]
        .filter(({ id }) => id.split('.').length === 2)
        .flatMap((fact): (readonly [string, SurveyPlace])[] => {
          const value = [surveyName(fact.id), { fact, part: 'value' }] as const
          return isCoded(fact) ? [value] : [value, [otherwiseName(fact.id), { fact, part: 'otherwise' }]]
        }),
    ),
)
