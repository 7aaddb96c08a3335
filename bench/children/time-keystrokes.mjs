// Tells, as JSON, how many milliseconds each call of `interview` took: after each answer, with cases filled in from nothing
// in authored order. Garbage collection counts; what warms up does not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { interview, setAnswer } from '../../dist/index.js'

const FIXTURES = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url))

const [kind, rounds, role] = argv.slice(2)
const options = role === undefined ? {} : { role }

const times = []
if (kind === 'again') {
  const states = casesIn('practice').flat()
  timed(states)
  for (let round = 0; round < Number(rounds); round += 1) times.push(...timed(states))
} else {
  // `even` or `odd`: these cases for the first time, after rounds of the others.
  const isNew = (place) => kind === (place % 2 === 0 ? 'even' : 'odd')
  const cases = casesIn('')
  const seen = cases.filter((_, place) => !isNew(place)).flat()
  for (let round = 0; round < Number(rounds); round += 1) timed(seen)
  times.push(...timed(cases.filter((_, place) => isNew(place)).flat()))
}
console.log(JSON.stringify(times))

function timed(states) {
  return states.map((state) => {
    const started = process.hrtime.bigint()
    interview(state, options)
    return Number(process.hrtime.bigint() - started) / 1_000_000
  })
}

function casesIn(folder) {
  return readdirSync(join(FIXTURES, folder), { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => filledIn(JSON.parse(readFileSync(join(FIXTURES, folder, name), 'utf8')).snapshot))
}

/** The case before its first answer, and after each of them. */
function filledIn(whole) {
  let state = { asOf: whole.asOf }
  const states = [state]
  for (const [section, facts] of Object.entries(whole)) {
    if (typeof facts !== 'object') continue
    for (const [name, value] of Object.entries(facts)) {
      state = setAnswer(state, `${section}.${name}`, value)
      states.push(state)
    }
  }
  return states
}
