import { documentsOf } from '../../core/rules/build-rule-set'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import type { Paint } from '../../reports/text/lay-out'
import { mutantText } from './mutant'
import { type MutantResult, type MutationRun, mutationScore } from './mutate-rule-set'
import { kindsOf } from './mutation-json'
import { MUTATION_WORDS, type MutationWords } from './mutation-words'

/** In which language it is told, and with the sentences of which rule set beside its ids. */
export interface MutationTelling {
  readonly locale: Locale
  readonly ruleSet?: RuleSet
}

/** What came of the mutants, for people: those that live with a case that would kill them, then what it comes to. */
export function renderMutation(run: MutationRun, paint: Paint, telling: MutationTelling): string {
  const { ruleSet, fixtures, unconfirmed, failing, results, untried } = run
  const words = MUTATION_WORDS[telling.locale]
  const { killed, survived, equivalent, score } = mutationScore(run)
  const sum = words.sum(killed, killed + survived, equivalent, score.toFixed(1))
  return `${[
    ...failing.map((file) => paint.red(words.failing(file))),
    ...(unconfirmed.length > 0 ? [paint.yellow(words.unconfirmed(unconfirmed.length))] : []),
    ...results.flatMap((result) => resultLines(result, paint, telling)),
    paint.bold(words.title(`${ruleSet.id} ${ruleSet.version}`, fixtures)),
    ...kindsOf(results).map(({ kind, mutants, killed: dead, survived: live, equivalent: same }) => {
      const others = [live > 0 ? paint.red(words.live(live)) : '', same > 0 ? words.equivalent(same) : '']
      const more = others.filter(Boolean).map((one) => `, ${one}`)
      return `  ${words.kind(kind).padEnd(words.width)} ${words.made(String(mutants).padStart(5), String(dead).padStart(5))}${more.join('')}`
    }),
    ...(untried > 0 ? [paint.yellow(words.untried(untried))] : []),
    survived === 0 ? paint.green(sum) : paint.red(sum),
  ].join('\n')}\n`
}

function resultLines(result: MutantResult, paint: Paint, telling: MutationTelling): readonly string[] {
  if (result.status === 'killed') return []
  const words = MUTATION_WORDS[telling.locale]
  const text = words.change(mutantText(result.mutant))
  if (result.status === 'equivalent') return [paint.dim(`${words.labels.equivalent}  ${text}`), '']
  const lives = paint.red(`${words.labels.lives}  ${text}`)
  const { witness } = result
  if (!witness) return [lives, ...aboutOf(result, telling, words), `  ${words.noCase}`, '']
  return [
    lives,
    ...aboutOf(result, telling, words),
    `  ${words.inThisCase(words.differs(witness.kind), witness.of)}`,
    `  ${JSON.stringify(witness.snapshot)}`,
    ...(witness.policy ? [`  ${words.withPolicy(JSON.stringify(witness.policy))}`] : []),
    '',
  ]
}

/** The sentence of the rule that has the fault, so that its reader need not open the file. */
function aboutOf({ mutant: { place } }: MutantResult, { ruleSet, locale }: MutationTelling, words: MutationWords) {
  const [list, at] = place.path
  if (!ruleSet || list !== 'rules' || typeof at !== 'number') return []
  const id = documentsOf(ruleSet).checklists.get(place.file)?.rules[at]?.id
  const rule = ruleSet.rules.find((one) => one.id === id)
  return rule ? [`  ${words.about(rule.id, rule.text[locale].replace(/\{[^}]*\}/g, '…'))}`] : []
}
