/**
 * The whole benchmark in one run: `npm run bench`. After `--`: `--quick` for a first impression of the first two tables,
 * and `--batch` with it for the files too (`--lines` for the number of their lines), `--out docs/performance.md` to write
 * the report, and `--date 2026-11-22` for the day to write in it. `--only NAME` measures one part alone: evaluation, pipeline,
 * keystrokes, growth, loading, policies, big, batch or soak (`--calls` for the number of its calls). Ends with 1 where a budget
 * does not hold.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { budgetSection } from './budgets.mjs'
import { measureBatch } from './measure-batch.mjs'
import { measureEvaluation } from './measure-evaluation.mjs'
import { measureGrowth } from './measure-growth.mjs'
import { measureInterview } from './measure-interview.mjs'
import { measureBig, measurePolicies } from './measure-limits.mjs'
import { measureLoading } from './measure-loading.mjs'
import { measurePipeline } from './measure-pipeline.mjs'
import { measureSoak } from './measure-soak.mjs'
import { renderReport } from './report.mjs'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    batch: { type: 'boolean', default: false },
    lines: { type: 'string', default: '50000' },
    calls: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string' },
  },
})

if (values.out !== undefined && values.date === undefined) throw new Error('a report needs its day: give --date')

const FULL = {
  evaluation: { cases: 2_000, timed: 500, rounds: 7, turn: 200, warmUp: 1_000 },
  pipeline: { cases: 3_000, rounds: 5, turn: 200, warmUp: 3_000 },
  keystrokes: { rounds: 20 },
  growth: { sizes: [10, 30, 100, 300, 1_000], cases: 200, rounds: 5, turn: 100, warmUp: 1_500 },
  loading: { children: 5 },
}
const QUICK = {
  evaluation: { cases: 400, timed: 200, rounds: 3, turn: 50, warmUp: 400 },
  pipeline: { cases: 1_000, quick: true, rounds: 3, turn: 50, warmUp: 500 },
}

const pace = values.quick ? QUICK : FULL
const batch = () => measureBatch({ lines: Number(values.lines) })
const soak = () => measureSoak({ calls: Number(values.calls) })
const PARTS = {
  evaluation: () => measureEvaluation(pace.evaluation),
  pipeline: () => measurePipeline(pace.pipeline),
  ...(pace.keystrokes ? { keystrokes: () => measureInterview(pace.keystrokes) } : {}),
  ...(pace.growth ? { growth: () => measureGrowth(pace.growth) } : {}),
  ...(pace.loading ? { loading: () => measureLoading(pace.loading) } : {}),
  policies: () => measurePolicies(),
  big: () => measureBig(),
  ...(values.quick && !values.batch ? {} : { batch }),
  ...(values.quick ? {} : { soak }),
}
if (values.only !== undefined && !Object.hasOwn(PARTS, values.only))
  throw new Error(`there is no part ${values.only}: give ${Object.keys(PARTS).join(', ')}`)
const steps = values.only === undefined ? Object.values(PARTS) : [PARTS[values.only]]

const sections = []
for (const step of steps) {
  const section = await step()
  sections.push(section)
  process.stderr.write(`${section.title}: done after ${Math.round(performance.now() / 1_000)} s\n`)
}
const budgets = sections.flatMap((section) => section.budgets ?? [])
const report = renderReport([budgetSection(budgets), ...sections], values)
process.stdout.write(report)
if (values.out) writeFileSync(values.out, report)
for (const { what } of budgets.filter(({ holds }) => !holds)) process.stderr.write(`over its budget: ${what}\n`)
process.exitCode = budgets.every(({ holds }) => holds) ? 0 : 1
