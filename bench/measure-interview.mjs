import { execFileSync } from 'node:child_process'
import { argv, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { atMost } from './budgets.mjs'
import { milliseconds, whole } from './report.mjs'

const TIME_KEYSTROKES = fileURLToPath(new URL('children/time-keystrokes.mjs', import.meta.url))

const READERS = [['everyone, in full'], ['case manager', 'case-manager']]

/** Each in a process of its own. */
const KINDS = [
  ['cases of practice, again and again', ['again']],
  ['cases never seen', ['even', 'odd']],
]

/** Rounds before cases that were never seen. */
const WARM_UP = 3

/** What one keystroke may take. */
const LIMIT_MILLISECONDS = 2

/** One keystroke in a form: `interview` after each answer. */
export function measureInterview({ rounds }) {
  const measured = READERS.flatMap(([name, ...role]) =>
    KINDS.map(([what, kinds]) => [name, what, timesOf(kinds, [String(kinds.length > 1 ? WARM_UP : rounds), ...role])]),
  )
  const worst = Math.max(...measured.map(([, , times]) => times[Math.floor(times.length * 0.99)]))
  return {
    title: 'One keystroke',
    text: [
      `What a form asks for after each answer: \`interview\`, with the questions, the advice so far, and what is excluded and why. Cases are filled in from nothing, in authored order. The cases of practice: ${whole(rounds)} rounds after one to warm up. Cases never seen: each half of all fixtures for the first time, after ${whole(WARM_UP)} rounds of the other half. In processes of their own. By the clock for each call, garbage collection included, so what else runs on the machine counts here.`,
    ],
    head: ['reader', 'what', 'keystrokes', 'ms, median', 'p90', 'p99', 'worst', `% above ${LIMIT_MILLISECONDS} ms`],
    rows: measured.map(([name, what, times]) => rowOf([name, what], times)),
    budgets: [atMost('a keystroke at p99, in ms', worst, 10)],
  }
}

function timesOf(kinds, args) {
  const told = kinds.map((kind) => execFileSync(execPath, [TIME_KEYSTROKES, kind, ...args], { maxBuffer: 2 ** 28 }))
  return told.flatMap((times) => JSON.parse(times)).sort((a, b) => a - b)
}

function rowOf(names, times) {
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  const above = times.filter((time) => time > LIMIT_MILLISECONDS).length / times.length
  const marks = [at(0.5), at(0.9), at(0.99), at(1)].map(milliseconds)
  return [...names, whole(times.length), ...marks, milliseconds(above * 100)]
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { head, rows } = measureInterview({ rounds: 20 })
  console.table(rows.map((row) => Object.fromEntries(row.map((cell, column) => [head[column], cell]))))
}
