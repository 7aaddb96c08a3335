import { formatDay } from '../../core/calendar/day'
import type { Parameter, ParameterValue } from '../../core/rules/parameter'
import type { RuleSet } from '../../core/rules/rule-set'
import { citationLinks } from './citation-list'
import { durationText } from './length-text'
import { both, bullets, code, parameterLink, word, writerFor } from './writer'

/** The default of a parameter as people read it, in both languages. */
export function valueText({ default: value, unit, dated, chosenBy }: Parameter, ruleSet: RuleSet): string {
  if (!dated) return oneValue(value, unit, ruleSet)
  const day = word((words) => words.chosenBy[chosenBy ?? 'asOf'])
  const values = dated.map(({ from, value: then, source }) => {
    const since = word((words) => words.since(formatDay(from)))
    return `${since} ${oneValue(then, unit, ruleSet)}, ${citationLinks([source], ruleSet)}`
  })
  return `${values.join('; ')}. ${day}`
}

function oneValue(value: ParameterValue, unit: Parameter['unit'], ruleSet: RuleSet): string {
  if (typeof value === 'number') return `${value} (${word((words) => words.unit[unit])})`
  const nl = durationText(value, writerFor(ruleSet, 'nl'))
  return `${both({ nl, en: durationText(value, writerFor(ruleSet, 'en')) })} (${code(value)})`
}

/** The parameters by which an organisation can change a rule: each with its default, on whose authority, and its source. */
export function parameterList(names: Iterable<string>, ruleSet: RuleSet): string {
  return bullets(
    [...new Set(names)].flatMap((name) => {
      const parameter = ruleSet.parameters.get(name)
      if (!parameter) return []
      const basis = word((words) => words.basis[parameter.basis])
      return [
        `${parameterLink(name)}: ${valueText(parameter, ruleSet)}; ${basis}; ${citationLinks(parameter.sources, ruleSet)}`,
      ]
    }),
  )
}
