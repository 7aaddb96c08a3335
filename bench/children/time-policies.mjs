// Tells, as JSON, what a case costs when so many policies take turns: microseconds of processor time a case, how much
// memory is held at the end in bytes, as measured and as estimated, and how many owners were forgotten on the way.
import { argv, cpuUsage, memoryUsage } from 'node:process'
import { cacheStats, createTriage } from '../../dist/index.js'
import { makeCaseload } from '../caseload.mjs'

const [policies, rounds] = argv.slice(2).map(Number)
const cases = makeCaseload({ count: 50, missing: 0.1 })
const before = held()
const advisers = Array.from({ length: policies }, (_, at) =>
  createTriage(
    at === 0 ? {} : { policy: { 'frequentAbsence.minReports': 2 + (at % 11), promptReferral: `P${1 + (at % 42)}D` } },
  ),
)
let next = 0
const round = () => {
  for (const advise of advisers) {
    advise(cases[next % cases.length])
    next += 1
  }
}
round()
const started = cpuUsage()
for (let done = 0; done < rounds; done += 1) round()
const { user, system } = cpuUsage(started)
const { bytes, limit, owners, evictions } = cacheStats()
console.log(
  JSON.stringify({
    mean: (user + system) / (rounds * policies),
    grown: held() - before,
    bytes,
    limit,
    owners,
    evictions,
    advisers: advisers.length,
  }),
)

function held() {
  globalThis.gc?.()
  return memoryUsage().heapUsed
}
