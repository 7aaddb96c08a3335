import { checkAgreement } from './agree.mjs'
import { atLeast } from './budgets.mjs'
import { makeCaseload } from './caseload.mjs'
import ours from './dist/ours.cjs'
import { ENGINES, loadEngines } from './engines.mjs'
import { measureApart } from './measure.mjs'
import { microseconds, perSecond, times, whole } from './report.mjs'

/** From facts to the rules that are met, for every engine. */
export async function measureEvaluation({ cases, timed, ...pace }) {
  const rules = ours.rulesInForce()
  const questions = ours.plainQuestions(rules)
  const engines = await loadEngines(ENGINES, questions, rules)
  const snapshots = makeCaseload({ count: cases, missing: 0.1 })
  const sparse = makeCaseload({ count: Math.round(cases / 4), missing: 0.5, missingReports: 0.5, seed: 2 })
  await checkAgreement(engines, [...snapshots, ...sparse], (snapshot) => ours.readCase(rules, snapshot))

  const tasks = engines.map(({ name, file }) => {
    return { name, file: 'evaluate.mjs', params: { engine: file, cases: timed } }
  })
  const measured = [...(await measureApart(tasks, pace))].map(([name, { mean }]) => [name, mean])

  const timeOf = (name) => new Map(measured).get(name)
  const [reference, fastest] = ['json-rules-engine', 'json-logic-engine, built'].map(timeOf)
  const rows = measured
    .sort(([, a], [, b]) => a - b)
    .map(([name, time]) => [name, microseconds(time), perSecond(time), times(reference / time), times(fastest / time)])
  return {
    title: 'From facts to rules',
    text: [
      `The shipped rule set: ${rules.ruleSet.rules.length} rules, and with the outcomes of its checklists and the conditions of its milestones ${questions.length} conditions, asked of ${timed} generated cases with one fact in ten missing. Before the clock ran, every engine was checked to give the same rules on ${whole(snapshots.length + sparse.length)} cases, some with half of the facts missing. The translations are made from the rule documents; where an engine takes a missing fact for a no or a nought, they ask first whether it is there.`,
      'Each engine gets the known facts in the form that suits it best, made before the clock runs: objects with the same keys in each case, null where not known, unless a line says otherwise; ours get them as the step before gives them. Each gives its outcomes in its own form. Only ours tell what is not met and what is still open apart; the others tell what is met.',
    ],
    head: ['engine', 'µs a case', 'cases a second', 'times as fast as json-rules-engine', 'as json-logic-engine'],
    rows,
    budgets: [
      atLeast(
        'the compiled rules, in times as fast as json-logic-engine',
        fastest / timeOf('verwijswijzer, compiled'),
        3,
      ),
      atLeast('the same, as json-rules-engine', reference / timeOf('verwijswijzer, compiled'), 100),
    ],
  }
}
