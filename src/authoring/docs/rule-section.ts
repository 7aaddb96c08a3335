import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import { factsOf } from '../../core/rules/facts-of'
import { parameterIn } from '../../core/rules/policy'
import type { Rule } from '../../core/rules/rule-set'
import { citationList } from './citation-list'
import { conditionText } from './condition-text'
import { effectText } from './effect-text'
import { parameterList } from './parameter-text'
import { parametersOf } from './uses'
import { code, plain, type Writer } from './writer'

/** One rule on the page of its checklist: when it holds and what it then does, in sentences, with its sources. */
export function ruleSection(rule: Rule, writer: Writer): string {
  const { id, event, basis, sources, tier, note } = rule
  const parameters = parametersOf(rule)
  return [
    `### ${code(id)}`,
    `**${writer.words.event[event.type]}.** ${writer.words.columns.basis}: ${writer.words.basis[basis]}.`,
    [conditionText(rule.when, writer), effectText(rule, writer), quoted(rule, writer)].join('\n\n'),
    ...(parameters.length === 0 ? [] : [`${writer.words.headings.policy}:`, parameterList(parameters, writer)]),
    ...(tier === 'medical' ? [writer.words.medicalRule] : []),
    `${writer.words.columns.sources}:`,
    citationList(sources, writer),
    ...(note === undefined ? [] : [`${writer.words.columns.note}: ${plain(noteIn(note, writer))}`]),
  ].join('\n\n')
}

/** The reason as the advice gives it, with what stands in for its placeholders. */
export function quoted({ text }: Rule, { ruleSet, locale }: Writer): string {
  const filled = plain(text[locale]).replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const parameter = parameterIn(name)
    if (parameter !== undefined) return `${ruleSet.parameters.get(parameter)?.default} (${code(parameter)})`
    return `‹${plain((DERIVED_FACTS.get(name)?.label ?? factsOf(ruleSet).get(name)?.question)?.[locale] ?? name)}›`
  })
  return `> ${filled}`
}

/** For those who read the rules; one in a single language is shown as it is. */
export const noteIn = (note: NonNullable<Rule['note']>, { locale }: Pick<Writer, 'locale'>): string =>
  typeof note === 'string' ? note : note[locale]
