import { execFileSync } from 'node:child_process'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { atMost } from './budgets.mjs'
import { megabytes, microseconds, whole } from './report.mjs'

const CHILD = fileURLToPath(new URL('children/soak.mjs', import.meta.url))

/** Resident memory of a server over so many calls, with many policies and three rule sets in turns. */
export function measureSoak({ calls, policies = 200 }) {
  const told = execFileSync(execPath, ['--expose-gc', CHILD, String(calls), String(policies)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { points, peak, mean } = JSON.parse(told)
  // What grows is what counts: after the first fifth everything that is held has been met.
  const settled = points[1]
  const last = points.at(-1)
  return {
    title: 'A soak',
    text: [
      `${whole(calls)} calls in one process: ${whole(policies)} policies over three rule sets (2.0.0, 1.1.0 and a copy under another name), both readers and languages, advices in brief and whole, texts, comparisons and interviews. Memory after a collection, each tenth of the way; ${microseconds(mean)} µs of processor time a call; peak ${megabytes(peak / 1_024)} MB.`,
    ],
    head: ['calls', 'resident, MB', 'heap, MB', 'by the cache, MB', 'owners', 'forgotten'],
    rows: points.map(({ after, rss, heapUsed, bytes, owners, evictions }) => [
      whole(after),
      megabytes(rss / 1_024),
      megabytes(heapUsed / 1_024),
      megabytes(bytes / 1_024),
      whole(owners),
      whole(evictions),
    ]),
    budgets: [
      atMost('heap at the end of the soak, in times that after a fifth of it', last.heapUsed / settled.heapUsed, 1.1),
      atMost('resident memory at the end of the soak, in times that after a fifth of it', last.rss / settled.rss, 1.1),
    ],
  }
}
