import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import { factsOf } from '../../core/rules/facts-of'
import { parameterIn } from '../../core/rules/policy'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { citationList } from './citation-list'
import { conditionText } from './condition-text'
import { effectText } from './effect-text'
import { parameterList } from './parameter-text'
import { parametersOf } from './uses'
import { code, inEachLanguage, plain, type Writer, word } from './writer'

/** One rule on the page of its checklist: when it holds and what it then does, in sentences, with its sources. */
export function ruleSection(rule: Rule, ruleSet: RuleSet): string {
  const { id, event, basis, sources, tier, note } = rule
  const parameters = parametersOf(rule)
  return [
    `### ${code(id)}`,
    `**${word((words) => words.event[event.type])}.** ${word((words) => words.columns.basis)}: ${word((words) => words.basis[basis])}.`,
    inEachLanguage(ruleSet, (writer) =>
      [conditionText(rule.when, writer), effectText(rule, writer), quoted(rule, writer)].join('\n\n'),
    ),
    ...(parameters.length === 0
      ? []
      : [`${word((words) => words.headings.policy)}:`, parameterList(parameters, ruleSet)]),
    ...(tier === 'medical' ? [word((words) => words.medicalRule)] : []),
    `${word((words) => words.columns.sources)}:`,
    citationList(sources, ruleSet),
    ...(note === undefined ? [] : [`${word((words) => words.columns.note)}: ${plain(note)}`]),
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
