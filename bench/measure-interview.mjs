import { readdirSync, readFileSync } from 'node:fs'
import { interview, setAnswer } from '../dist/index.js'

const CASES = new URL('../fixtures/cases/practice/', import.meta.url)

/** One keystroke in a form: `interview` after each answer, the cases of practice filled in from nothing in authored order. */
export function measureInterview({ rounds = 20 } = {}) {
  const cases = readdirSync(CASES).map((name) => JSON.parse(readFileSync(new URL(name, CASES), 'utf8')).snapshot)
  const times = []
  for (let round = 0; round < rounds; round++)
    for (const whole of cases)
      for (const state of filledIn(whole)) {
        const start = process.hrtime.bigint()
        interview(state, process.argv[2] ? { role: process.argv[2] } : {})
        const end = process.hrtime.bigint()
        // The first round warms up.
        if (round > 0) times.push(Number(end - start) / 1_000)
      }
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.floor(times.length * share)]
  return { keystrokes: times.length, median: at(0.5), p90: at(0.9), p99: at(0.99) }
}

/** The case after each of its answers. */
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

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(measureInterview())
