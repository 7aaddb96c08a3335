import type { Paint } from '../../reports/text/paint'
import { mutantText } from './mutant'
import { type MutantResult, type MutationRun, mutationScore } from './mutate-rule-set'
import { kindsOf } from './mutation-json'

/** What came of the mutants, for people: those that live with a case that would kill them, then what it comes to. */
export function renderMutation(run: MutationRun, paint: Paint): string {
  const { ruleSet, fixtures, unconfirmed, failing, results, untried } = run
  const { killed, survived, equivalent, score } = mutationScore(run)
  const sum = `${killed} of ${killed + survived} mutants killed, ${equivalent} more proved equivalent: score ${score.toFixed(1)}%`
  return `${[
    ...failing.map((file) => paint.red(`${file} fails against the rules as they are, and is not counted`)),
    ...(unconfirmed.length > 0 ? [paint.yellow(`${unconfirmed.length} fixtures not confirmed, not counted`)] : []),
    ...results.flatMap((result) => resultLines(result, paint)),
    paint.bold(`mutants of ${ruleSet.id} ${ruleSet.version} against ${fixtures} fixtures`),
    ...kindsOf(results).map(({ kind, mutants, killed: dead, survived: live, equivalent: same }) => {
      const others = [live > 0 ? paint.red(`${live} live`) : '', same > 0 ? `${same} equivalent` : ''].filter(Boolean)
      return `  ${kind.padEnd(10)} ${String(mutants).padStart(5)} made, ${String(dead).padStart(5)} killed${others.map((one) => `, ${one}`).join('')}`
    }),
    ...(untried > 0 ? [paint.yellow(`${untried} mutants not tried: the time was over`)] : []),
    survived === 0 ? paint.green(sum) : paint.red(sum),
  ].join('\n')}\n`
}

function resultLines(result: MutantResult, paint: Paint): readonly string[] {
  if (result.status === 'killed') return []
  const text = mutantText(result.mutant)
  if (result.status === 'equivalent') return [paint.dim(`equivalent  ${text}`), '']
  const { witness } = result
  if (!witness)
    return [paint.red(`lives       ${text}`), '  no case was found that it changes, nor a proof that there is none', '']
  return [
    paint.red(`lives       ${text}`),
    `  ${witness.kind} ${witness.of}, in this case:`,
    `  ${JSON.stringify(witness.snapshot)}`,
    ...(witness.policy ? [`  with the policy ${JSON.stringify(witness.policy)}`] : []),
    '',
  ]
}
