/**
 * The whole benchmark in one run: `npm run bench`. After `--`: `--quick` for a first impression of the first two tables,
 * and `--batch` with it for the files too (`--lines` for the number of their lines), `--out docs/performance.md` to write
 * the report, and `--date 2026-11-22` for the day to write in it. Ends with 1 where a budget does not hold.
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
import { renderReport } from './report.mjs'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    batch: { type: 'boolean', default: false },
    lines: { type: 'string', default: '50000' },
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
const steps = [
  () => measureEvaluation(pace.evaluation),
  () => measurePipeline(pace.pipeline),
  ...(pace.keystrokes ? [() => measureInterview(pace.keystrokes)] : []),
  ...(pace.growth ? [() => measureGrowth(pace.growth)] : []),
  ...(pace.loading ? [() => measureLoading(pace.loading)] : []),
  () => measurePolicies(),
  () => measureBig(),
  ...(values.quick && !values.batch ? [] : [() => measureBatch({ lines: Number(values.lines) })]),
]

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
