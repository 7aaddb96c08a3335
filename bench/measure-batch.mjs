import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { atMost } from './budgets.mjs'
import { makeCaseload } from './caseload.mjs'
import { readFixtures } from './fixtures.mjs'
import { megabytes, perSecond, times, whole } from './report.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const CLI = join(dirname(HERE), 'dist', 'cli.js')
const child = (name) => join(HERE, 'children', name)

/** Cases that are made and written at once. */
const AT_ONCE = 10_000

const fixtures = readFixtures()

/** What is in the files: so many cases from one on, counted from nought. */
const FILES = [
  { name: 'every line another case, every fact known', casesFrom: caseloadOf({ missing: 0 }) },
  { name: 'every line another case, one fact in ten missing', casesFrom: caseloadOf({ missing: 0.1 }) },
  {
    name: '100,000 cases over and over, one fact in ten missing',
    casesFrom: caseloadOf({ missing: 0.1, distinct: 100_000 }),
  },
  {
    name: `the ${fixtures.length} fixtures over and over`,
    casesFrom: (from, count) => Array.from({ length: count }, (_, at) => fixtures[(from + at) % fixtures.length]),
  },
]

/** Runs of which the middle one counts. */
const ROUNDS = 3

/** Files of so many lines through `verwijswijzer batch`: lines a second, and the peak of its memory. */
export async function measureBatch({ lines }) {
  const rows = []
  for (const file of FILES) rows.push(...(await measureFile(file, lines)))
  const night = await measureNight()
  return {
    title: `A batch of ${whole(lines)} lines`,
    text: [
      `A file of NDJSON through \`verwijswijzer batch FILE --out FILE --jobs 1\`: reading and writing the files included. \`JSON.parse\` alone is on the same lines, before and after it, without the time to read them. Of ${ROUNDS} runs the middle one counts; its peak of memory is the highest of all.`,
    ],
    head: ['lines', 'what', 'lines a second', 'times `JSON.parse`', 'of all runs', 'peak memory, MB'],
    rows,
    budgets: [
      atMost('a night of 450,000 cases on two cores, in minutes', night.minutes, 5),
      atMost('peak memory of the same, in MB', night.peak / 1_024, 300),
    ],
  }
}

/** Cases of a night, and of those that are run. */
const NIGHT = 450_000
const OF_A_NIGHT = 45_000

/** By the processor time of both threads: what else runs on the machine hardly counts. */
async function measureNight() {
  const directory = mkdtempSync(join(tmpdir(), 'verwijswijzer-bench-'))
  try {
    const file = join(directory, 'cases.ndjson')
    writeLines(file, OF_A_NIGHT, caseloadOf({ missing: 0.1 }))
    const { spent, peak } = await runBatch(file, join(directory, 'advice.ndjson'), 2)
    return { minutes: (spent / 1_000_000 / 60 / 2) * (NIGHT / OF_A_NIGHT), peak }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function measureFile({ name, casesFrom }, lines) {
  const directory = mkdtempSync(join(tmpdir(), 'verwijswijzer-bench-'))
  try {
    const file = join(directory, 'cases.ndjson')
    writeLines(file, lines, casesFrom)
    const parse = () => JSON.parse(execFileSync(execPath, [child('parse-lines.mjs'), file])).spent / lines
    const runs = []
    let before = parse()
    for (let round = 0; round < ROUNDS; round += 1) {
      const out = join(directory, `advice-${round}.ndjson`)
      const run = await runBatch(file, out)
      rmSync(out)
      const after = parse()
      // The machine is not as fast all the time: against the lines that were parsed around it.
      const alone = (before + after) / 2
      runs.push({ ...run, alone, batch: run.spent / lines, ratio: run.spent / lines / alone })
      before = after
    }
    runs.sort((a, b) => a.ratio - b.ratio)
    const { alone, batch, ratio } = runs[(ROUNDS - 1) / 2]
    const peak = Math.max(...runs.map((run) => run.peak))
    return [
      [name, '`JSON.parse` alone', perSecond(alone), times(1), '', ''],
      [
        name,
        '`verwijswijzer batch`',
        perSecond(batch),
        times(ratio),
        runs.map((run) => times(run.ratio)).join(', '),
        megabytes(peak),
      ],
    ]
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function caseloadOf({ missing, distinct = Number.POSITIVE_INFINITY }) {
  return (from, count) => makeCaseload({ count, missing, seed: 1 + (from % distinct) / AT_ONCE })
}

function writeLines(file, count, casesFrom) {
  const descriptor = openSync(file, 'w')
  for (let written = 0; written < count; written += AT_ONCE) {
    const cases = casesFrom(written, Math.min(AT_ONCE, count - written))
    writeSync(descriptor, cases.map((snapshot) => `${JSON.stringify(snapshot)}\n`).join(''))
  }
  closeSync(descriptor)
}

async function runBatch(file, out, jobs = 1) {
  const preload = pathToFileURL(child('tell-cost.mjs')).href
  const args = ['--import', preload, CLI, 'batch', file, '--out', out, '--jobs', String(jobs)]
  const started = performance.now()
  const running = spawn(execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve, reject) => running.on('error', reject).on('close', resolve))
  const [code, errors, told] = await Promise.all([ended, text(running.stderr), text(running.stdio[3])])
  if (code !== 0) throw new Error(`verwijswijzer batch ended with ${code}: ${errors.slice(-2_000)}`)
  return { seconds: (performance.now() - started) / 1_000, ...JSON.parse(told) }
}
