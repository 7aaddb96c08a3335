import { formatDay } from '../../core/calendar/day'
import type { Parameter, ParameterValue } from '../../core/rules/parameter'
import { citationLinks } from './citation-list'
import { durationText } from './length-text'
import { bullets, code, parameterLink, type Writer } from './writer'

/** The default of a parameter as people read it. */
export function valueText({ default: value, unit, dated, chosenBy }: Parameter, writer: Writer): string {
  if (!dated) return oneValue(value, unit, writer)
  const day = writer.words.chosenBy[chosenBy ?? 'asOf']
  const values = dated.map(({ from, value: then, source }) => {
    const since = writer.words.since(formatDay(from))
    return `${since} ${oneValue(then, unit, writer)}, ${citationLinks([source], writer.ruleSet)}`
  })
  return `${values.join('; ')}. ${day}`
}

function oneValue(value: ParameterValue, unit: Parameter['unit'], writer: Writer): string {
  if (typeof value === 'number') return `${value} (${writer.words.unit[unit]})`
  return `${durationText(value, writer)} (${code(value)})`
}

/** The parameters by which an organisation can change a rule: each with its default, on whose authority, and its source. */
export function parameterList(names: Iterable<string>, writer: Writer): string {
  return bullets(
    [...new Set(names)].flatMap((name) => {
      const parameter = writer.ruleSet.parameters.get(name)
      if (!parameter) return []
      const basis = writer.words.basis[parameter.basis]
      return [
        `${parameterLink(name)}: ${valueText(parameter, writer)}; ${basis}; ${citationLinks(parameter.sources, writer.ruleSet)}`,
      ]
    }),
  )
}
