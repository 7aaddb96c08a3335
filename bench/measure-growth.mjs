import { performance } from 'node:perf_hooks'
import { checkAgreement } from './agree.mjs'
import { makeCaseload } from './caseload.mjs'
import ours from './dist/ours.cjs'
import { GROWTH_ENGINES, loadEngines } from './engines.mjs'
import { measureApart } from './measure.mjs'
import { microseconds, milliseconds, whole } from './report.mjs'
import { filesWithRules } from './rule-sets.mjs'

/** The same as the rule set grows. */
export async function measureGrowth({ sizes, cases, ...pace }) {
  const columns = []
  for (const rules of sizes) columns.push(await measureSize(rules, cases, pace))
  const [first] = columns
  return {
    title: 'From 10 to 1,000 rules',
    text: [
      `Larger rule sets are made of copies of the shipped rules under other ids and with other values. Microseconds a case, of ${cases} cases with one fact in ten missing: from facts to rules, and a whole case from text to text, whose advice grows with the number of rules that apply. All engines were checked to give the same rules on some of the cases here too.`,
    ],
    head: ['µs a case', ...sizes.map((size) => `${whole(size)} rules`)],
    rows: [...first.keys()].map((name) => [name, ...columns.map((column) => column.get(name))]),
  }
}

async function measureSize(rules, cases, pace) {
  const { loading, engines } = await checkSize(filesWithRules(rules), cases)
  const evaluate = engines.map(({ name, file }) => {
    return { name, file: 'evaluate.mjs', params: { engine: file, cases, rules } }
  })
  const advise = { what: 'triageSync', count: cases, missing: 0.1, rules }
  const tasks = [...evaluate, { name: 'a whole case, `triageSync`', file: 'advise.mjs', params: advise }]
  const measured = await measureApart(tasks, pace)
  return new Map([
    ...[...measured].map(([name, { mean }]) => [name, microseconds(mean)]),
    ['loading the rule set, once, in ms', milliseconds(loading)],
  ])
}

/** That every engine gives the same rules. Also tells how many milliseconds it took to load the rule set. */
async function checkSize(files, cases) {
  const started = performance.now()
  const inForce = ours.rulesInForce(files)
  const loading = performance.now() - started
  const engines = await loadEngines(GROWTH_ENGINES, ours.plainQuestions(inForce), inForce)
  const snapshots = makeCaseload({ count: Math.round(cases / 10), missing: 0.1 })
  await checkAgreement(engines, snapshots, (snapshot) => ours.readCase(inForce, snapshot))
  return { loading, engines }
}
