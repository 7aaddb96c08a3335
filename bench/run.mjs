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
/** Each part loads what it measures: some need what `npm run build` makes in this folder, and not all do. */
const PARTS = {
  evaluation: async () => (await import('./measure-evaluation.mjs')).measureEvaluation(pace.evaluation),
  pipeline: async () => (await import('./measure-pipeline.mjs')).measurePipeline(pace.pipeline),
  ...(pace.keystrokes
    ? { keystrokes: async () => (await import('./measure-interview.mjs')).measureInterview(pace.keystrokes) }
    : {}),
  ...(pace.growth ? { growth: async () => (await import('./measure-growth.mjs')).measureGrowth(pace.growth) } : {}),
  ...(pace.loading
    ? { loading: async () => (await import('./measure-loading.mjs')).measureLoading(pace.loading) }
    : {}),
  policies: async () => (await import('./measure-limits.mjs')).measurePolicies(),
  big: async () => (await import('./measure-limits.mjs')).measureBig(),
  ...(values.quick && !values.batch
    ? {}
    : { batch: async () => (await import('./measure-batch.mjs')).measureBatch({ lines: Number(values.lines) }) }),
  ...(values.quick
    ? {}
    : { soak: async () => (await import('./measure-soak.mjs')).measureSoak({ calls: Number(values.calls) }) }),
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
