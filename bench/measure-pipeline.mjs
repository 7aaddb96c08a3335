import { atMost } from './budgets.mjs'
import { measureApart } from './measure.mjs'
import { microseconds, times } from './report.mjs'

const WHAT = {
  floor: 'floor',
  call: 'triageSync',
  triageSync: 'triageSync, from text to text',
  triage: 'triage, from text to text',
}

const FIXTURES = 'the fixtures, in turn'

/** A whole case, against the floor of reading, checking and writing it. */
export async function measurePipeline({ cases, quick, ...pace }) {
  const rows = []
  const budgets = []
  const all = kinds(cases)
  for (const [kind, params] of quick ? [all[3], all[5]] : all) {
    const tasks = Object.keys(WHAT).map((what) => {
      return { name: what, file: 'advise.mjs', params: { what, ...params } }
    })
    const measured = await measureApart(tasks, pace)
    const base = measured.get('floor')
    if (kind === FIXTURES)
      budgets.push(
        atMost('a whole case of the fixtures, in times the floor', measured.get('triageSync').mean / base.mean, 4),
      )
    for (const [name, { mean, p50, p99 }] of measured)
      rows.push([
        kind,
        WHAT[name],
        ...[mean, p50, p99].map(microseconds),
        times(mean / base.mean),
        times(p50 / base.p50),
      ])
  }
  return {
    title: 'A whole case',
    text: [
      '`triageSync` of a snapshot: check, derive, evaluate, conclude, and explain all of it. From text to text: `JSON.parse` before and `JSON.stringify` of the advice after it; an advice is several times as long as its case, that on a nearly empty case some seven hundred times. `triageSync` is compiled, `triage` runs on json-rules-engine. The floor is what nobody can leave out: `JSON.parse`, the `safeParse` of the zod schema, and `JSON.stringify` of the same case.',
      'One case, again and again, is what a form asks for. The fixtures are the cases with which the rules are tested, from an empty snapshot to one with every answer. Of a caseload every case is another, which is met for the first time, after some thousands of others. Median and p99 are by the clock, for one case.',
    ],
    head: ['cases', 'what', 'µs, mean', 'median', 'p99', 'times the floor', 'by medians'],
    rows,
    budgets,
  }
}

function kinds(count) {
  return [
    ['one, nearly empty', { file: 'nearly-empty.json' }],
    ['one, half filled', { file: 'half-filled.json' }],
    ['one, all answered', { file: 'all-answered.json' }],
    [FIXTURES, { fixtures: true }],
    ['a caseload, all answered', { count, missing: 0, unseen: true }],
    ['a caseload, one fact in ten missing', { count, missing: 0.1, unseen: true }],
    ['a caseload, half of the facts missing', { count, missing: 0.5, unseen: true }],
  ]
}
