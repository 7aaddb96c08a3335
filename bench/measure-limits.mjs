import { execFileSync } from 'node:child_process'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { atMost } from './budgets.mjs'
import { megabytes, microseconds, milliseconds, whole } from './report.mjs'

const child = (name, args, flags = []) =>
  JSON.parse(
    execFileSync(
      execPath,
      [...flags, fileURLToPath(new URL(`children/${name}`, import.meta.url)), ...args.map(String)],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ),
  )

/** Cases that each count of policies advises on. */
const CASES = 1_000

const POLICIES = [1, 20, 60, 200]

/** What a host with many policies pays, and what is held for it. */
export function measurePolicies() {
  const runs = POLICIES.map((policies) => [
    policies,
    child('time-policies.mjs', [policies, Math.ceil(CASES / policies)], ['--expose-gc']),
  ])
  const [[, one]] = runs
  const [, most] = runs.at(-1)
  return {
    title: 'Many policies in turns',
    text: [
      `\`createTriage\` for each of so many policies, which take turns over ${whole(CASES)} cases with one fact in ten missing. Memory is what the heap grew by, and what the cache says it holds.`,
    ],
    head: ['policies', 'µs a case', 'heap, MB', 'by the cache, MB', 'owners forgotten'],
    rows: runs.map(([policies, run]) => [
      whole(policies),
      microseconds(run.mean),
      megabytes(run.grown / 1_024),
      megabytes(run.bytes / 1_024),
      whole(run.evictions),
    ]),
    budgets: [
      atMost('a case with 200 policies in turns, in times one with a single policy', most.mean / one.mean, 3),
      atMost('held between calls for 200 policies, in MB', most.grown / 2 ** 20, 80),
    ],
  }
}

const BIG = [
  [20, 40],
  [100, 60],
  [300, 150],
  [1_000, 150],
]

/** Own rules that share facts: the most that decision diagrams can be asked. */
export function measureBig() {
  const runs = BIG.map(([rules, facts]) => [rules, facts, child('time-big.mjs', [rules, facts])])
  const [, , most] = runs.at(-1)
  return {
    title: 'A big rule set of an organisation',
    text: [
      'So many rules of three groups of two comparisons, over yes-or-no facts that they share, in a process of their own: milliseconds of processor time to load it, and for the advice on an empty snapshot, on which nothing is known. Past its budget of nodes an advice is no longer exact, and says so.',
    ],
    head: ['rules', 'facts', 'loading, ms', 'advice, ms', 'peak memory, MB', 'exact'],
    rows: runs.map(([rules, facts, run]) => [
      whole(rules),
      whole(facts),
      milliseconds(run.loading),
      milliseconds(run.advising),
      megabytes(run.peak),
      { true: 'yes', false: 'no' }[run.exact] ?? run.exact,
    ]),
    budgets: [
      atMost(
        'advice on an empty snapshot, 1,000 rules over 150 facts, in s',
        typeof most.exact === 'boolean' ? most.advising / 1_000 : Number.POSITIVE_INFINITY,
        2,
      ),
      atMost('peak memory of the same, in MB', most.peak / 1_024, 500),
    ],
  }
}
