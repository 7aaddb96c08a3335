import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import type { Leaf } from '../../core/rules/document'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import { parameterIn } from '../../core/rules/policy'
import { parametersInLeaf } from './uses'
import { code, parameterLink, plain, type Writer } from './writer'

/** One comparison: the question with the answers that count, or the label of what is computed with its values. */
export function leafText({ fact, operator, value }: Leaf, writer: Writer): string {
  const parameter = typeof value === 'object' && 'fact' in value ? parameterIn(value.fact) : undefined
  const against = parameter === undefined ? valuesText(fact, value, writer) : `**${defaultOf(parameter, writer)}**`
  const notes = [
    // A parameter is named in the subject already.
    ...(parameterIn(fact) === undefined ? [code(fact)] : []),
    ...parametersInLeaf({ fact, operator, value }).map(parameterLink),
  ]
  const aside = notes.length === 0 ? '' : ` (${notes.join('; ')})`
  return `${subjectText(fact, writer)}: ${writer.words.compare[operator](against)}${aside}`
}

/** What a comparison is about, as people know it. */
export function subjectText(fact: string, writer: Writer): string {
  const { locale, words } = writer
  const parameter = parameterIn(fact)
  if (parameter !== undefined) return words.parameterFact(parameterLink(parameter), defaultOf(parameter, writer))
  const asked = factsOf(writer.ruleSet).get(fact)
  return asked ? `“${plain(asked.question[locale])}”` : plain(DERIVED_FACTS.get(fact)?.label[locale] ?? fact)
}

function valuesText(fact: string, value: Leaf['value'], writer: Writer): string {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  return writer.words.or(values.map((item) => `**${valueText(fact, item, writer)}**`))
}

function valueText(fact: string, value: unknown, { locale, words, ruleSet }: Writer): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const label = conditionFactsOf(ruleSet).get(fact)?.options?.[String(value)]
  return plain(label ? label[locale] : String(value))
}

const defaultOf = (parameter: string, { ruleSet }: Writer): string => String(ruleSet.parameters.get(parameter)?.default)
