// How much the built service bears: so many advices on the loopback address, and no more. What other programs do at the same
// time changes the times, and hardly the processor time of an answer.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

const AMOUNT = 1_000
const WARM_UP = 200
const CONNECTIONS = 10
/** Clock ticks of /proc a second. */
const TICKS = 100

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const token = 'a-token-for-a-run-under-load'
const child = spawn(process.execPath, [join(root, 'dist/main.js'), '--embedded', '--port', '0'], {
  env: { ...process.env, NODE_ENV: 'production', VERWIJSWIJZER_TOKEN: token },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(child.stdout, 'data')
const url = /"address":"([^"]+)"/.exec(String(line))?.[1]
if (url === undefined) throw new Error('the service did not start')
child.stdout.resume()

const snapshot = {
  asOf: '2026-11-22',
  employment: { regime: 'employee' },
  absence: { spells: [{ firstDay: '2026-02-03' }] },
  returnToWork: { ownWork: 'not-expected' },
}
const run = (amount, detail) =>
  autocannon({
    url: `${url}/v1/advice`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ snapshot, audience: 'employer', detail }),
    connections: CONNECTIONS,
    amount,
  })
const statOf = (name, pattern) => pattern.exec(readFileSync(`/proc/${child.pid}/${name}`, 'utf8'))
const processorTime = () => {
  const [, user, system] = statOf('stat', /[)](?: \S+){11} (\d+) (\d+)/)
  return ((Number(user) + Number(system)) * 1_000) / TICKS
}

for (const detail of ['full', 'brief']) {
  await run(WARM_UP, detail)
  const before = processorTime()
  const { requests, latency, errors, timeouts, non2xx, throughput } = await run(AMOUNT, detail)
  console.log(
    JSON.stringify({
      detail,
      answers: requests.total,
      failed: errors + timeouts + non2xx,
      aSecond: Math.round(requests.average),
      ms: { median: latency.p50, 'p97.5': latency.p97_5, p99: latency.p99 },
      processorMsEach: Math.round(((processorTime() - before) / AMOUNT) * 100) / 100,
      kBEach: Math.round(throughput.total / requests.total / 100) / 10,
      residentMB: Math.round(Number(statOf('status', /VmRSS:\s+(\d+) kB/)[1]) / 1_024),
    }),
  )
}
child.kill('SIGTERM')
await once(child, 'exit')
