// One case through `triage`, on json-rules-engine: how long, and how far from the floor of reading and writing it.
// Times depend on the machine; the ratios say more. Run with `npm run bench`.
import { readFileSync } from 'node:fs'
import { Bench } from 'tinybench'
import { parseSnapshot, triage } from '../dist/index.js'

const cases = {
  'nearly empty': JSON.stringify({ asOf: '2026-11-22', absence: { spells: [{ firstDay: '2026-06-01' }] } }),
  'half filled': readFileSync(new URL('cases/half-filled.json', import.meta.url), 'utf8'),
  'all answered': readFileSync(new URL('cases/all-answered.json', import.meta.url), 'utf8'),
}

const bench = new Bench({ time: 1_500, warmupTime: 500 })
for (const [name, text] of Object.entries(cases)) {
  bench.add(`floor: JSON.parse, parseSnapshot, JSON.stringify (${name})`, () => {
    JSON.stringify(parseSnapshot(JSON.parse(text)))
  })
  bench.add(`triage (${name})`, async () => {
    JSON.stringify(await triage(JSON.parse(text)))
  })
}
await bench.run()

const median = (name) => bench.getTask(name).result.latency.p50
console.log(`Node ${process.version}; milliseconds a case, and the ratio to the floor of the same case\n`)
console.log('case          |  median |     p99 | ratio')
for (const name of Object.keys(cases)) {
  const { latency } = bench.getTask(`triage (${name})`).result
  const floor = median(`floor: JSON.parse, parseSnapshot, JSON.stringify (${name})`)
  const ratio = Math.round(latency.p50 / floor)
  console.log(
    `${name.padEnd(13)} | ${latency.p50.toFixed(2).padStart(7)} | ${latency.p99.toFixed(2).padStart(7)} | ${ratio}`,
  )
}
